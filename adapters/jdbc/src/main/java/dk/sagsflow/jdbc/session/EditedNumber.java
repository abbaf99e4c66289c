package dk.sagsflow.jdbc.session;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;

/**
 * What is shown where somebody wrote into a row what is no number of a case, so that the row is a line of a list and ends
 * none. What cannot stand in a number is replaced by a character that comes after all others of its kind: the line stands no
 * earlier than the row, so that a page that begins behind it goes on.
 */
final class EditedNumber {
    private static final char REPLACED = '\uFFFD';

    private EditedNumber() {}

    static CaseNumber shown(String text) {
        StringBuilder shown = new StringBuilder(text.isEmpty() ? String.valueOf(REPLACED) : text);
        if (shown.length() >= Bounds.LONGEST_NAME) {
            shown.setLength(Bounds.LONGEST_NAME - 1);
            shown.append(REPLACED);
        }
        for (int place = 0; place < shown.length(); place++) {
            char character = shown.charAt(place);
            boolean outside = place == 0 || place == shown.length() - 1;
            if (!seen(character) || (outside && Character.isWhitespace(character))) {
                shown.setCharAt(place, REPLACED);
            }
        }
        return CaseNumber.of(shown.toString());
    }

    private static boolean seen(char character) {
        try {
            return !Bounds.name("character", String.valueOf(character)).isEmpty();
        } catch (IllegalArgumentException hidden) {
            return false;
        }
    }
}
