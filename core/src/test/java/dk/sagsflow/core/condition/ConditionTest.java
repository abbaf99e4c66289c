package dk.sagsflow.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final Instant NOW = Instant.parse("2007-08-01T08:00:00Z");
    private static final AttributeId SEVERITY = AttributeId.of("severity-code");
    private static final AttributeId SEATS = AttributeId.of("seats");
    private static final ImmutableList<CaseEvent> HISTORY = ImmutableList.of(
            new CaseEvent.Registered(
                    header(1),
                    new Station(GroupId.of("centre"), TierId.of("1st")),
                    CustomerId.of("anna"),
                    CustomerKind.CITIZEN,
                    Optional.empty(),
                    CaseKind.INCIDENT,
                    Optional.empty(),
                    "Adgangskode",
                    "Den nye er erased"),
            new CaseEvent.AttributeSet(header(2), SEVERITY, Optional.of(new AttributeValue.Choice("A")), false),
            new CaseEvent.AttributeSet(
                    header(3), SEATS, Optional.of(new AttributeValue.Decimal(new BigDecimal("10.0"))), false));
    private static final SupportCase CASE = SupportCase.of(HISTORY);

    private static EventHeader header(long sequence) {
        return EventHeader.of(CaseNumber.of("C-1"), sequence, NOW, ActorId.of("karen"), Side.ORGANISATION);
    }

    private static AttributeValue choice(String word) {
        return new AttributeValue.Choice(word);
    }

    private static AttributeValue number(String digits) {
        return new AttributeValue.Decimal(new BigDecimal(digits));
    }

    @Test
    void an_attribute_has_one_of_some_values() {
        assertThat(Condition.has(SEVERITY, choice("A"), choice("B")).holds(CASE))
                .isTrue();
        assertThat(Condition.has(SEVERITY, choice("B")).holds(CASE)).isFalse();
        assertThat(Condition.has(SEVERITY, new AttributeValue.Text("A")).holds(CASE))
                .isFalse();
        assertThat(Condition.has(AttributeId.of("other"), choice("A")).holds(CASE))
                .isFalse();
    }

    @Test
    void equal_numbers_are_one_value() {
        assertThat(Condition.has(SEATS, number("10")).holds(CASE)).isTrue();
        assertThat(Condition.has(SEATS, number("1E+1"))).isEqualTo(Condition.has(SEATS, number("10.00")));
        assertThat(Condition.has(SEATS, number("100")).describe()).isEqualTo("seats is 100");
    }

    @Test
    void words_are_looked_for_in_subject_and_description() {
        assertThat(Condition.mentions("adgangskode").holds(CASE)).isTrue();
        assertThat(Condition.mentions("password", "nye").holds(CASE)).isTrue();
        assertThat(Condition.mentions("kode").holds(CASE)).isFalse();
    }

    @Test
    void an_erased_text_mentions_nothing_not_even_what_stands_in_its_place() {
        SupportCase erased =
                SupportCase.of(PersonalData.erasedFrom(HISTORY)).after(new CaseEvent.PersonalDataErased(header(4)));

        assertThat(Condition.mentions("erased").holds(CASE)).isTrue();
        assertThat(Condition.mentions("erased", "adgangskode").holds(erased)).isFalse();
    }

    @Test
    void each_says_what_it_asks_and_counts_as_one_field() {
        Condition both = Condition.has(SEVERITY, choice("A"), choice("B")).and(Condition.mentions("log ind", "kode"));

        assertThat(both.describe()).isEqualTo("severity-code is A or B and the text mentions \"log ind\" or \"kode\"");
        assertThat(both.specificity()).isEqualTo(2);
    }

    @Test
    void its_leaves_are_what_it_asks_whether_negated_or_not() {
        Condition kind = Condition.is(CaseField.KIND, "INCIDENT");
        Condition severity = Condition.has(SEVERITY, choice("A"));
        Condition words = Condition.mentions("kode");

        assertThat(kind.and(severity.or(words).negate()).leaves()).containsExactly(kind, severity, words);
        assertThat(Condition.always().leaves()).isEmpty();
    }

    @Test
    void no_values_at_all_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.Has(SEVERITY, ImmutableSet.of()))
                .withMessage("condition on severity-code lists no values; it would never hold");
    }
}
