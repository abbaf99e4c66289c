package dk.sagsflow.examples.sagsflow.log.file;

import java.util.regex.Pattern;

/** Texts of a file as they stand in messages: on one line and not endless. */
public final class OneLine {

    private static final int LONGEST = 300;
    /** Control characters of all kinds, line breaks, and what turns the direction of writing. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]+");

    private OneLine() {}

    /** The text without control characters, cut after 300 characters. */
    public static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return HIDDEN.matcher(cut).replaceAll(" ");
    }

    /** The same, in quotes. */
    public static String quoted(String text) {
        return '"' + of(text) + '"';
    }
}
