package dk.sagsflow.core.document;

/** Texts of a document as they stand in messages: on one line and not endless. */
final class Shortened {
    private static final int LONGEST = 300;

    private Shortened() {}

    /** The text without control characters, cut after 300 characters. */
    static String oneLine(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return cut.replaceAll("\\p{Cntrl}+", " ");
    }
}
