package dk.sagsflow.core.telephone;

/** Where calls come from, as figures may show it: a number range, and no number that is somebody's. */
final class CallOrigin {
    private static final int FEWEST_OF_A_NUMBER = 7;
    private static final int SHOWN = 4;

    private CallOrigin() {}

    /** With the digits behind the fourth masked, if they are as many as those of a telephone number. */
    static String masked(String origin) {
        if (origin.codePoints().filter(Character::isDigit).count() < FEWEST_OF_A_NUMBER) {
            return origin;
        }
        StringBuilder masked = new StringBuilder(origin.length());
        int digits = 0;
        for (int character : origin.codePoints().toArray()) {
            if (Character.isDigit(character)) {
                digits++;
            }
            masked.appendCodePoint(Character.isDigit(character) && digits > SHOWN ? 'x' : character);
        }
        return masked.toString();
    }
}
