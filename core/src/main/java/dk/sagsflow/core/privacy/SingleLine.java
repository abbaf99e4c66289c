package dk.sagsflow.core.privacy;

import java.util.regex.Pattern;

/** Texts as they stand in a line: what begins another line, or does something to the line, is a space there. */
public final class SingleLine {
    /** Between these there are letters and signs alone. */
    private static final char FIRST_SEEN = '\u00A0';

    private static final char FIRST_FORMAT = '\u2000';
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]+");

    private SingleLine() {}

    /** The text without control characters, line breaks, and characters that turn the direction of writing. */
    public static String of(String text) {
        return plain(text) ? text.strip() : HIDDEN.matcher(text).replaceAll(" ").strip();
    }

    /** Whether there is nothing but what is seen, as in nearly every text. */
    private static boolean plain(String text) {
        for (int place = 0; place < text.length(); place++) {
            char next = text.charAt(place);
            if (next < ' ' || (next > '~' && next < FIRST_SEEN) || next >= FIRST_FORMAT) {
                return false;
            }
        }
        return true;
    }
}
