package dk.sagsflow.examples.sagsflow.log.file;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * A value of a row as it is meant: without space around it, such as the one that does not break or the mark that begins files which were
 * put together, and what looks alike in one form (NFC), however the system composed it that wrote the row.
 */
public final class ValueText {
    /** The first character that may be a part of the one before it. */
    private static final char FIRST_COMBINING = '\u0300';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ValueText() {}

    /** The value that a text means. */
    public static String of(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && space(raw.charAt(from))) {
            from++;
        }
        while (from < to && space(raw.charAt(to - 1))) {
            to--;
        }
        return composed(raw.substring(from, to));
    }

    /** A text of which one form shall be left. */
    public static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Form.NFC);
            }
        }
        return text;
    }

    private static boolean space(char c) {
        return c <= ' '
                ? Character.isWhitespace(c)
                : c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK);
    }
}
