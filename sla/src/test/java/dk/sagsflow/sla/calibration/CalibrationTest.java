package dk.sagsflow.sla.calibration;

import static dk.sagsflow.sla.calibration.CalibrationDomain.COPENHAGEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableLongArray;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Instant MONDAY_MORNING = Instant.parse("2007-10-22T06:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int CASES = 5_000;

    @Nested
    class TheLimit {
        @Test
        void lies_between_the_longest_met_and_the_shortest_missed_case_and_is_round() {
            FittedLimit fitted = fit(hours(1, 2, 7), hours(9, 30));

            assertThat(fitted.kind()).isEqualTo(FittedLimit.Kind.AT_MOST);
            assertThat(fitted.equallyGood()).containsExactly(Range.closedOpen(hour(7), hour(9)));
            assertThat(fitted.suggested()).isEqualTo(hour(8));
            assertThat(fitted.explained()).isEqualTo(5);
        }

        @Test
        void leaves_the_fewest_cases_unexplained() {
            FittedLimit fitted = fit(hours(1, 2, 6, 7, 40), hours(3, 9, 30, 31));

            assertThat(fitted.equallyGood()).containsExactly(Range.closedOpen(hour(7), hour(9)));
            assertThat(fitted.explained()).isEqualTo(7);
        }

        @Test
        void is_taken_from_the_widest_of_the_ranges_that_are_as_good() {
            FittedLimit fitted = fit(hours(1, 8), hours(5, 9, 10));

            assertThat(fitted.equallyGood())
                    .containsExactly(Range.closedOpen(hour(1), hour(5)), Range.closedOpen(hour(8), hour(9)));
            assertThat(fitted.suggested()).isEqualTo(hour(4));
        }

        @Test
        void of_cases_that_were_all_missed_is_shorter_than_all_of_them() {
            FittedLimit fitted = fit(hours(), hours(5, 9));

            assertThat(fitted.kind()).isEqualTo(FittedLimit.Kind.NEVER_MET);
            assertThat(fitted.equallyGood()).containsExactly(Range.closedOpen(Duration.ofNanos(1), hour(5)));
            assertThat(fitted.suggested()).isEqualTo(hour(4));
        }

        @Test
        void of_cases_that_were_all_met_is_the_next_whole_day_and_has_no_end() {
            FittedLimit fitted = fit(hours(5, 30), hours());

            assertThat(fitted.kind()).isEqualTo(FittedLimit.Kind.ALWAYS_MET);
            assertThat(fitted.equallyGood()).containsExactly(Range.atLeast(hour(30)));
            assertThat(fitted.suggested()).isEqualTo(hour(48));
        }

        private FittedLimit fit(ImmutableLongArray met, ImmutableLongArray missed) {
            return LimitSearch.fit(new LimitKey(Optional.empty(), Optional.empty()), met, missed);
        }

        private Duration hour(int count) {
            return HOUR.multipliedBy(count);
        }

        private ImmutableLongArray hours(int... counts) {
            ImmutableLongArray.Builder nanos = ImmutableLongArray.builder();
            for (int count : counts) {
                nanos.add(hour(count).toNanos());
            }
            return nanos.build();
        }
    }

    @Nested
    class OfThousandsOfCases {
        private final ServiceCalendar office = CalibrationDomain.week("08:00", "16:00");

        @Test
        void one_calendar_is_left_and_its_limit_is_found() {
            Calibration calibration = Calibration.of(ClockFamily.usual(COPENHAGEN), judged(0));

            assertThat(calibration.best().clock().describe())
                    .isEqualTo("closure, Monday to Friday 08:00-16:00 in Europe/Copenhagen, not paused");
            assertThat(calibration.best().limits())
                    .singleElement()
                    .matches(limit -> limit.suggested().equals(Duration.ofHours(12)));
            assertThat(calibration.ranking())
                    .filteredOn(other -> !other.clock().calendar().equals(office))
                    .allMatch(other -> other.accuracy() < 1);
        }

        @Test
        void it_is_found_among_a_tenth_of_wrong_verdicts_and_these_are_what_contradicts() {
            FittedClock best =
                    Calibration.of(ClockFamily.usual(COPENHAGEN), judged(10)).best();

            assertThat(best.clock().calendar()).isEqualTo(office);
            assertThat(best.accuracy()).isGreaterThanOrEqualTo(0.9);
            assertThat(best.contradictions())
                    .hasSizeLessThanOrEqualTo(CASES / 10)
                    .allMatch(one -> !one.verdict()
                            .equals(
                                    one.used().compareTo(best.limits().get(0).suggested()) <= 0
                                            ? Verdict.MET
                                            : Verdict.MISSED));
        }

        /** Open cases that are judged as they stand, by office hours and a limit of 12 of them. */
        private List<JudgedCase> judged(int percentOfWrong) {
            Random random = new Random(2007);
            List<JudgedCase> judged = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                Instant from = MONDAY_MORNING.plusSeconds(random.nextInt(60 * 86_400));
                Instant to = from.plusSeconds(random.nextInt(6 * 86_400));
                boolean met = office.openTime(from, to).compareTo(Duration.ofHours(12)) <= 0;
                boolean wrong = i % 100 < percentOfWrong;
                judged.add(new JudgedCase(registered("C-" + i, from), to, met != wrong ? Verdict.MET : Verdict.MISSED));
            }
            return judged;
        }
    }

    @Nested
    class WherePromisesGoByType {
        /** Street lamps within a day, potholes within a week; nobody has a priority. */
        private CalibrationBuilder judged() {
            CalibrationBuilder builder = Calibration.builder(ClockFamily.usual(COPENHAGEN));
            for (int hour = 1; hour < 300; hour += 2) {
                for (String type : List.of("lamp", "pothole")) {
                    int limit = type.equals("lamp") ? 24 : 168;
                    builder.add(new JudgedCase(
                            registered(type + hour, MONDAY_MORNING),
                            MONDAY_MORNING.plusSeconds(hour * 3_600L),
                            hour <= limit ? Verdict.MET : Verdict.MISSED,
                            Optional.of(type)));
                }
            }
            return builder;
        }

        @Test
        void limits_by_type_explain_what_limits_by_priority_cannot() {
            FittedClock byPriority = judged().build().best();
            FittedClock byType = judged().build(LimitsBy.TYPE).best();

            assertThat(byPriority.accuracy()).isLessThan(0.8);
            assertThat(byType.accuracy()).isEqualTo(1);
            assertThat(byType.contradictions()).isEmpty();
            assertThat(byType.limits())
                    .extracting(FittedLimit::type, FittedLimit::suggested)
                    .containsExactly(
                            tuple(Optional.of("lamp"), Duration.ofHours(24)),
                            tuple(Optional.of("pothole"), Duration.ofHours(168)));
            assertThat(judged().knowsTypes()).isTrue();
        }

        @Test
        void an_agreement_does_not_know_types() {
            FittedClock byType = judged().build(LimitsBy.TYPE).best();

            assertThatThrownBy(() -> byType.toAgreement("found", "Found", new Party.OfTier(TierId.of("1st"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("write a target for each type");
        }

        @Test
        void clocks_that_no_verdict_tells_apart_count_alike() {
            ImmutableList<FittedClock> ranking = judged().build().ranking();
            FittedClock best = ranking.get(0);

            assertThat(ranking.stream().filter(best::countsAs).count()).isGreaterThan(1);
            assertThat(ranking).anyMatch(other -> !best.countsAs(other));
        }
    }

    @Nested
    class AFamily {
        @Test
        void says_its_clocks_in_words() {
            assertThat(ClockFamily.usual(ZoneOffset.UTC).clocks())
                    .extracting(CandidateClock::describe)
                    .startsWith(
                            "closure, around the clock, not paused",
                            "closure, Monday to Friday around the clock in Z, not paused")
                    .contains("resolution, around the clock, paused while waiting for customer or supplier")
                    .hasSize(64);
        }

        @Test
        void is_put_together_of_others_without_saying_a_clock_twice() {
            ClockFamily copenhagen = ClockFamily.usual(COPENHAGEN);

            assertThat(copenhagen.plus(ClockFamily.usual(ZoneOffset.ofHours(5))).clocks())
                    .hasSize(128);
            assertThat(copenhagen.plus(copenhagen)).isEqualTo(copenhagen);
        }

        @Test
        void in_every_offset_has_the_usual_weeks_in_the_local_time_of_each_whole_hour() {
            ClockFamily everywhere = ClockFamily.inEveryOffset();

            assertThat(everywhere.clocks().stream()
                            .map(clock -> clock.calendar().zone().normalized())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(-12, 11)
                            .mapToObj(ZoneOffset::ofHours)
                            .toList());
            // Eight clocks around the clock, and seven weeks of eight clocks in 24 zones.
            assertThat(everywhere.clocks()).hasSize(8 + 24 * 7 * 8);
            assertThat(everywhere.clocks())
                    .containsAll(ClockFamily.usual(ZoneOffset.ofHours(-12)).clocks().stream()
                            .filter(clock -> !clock.calendar().equals(ServiceCalendar.always(ZoneOffset.ofHours(-12))))
                            .toList());
        }

        @Test
        void has_at_least_one_clock() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ClockFamily(ImmutableSet.of()))
                    .withMessage("a family of no clocks explains nothing; at least one is needed");
        }

        @Test
        void has_only_measures_of_which_a_case_has_one_clock() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CandidateClock(
                            Measure.RESIDENCE, "always", ServiceCalendar.always(), ImmutableSet.of()))
                    .withMessage(
                            "RESIDENCE has a clock for each visit, hand-over or silence, and a verdict is on a case;"
                                    + " one of [RESOLUTION, CLOSURE, FIRST_RESPONSE] is needed");
        }

        @Test
        void needs_a_measure_and_calendars_that_are_not_called_alike() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClockFamily.builder()
                            .calendar("always", ServiceCalendar.always())
                            .build())
                    .withMessageContaining("no measure is given");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClockFamily.builder()
                            .calendar("week", CalibrationDomain.week("08:00", "16:00"))
                            .calendar("week", CalibrationDomain.week("08:00", "17:00")))
                    .withMessageContaining("two calendars are called week");
        }

        @Test
        void needs_a_calendar() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            ClockFamily.builder().measure(Measure.RESOLUTION).build())
                    .withMessage("no calendar is given; ServiceCalendar.always() is one");
        }

        @Test
        void pauses_where_it_is_told_to() {
            assertThat(ClockFamily.builder()
                            .measure(Measure.RESOLUTION)
                            .calendar("always", ServiceCalendar.always())
                            .pausedBy(WaitingFor.SUPPLIER)
                            .build()
                            .clocks())
                    .extracting(CandidateClock::pausedBy)
                    .containsExactly(ImmutableSet.of(WaitingFor.SUPPLIER));
        }
    }

    @Test
    void becomes_an_agreement_that_gives_the_verdicts() {
        CaseHistory quick = registered("C-1", MONDAY_MORNING);
        ServiceCalendar always = ServiceCalendar.always();
        ClockFamily family = ClockFamily.builder()
                .measure(Measure.RESOLUTION)
                .calendar("around the clock", always)
                .build();
        FittedClock best = Calibration.of(
                        family,
                        ImmutableList.of(
                                new JudgedCase(quick, MONDAY_MORNING.plus(HOUR.multipliedBy(7)), Verdict.MET),
                                new JudgedCase(quick, MONDAY_MORNING.plus(HOUR.multipliedBy(9)), Verdict.MISSED)))
                .best();
        Agreement agreement = best.toAgreement("found", "Found in the log", new Party.OfTier(TierId.of("1st")));

        assertThat(agreement.targets()).singleElement().satisfies(target -> {
            assertThat(target.measure()).isEqualTo(Measure.RESOLUTION);
            assertThat(target.budget()).isEqualTo(Budget.of(HOUR.multipliedBy(8)));
            assertThat(target.calendar()).isEqualTo(always);
        });
        assertThat(agreement.name()).isEqualTo("Found in the log");
        assertThat(best).hasToString("resolution, around the clock, not paused: 2 of 2");
        assertThat(JudgedCase.of(quick, Verdict.MET).judgedAt()).isEqualTo(MONDAY_MORNING);
    }

    @Test
    void of_no_cases_there_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(ClockFamily.usual(COPENHAGEN), ImmutableList.of()))
                .withMessage("no judged case was given; at least one is needed");
    }

    @Test
    void a_case_is_not_judged_before_it_came_in() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new JudgedCase(registered("C-1", MONDAY_MORNING), MONDAY_MORNING.minusSeconds(1), Verdict.MET))
                .withMessageContaining("C-1")
                .withMessageContaining("2007-10-22T06:00:00Z");
    }

    private static CaseHistory registered(String number, Instant at) {
        return CaseHistory.of(ImmutableList.of(new CaseEvent.Registered(
                EventHeader.of(CaseNumber.of(number), 1, at, ActorId.of("karen"), Side.ORGANISATION),
                new Station(GroupId.of("centre"), TierId.of("1st")),
                CustomerId.of("anna"),
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.empty(),
                "help",
                "help")));
    }
}
