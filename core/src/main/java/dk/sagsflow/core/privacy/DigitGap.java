package dk.sagsflow.core.privacy;

/**
 * What stands between two groups of digits. Parts of one number are at most two spaces apart, with at most two marks and
 * one line break among them; after a line break there may be what mails put in front of quoted lines. Beside a dash there
 * may be any spaces.
 */
enum DigitGap {
    /** So much, or letters, that the groups are not parts of one number. */
    WIDE,
    /** Spaces of any kind. */
    SPACE,
    /** A line break. */
    LINE,
    /** A hyphen or dash, as the number is written officially. */
    DASH,
    DOT,
    SLASH,
    UNDERSCORE,
    /** Another mark, or two different ones. */
    OTHER;

    private static final String DASHES = "\u2212\u2043\u02D7";
    private static final String DOTS = ".\uFF0E\u2024\u00B7\u2022";
    private static final String SLASHES = "/\\\uFF0F\u2044\u2215";

    private static DigitGap mark(int character) {
        if (DOTS.indexOf(character) >= 0) {
            return DOT;
        }
        if (SLASHES.indexOf(character) >= 0) {
            return SLASH;
        }
        return switch (Character.getType(character)) {
            case Character.DASH_PUNCTUATION -> DASH;
            case Character.CONNECTOR_PUNCTUATION -> UNDERSCORE;
            default -> DASHES.indexOf(character) >= 0 ? DASH : OTHER;
        };
    }

    /** Reads a gap character by character. Not thread-safe. */
    static final class Reader {
        private static final int MOST_SPACES = 2;
        private static final int MOST_MARKS = 2;
        private static final int LONGEST_QUOTE = 8;
        private static final String LINE_BREAKS = "\n\u000B\f\r\u0085\u2028\u2029";

        /** Before the first group there is nothing that it could be a part of. */
        private DigitGap read = WIDE;

        private int spaces;
        private int marks;
        private int quoted;
        private int lineBreak;
        private boolean far;

        /** Begins behind a group of digits. */
        void begin() {
            read = SPACE;
            spaces = 0;
            marks = 0;
            quoted = 0;
            lineBreak = 0;
            far = false;
        }

        /** What was read; one that is empty, as before the first group, is wide. */
        DigitGap gap() {
            return far && read != DASH ? WIDE : read;
        }

        void read(int character) {
            if (read == WIDE) {
                return;
            }
            if (LINE_BREAKS.indexOf(character) >= 0) {
                readLineBreak(character);
            } else if (space(character)) {
                readSpace();
            } else if (Character.isLetter(character) || number(character)) {
                read = WIDE;
            } else if (character == '>' && lineBreak != 0) {
                quote();
            } else {
                readMark(mark(character));
            }
        }

        private static boolean space(int character) {
            return Character.isSpaceChar(character) || Character.isWhitespace(character);
        }

        /** Fractions, and digits that are set high or in circles. */
        private static boolean number(int character) {
            int type = Character.getType(character);
            return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
        }

        private void readLineBreak(int character) {
            boolean second = lineBreak == '\r' && character == '\n';
            if (lineBreak != 0 && !second) {
                read = WIDE;
                return;
            }
            lineBreak = character;
            if (read == SPACE) {
                read = LINE;
            }
        }

        private void readSpace() {
            if (lineBreak != 0) {
                quote();
            } else {
                far |= ++spaces > MOST_SPACES;
            }
        }

        private void quote() {
            far |= ++quoted > LONGEST_QUOTE;
        }

        private void readMark(DigitGap mark) {
            spaces = 0;
            marks++;
            boolean first = marks == 1;
            boolean tooMany = marks > MOST_MARKS || (mark == OTHER && read == OTHER);
            if (tooMany) {
                read = WIDE;
            } else if (first || read == mark) {
                read = mark;
            } else {
                read = OTHER;
            }
        }
    }
}
