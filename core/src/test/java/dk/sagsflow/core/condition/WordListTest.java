package dk.sagsflow.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTest {
    @ParameterizedTest
    @CsvSource({
        "adgangskode, Jeg har glemt min ADGANGSKODE!",
        "adgangskode, adgangskode",
        "Åbning, ÅBNINGstid og åbning",
        "ærø, Færgen til ÆRØ sejler ikke",
        "log ind, 'Jeg kan ikke  log\n\tind'",
        "log ind, log\u00a0ind",
        "c++, Kan ikke oversætte C++ mere",
        "e-mail, Ingen e-mail siden i går",
        "2.0, Version 2.0 svarer ikke",
        "kode, password/kode",
        "straße, STRAßE",
        "ΟΔΟΣ, οδος",
    })
    void a_text_mentions_whole_words_in_upper_or_lower_case(String word, String text) {
        assertThat(WordList.of(word).in(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "kode, Min adgangskode virker ikke",
        "kode, koden virker ikke",
        "log, Kataloget er tomt",
        "log ind, log på og ind igen",
        "log ind, log indad",
        "åben, aaben",
        "ar, a\u030ar",
        "a, a\u0301",
        "2, 42",
        "kode, ''",
    })
    void and_no_parts_of_words(String word, String text) {
        assertThat(WordList.of(word).in(text)).isFalse();
    }

    @Test
    void composed_and_decomposed_letters_are_alike() {
        assertThat(WordList.of("på").in("pa\u030a")).isTrue();
        assertThat(WordList.of("pa\u030a").in("PÅ")).isTrue();
        assertThat(WordList.of("på").folded()).isEqualTo(WordList.of("PA\u030a").folded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "da", "lt", "az"})
    void the_locale_of_the_machine_does_not_matter(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));

            assertThat(WordList.of("install").in("INSTALL")).isTrue();
            assertThat(WordList.of("INSTALL").in("install")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_word_that_comes_first_in_the_text_is_told_as_it_was_listed() {
        WordList words = WordList.of("Password", "log ind", "log");

        assertThat(words.firstIn("kan ikke log ind med PASSWORD")).contains("log");
        assertThat(words.firstIn("kodeord")).isEmpty();
    }

    @Test
    void a_phrase_that_begins_alike_does_not_hide_a_shorter_word() {
        assertThat(WordList.of("log ind nu", "log").in("log ind senere")).isTrue();
        assertThat(WordList.of("log ind nu", "ind").in("log ind senere")).isTrue();
    }

    @Test
    void words_that_could_not_be_told_apart_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordList.of("Kode", "kode"))
                .withMessage("\"kode\" is the word \"Kode\" once more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordList.of("?!"))
                .withMessage("\"?!\" has no letter and no digit; words do");
        assertThatIllegalArgumentException().isThrownBy(() -> WordList.copyOf(List.of()));
    }
}
