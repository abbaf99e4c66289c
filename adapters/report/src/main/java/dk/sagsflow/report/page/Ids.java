package dk.sagsflow.report.page;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.report.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the parts of a report are called in files and addresses: no two alike. */
final class Ids {
    /** A case may be called by more than a file can be. */
    private static final int LONGEST = 60;

    private Ids() {}

    /** One for each section, in their order. */
    static ImmutableList<String> of(List<Section> sections) {
        Set<String> ids = new LinkedHashSet<>();
        for (Section section : sections) {
            String id = of(section);
            for (int again = 2; !ids.add(id); again++) {
                id = of(section) + "-" + again;
            }
        }
        return ImmutableList.copyOf(ids);
    }

    private static String of(Section section) {
        String about = section.about().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return about.isEmpty()
                ? section.topic()
                : section.topic() + "-" + about.substring(0, Math.min(about.length(), LONGEST));
    }
}
