package dk.sagsflow.imports.note;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Notes in words, in Danish or English. Immutable. */
public final class NoteWords {
    private static final String TEXTS = "dk.sagsflow.imports.note.notes";
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final ResourceBundle texts;

    private NoteWords(ResourceBundle texts) {
        this.texts = texts;
    }

    /** Words in this language: Danish if it is Danish, else English. */
    public static NoteWords in(Locale language) {
        boolean danish = language.getLanguage().equals(DANISH.getLanguage());
        return new NoteWords(ResourceBundle.getBundle(TEXTS, danish ? DANISH : Locale.ENGLISH));
    }

    /** What it says, without its places. */
    public String of(ImportNote note) {
        return new MessageFormat(texts.getString(note.code().name()), Locale.ROOT)
                .format(note.values().toArray());
    }

    /** What kind of note it is, as a heading. */
    public String kind(ImportNote note) {
        return texts.getString(note.getClass().getSimpleName());
    }
}
