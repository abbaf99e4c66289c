package dk.sagsflow.sla.clock;

import static dk.sagsflow.sla.clock.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When thresholds are passed, which of them are told, and which comes next (R17). */
@Tag("R17")
class EscalationPlanTest {
    private static final Instant LONG_AFTER = at("2007-09-01T00:00");

    @Test
    void a_limit_in_working_days_is_passed_the_moment_after_the_last_one_closes() {
        EscalationPlan plan = plan(inWorkingDays());
        CaseHistory history = Story.registered("2007-08-01T12:00").history();
        Instant due = at("2007-08-03T16:00");

        assertThat(plan.next(history, at("2007-08-01T12:00"))).contains(due.plusNanos(1));
        assertThat(plan.until(history, due)).isEmpty();
        assertThat(plan.until(history, due.plusNanos(1)))
                .extracting(ThresholdPassing::dueAt)
                .containsExactly(due);
        assertThat(plan.next(history, due.plusNanos(1))).isEmpty();
    }

    @Test
    void a_limit_in_working_days_that_was_kept_is_never_passed() {
        EscalationPlan plan = plan(inWorkingDays());
        CaseHistory inTime = Story.registered("2007-08-01T12:00")
                .answered("2007-08-03T16:00")
                .history();
        CaseHistory late = Story.registered("2007-08-01T12:00")
                .answered(at("2007-08-03T16:00").plusNanos(1_000))
                .history();

        assertThat(plan.until(inTime, LONG_AFTER)).isEmpty();
        assertThat(plan.next(inTime, at("2007-08-03T16:00"))).isEmpty();
        assertThat(plan.until(late, LONG_AFTER)).hasSize(1);
    }

    @Test
    void of_each_clock_the_last_threshold_is_told() {
        EscalationPlan plan = plan(
                inHours("answer-in-a-day", Measure.RESOLUTION, 8, Threshold.at(50), Threshold.at(100)),
                inHours("answer-soon", Measure.FIRST_RESPONSE, 2, Threshold.at(75), Threshold.at(100)));
        CaseHistory history = Story.registered("2007-08-01T08:00").history();

        assertThat(plan.until(history, at("2007-08-01T14:00")))
                .extracting(ThresholdPassing::id, ThresholdPassing::superseded)
                .containsExactly(
                        tuple("customers/answer-soon/from-1/75%", true),
                        tuple("customers/answer-soon/from-1/100%", false),
                        tuple("customers/answer-in-a-day/from-1/50%", false));
    }

    @Test
    void what_was_passed_before_the_priority_changed_stays_passed() {
        Target urgent = inHours("urgent", Measure.RESOLUTION, 2, Threshold.at(100))
                .withAppliesTo(Condition.is(CaseField.PRIORITY, "P1"));
        EscalationPlan plan = plan(urgent, inHours("other", Measure.RESOLUTION, 80, Threshold.at(100)));
        CaseHistory calmed = Story.registered("2007-08-01T08:00")
                .prioritised("2007-08-01T08:00", Priority.P1)
                .prioritised("2007-08-01T12:00", Priority.P4)
                .history();
        CaseHistory calmedInTime = Story.registered("2007-08-01T08:00")
                .prioritised("2007-08-01T08:00", Priority.P1)
                .prioritised("2007-08-01T10:00", Priority.P4)
                .history();

        assertThat(plan.until(calmed, at("2007-08-02T12:00")))
                .extracting(passing -> passing.selected().target().id(), ThresholdPassing::dueAt)
                .containsExactly(tuple("urgent", at("2007-08-01T10:00")));
        assertThat(plan.until(calmedInTime, at("2007-08-02T12:00"))).isEmpty();
    }

    @Test
    void what_is_late_and_not_on_record_is_next_before_all_that_comes() {
        EscalationPlan plan = plan(inHours("resolution", Measure.RESOLUTION, 8, Threshold.at(50), Threshold.at(100)));
        CaseHistory history = Story.registered("2007-08-01T08:00").history();
        Instant now = at("2007-08-01T14:00");
        String half = "customers/resolution/from-1/50%";

        assertThat(plan.nextUnrecorded(history, Set.of(), now))
                .contains(at("2007-08-01T12:00").plusNanos(1));
        // All of it is used up when the desk closes, and more than that a moment after it opens again.
        assertThat(plan.nextUnrecorded(history, Set.of(half), now))
                .contains(at("2007-08-02T08:00").plusNanos(1));
    }

    @Test
    void nothing_is_next_once_all_is_passed_or_over() {
        EscalationPlan plan = plan(inHours("resolution", Measure.RESOLUTION, 8, Threshold.at(100)));
        CaseHistory open = Story.registered("2007-08-01T08:00").history();
        CaseHistory answered = Story.registered("2007-08-01T08:00")
                .answered("2007-08-01T09:00")
                .history();

        assertThat(plan.next(open, at("2007-08-02T08:00")))
                .contains(at("2007-08-02T08:00").plusNanos(1));
        assertThat(plan.next(open, at("2007-08-02T08:00").plusNanos(1))).isEmpty();
        assertThat(plan.next(answered, at("2007-08-01T09:00"))).isEmpty();
    }

    private static Target inWorkingDays() {
        return Promises.target("days", Measure.RESOLUTION, new Budget.InWorkingDays(WorkingDays.of(2)))
                .withThresholds(Threshold.at(100));
    }

    private static Target inHours(String id, Measure measure, int hours, Threshold... thresholds) {
        return Promises.target(id, measure, hours).withThresholds(thresholds);
    }

    private static EscalationPlan plan(Target... targets) {
        return new EscalationPlan(new Clocks(Agreements.of(List.of(Promises.toCustomers(targets)))));
    }
}
