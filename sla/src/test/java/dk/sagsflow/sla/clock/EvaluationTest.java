package dk.sagsflow.sla.clock;

import static dk.sagsflow.sla.clock.Story.BIT;
import static dk.sagsflow.sla.clock.Story.at;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import dk.sagsflow.sla.evaluation.Evaluation;
import dk.sagsflow.sla.evaluation.WhatIf;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Recorded cases held against agreements in force and against a draft. */
class EvaluationTest {
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(Story.COPENHAGEN)
            .open(MONDAY, FRIDAY, "08:00", "16:00")
            .build();

    private final CaseHistory quick =
            Story.registered("2007-08-01T08:00").answered("2007-08-01T10:00").history();
    private final CaseHistory slow =
            Story.registered("2007-08-01T08:00").answered("2007-08-02T11:00").history();
    private final CaseHistory open = Story.registered("2007-08-02T08:00")
            .handedOver("2007-08-02T09:00", BIT)
            .history();

    @Test
    void counts_what_became_of_clocks_and_adds_up_what_was_too_much() {
        Clocks clocks = resolution(Budget.of(Duration.ofHours(8)));
        Evaluation all = Evaluation.of(clocks, quick, at("2007-08-02T12:00"))
                .merge(Evaluation.of(clocks, slow, at("2007-08-02T12:00")))
                .merge(Evaluation.of(clocks, slow, at("2007-08-02T12:00")))
                .merge(Evaluation.of(clocks, open, at("2007-08-02T12:00")));

        assertThat(all.tally("customers", "resolution"))
                .isEqualTo(new Evaluation.Tally(1, 2, 1, Duration.ofHours(6), 0));
        assertThat(all.tally("customers", "resolution").clocks()).isEqualTo(4);
        assertThat(all.tally("customers", "answer").clocks()).isZero();
    }

    @Test
    void a_budget_in_working_days_is_too_much_by_the_service_time_after_it_was_due() {
        Clocks clocks = resolution(new Budget.InWorkingDays(new WorkingDays(0, Duration.ZERO)));

        assertThat(Evaluation.of(clocks, slow, at("2007-08-02T12:00")).tally("customers", "resolution"))
                .isEqualTo(new Evaluation.Tally(0, 1, 0, Duration.ofHours(3), 0));
    }

    @Test
    void a_draft_makes_new_breaches_and_removes_others() {
        Clocks strict = resolution(Budget.of(Duration.ofHours(1)));
        Clocks lenient = resolution(Budget.of(Duration.ofHours(12)));

        assertThat(kinds(lenient, strict, quick)).containsExactly(WhatIf.Kind.NEW_BREACH);
        assertThat(kinds(strict, lenient, quick)).containsExactly(WhatIf.Kind.REMOVED_BREACH);
        assertThat(kinds(strict, resolution(Budget.of(Duration.ofHours(2).minusNanos(1))), quick))
                .containsExactly(WhatIf.Kind.MOVED_DUE);
        assertThat(kinds(lenient, resolution(Budget.of(Duration.ofHours(10))), quick))
                .as("met under both, with less of the time left")
                .containsExactly(WhatIf.Kind.MOVED_DUE);
        assertThat(kinds(strict, strict, quick)).isEmpty();
        assertThat(kinds(new Clocks(Agreements.none()), lenient, quick)).containsExactly(WhatIf.Kind.NEWLY_MEASURED);
        assertThat(kinds(lenient, new Clocks(Agreements.none()), quick))
                .containsExactly(WhatIf.Kind.NO_LONGER_MEASURED);
        assertThat(kinds(new Clocks(Agreements.none()), strict, quick)).containsExactly(WhatIf.Kind.NEW_BREACH);
    }

    @Test
    void differences_are_counted_by_whatever_one_asks_for() {
        WhatIf whatIf =
                new WhatIf(resolution(Budget.of(Duration.ofHours(12))), resolution(Budget.of(Duration.ofHours(1))));
        ImmutableList<WhatIf.Change> changes = ImmutableList.<WhatIf.Change>builder()
                .addAll(whatIf.compare(quick, at("2007-08-02T12:00")))
                .addAll(whatIf.compare(slow, at("2007-08-02T12:00")))
                .build();

        assertThat(WhatIf.count(changes, WhatIf.Change::agreement))
                .isEqualTo(ImmutableSortedMap.of("customers", ImmutableSortedMap.of(WhatIf.Kind.NEW_BREACH, 2L)));
        assertThat(WhatIf.count(changes, WhatIf.Change::tier)).containsOnlyKeys("customer");
        assertThat(WhatIf.count(changes, WhatIf.Change::category)).containsOnlyKeys("none");
        assertThat(changes.get(0).number()).isEqualTo(quick.latest().number());
        assertThat(changes.get(0).before().map(ClockReading::remaining)).isEqualTo(Optional.of(Duration.ofHours(10)));
        assertThat(changes.get(0).reading().remaining()).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void a_clock_that_only_one_model_has_is_told_with_its_reading_and_its_tier() {
        Clocks residence = new Clocks(Agreements.of(
                ImmutableList.of(Promises.toCustomers(Promises.target("residence", Measure.RESIDENCE, 8)))));
        Clocks none = new Clocks(Agreements.none());

        assertThat(new WhatIf(residence, none).compare(open, at("2007-08-02T12:00")))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(WhatIf.Kind.NO_LONGER_MEASURED);
                    assertThat(change.tier()).isEqualTo("1st");
                    assertThat(change.reading().measure()).isEqualTo(Measure.RESIDENCE);
                });
    }

    @Test
    void what_is_under_way_is_undecided_and_adds_up_with_the_rest() {
        Evaluation.Tally some = new Evaluation.Tally(1, 2, 3, Duration.ofHours(4), 5);

        assertThat(some.merge(new Evaluation.Tally(10, 20, 30, Duration.ofHours(40), 50)))
                .isEqualTo(new Evaluation.Tally(11, 22, 33, Duration.ofHours(44), 55));
        assertThat(Evaluation.of(resolution(Budget.of(Duration.ofHours(8))), open, at("2007-08-02T12:00"))
                        .tally("customers", "resolution"))
                .isEqualTo(new Evaluation.Tally(0, 0, 1, Duration.ZERO, 0));
    }

    @Test
    void what_was_exceeded_and_on_record_stays_beside_the_longer_limit_that_was_kept_in_the_end() {
        Clocks clocks = new Clocks(Agreements.of(ImmutableList.of(Promises.toCustomers(
                Promises.target("urgent", Measure.RESOLUTION, 4)
                        .withAppliesTo(Condition.is(CaseField.PRIORITY, "P1"))
                        .withThresholds(Threshold.at(100)),
                Promises.target("other", Measure.RESOLUTION, 80)))));
        Story calmed = Story.registered("2007-08-01T08:00")
                .prioritised("2007-08-01T09:00", Priority.P1)
                .thresholdPassed("2007-08-01T14:00", "urgent", "2007-08-01T12:00")
                .prioritised("2007-08-01T15:00", Priority.P4);
        CaseHistory open = calmed.history();
        CaseHistory answered = calmed.answered("2007-08-02T09:00").history();

        assertThat(Evaluation.of(clocks, open, at("2007-08-01T14:30")).tally("customers", "urgent"))
                .isEqualTo(new Evaluation.Tally(0, 1, 0, Duration.ofMinutes(150), 0));
        Evaluation end = Evaluation.of(clocks, answered, at("2007-08-03T08:00"));
        assertThat(end.tally("customers", "urgent")).isEqualTo(new Evaluation.Tally(0, 0, 0, Duration.ZERO, 1));
        assertThat(end.tally("customers", "other")).isEqualTo(new Evaluation.Tally(1, 0, 0, Duration.ZERO, 0));
        assertThat(Evaluation.of(clocks, answered, at("2007-08-01T13:00")).tally("customers", "urgent"))
                .as("what is not on record yet")
                .isEqualTo(new Evaluation.Tally(0, 1, 0, Duration.ofHours(1), 0));
    }

    private static ImmutableList<WhatIf.Kind> kinds(Clocks inForce, Clocks draft, CaseHistory history) {
        return new WhatIf(inForce, draft)
                .compare(history, at("2007-08-02T12:00")).stream()
                        .map(WhatIf.Change::kind)
                        .collect(ImmutableList.toImmutableList());
    }

    private static Clocks resolution(Budget budget) {
        return new Clocks(Agreements.of(ImmutableList.of(Agreement.builder()
                .id("customers")
                .name("Customers")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer())
                .addTarget(Target.builder()
                        .id("resolution")
                        .measure(Measure.RESOLUTION)
                        .budget(budget)
                        .calendar(OFFICE)
                        .build())
                .build())));
    }
}
