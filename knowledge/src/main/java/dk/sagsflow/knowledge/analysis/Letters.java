package dk.sagsflow.knowledge.analysis;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;

/** Letters of a Danish word as they are compared: in lower case, æ, ø and å as ae, oe and aa, which people write as well. */
final class Letters {
    private static final ImmutableMap<Character, String> SPELLED = ImmutableMap.<Character, String>builder()
            .put('æ', "ae")
            .put('ø', "oe")
            .put('å', "aa")
            .put('ä', "ae")
            .put('ö', "oe")
            .put('ü', "y")
            .put('é', "e")
            .put('è', "e")
            .put('ê', "e")
            .put('á', "a")
            .put('à', "a")
            .put('ó', "o")
            .put('ß', "ss")
            .buildOrThrow();

    private Letters() {}

    static String folded(CharSequence word) {
        int plain = 0;
        while (plain < word.length() && word.charAt(plain) >= 'a' && word.charAt(plain) <= 'z') {
            plain++;
        }
        return plain == word.length()
                ? word.toString()
                : spelled(word.toString().toLowerCase(Locale.ROOT));
    }

    private static String spelled(String low) {
        StringBuilder folded = new StringBuilder(low.length() + 2);
        for (int i = 0; i < low.length(); i++) {
            char letter = low.charAt(i);
            if (letter < 0x80) {
                folded.append(letter);
            } else {
                folded.append(SPELLED.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        return folded.toString();
    }
}
