package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.text.FoldedText;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What stores compare by: texts, mailboxes, and times that claims hold. */
class ComparingProperties {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aAåÅæÆøØüÜßẞİıIiσςΣéÉﬁñ \u0308\u030a\u0301 z")
                .withCharRange('\u00c0', '\u017f')
                .withCharRange('\u0391', '\u03c9')
                .ofMaxLength(12);
    }

    @Property
    void a_text_is_compared_alike_in_upper_and_lower_case_and_however_its_letters_are_made_up(
            @ForAll("texts") String text) {
        FoldedText folded = FoldedText.of(text);

        assertThat(FoldedText.of(folded.value())).isEqualTo(folded);
        assertThat(FoldedText.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(folded);
        assertThat(FoldedText.of(Normalizer.normalize(text, Normalizer.Form.NFC)))
                .isEqualTo(folded);
        assertThat(FoldedText.of(text.toUpperCase(Locale.ROOT))).isEqualTo(folded);
        assertThat(FoldedText.of(text.toLowerCase(Locale.ROOT))).isEqualTo(folded);
    }

    @Example
    void a_mailbox_has_one_spelling() {
        assertThat(CanonicalAddress.of("Anna.And@Example.DK")).isEqualTo(CanonicalAddress.of(" anna.and@example.dk"));
        assertThat(CanonicalAddress.of("info@r\u00f8dgr\u00f8d.dk"))
                .isEqualTo(CanonicalAddress.of("INFO@XN--RDGRD-VUAD.dk"));
        assertThat(CanonicalAddress.of("anna+help@example.dk")).isNotEqualTo(CanonicalAddress.of("anna@example.dk"));
        assertThat(CanonicalAddress.of("a.nna@example.dk")).isNotEqualTo(CanonicalAddress.of("anna@example.dk"));
        assertThat(CanonicalAddress.of("no address")).isEqualTo(CanonicalAddress.of("No Address"));
        assertThat(CanonicalAddress.of("odd@@..")).isEqualTo(CanonicalAddress.of("ODD@@.."));
    }

    @Property
    void a_claim_ends_by_itself_and_holds_for_no_longer_than_it_was_meant_to(
            @ForAll long now, @ForAll long length, @ForAll long later) {
        Instant begun = Instant.ofEpochSecond(now % 400_000_000_000L);
        Duration meant = Duration.ofSeconds(Math.max(1, Math.abs(length)));
        Lease lease = Lease.of(begun, meant);
        Instant asked = Instant.ofEpochSecond(later % 31_000_000_000_000_000L);

        assertThat(lease.inForce(lease.until())).isFalse();
        if (lease.inForce(asked)) {
            assertThat(Duration.between(asked, begun).abs()).isLessThanOrEqualTo(meant);
        }
    }
}
