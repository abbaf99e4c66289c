package dk.sagsflow.sla.clock;

import static dk.sagsflow.sla.clock.Story.BIT;
import static dk.sagsflow.sla.clock.Story.CENTRE;
import static dk.sagsflow.sla.clock.Story.KMD;
import static dk.sagsflow.sla.clock.Story.at;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clocks as a service manager would check them: the desk is open Monday to Friday, 8 to 16, in Copenhagen. */
class ClocksTest {
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(Story.COPENHAGEN)
            .open(MONDAY, FRIDAY, "08:00", "16:00")
            .build();
    private static final Party FIRST = new Party.OfTier(TierId.of("1st"));
    private static final Party SECOND = new Party.OfTier(TierId.of("2nd"));

    @Nested
    class Resolution {
        private final Agreements agreements =
                customers(target(Measure.RESOLUTION, 8).build());

        @Test
        @DisplayName("Eight hours used up exactly at closing time are met until the next opening begins")
        void used_up_at_closing_time_is_not_exceeded() {
            CaseHistory history = Story.registered("2007-08-01T08:00").history();

            ClockReading atNight = only(agreements, history, "2007-08-01T23:00");
            assertThat(atNight.state()).isEqualTo(new ClockState.Closed());
            assertThat(atNight.remaining()).isZero();
            assertThat(atNight.due()).contains(at("2007-08-01T16:00"));
            assertThat(only(agreements, history, "2007-08-02T08:00").exceeded()).isFalse();
            assertThat(only(agreements, history, at("2007-08-02T08:00").plusNanos(1))
                            .state())
                    .isEqualTo(new ClockState.Exceeded(at("2007-08-01T16:00")));
        }

        @Test
        @DisplayName("Thirty stretches of 40 s work and 20 s pause are twenty minutes, to the second")
        void short_pauses_are_not_rounded() {
            Story story = Story.registered("2007-08-01T08:00");
            Instant now = at("2007-08-01T08:00");
            for (int i = 0; i < 30; i++) {
                story.waiting(now.plusSeconds(40), WaitingFor.CUSTOMER).resumed(now.plusSeconds(60));
                now = now.plusSeconds(60);
            }

            assertThat(only(agreements, story.history(), now).consumed()).isEqualTo(Duration.ofMinutes(20));
        }

        @Test
        @DisplayName("A weekend on hold gives no extra time: a pause in closed time changes nothing")
        void a_pause_in_closed_time_changes_nothing() {
            CaseHistory plain = Story.registered("2007-08-03T15:00").history();
            CaseHistory held = Story.registered("2007-08-03T15:00")
                    .waiting("2007-08-03T16:00", WaitingFor.CUSTOMER)
                    .resumed("2007-08-06T08:00")
                    .history();

            assertThat(only(agreements, held, "2007-08-06T12:00").due())
                    .isEqualTo(only(agreements, plain, "2007-08-06T12:00").due())
                    .contains(at("2007-08-06T15:00"));
        }

        @Test
        void a_wait_that_the_target_does_not_name_goes_on_counting() {
            CaseHistory history = Story.registered("2007-08-01T08:00")
                    .waiting("2007-08-01T09:00", WaitingFor.SUPPLIER)
                    .history();

            ClockReading reading = only(agreements, history, "2007-08-01T12:00");
            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(4));
            assertThat(reading.state()).isEqualTo(new ClockState.Running());
        }

        @Test
        void while_it_waits_a_clock_has_no_due_time() {
            CaseHistory history = Story.registered("2007-08-01T08:00")
                    .waiting("2007-08-01T09:00", WaitingFor.CUSTOMER)
                    .history();

            ClockReading reading = only(agreements, history, "2007-08-01T12:00");
            assertThat(reading.state()).isEqualTo(new ClockState.Paused(WaitingFor.CUSTOMER));
            assertThat(reading.due()).isEmpty();
            assertThat(reading.remaining()).isEqualTo(Duration.ofHours(7));
        }

        @Test
        void an_answer_in_time_is_met_and_stays_so() {
            CaseHistory history = Story.registered("2007-08-01T08:00")
                    .answered("2007-08-01T10:00")
                    .history();

            ClockReading reading = only(agreements, history, "2009-01-01T00:00");
            assertThat(reading.state()).isEqualTo(new ClockState.Met());
            assertThat(reading.ended()).contains(at("2007-08-01T10:00"));
            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(2));
        }

        @Test
        void a_past_instant_is_read_as_it_was_then() {
            Story story = Story.registered("2007-08-01T08:00").waiting("2007-08-01T09:00", WaitingFor.CUSTOMER);
            ClockReading then = only(agreements, story.history(), "2007-08-01T12:00");
            story.resumed("2007-08-01T13:00").answered("2007-08-01T14:00");

            assertThat(only(agreements, story.history(), "2007-08-01T12:00")).isEqualTo(then);
            assertThat(new Clocks(agreements).read(story.history(), at("2007-07-01T00:00")))
                    .isEmpty();
        }
    }

    @Nested
    class Closure {
        private final Agreements agreements =
                customers(target(Measure.CLOSURE, 8).build());
        private final Story story = Story.registered("2007-08-01T08:00")
                .answered("2007-08-01T10:00")
                .reopened("2007-08-01T12:00")
                .answered("2007-08-01T13:00")
                .closed(at("2007-08-01T15:00"));

        @Test
        void counts_the_time_in_which_the_customer_has_an_answer() {
            ClockReading reading = only(agreements, story.history(), "2007-08-02T16:00");

            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(7));
            assertThat(reading.ended()).contains(at("2007-08-01T15:00"));
            assertThat(reading.state()).isEqualTo(new ClockState.Met());
            assertThat(Attribution.of(new Clocks(agreements)
                                    .explain(story.history(), at("2007-08-02T16:00"))
                                    .get(0))
                            .answered())
                    .isEqualTo(Duration.ofHours(4));
        }

        @Test
        void runs_on_until_then() {
            ClockReading reading = only(agreements, story.history(), "2007-08-01T14:00");

            assertThat(reading.state()).isEqualTo(new ClockState.Running());
            assertThat(reading.due()).contains(at("2007-08-01T16:00"));
        }

        @Test
        void goes_on_without_the_closed_time_when_the_case_comes_back() {
            story.reopened("2007-08-02T09:00").closed(at("2007-08-02T11:00"));

            assertThat(only(agreements, story.history(), "2007-08-02T16:00").state())
                    .isEqualTo(new ClockState.Exceeded(at("2007-08-02T10:00")));
        }
    }

    @Nested
    class Reopening {
        private final Story story = Story.registered("2007-08-01T08:00")
                .answered("2007-08-01T10:00")
                .reopened("2007-08-02T08:00");

        @Test
        void continues_the_clock_without_the_answered_time() {
            Agreements agreements = customers(target(Measure.RESOLUTION, 8).build());

            assertThat(only(agreements, story.history(), "2007-08-02T09:00").consumed())
                    .isEqualTo(Duration.ofHours(3));
        }

        @Test
        void starts_a_new_cycle_where_the_agreement_says_so_and_the_old_one_never_changes() {
            Agreements agreements = Agreements.of(ImmutableList.of(agreement(AgreementKind.SLA)
                    .addTarget(target(Measure.RESOLUTION, 8).build())
                    .onReopening(ReopeningPolicy.NEW_CYCLE)
                    .build()));

            List<ClockReading> readings = new Clocks(agreements).read(story.history(), at("2007-08-02T09:00"));

            assertThat(readings)
                    .extracting(ClockReading::consumed)
                    .containsExactly(Duration.ofHours(2), Duration.ofHours(1));
            assertThat(readings).extracting(ClockReading::key).containsExactly("from-1", "from-3");
            assertThat(readings.get(0).state()).isEqualTo(new ClockState.Met());
        }
    }

    @Nested
    class AnotherPriority {
        private final Story story = Story.registered("2007-08-01T08:00").prioritised("2007-08-01T12:00", Priority.P1);

        @Test
        void is_recomputed_over_the_whole_history() {
            ClockReading reading = only(priorities(ChangePolicy.RECOMPUTE), story.history(), "2007-08-01T13:00");

            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(5));
            assertThat(reading.state()).isEqualTo(new ClockState.Exceeded(at("2007-08-01T10:00")));
        }

        @Test
        void keeps_the_share_that_was_used_where_the_agreement_says_so() {
            ClockReading reading = only(priorities(ChangePolicy.PRO_RATA), story.history(), "2007-08-01T12:30");

            // Four of eight hours are half; half of two hours is one, and half an hour more.
            assertThat(reading.consumed()).isEqualTo(Duration.ofMinutes(90));
            assertThat(reading.due()).contains(at("2007-08-01T13:00"));
        }

        @Test
        void that_is_changed_to_and_fro_many_times_over_keeps_a_breach_and_overflows_nothing() {
            Target second = target(Measure.RESOLUTION, 1).build().withBudget(Budget.of(Duration.ofSeconds(1)));
            Agreements proRata = Agreements.of(ImmutableList.of(agreement(AgreementKind.SLA)
                    .addTarget(second)
                    .addTarget(target("urgent", Measure.RESOLUTION, 20)
                            .appliesTo(Condition.is(CaseField.PRIORITY, "P1"))
                            .build())
                    .onChange(ChangePolicy.PRO_RATA)
                    .build()));
            Story story = Story.registered("2007-08-01T08:00");
            for (int day = 2; day <= 31; day++) {
                Priority priority = day % 2 == 0 ? Priority.P1 : Priority.P3;
                story.prioritised(String.format(Locale.ROOT, "2007-08-%02dT08:00", day), priority);
            }

            assertThat(only(proRata, story.history(), "2007-09-03T12:00").exceeded())
                    .isTrue();
        }

        @Test
        void starts_anew_where_the_agreement_says_so() {
            ClockReading reading = only(priorities(ChangePolicy.RESTART), story.history(), "2007-08-01T13:00");

            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(1));
            assertThat(reading.due()).contains(at("2007-08-01T14:00"));
        }

        @Test
        void loses_no_pause() {
            Story held = Story.registered("2007-08-01T08:00")
                    .waiting("2007-08-01T09:00", WaitingFor.CUSTOMER)
                    .prioritised("2007-08-01T10:00", Priority.P1)
                    .resumed("2007-08-01T11:00");

            assertThat(only(priorities(ChangePolicy.RECOMPUTE), held.history(), "2007-08-01T11:30")
                            .consumed())
                    .isEqualTo(Duration.ofMinutes(90));
        }

        private Agreements priorities(ChangePolicy policy) {
            return Agreements.of(ImmutableList.of(agreement(AgreementKind.SLA)
                    .addTarget(target(Measure.RESOLUTION, 8).build())
                    .addTarget(target("urgent", Measure.RESOLUTION, 2)
                            .appliesTo(Condition.is(CaseField.PRIORITY, "P1"))
                            .build())
                    .onChange(policy)
                    .build()));
        }
    }

    @Nested
    class Meaning {
        private final Agreements agreements =
                customers(target(Measure.FIRST_RESPONSE, 1).build());

        @Test
        void a_note_to_oneself_is_no_response_and_neither_is_a_program_or_the_customer() {
            CaseHistory history = Story.registered("2007-08-01T08:00")
                    .noted("2007-08-01T08:10", Visibility.INTERNAL)
                    .by("sagsflow")
                    .noted("2007-08-01T08:20", Visibility.CUSTOMER)
                    .by("anna")
                    .noted("2007-08-01T08:30", Visibility.CUSTOMER)
                    .history();

            assertThat(only(agreements, history, "2007-08-01T08:40").ended()).isEmpty();
        }

        @Test
        void a_word_of_a_person_is() {
            CaseHistory spoken = Story.registered("2007-08-01T08:00")
                    .noted("2007-08-01T08:10", Visibility.CUSTOMER)
                    .history();
            CaseHistory asked = Story.registered("2007-08-01T08:00")
                    .waiting("2007-08-01T08:10", WaitingFor.CUSTOMER)
                    .history();

            assertThat(List.of(spoken, asked))
                    .allSatisfy(history -> assertThat(only(agreements, history, "2007-08-01T12:00")
                                    .ended())
                            .contains(at("2007-08-01T08:10")));
        }

        @Test
        @Tag("R20")
        @DisplayName("R20 the longest silence toward a customer is measured from word to word")
        void silences_are_measured_one_by_one() {
            CaseHistory history = Story.registered("2007-08-01T08:00")
                    .noted("2007-08-01T10:00", Visibility.CUSTOMER)
                    .answered("2007-08-01T15:00")
                    .history();

            assertThat(new Clocks(customers(target(Measure.UPDATE_INTERVAL, 4).build()))
                            .read(history, at("2007-08-02T00:00")))
                    .extracting(ClockReading::consumed)
                    .containsExactly(Duration.ofHours(2), Duration.ofHours(5));
        }
    }

    @Nested
    class OfTiers {
        private final Story story = Story.registered("2007-08-01T08:00")
                .accepted("2007-08-01T08:10")
                .handedOver("2007-08-01T09:00", BIT)
                .accepted("2007-08-01T09:30")
                .handedOver("2007-08-01T10:00", KMD)
                .answered("2007-08-01T13:00")
                .answered("2007-08-01T14:00")
                .answered("2007-08-01T14:30");

        @Test
        @Tag("R16")
        @DisplayName("R16 a visit to a tier has a clock of its own, and all visits together have one")
        void residence_is_by_visit_and_together() {
            Agreements agreements = Agreements.of(ImmutableList.of(
                    between(SECOND, FIRST, target(Measure.RESIDENCE, 4).build()),
                    between(
                                    SECOND,
                                    FIRST,
                                    target(Measure.CUMULATIVE_RESIDENCE, 4).build())
                            .withId("together")));

            List<ClockReading> readings = new Clocks(agreements).read(story.history(), at("2007-08-02T00:00"));

            assertThat(of(Measure.RESIDENCE, readings))
                    .extracting(ClockReading::consumed)
                    .containsExactly(Duration.ofHours(1), Duration.ofHours(1));
            assertThat(of(Measure.CUMULATIVE_RESIDENCE, readings))
                    .extracting(ClockReading::consumed)
                    .containsExactly(Duration.ofHours(2));
        }

        @Test
        void an_answer_is_measured_from_the_hand_over_with_the_tiers_above_in_it() {
            Agreements agreements = Agreements.of(ImmutableList.of(
                    between(SECOND, FIRST, target(Measure.ANSWER, 4).build())));

            ClockReading reading = only(agreements, story.history(), "2007-08-02T00:00");

            assertThat(reading.consumed()).isEqualTo(Duration.ofHours(5));
            assertThat(reading.station()).contains(BIT);
            assertThat(reading.state()).isEqualTo(new ClockState.Exceeded(at("2007-08-01T13:00")));
        }

        @Test
        void acceptance_ends_when_somebody_accepts_or_the_case_goes_on() {
            Agreements agreements = Agreements.of(ImmutableList.of(
                    between(
                            FIRST,
                            new Party.EveryCustomer(),
                            target(Measure.ACCEPTANCE, 1).build()),
                    between(SECOND, FIRST, target(Measure.ACCEPTANCE, 1).build())
                            .withId("second")));

            assertThat(new Clocks(agreements).read(story.history(), at("2007-08-02T00:00")))
                    .extracting(ClockReading::consumed)
                    .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(30));
        }

        @Test
        void a_breach_is_attributed_to_the_tiers_that_used_the_time() {
            Agreements agreements = customers(target(Measure.RESOLUTION, 4).build());

            Explanation explanation = new Clocks(agreements)
                    .explain(story.history(), at("2007-08-02T00:00"))
                    .get(0);
            Attribution attribution = Attribution.of(explanation);

            assertThat(attribution.usedBy())
                    .containsEntry(CENTRE.tier(), Duration.ofMinutes(90))
                    .containsEntry(BIT.tier(), Duration.ofHours(2))
                    .containsEntry(KMD.tier(), Duration.ofHours(3));
            assertThat(attribution.total()).isEqualTo(Duration.between(at("2007-08-01T08:00"), at("2007-08-01T14:30")));
        }

        private List<ClockReading> of(Measure measure, List<ClockReading> readings) {
            return readings.stream()
                    .filter(reading -> reading.measure() == measure)
                    .toList();
        }
    }

    @Nested
    class Versions {
        @Test
        void a_case_keeps_the_version_under_which_it_was_registered() {
            Agreement old = agreement(AgreementKind.SLA)
                    .addTarget(target(Measure.RESOLUTION, 8).build())
                    .build();
            Agreement later = old.withVersion("2")
                    .withValidFrom(at("2007-08-02T00:00"))
                    .withTargets(target(Measure.RESOLUTION, 1).build());
            Agreements agreements = Agreements.of(ImmutableList.of(old, later));

            ClockReading before =
                    only(agreements, Story.registered("2007-08-01T15:00").history(), "2007-08-02T12:00");
            ClockReading after =
                    only(agreements, Story.registered("2007-08-02T08:00").history(), "2007-08-02T12:00");

            assertThat(before.selected().agreement().version()).isEqualTo("1");
            assertThat(before.exceeded()).isFalse();
            assertThat(after.selected().agreement().version()).isEqualTo("2");
            assertThat(after.exceeded()).isTrue();
        }
    }

    @Nested
    class InWorkingDays {
        @Test
        void a_target_ends_at_closing_time_of_the_last_day() {
            Agreements agreements = customers(Target.builder()
                    .id("days")
                    .measure(Measure.RESOLUTION)
                    .budget(new Budget.InWorkingDays(WorkingDays.of(2)))
                    .calendar(OFFICE)
                    .build());
            CaseHistory history = Story.registered("2007-08-02T15:00").history();

            assertThat(only(agreements, history, "2007-08-06T16:00").exceeded()).isFalse();
            assertThat(only(agreements, history, at("2007-08-06T16:00").plusNanos(1))
                            .exceeded())
                    .isTrue();
        }
    }

    @Nested
    class Explaining {
        private final CaseHistory history = Story.registered("2007-08-01T15:00")
                .waiting("2007-08-02T09:00", WaitingFor.CUSTOMER)
                .resumed("2007-08-02T10:00")
                .history();
        private final Explanation explanation = new Clocks(
                        customers(target(Measure.RESOLUTION, 4).build()))
                .explain(history, at("2007-08-02T11:00"))
                .get(0);

        @Test
        void accounts_for_every_moment() {
            assertThat(explanation.counted()).isEqualTo(explanation.reading().consumed());
            assertThat(Attribution.of(explanation).total())
                    .isEqualTo(Duration.between(at("2007-08-01T15:00"), at("2007-08-02T11:00")));
        }

        @Test
        void reads_well_in_english() {
            assertThat(ExplanationWords.in(Locale.ENGLISH).of(explanation))
                    .containsExactly(
                            "Under Customers, version 1, target RESOLUTION.",
                            "Wed 2007-08-01 15:00:00 to Wed 2007-08-01 16:00:00: 1 h counted, at centre.",
                            "Wed 2007-08-01 16:00:00 to Thu 2007-08-02 08:00:00: the service was closed.",
                            "Thu 2007-08-02 08:00:00 to Thu 2007-08-02 09:00:00: 1 h counted, at centre.",
                            "Thu 2007-08-02 09:00:00 to Thu 2007-08-02 10:00:00: not counted, waiting for the customer.",
                            "Thu 2007-08-02 10:00:00 to Thu 2007-08-02 11:00:00: 1 h counted, at centre.",
                            "3 h used, 1 h left: due on Thu 2007-08-02 12:00:00.");
        }

        @Test
        void reads_well_in_danish() {
            assertThat(ExplanationWords.in(Locale.forLanguageTag("da-DK")).of(explanation))
                    .contains(
                            "Efter Customers, version 1, mål RESOLUTION.",
                            "onsdag 1/8 2007 16.00.00 til torsdag 2/8 2007 08.00.00: lukket uden for åbningstiden.",
                            "3 t brugt, 1 t tilbage: frist torsdag 2/8 2007 12.00.00.");
        }

        @Test
        void names_a_change_of_the_clocks() {
            Explanation night = new Clocks(customers(target(Measure.RESOLUTION, 400)
                            .build()
                            .withCalendar(ServiceCalendar.always(Story.COPENHAGEN))))
                    .explain(Story.registered("2007-10-27T12:00").history(), at("2007-10-28T12:00"))
                    .get(0);

            assertThat(ExplanationWords.in(Locale.ENGLISH).of(night))
                    .contains("The clocks went from Sun 2007-10-28 03:00:00 to Sun 2007-10-28 02:00:00.");
            assertThat(night.counted()).isEqualTo(Duration.ofHours(25));
        }
    }

    @Nested
    class Escalation {
        private final EscalationPlan plan = new EscalationPlan(new Clocks(customers(target(Measure.RESOLUTION, 8)
                .addThresholds(Threshold.at(50), Threshold.at(100), Threshold.offset(Duration.ofHours(2)))
                .build())));
        private final CaseHistory history = Story.registered("2007-08-01T12:00").history();

        @Test
        @Tag("R17")
        @DisplayName("R17 thresholds lie in working time, and each is passed once")
        void thresholds_lie_in_working_time() {
            assertThat(plan.until(history, at("2007-08-10T00:00")))
                    .extracting(passing -> passing.threshold().at().describe(), ThresholdPassing::dueAt)
                    .containsExactly(
                            tuple("50%", at("2007-08-01T16:00")),
                            tuple("100%", at("2007-08-02T12:00")),
                            tuple("+PT2H", at("2007-08-02T14:00")));
        }

        @Test
        void the_next_one_is_told_beforehand_and_is_passed_then() {
            Instant next = plan.next(history, at("2007-08-01T12:00")).orElseThrow();

            assertThat(plan.until(history, next.minusNanos(1))).isEmpty();
            assertThat(plan.until(history, next))
                    .extracting(ThresholdPassing::id)
                    .containsExactly("customers/RESOLUTION/from-1/50%");
        }

        @Test
        void a_clock_that_is_restarted_passes_no_threshold_twice_so_that_none_is_next() {
            EscalationPlan restarting =
                    new EscalationPlan(new Clocks(Agreements.of(ImmutableList.of(agreement(AgreementKind.SLA)
                            .addTarget(target(Measure.RESOLUTION, 8)
                                    .addThresholds(Threshold.at(50))
                                    .build())
                            .addTarget(target("urgent", Measure.RESOLUTION, 2)
                                    .appliesTo(Condition.is(CaseField.PRIORITY, "P1"))
                                    .build())
                            .onChange(ChangePolicy.RESTART)
                            .build()))));
            CaseHistory back = Story.registered("2007-08-01T08:00")
                    .prioritised("2007-08-01T13:00", Priority.P1)
                    .prioritised("2007-08-01T14:00", Priority.P3)
                    .history();

            assertThat(restarting.until(back, at("2007-08-10T00:00")))
                    .extracting(ThresholdPassing::dueAt)
                    .containsExactly(at("2007-08-01T12:00"));
            assertThat(restarting.next(back, at("2007-08-01T14:00"))).isEmpty();
        }

        @Test
        void an_outage_is_caught_up_with_once() {
            assertThat(plan.between(history, at("2007-08-01T12:00"), at("2007-08-10T00:00")))
                    .extracting(ThresholdPassing::superseded)
                    .containsExactly(true, true, false);
        }
    }

    private static ClockReading only(Agreements agreements, CaseHistory history, String local) {
        return only(agreements, history, at(local));
    }

    private static ClockReading only(Agreements agreements, CaseHistory history, Instant asOf) {
        List<ClockReading> readings = new Clocks(agreements).read(history, asOf);
        assertThat(readings).hasSize(1);
        return readings.get(0);
    }

    /** A target that pauses while the customer is waited for; its id is its measure. */
    private static Target.Builder target(Measure measure, int hours) {
        return target(measure.name(), measure, hours);
    }

    private static Target.Builder target(String id, Measure measure, int hours) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .budget(Budget.of(Duration.ofHours(hours)))
                .calendar(OFFICE)
                .addPausedBy(WaitingFor.CUSTOMER);
    }

    private static Agreements customers(Target target) {
        return Agreements.of(
                ImmutableList.of(agreement(AgreementKind.SLA).addTarget(target).build()));
    }

    private static Agreement.Builder agreement(AgreementKind kind) {
        return Agreement.builder()
                .id("customers")
                .name("Customers")
                .kind(kind)
                .provider(FIRST)
                .consumer(new Party.Customers(CustomerKind.CITIZEN));
    }

    private static Agreement between(Party provider, Party consumer, Target target) {
        return Agreement.builder()
                .id("tiers")
                .name("Tiers")
                .kind(AgreementKind.OLA)
                .provider(provider)
                .consumer(consumer)
                .addTarget(target)
                .build();
    }
}
