package dk.sagsflow.jdbc.session;

/**
 * Text as any database takes it: PostgreSQL has no character 0, and half a surrogate pair is no UTF-8. Such characters are
 * written as an escape with their code in four digits, and the escape itself likewise, so that every text comes back as it was.
 */
final class StoredText {
    private static final char ESCAPE = '\u001A';
    private static final int CODE = 4;
    private static final int HEXADECIMAL = 16;

    private StoredText() {}

    static String stored(String text) {
        int index = 0;
        while (index < text.length() && isPlain(text, index)) {
            index++;
        }
        return index == text.length() ? text : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder stored = new StringBuilder(text.length() + 2 * CODE);
        for (int index = 0; index < text.length(); index++) {
            if (isPlain(text, index)) {
                stored.append(text.charAt(index));
            } else {
                stored.append(ESCAPE).append(String.format("%04x", (int) text.charAt(index)));
            }
        }
        return stored.toString();
    }

    private static boolean isPlain(String text, int index) {
        char character = text.charAt(index);
        if (character == 0 || character == ESCAPE) {
            return false;
        }
        if (!Character.isSurrogate(character)) {
            return true;
        }
        return Character.isHighSurrogate(character)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** The text; an escape that no store wrote stands for itself. */
    static String read(String stored) {
        if (stored.indexOf(ESCAPE) < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        int index = 0;
        while (index < stored.length()) {
            if (isEscape(stored, index)) {
                text.append((char) Integer.parseInt(stored, index + 1, index + 1 + CODE, HEXADECIMAL));
                index += CODE;
            } else {
                text.append(stored.charAt(index));
            }
            index++;
        }
        return text.toString();
    }

    private static boolean isEscape(String stored, int index) {
        return stored.charAt(index) == ESCAPE
                && index + CODE < stored.length()
                && stored.substring(index + 1, index + 1 + CODE)
                        .chars()
                        .allMatch(digit -> Character.digit(digit, HEXADECIMAL) >= 0);
    }
}
