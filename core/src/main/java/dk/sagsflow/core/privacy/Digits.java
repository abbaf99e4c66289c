package dk.sagsflow.core.privacy;

import dk.sagsflow.core.text.Unseen;

/** Decimal digits of any script, those of full width among them, and what cannot be seen between them. */
final class Digits {
    private static final int ASCII = 0x80;
    private static final int NEXT_LINE = 0x85;

    private Digits() {}

    /** The value of a digit; negative if it is none. */
    static int value(int character) {
        if (character < ASCII) {
            return character >= '0' && character <= '9' ? character - '0' : -1;
        }
        return Character.digit(character, 10);
    }

    /** Whether there is a digit of one unit here; not before the text, nor after it. */
    static boolean at(CharSequence text, int index) {
        return index >= 0 && index < text.length() && value(text.charAt(index)) >= 0;
    }

    static boolean fewerThan(int number, CharSequence text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (value(unit) >= 0 || Character.isLowSurrogate(unit)) {
                digits++;
                if (digits == number) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether a character shows nothing by itself: marks that are drawn over the character before, controls that are no
     * spaces, and what Unicode calls default-ignorable (soft hyphens, joiners, marks of direction, fillers).
     */
    static boolean invisible(int character) {
        if (character < ASCII) {
            return Character.isISOControl(character) && !Character.isWhitespace(character);
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.CONTROL -> character != NEXT_LINE;
            default -> Unseen.ignorable(character);
        };
    }
}
