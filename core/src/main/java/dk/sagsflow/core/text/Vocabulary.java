package dk.sagsflow.core.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What people call the constants of the domain, in Danish or English: statuses, causes, reasons, whom a case waits for.
 * One place for every page, mail and message that names one. Immutable.
 */
public final class Vocabulary {
    private static final String WORDS = "dk.sagsflow.core.text.vocabulary";
    private static final Vocabulary DANISH = new Vocabulary(Locale.forLanguageTag("da"));
    private static final Vocabulary ENGLISH = new Vocabulary(Locale.ENGLISH);

    private final ResourceBundle words;

    private Vocabulary(Locale language) {
        this.words = ResourceBundle.getBundle(WORDS, language);
    }

    /** Words in this language: Danish if it is Danish, else English. */
    public static Vocabulary in(Locale language) {
        return language.getLanguage().equals("da") ? DANISH : ENGLISH;
    }

    /**
     * The words for a constant of {@code core}: {@code in progress}.
     *
     * @throws IllegalArgumentException if it is not one that people have words for
     */
    public String of(Enum<?> constant) {
        try {
            return words.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
        } catch (MissingResourceException missing) {
            throw new IllegalArgumentException(
                    "no words for " + constant.getDeclaringClass() + " " + constant, missing);
        }
    }
}
