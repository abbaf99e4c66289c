package dk.sagsflow.sla.clock;

import static dk.sagsflow.core.cases.EventKind.CONVERTED_TO_CHANGE;
import static dk.sagsflow.core.cases.EventKind.RESUMED;
import static dk.sagsflow.sla.clock.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a superuser reads about a clock: one line for each thing that is so, however many events lie in it. */
class ExplanationTest {
    private static final Target RESOLUTION = Promises.target("resolution", Measure.RESOLUTION, 8);

    @Test
    void what_counts_at_one_place_is_one_step_whatever_happens_meanwhile() {
        Story story = Story.registered("2007-08-01T08:00")
                .noted("2007-08-01T09:00", Visibility.INTERNAL)
                .accepted("2007-08-01T10:00");

        assertThat(lasting(RESOLUTION, story, "2007-08-01T12:00"))
                .containsExactly(counted(Story.CENTRE, "2007-08-01T08:00", "2007-08-01T12:00"));
    }

    @Test
    void what_counts_at_two_places_is_two_steps() {
        Story story = Story.registered("2007-08-01T08:00").handedOver("2007-08-01T10:00", Story.BIT);

        assertThat(lasting(RESOLUTION, story, "2007-08-01T12:00"))
                .containsExactly(
                        counted(Story.CENTRE, "2007-08-01T08:00", "2007-08-01T10:00"),
                        counted(Story.BIT, "2007-08-01T10:00", "2007-08-01T12:00"));
    }

    @Test
    void a_night_is_one_step_with_a_note_in_it() {
        Story story = Story.registered("2007-08-01T15:00").noted("2007-08-01T22:00", Visibility.INTERNAL);

        assertThat(lasting(RESOLUTION, story, "2007-08-02T08:00"))
                .containsExactly(
                        counted(Story.CENTRE, "2007-08-01T15:00", "2007-08-01T16:00"),
                        new TraceStep.ClosedService(at("2007-08-01T16:00"), at("2007-08-02T08:00")));
    }

    @Test
    void a_wait_is_one_step_until_it_is_for_somebody_else() {
        Target pausing = RESOLUTION.withPausedBy(WaitingFor.CUSTOMER, WaitingFor.SUPPLIER);
        Story story = Story.registered("2007-08-01T08:00")
                .waiting("2007-08-01T09:00", WaitingFor.CUSTOMER)
                .noted("2007-08-01T10:00", Visibility.INTERNAL)
                .waiting("2007-08-01T11:00", WaitingFor.SUPPLIER);

        assertThat(lasting(pausing, story, "2007-08-01T12:00"))
                .containsExactly(
                        counted(Story.CENTRE, "2007-08-01T08:00", "2007-08-01T09:00"),
                        new TraceStep.Paused(at("2007-08-01T09:00"), at("2007-08-01T11:00"), WaitingFor.CUSTOMER),
                        new TraceStep.Paused(at("2007-08-01T11:00"), at("2007-08-01T12:00"), WaitingFor.SUPPLIER));
    }

    @Test
    void a_clock_that_an_event_has_stopped_stands_for_one_step() {
        Target suspended = RESOLUTION.withSpan(Span.builder()
                .addPausedBetween(new Span.Break(ImmutableSet.of(CONVERTED_TO_CHANGE), ImmutableSet.of(RESUMED)))
                .build());
        Story story = Story.registered("2007-08-01T08:00")
                .convertedToChange(at("2007-08-01T09:00"))
                .noted("2007-08-01T10:00", Visibility.INTERNAL);

        assertThat(lasting(suspended, story, "2007-08-01T12:00"))
                .containsExactly(
                        counted(Story.CENTRE, "2007-08-01T08:00", "2007-08-01T09:00"),
                        new TraceStep.Suspended(at("2007-08-01T09:00"), at("2007-08-01T12:00"), CONVERTED_TO_CHANGE));
    }

    @Test
    void the_sum_says_how_long_it_is_too_late() {
        Story story = Story.registered("2007-08-01T08:00");

        assertThat(sum(RESOLUTION, story, "2007-08-02T10:05:03"))
                .isEqualTo("10 h 5 min 3 s used: the limit was used up on Wed 2007-08-01 16:00:00"
                        + " and exceeded by 2 h 5 min 3 s.");
    }

    @Test
    void the_sum_of_a_clock_that_stands_names_no_time_when_it_is_due() {
        Target pausing = RESOLUTION.withPausedBy(WaitingFor.CUSTOMER);
        Story story = Story.registered("2007-08-01T08:00").waiting("2007-08-01T08:00", WaitingFor.CUSTOMER);

        assertThat(sum(pausing, story, "2007-08-01T12:00")).isEqualTo("0 min used, 8 h left; the clock stands.");
    }

    @Test
    void a_limit_in_working_days_is_told_with_the_service_time_that_is_left() {
        Target days = Promises.target("days", Measure.RESOLUTION, new Budget.InWorkingDays(WorkingDays.of(1)));

        assertThat(sum(days, Story.registered("2007-08-01T12:00"), "2007-08-01T14:00"))
                .isEqualTo("2 h used, 10 h left: due on Thu 2007-08-02 16:00:00.");
    }

    @Test
    void what_an_earlier_target_left_used_is_told_and_counted() {
        Agreement sharing = Promises.toCustomers(
                        RESOLUTION,
                        Promises.target("urgent", Measure.RESOLUTION, 2)
                                .withAppliesTo(Condition.is(CaseField.PRIORITY, "P1")))
                .withOnChange(ChangePolicy.PRO_RATA);
        Story story = Story.registered("2007-08-01T08:00").prioritised("2007-08-01T12:00", Priority.P1);
        Explanation explanation = explained(sharing, story, "2007-08-01T12:30");

        assertThat(explanation.counted().toMinutes()).isEqualTo(90);
        assertThat(ExplanationWords.in(Locale.ENGLISH).of(explanation))
                .contains("1 h 30 min used, 30 min left: due on Wed 2007-08-01 13:00:00.")
                .anySatisfy(line ->
                        assertThat(line).contains("Wed 2007-08-01 12:00:00").contains("1 h"));
    }

    private static TraceStep counted(Station at, String from, String to) {
        return new TraceStep.Counted(at(from), at(to), Optional.of(at));
    }

    private static List<TraceStep> lasting(Target target, Story story, String asOf) {
        return explained(Promises.toCustomers(target), story, asOf).steps().stream()
                .filter(step -> !(step instanceof TraceStep.Under))
                .toList();
    }

    private static String sum(Target target, Story story, String asOf) {
        List<String> lines =
                ExplanationWords.in(Locale.ENGLISH).of(explained(Promises.toCustomers(target), story, asOf));
        return lines.get(lines.size() - 1);
    }

    private static Explanation explained(Agreement agreement, Story story, String asOf) {
        return new Clocks(Agreements.of(List.of(agreement)))
                .explain(story.history(), at(asOf))
                .get(0);
    }
}
