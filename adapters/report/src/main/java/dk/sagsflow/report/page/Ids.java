package dk.sagsflow.report.page;

import dk.sagsflow.report.Section;
import java.util.Locale;

/** What the parts of a report are called in files and addresses. */
final class Ids {
    private Ids() {}

    static String of(Section section) {
        String about = section.about().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return about.isEmpty() ? section.topic() : section.topic() + "-" + about;
    }
}
