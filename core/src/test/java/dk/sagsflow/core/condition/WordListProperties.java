package dk.sagsflow.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WordListProperties {
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("a", "b", "å", "ab", "ba", "aå")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "å", "ab", "ba", "aå", "abå", "x")
                .list()
                .ofMaxSize(8);
    }

    /** The oracle: a text of single words holds the phrase as a stretch of them. */
    @Property
    void a_phrase_is_found_where_its_words_stand_together(
            @ForAll("words") List<String> phrase, @ForAll("texts") List<String> text) {
        boolean together = Collections.indexOfSubList(text, phrase) >= 0;

        assertThat(WordList.of(String.join(" ", phrase)).in(String.join(" ", text)))
                .isEqualTo(together);
    }

    @Property
    void case_and_composition_do_not_matter(@ForAll("words") List<String> phrase, @ForAll("texts") List<String> text) {
        WordList words = WordList.of(String.join(" ", phrase));
        String plain = String.join("  ", text);

        assertThat(words.in(Normalizer.normalize(plain.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)))
                .isEqualTo(words.in(plain));
    }

    @Property
    void any_text_can_be_asked(@ForAll String word, @ForAll String text) {
        if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
            assertThat(WordList.of(word).in(word)).isTrue();
            assertThat(WordList.of(word).in(text)).isIn(true, false);
        }
    }

    /** What verification relies on: a text that mentions a phrase mentions every word that the phrase mentions. */
    @Property
    void mentioning_is_transitive(
            @ForAll("words") List<String> word,
            @ForAll("words") List<String> phrase,
            @ForAll("texts") List<String> text) {
        WordList inner = WordList.of(String.join(" ", word));
        String outer = String.join(" ", phrase);
        String all = String.join(" ", text);

        if (inner.in(outer) && WordList.of(outer).in(all)) {
            assertThat(inner.in(all)).isTrue();
        }
    }
}
