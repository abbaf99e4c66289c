package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.NoteWords;
import dk.sagsflow.imports.note.SourcePlace;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void every_code_has_words_and_nothing_else_has(String language) {
        ResourceBundle texts =
                ResourceBundle.getBundle("dk.sagsflow.imports.note.notes", Locale.forLanguageTag(language));
        Set<String> codes =
                Arrays.stream(NoteCode.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        codes.addAll(Set.of("Mapped", "Guessed", "NoEqual", "MeansOtherwise"));

        assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @EnumSource
    void words_name_the_same_values_in_both_languages(NoteCode code) {
        ImportNote note = new ImportNote.NoEqual(
                code, new SourcePlace("a.json", 1, 1, ""), ImmutableList.of("qzero", "qone", "qtwo", "qthree"));
        String english = NoteWords.in(Locale.ENGLISH).of(note);
        String danish = NoteWords.in(Locale.forLanguageTag("da")).of(note);

        assertThat(english).doesNotContain("{", "''").isNotEqualTo(danish);
        for (String value : note.values()) {
            assertThat(words(danish).contains(value))
                    .as(value)
                    .isEqualTo(words(english).contains(value));
        }
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split("[^a-z]+")).stream()
                .filter(word -> word.startsWith("q") && word.length() > 3)
                .toList());
    }

    @Test
    void other_languages_are_told_in_english() {
        ImportNote note = new ImportNote.NoEqual(
                NoteCode.POLICY_WITHOUT_TARGETS, new SourcePlace("a.json", 1, 1, ""), ImmutableList.of("Gold"));

        assertThat(NoteWords.in(Locale.FRENCH).of(note)).isEqualTo("policy Gold promises nothing");
    }
}
