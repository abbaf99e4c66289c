package dk.sagsflow.sla.clock;

import static dk.sagsflow.core.cases.EventKind.ACCEPTED;
import static dk.sagsflow.core.cases.EventKind.CONVERTED_TO_CHANGE;
import static dk.sagsflow.core.cases.EventKind.HANDED_OVER;
import static dk.sagsflow.core.cases.EventKind.PUT_ON_HOLD;
import static dk.sagsflow.core.cases.EventKind.RESUMED;
import static dk.sagsflow.core.cases.EventKind.WORKAROUND_PROVIDED;
import static dk.sagsflow.sla.clock.Story.BIT;
import static dk.sagsflow.sla.clock.Story.KMD;
import static dk.sagsflow.sla.clock.Story.at;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Clocks that kinds of event start, stop and pause: the desk is open Monday to Friday, 8 to 16, in Copenhagen. */
class SpanTest {
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(Story.COPENHAGEN)
            .open(MONDAY, FRIDAY, "08:00", "16:00")
            .build();

    @Nested
    class Started {
        private final Clocks clocks = clocks(Measure.RESOLUTION, Span.from(ACCEPTED));
        private final Story story = Story.registered("2007-08-01T08:00").accepted("2007-08-01T10:00");

        @Test
        void there_is_no_clock_before() {
            assertThat(clocks.read(story.history(), at("2007-08-01T09:59"))).isEmpty();
        }

        @Test
        void the_clock_counts_from_then_on() {
            ClockReading reading = only(clocks, story, "2007-08-01T12:00");

            assertThat(reading.began()).isEqualTo(at("2007-08-01T10:00"));
            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(2));
            assertThat(reading.due()).contains(at("2007-08-02T10:00"));
        }

        @Test
        void only_the_first_event_starts_it_and_it_does_not_stop_itself() {
            story.accepted("2007-08-01T11:00").accepted("2007-08-01T12:00");

            assertThat(only(clocks, story, "2007-08-01T13:00").began()).isEqualTo(at("2007-08-01T10:00"));
            ClockReading between = only(
                    clocks(Measure.RESOLUTION, Span.from(ACCEPTED).withStoppedBy(ACCEPTED)), story, "2007-08-01T13:00");
            assertThat(between.consumed()).isEqualTo(Duration.ofHours(1));
            assertThat(between.ended()).contains(at("2007-08-01T11:00"));
        }

        @Test
        void an_event_that_ends_the_measure_starts_nothing() {
            assertThat(clocks(Measure.ACCEPTANCE, Span.from(ACCEPTED)).read(story.history(), at("2007-08-01T12:00")))
                    .isEmpty();
        }

        @Test
        void a_reopened_case_goes_on_with_the_clock_that_was_started() {
            story.answered("2007-08-01T11:00").reopened("2007-08-02T08:00");

            assertThat(only(clocks, story, "2007-08-02T09:00").consumed()).isEqualTo(Duration.ofHours(2));
            assertThat(new Clocks(Agreements.of(ImmutableList.of(agreement(Measure.RESOLUTION, Span.from(ACCEPTED))
                                    .withOnReopening(ReopeningPolicy.NEW_CYCLE))))
                            .read(story.history(), at("2007-08-02T09:00")))
                    .extracting(ClockReading::consumed)
                    .containsExactly(Duration.ofHours(1));
        }

        @Test
        void a_visit_is_not_started_by_what_happened_in_the_one_before() {
            Clocks visits = clocks(Measure.RESIDENCE, Span.from(ACCEPTED));
            story.handedOver("2007-08-01T11:00", BIT).answered("2007-08-01T12:00");

            assertThat(visits.read(story.history(), at("2007-08-01T13:00")))
                    .extracting(ClockReading::key)
                    .containsExactly("visit-1-started-by-accepted");
        }

        @Test
        void its_threshold_is_told_apart_from_that_of_a_whole_clock_which_keeps_its_id() {
            story.waiting("2007-08-01T12:00", WaitingFor.CUSTOMER);
            assertThat(passed(clocks, story)).containsExactly("customers/RESOLUTION/from-1-started-by-accepted/100%");
            assertThat(passed(clocks(Measure.RESOLUTION, Span.whole()), story))
                    .containsExactly("customers/RESOLUTION/from-1/100%");
        }

        private List<String> passed(Clocks running, Story told) {
            return new EscalationPlan(running)
                    .until(told.history(), at("2007-08-10T00:00")).stream()
                            .map(ThresholdPassing::id)
                            .toList();
        }
    }

    @Nested
    class Stopped {
        private final Clocks clocks = clocks(Measure.RESOLUTION, Span.until(WORKAROUND_PROVIDED));
        private final Story story = Story.registered("2007-08-01T08:00").workaround(at("2007-08-01T10:00"));

        @Test
        void a_workaround_may_be_all_that_is_promised() {
            ClockReading reading = only(clocks, story, "2007-08-03T12:00");

            assertThat(reading.state()).isEqualTo(new ClockState.Met());
            assertThat(reading.ended()).contains(at("2007-08-01T10:00"));
            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(2));
            assertThat(new EscalationPlan(clocks).next(story.history(), at("2007-08-01T10:00")))
                    .isEmpty();
        }

        @Test
        void what_ends_the_measure_stops_it_as_well() {
            Story answered = Story.registered("2007-08-01T08:00").answered("2007-08-01T09:00");

            assertThat(only(clocks, answered, "2007-08-03T12:00").ended()).contains(at("2007-08-01T09:00"));
        }

        @Test
        void a_reopened_case_goes_on_without_the_time_since_it_stopped() {
            story.answered("2007-08-01T12:00").reopened("2007-08-02T08:00");

            assertThat(only(clocks, story, "2007-08-02T09:00").consumed()).isEqualTo(Duration.ofHours(3));
            assertThat(only(clocks, story, "2007-08-02T09:00").state()).isEqualTo(new ClockState.Running());
        }

        @Test
        void it_runs_beside_a_clock_that_goes_on() {
            Agreement both = agreement(Measure.RESOLUTION, Span.until(WORKAROUND_PROVIDED))
                    .withTargets(
                            target("restored", Measure.RESOLUTION, Span.until(WORKAROUND_PROVIDED)),
                            target("solved", Measure.RESOLUTION, Span.whole()));

            assertThat(new Clocks(Agreements.of(ImmutableList.of(both))).read(story.history(), at("2007-08-01T12:00")))
                    .extracting(reading -> reading.selected().target().id() + " " + reading.consumed())
                    .containsExactlyInAnyOrder("restored PT2H", "solved PT4H");
        }

        @Test
        void acceptance_may_count_as_the_first_response() {
            Clocks response = clocks(Measure.FIRST_RESPONSE, Span.until(ACCEPTED));
            Story accepted = Story.registered("2007-08-01T08:00").accepted("2007-08-01T08:30");
            Story told = Story.registered("2007-08-01T08:00")
                    .noted("2007-08-01T08:20", Visibility.CUSTOMER)
                    .accepted("2007-08-01T08:30");

            assertThat(only(response, accepted, "2007-08-01T12:00").ended()).contains(at("2007-08-01T08:30"));
            assertThat(only(response, told, "2007-08-01T12:00").ended()).contains(at("2007-08-01T08:20"));
        }

        @Test
        void a_case_that_is_reopened_has_had_its_first_response_though_no_clock_was_started() {
            Story answered = Story.registered("2007-08-01T08:00")
                    .answered("2007-08-01T09:00")
                    .reopened("2007-08-01T10:00")
                    .accepted("2007-08-01T11:00");

            assertThat(clocks(Measure.FIRST_RESPONSE, Span.from(ACCEPTED))
                            .read(answered.history(), at("2007-08-01T12:00")))
                    .isEmpty();
        }

        @Test
        void all_visits_of_a_tier_stop_with_the_first_hand_over() {
            Clocks tier = clocks(Measure.CUMULATIVE_RESIDENCE, Span.until(HANDED_OVER));
            Story back = Story.registered("2007-08-01T08:00")
                    .handedOver("2007-08-01T09:00", BIT)
                    .answered("2007-08-01T10:00");

            assertThat(only(tier, back, "2007-08-01T12:00").ended()).contains(at("2007-08-01T09:00"));
        }
    }

    @Nested
    class Paused {
        private final Span span = between(CONVERTED_TO_CHANGE, RESUMED);
        private final Clocks clocks = clocks(Measure.RESOLUTION, span);
        private final Story story = Story.registered("2007-08-01T08:00").convertedToChange(at("2007-08-01T10:00"));

        @Test
        void the_clock_stands_between() {
            ClockReading reading = only(clocks, story, "2007-08-01T12:00");

            assertThat(reading.state()).isEqualTo(new ClockState.Suspended(CONVERTED_TO_CHANGE));
            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(2));
            assertThat(reading.due()).isEmpty();
            assertThat(new EscalationPlan(clocks).next(story.history(), at("2007-08-01T12:00")))
                    .isEmpty();
        }

        @Test
        void and_goes_on_after() {
            story.waiting("2007-08-01T12:00", WaitingFor.CHANGE).resumed("2007-08-01T13:00");

            assertThat(only(clocks, story, "2007-08-01T14:00").consumed()).isEqualTo(Duration.ofHours(3));
        }

        @Test
        void a_clock_that_starts_meanwhile_stands_from_its_first_moment() {
            story.handedOver("2007-08-01T11:00", KMD);

            assertThat(clocks(Measure.RESIDENCE, span).read(story.history(), at("2007-08-01T12:00")))
                    .extracting(ClockReading::state)
                    .containsExactly(new ClockState.Met());
            assertThat(thirdLevel(span).read(story.history(), at("2007-08-01T12:00")))
                    .extracting(ClockReading::state)
                    .containsExactly(new ClockState.Suspended(CONVERTED_TO_CHANGE));
        }

        @Test
        void it_stands_though_nothing_was_promised_that_would_have_had_a_clock_before() {
            Clocks responses = clocks(Measure.NEXT_RESPONSE, span);
            story.by("anna").noted("2007-08-01T11:00", Visibility.CUSTOMER);

            assertThat(only(responses, story, "2007-08-01T12:00").state())
                    .isEqualTo(new ClockState.Suspended(CONVERTED_TO_CHANGE));
        }

        @Test
        void a_hold_that_came_to_its_date_counts_as_resumed_however_late_that_is_on_record() {
            Clocks held = clocks(Measure.RESOLUTION, between(PUT_ON_HOLD, RESUMED));
            Story waited = Story.registered("2007-08-01T08:00")
                    .waiting(at("2007-08-01T09:00"), WaitingFor.DATE, Optional.of(at("2007-08-01T10:00")));
            Duration unrecorded = only(held, waited, "2007-08-01T12:00").consumed();
            waited.resumed("2007-08-01T11:30");

            assertThat(unrecorded).isEqualTo(Duration.ofHours(3));
            assertThat(only(held, waited, "2007-08-01T12:00").consumed()).isEqualTo(unrecorded);
            assertThat(only(clocks(Measure.RESOLUTION, Span.from(RESUMED)), waited, "2007-08-01T12:00")
                            .began())
                    .isEqualTo(at("2007-08-01T10:00"));
            assertThat(only(clocks(Measure.RESOLUTION, Span.until(RESUMED)), waited, "2007-08-01T12:00")
                            .ended())
                    .contains(at("2007-08-01T10:00"));
        }

        @Test
        void what_the_end_of_a_hold_starts_stops_or_lets_stand_is_told_ahead() {
            Story waited = Story.registered("2007-08-01T08:00")
                    .waiting(at("2007-08-01T09:00"), WaitingFor.DATE, Optional.of(at("2007-08-01T12:00")));

            assertThat(next(between(PUT_ON_HOLD, RESUMED), waited)).contains(at("2007-08-02T11:00"));
            assertThat(next(Span.from(RESUMED), waited)).contains(at("2007-08-02T12:00"));
            assertThat(next(Span.until(RESUMED), waited)).isEmpty();
            assertThat(next(between(RESUMED, ACCEPTED), waited)).isEmpty();
        }

        private Optional<Instant> next(Span counted, Story story) {
            return new EscalationPlan(clocks(Measure.RESOLUTION, counted))
                    .next(story.history(), at("2007-08-01T10:00"))
                    .map(passed -> passed.minusNanos(1));
        }

        @Test
        void pauses_that_overlap_are_one() {
            Clocks two = clocks(
                    Measure.RESOLUTION,
                    span.withPausedBetween(pause(CONVERTED_TO_CHANGE, RESUMED), pause(ACCEPTED, WORKAROUND_PROVIDED)));
            story.accepted("2007-08-01T11:00").resumed("2007-08-01T12:00").workaround(at("2007-08-01T13:00"));

            assertThat(only(two, story, "2007-08-01T12:30").state()).isEqualTo(new ClockState.Suspended(ACCEPTED));
            assertThat(only(two, story, "2007-08-01T14:00").consumed()).isEqualTo(Duration.ofHours(3));
        }

        @Test
        void working_days_do_not_pause() {
            Target days = target("days", Measure.RESOLUTION, Span.whole())
                    .withThresholds()
                    .withBudget(new Budget.InWorkingDays(WorkingDays.of(2)));

            assertThatThrownBy(() -> days.withSpan(span))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("target days counts working days, which do not pause between events");
            assertThat(days.withSpan(Span.from(ACCEPTED)).span()).isEqualTo(Span.from(ACCEPTED));
        }

        @Test
        void a_pause_begins_and_ends_with_different_events() {
            assertThatThrownBy(() -> pause(ACCEPTED, ACCEPTED))
                    .hasMessageContaining("begins and ends with the same kind of event");
            assertThatThrownBy(() -> new Span.Break(ImmutableSet.of(), ImmutableSet.of(ACCEPTED)))
                    .hasMessageContaining("begins with no kind of event");
            assertThatThrownBy(() -> new Span.Break(ImmutableSet.of(ACCEPTED), ImmutableSet.of()))
                    .hasMessageContaining("ends with no kind of event");
        }
    }

    @Nested
    class Explained {
        private final Explanation explanation = clocks(
                        Measure.RESOLUTION,
                        between(CONVERTED_TO_CHANGE, HANDED_OVER)
                                .withStartedBy(ACCEPTED)
                                .withStoppedBy(WORKAROUND_PROVIDED))
                .explain(
                        Story.registered("2007-08-01T08:00")
                                .accepted("2007-08-01T09:00")
                                .convertedToChange(at("2007-08-01T10:00"))
                                .handedOver("2007-08-01T12:00", BIT)
                                .workaround(at("2007-08-01T13:00"))
                                .history(),
                        at("2007-08-01T15:00"))
                .get(0);

        @Test
        void names_what_started_paused_and_stopped_the_clock() {
            assertThat(ExplanationWords.in(Locale.ENGLISH).of(explanation))
                    .containsExactly(
                            "Under Customers, version 1, target RESOLUTION.",
                            "The clock started on Wed 2007-08-01 09:00:00: the case was accepted.",
                            "Wed 2007-08-01 09:00:00 to Wed 2007-08-01 10:00:00: 1 h counted, at centre.",
                            "Wed 2007-08-01 10:00:00 to Wed 2007-08-01 12:00:00: not counted, because the case became a"
                                    + " change request.",
                            "Wed 2007-08-01 12:00:00 to Wed 2007-08-01 13:00:00: 1 h counted, at bit.",
                            "The clock stopped on Wed 2007-08-01 13:00:00: a workaround was provided.",
                            "2 h used, 6 h left; the clock stands.");
        }

        @Test
        void in_danish_as_well() {
            assertThat(ExplanationWords.in(Locale.forLanguageTag("da")).of(explanation))
                    .contains(
                            "Uret startede onsdag 1/8 2007 09.00.00: sagen blev taget.",
                            "onsdag 1/8 2007 10.00.00 til onsdag 1/8 2007 12.00.00: talte ikke med, fordi sagen blev til et"
                                    + " ændringsønske.",
                            "Uret stoppede onsdag 1/8 2007 13.00.00: der kom en midlertidig løsning.");
        }

        @Test
        void every_kind_of_event_has_words() {
            for (EventKind kind : EventKind.values()) {
                TraceStep step = new TraceStep.Started(at("2007-08-01T09:00"), kind);
                Explanation one = new Explanation(explanation.reading(), ImmutableList.of(step));
                assertThat(ExplanationWords.in(Locale.ENGLISH).of(one)).hasSize(2);
                assertThat(ExplanationWords.in(Locale.forLanguageTag("da")).of(one))
                        .doesNotContainAnyElementsOf(
                                ExplanationWords.in(Locale.ENGLISH).of(one));
            }
        }

        @Test
        void every_moment_is_accounted_for() {
            Attribution attribution = Attribution.of(explanation);

            assertThat(attribution.suspended()).isEqualTo(Duration.ofHours(2));
            assertThat(attribution.total()).isEqualTo(Duration.ofHours(4));
            assertThat(explanation.counted()).isEqualTo(Duration.ofHours(2));
        }

        @Test
        void a_stop_before_a_reopening_is_told_where_it_was() {
            Story back = Story.registered("2007-08-01T08:00")
                    .workaround(at("2007-08-01T10:00"))
                    .answered("2007-08-01T12:00")
                    .reopened("2007-08-01T13:00");

            assertThat(clocks(Measure.RESOLUTION, Span.until(WORKAROUND_PROVIDED))
                            .explain(back.history(), at("2007-08-01T14:00"))
                            .get(0)
                            .steps())
                    .extracting(step -> step.getClass().getSimpleName())
                    .containsExactly("Under", "Counted", "Stopped", "Away", "Counted");
        }
    }

    /** A log of another system may reopen a case that nobody answered. */
    @Nested
    class ReopenedWhileItIsWorkedOn {
        private final Story story = Story.registered("2007-08-01T08:00").reopened("2007-08-01T10:00");

        @Test
        void the_clock_goes_on_as_one() {
            ClockReading reading = only(clocks(Measure.RESOLUTION, Span.whole()), story, "2007-08-01T12:00");

            assertThat(reading.key()).isEqualTo("from-1");
            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(4));
            assertThat(reading.state()).isEqualTo(new ClockState.Running());
        }

        @Test
        void or_stands_for_good_beside_the_one_of_the_new_cycle() {
            Clocks cycles = new Clocks(Agreements.of(ImmutableList.of(
                    agreement(Measure.RESOLUTION, Span.whole()).withOnReopening(ReopeningPolicy.NEW_CYCLE))));
            List<ClockReading> readings = cycles.read(story.history(), at("2007-08-03T12:00"));

            assertThat(readings)
                    .extracting(reading -> reading.key() + " " + reading.consumed())
                    .containsExactly("from-1 PT2H", "from-2 PT18H");
            assertThat(readings.get(0).state()).isEqualTo(new ClockState.Elsewhere());
            assertThat(readings.get(0).due()).isEmpty();
            assertThat(new EscalationPlan(cycles).until(story.history(), at("2007-08-03T12:00")))
                    .extracting(ThresholdPassing::clock)
                    .containsExactly("from-2");
        }

        @Test
        void the_visit_ends_and_a_new_one_begins() {
            assertThat(clocks(Measure.RESIDENCE, Span.whole()).read(story.history(), at("2007-08-01T12:00")))
                    .extracting(reading -> reading.key() + " " + reading.consumed())
                    .containsExactly("visit-1 PT2H", "visit-2 PT2H");
        }

        @Test
        void the_silence_of_before_stands() {
            assertThat(clocks(Measure.UPDATE_INTERVAL, Span.whole()).read(story.history(), at("2007-08-01T12:00")))
                    .extracting(ClockReading::consumed)
                    .containsExactly(Duration.ofHours(2), Duration.ofHours(2));
        }
    }

    private static Span.Break pause(EventKind from, EventKind until) {
        return new Span.Break(ImmutableSet.of(from), ImmutableSet.of(until));
    }

    private static Span between(EventKind from, EventKind until) {
        return Span.builder().addPausedBetween(pause(from, until)).build();
    }

    private static ClockReading only(Clocks clocks, Story story, String local) {
        List<ClockReading> readings = clocks.read(story.history(), at(local));
        assertThat(readings).hasSize(1);
        return readings.get(0);
    }

    private static Clocks clocks(Measure measure, Span span) {
        return new Clocks(Agreements.of(ImmutableList.of(agreement(measure, span))));
    }

    private static Clocks thirdLevel(Span span) {
        return new Clocks(Agreements.of(
                ImmutableList.of(agreement(Measure.RESIDENCE, span).withProvider(new Party.OfTier(KMD.tier())))));
    }

    private static Agreement agreement(Measure measure, Span span) {
        return Agreement.builder()
                .id("customers")
                .name("Customers")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer())
                .addTarget(target(measure.name(), measure, span))
                .build();
    }

    private static Target target(String id, Measure measure, Span span) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .span(span)
                .budget(Budget.of(Duration.ofHours(8)))
                .calendar(OFFICE)
                .addThreshold(Threshold.at(100))
                .build();
    }
}
