package dk.sagsflow.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpreadsheetTextProperties {
    @Provide
    Arbitrary<String> unseen() {
        return Arbitraries.strings()
                .withChars(' ', '\t', '\r', '\n', '\u0000', '\u00a0', '\u2003', '\u200b', '\ufeff')
                .ofMaxLength(4);
    }

    @Property
    void no_formula_is_left_one_behind_whatever_nobody_sees(@ForAll("unseen") String before, @ForAll String after) {
        for (char first : "=+-@\uff1d\uff0b\uff0d\uff20".toCharArray()) {
            assertThat(SpreadsheetText.harmless(before + first + after)).isEqualTo("'" + before + first + after);
        }
    }

    @Property
    void what_is_harmless_stays_so(@ForAll String text) {
        String harmless = SpreadsheetText.harmless(text);

        assertThat(SpreadsheetText.harmless(harmless)).isEqualTo(harmless).endsWith(text);
    }

    @Example
    void plain_words_stay_as_they_are() {
        for (String text : List.of("", "Amanda", "1-2", " a=1", "'=1", "Ærø @ work")) {
            assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
        }
        assertThat(SpreadsheetText.harmless("\tx")).isEqualTo("'\tx");
    }
}
