package dk.sagsflow.sla.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What an agreement can say, and what it is told if it says something else. */
class AgreementTest {
    private static final Target HOURS = Target.builder()
            .id("resolution")
            .measure(Measure.RESOLUTION)
            .budget(Budget.of(Duration.ofHours(8)))
            .calendar(ServiceCalendar.always())
            .build();
    private static final Target DAYS = HOURS.withBudget(new Budget.InWorkingDays(WorkingDays.of(2)));
    private static final Agreement AGREEMENT = Agreement.builder()
            .id("customers")
            .name("Customers")
            .kind(AgreementKind.SLA)
            .provider(new Party.OfTier(TierId.of("1st")))
            .consumer(new Party.EveryCustomer())
            .addTarget(HOURS)
            .build();

    @Test
    void a_budget_is_more_than_nothing() {
        assertThat(Budget.of(Duration.ofNanos(1))).isInstanceOf(Budget.ServiceTime.class);
        assertRefused(() -> Budget.of(Duration.ZERO), "budget is PT0S, not positive");
    }

    @Test
    void the_longest_budget_can_be_reckoned_with() {
        Duration longest = Bounds.LONGEST;

        assertThat(Threshold.at(1000).at().of(longest)).isEqualTo(longest.multipliedBy(10));
        assertThat(Threshold.offset(longest).at().of(longest)).isEqualTo(longest.multipliedBy(2));
        assertThat(HOURS.withBudget(Budget.of(longest)).due(Instant.EPOCH).instant())
                .isEmpty();
        assertThat(HOURS.withBudget(new Budget.InWorkingDays(new WorkingDays(10_000, Duration.ofDays(3_660))))
                        .due(Instant.parse("2150-01-01T00:00:00Z"))
                        .instant())
                .isPresent();
        assertRefused(
                () -> Budget.of(longest.plusNanos(1)),
                "budget is PT2400000H0.000000001S; at most PT2400000H, which is 100000 days, is allowed");
    }

    @Test
    void a_threshold_is_at_one_to_a_thousand_percent() {
        assertThat(Threshold.at(1).at().describe()).isEqualTo("1%");
        assertThat(Threshold.at(1000).at().of(Duration.ofHours(1))).isEqualTo(Duration.ofHours(10));
        assertRefused(() -> Threshold.at(0), "threshold is at 0 %, not 1 to 1000");
        assertRefused(() -> Threshold.at(1001), "threshold is at 1001 %, not 1 to 1000");
    }

    @Test
    void a_threshold_before_the_beginning_is_at_the_beginning() {
        assertThat(Threshold.offset(Duration.ofHours(-9)).at().of(Duration.ofHours(8)))
                .isEqualTo(Duration.ZERO);
        assertThat(Threshold.offset(Duration.ofHours(-2)).at().of(Duration.ofHours(8)))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void working_days_do_not_pause_and_have_no_threshold_but_their_end() {
        assertThat(DAYS.withThresholds(Threshold.at(100)).thresholds()).hasSize(1);
        assertRefused(
                () -> DAYS.withPausedBy(WaitingFor.CUSTOMER),
                "target resolution counts working days, which do not pause for [CUSTOMER]");
        assertRefused(
                () -> DAYS.withSpan(Span.builder()
                        .addPausedBetween(new Span.Break(
                                ImmutableSet.of(EventKind.CONVERTED_TO_CHANGE), ImmutableSet.of(EventKind.RESUMED)))
                        .build()),
                "target resolution counts working days, which do not pause between events");
        assertRefused(
                () -> DAYS.withThresholds(Threshold.at(100), Threshold.at(75)),
                "target resolution counts working days, whose only threshold is 100%");
        assertRefused(
                () -> DAYS.withThresholds(Threshold.offset(Duration.ZERO)),
                "target resolution counts working days, whose only threshold is 100%");
    }

    @Test
    void a_target_does_not_ask_for_words_which_may_be_erased() {
        assertRefused(
                () -> HOURS.withAppliesTo(Condition.mentions("printer").negate()),
                "target resolution asks for words in the text, which may be erased, and clocks would change by that; it may"
                        + " ask for a category or an attribute that is not personal");
    }

    @Test
    void targets_of_an_agreement_differ_in_id() {
        assertRefused(() -> AGREEMENT.withTargets(HOURS, HOURS), "agreement customers has two targets resolution");
    }

    @Test
    void customers_promise_nothing() {
        assertRefused(
                () -> AGREEMENT.withProvider(new Party.Customers(CustomerKind.CITIZEN)),
                "agreement customers is promised by customers of kind CITIZEN; only a tier or a group promises");
        assertThat(AGREEMENT
                        .withProvider(new Party.OfGroup(GroupId.of("bit")))
                        .provider()
                        .describe())
                .isEqualTo("group bit");
    }

    @Test
    void agreements_that_say_the_same_are_equal_and_say_what_they_are() {
        Agreements agreements = Agreements.of(List.of(AGREEMENT));

        assertThat(agreements)
                .isEqualTo(Agreements.of(List.of(AGREEMENT)))
                .hasSameHashCodeAs(Agreements.of(List.of(AGREEMENT)))
                .isNotEqualTo(Agreements.none())
                .hasToString("Agreements[" + AGREEMENT + "]");
        assertThat(agreements.measure(Measure.RESOLUTION)).isTrue();
        assertThat(agreements.measure(Measure.ANSWER)).isFalse();
    }

    private static void assertRefused(ThrowingCallable said, String told) {
        assertThatThrownBy(said).isInstanceOf(IllegalArgumentException.class).hasMessage(told);
    }
}
