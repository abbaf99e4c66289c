package dk.sagsflow.core.privacy;

import java.util.regex.Pattern;

/** Texts as they stand in a line: what begins another line, or does something to the line, is a space there. */
public final class SingleLine {
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]+");

    private SingleLine() {}

    /** The text without control characters, line breaks, and characters that turn the direction of writing. */
    public static String of(String text) {
        return HIDDEN.matcher(text).replaceAll(" ").strip();
    }
}
