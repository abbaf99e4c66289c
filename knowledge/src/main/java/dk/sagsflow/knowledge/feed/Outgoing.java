package dk.sagsflow.knowledge.feed;

import dk.sagsflow.core.privacy.PersonalNumbers;
import dk.sagsflow.core.privacy.SingleLine;
import java.util.regex.Pattern;

/** Texts as they may stand in files that leave the organisation: without personal numbers, and without what no XML may hold. */
final class Outgoing {
    private static final Pattern NOT_IN_FILES =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Outgoing() {}

    static String line(String text) {
        return SingleLine.of(text(text));
    }

    static String text(String text) {
        return NOT_IN_FILES.matcher(PersonalNumbers.masked(text)).replaceAll(" ");
    }
}
