package dk.sagsflow.core.text;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;

/** Texts of people in a file that a spreadsheet opens. */
public final class SpreadsheetText {
    /** With the broad forms that East Asian keyboards write, which some spreadsheets take for the same. */
    private static final CharMatcher RUNS = CharMatcher.anyOf("=+-@\uff1d\uff0b\uff0d\uff20");

    /** What nobody sees before a text, and a spreadsheet may leave out. */
    private static final CharMatcher UNSEEN = CharMatcher.whitespace()
            .or(CharMatcher.javaIsoControl())
            .or(CharMatcher.anyOf("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
            .precomputed();

    private SpreadsheetText() {}

    /**
     * The same text, behind an apostrophe if a spreadsheet would take it for a formula and carry it out, which it does behind
     * blanks too.
     */
    public static String harmless(String text) {
        String seen = UNSEEN.trimLeadingFrom(requireNonNull(text, "text"));
        boolean runs = !seen.isEmpty() && RUNS.matches(seen.charAt(0));
        boolean leftOut = !text.isEmpty() && CharMatcher.javaIsoControl().matches(text.charAt(0));
        return runs || leftOut ? "'" + text : text;
    }
}
