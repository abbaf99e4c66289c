package dk.sagsflow.core.text;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as it is compared: whether a letter is one character or composed of several, upper or lower case, makes no
 * difference ({@code Straße} and {@code STRASSE}, {@code İstanbul} and {@code istanbul}). A store keeps the folded form
 * beside the text and searches in that. Immutable.
 *
 * @param value the folded form
 */
public record FoldedText(String value) {
    /** Refuses null. */
    public FoldedText {
        requireNonNull(value, "value");
    }

    /** This text, folded. */
    public static FoldedText of(String text) {
        return new FoldedText(isPlain(text) ? text.toLowerCase(Locale.ROOT) : folded(text));
    }

    /** Whether the other text occurs in this one. */
    public boolean contains(FoldedText other) {
        return value.contains(other.value);
    }

    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** To lower case first, for letters that have one and no upper one of their own; then up, which takes apart, and down. */
    private static String folded(String text) {
        String low = eachToLower(composed(text));
        return composed(eachToLower(composed(low.toUpperCase(Locale.ROOT))));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Character by character, so that what stands beside it makes no difference, as it does for a final sigma. */
    private static String eachToLower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
