package dk.sagsflow.examples.sagsflow;

/** Texts of a file as they stand in messages: on one line and not endless. */
final class OneLine {

    private static final int LONGEST = 300;

    private OneLine() {}

    /** The text without control characters, cut after 300 characters. */
    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return cut.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The same, in quotes. */
    static String quoted(String text) {
        return '"' + of(text) + '"';
    }
}
