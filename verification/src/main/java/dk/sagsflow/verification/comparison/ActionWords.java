package dk.sagsflow.verification.comparison;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What thresholds and follow-up rules do, in words: as their records are called, and what they name. */
final class ActionWords {
    private ActionWords() {}

    static String of(Collection<?> actions) {
        return actions.isEmpty()
                ? "nothing"
                : actions.stream().map(ActionWords::of).collect(Collectors.joining(" and "));
    }

    private static String of(Object action) {
        String record = action.toString();
        int bracket = record.indexOf('[');
        String name = record.substring(0, bracket)
                .replaceAll("([A-Z])", " $1")
                .strip()
                .toLowerCase(Locale.ROOT);
        String named = record.substring(record.indexOf('=') + 1, record.length() - 1);
        return record.endsWith("[]") ? name : name + " " + named;
    }
}
