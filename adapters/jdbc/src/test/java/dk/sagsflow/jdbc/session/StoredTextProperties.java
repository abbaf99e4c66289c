package dk.sagsflow.jdbc.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every text comes back from a database as it was, and is one that PostgreSQL takes while it is there. */
class StoredTextProperties {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of('\u0000', '\u001A', '\uD83D', '\uDE00', '0', 'a', 'f', 'g', 'æ')
                .list()
                .ofMaxSize(14)
                .map(characters -> {
                    StringBuilder text = new StringBuilder();
                    characters.forEach(text::append);
                    return text.toString();
                });
    }

    @Property
    void every_text_comes_back_as_it_was(@ForAll("texts") String text) {
        assertThat(StoredText.read(StoredText.stored(text))).isEqualTo(text);
    }

    @Property
    void no_character_0_and_no_half_of_a_pair_is_stored(@ForAll("texts") String text) {
        String stored = StoredText.stored(text);

        assertThat(stored).doesNotContain("\u0000");
        assertThat(new String(stored.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(stored);
    }
}
