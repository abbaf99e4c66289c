package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.organisation.AgeBuckets;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.statistics.StatisticsFollower;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.statistics.Backlog;
import dk.sagsflow.sla.statistics.ClockFacts;
import dk.sagsflow.sla.statistics.Effort;
import dk.sagsflow.sla.statistics.OpenAges;
import dk.sagsflow.sla.statistics.WeekAhead;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures that need agreements or calendars beside the history of a case. */
@Tag("R33")
class ClockFactsTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate AUGUST = LocalDate.of(2007, 8, 1);

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);
    private final Agreements agreements = world.deskModel().agreements();
    private final ClockFacts clockFacts = new ClockFacts(new Clocks(agreements));

    private CaseTimeline timeline(CaseNumber number) {
        return CaseTimeline.of(store.history(number));
    }

    private CaseStatistics follow(Breakdown breakdown) {
        StatisticsFollower follower =
                new StatisticsFollower(CaseStatistics.none(breakdown), store::history, clockFacts::withCase);
        for (LoggedStep step : store.log().after(store.log().beginning(), 1_000)) {
            follower.follow(step);
        }
        return follower.statistics();
    }

    @Test
    void a_clock_counts_when_it_stops_and_what_was_exceeded_tells_by_how_much_and_who_used_the_time() {
        CaseNumber late = world.registerFor(CITIZEN_CARL);
        CaseNumber inTime = world.registerFor(CITIZEN_CARL);
        world.places(inTime, Cause.USER_ERROR);
        world.answers(KAREN, inTime);
        world.clock.advance(Duration.ofDays(4));
        world.handsOver(KAREN, late, BIT);

        CaseStatistics figures = follow(
                Breakdown.of(PeriodLength.MONTH, COPENHAGEN, Dimension.AGREEMENT, Dimension.TARGET, Dimension.TIER));

        assertThat(figures.in(AUGUST, Figure.MET).count()).isEqualTo(1);
        assertThat(figures.in(AUGUST, Figure.EXCEEDED).count()).isEqualTo(1);
        Duration used = figures.in(AUGUST, Figure.USED_OF_EXCEEDED).lengths().total();
        assertThat(figures.in(AUGUST, Figure.EXCEEDED).lengths().total()).isEqualTo(used.minus(Duration.ofHours(8)));
        assertThat(figures.cells().keySet())
                .filteredOn(cell -> cell.figure() == Figure.EXCEEDED)
                .allSatisfy(cell -> assertThat(cell.value(Dimension.AGREEMENT)).isPresent());
        assertThat(figures.in(AUGUST, Figure.REGISTERED).count()).isEqualTo(2);
    }

    @Test
    void every_figure_tells_its_cases() {
        CaseNumber first = world.registerFor(CITIZEN_CARL);
        CaseNumber second = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, second, BIT);
        world.answers(BO, second);

        assertThat(CaseFacts.behind(
                        Breakdown.of(PeriodLength.MONTH, COPENHAGEN, Dimension.GROUP),
                        cell -> cell.figure() == Figure.HANDED_OVER
                                && cell.period().equals(AUGUST),
                        List.of(timeline(first), timeline(second))))
                .containsExactly(second);
    }

    @Test
    void ages_are_told_in_service_time_for_cases_that_somebody_has() {
        CaseNumber open = world.registerFor(CITIZEN_CARL);
        CaseNumber answered = world.registerFor(CITIZEN_CARL);
        world.places(answered, Cause.USER_ERROR);
        world.answers(KAREN, answered);
        Instant registered = timeline(open).latest().registeredAt();
        List<CaseTimeline> cases = List.of(timeline(open), timeline(answered));
        ServiceCalendar always = ServiceCalendar.always();
        AgeBuckets limits = AgeBuckets.of(Duration.ofHours(1), Duration.ofDays(2));

        assertThat(OpenAges.at(registered.plus(Duration.ofHours(1)), always, limits, cases)
                        .counts())
                .containsExactly(1, 0, 0);
        OpenAges old = OpenAges.at(registered.plus(Duration.ofDays(3)), always, limits, cases);
        assertThat(old.counts()).containsExactly(0, 0, 1);
        assertThat(old.cases().get(2)).containsExactly(open);
        ServiceCalendar daily = ServiceCalendar.in(ZoneOffset.UTC)
                .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00", "00:20")
                .build();
        assertThat(OpenAges.at(registered.plus(Duration.ofDays(3)), daily, limits, cases)
                        .counts())
                .as("three times twenty minutes of service in three days")
                .containsExactly(1, 0, 0);
        assertThat(OpenAges.at(registered.plus(Duration.ofDays(4)), daily, limits, cases)
                        .counts())
                .containsExactly(0, 1, 0);
        assertThat(OpenAges.at(registered.minusSeconds(1), always, limits, cases)
                        .counts())
                .containsExactly(0, 0, 0);
    }

    @Tag("R35")
    @Test
    void what_will_be_exceeded_if_nothing_more_happens_is_told_with_when() {
        CaseNumber open = world.registerFor(CITIZEN_CARL);
        CaseNumber answered = world.registerFor(CITIZEN_CARL);
        world.places(answered, Cause.USER_ERROR);
        world.answers(KAREN, answered);
        Instant now = world.clock.instant();
        Clocks clocks = new Clocks(agreements);
        ImmutableList<CaseHistory> cases =
                ImmutableList.of(CaseHistory.of(store.history(open)), CaseHistory.of(store.history(answered)));

        WeekAhead week = WeekAhead.of(clocks, cases, now, now.plus(Duration.ofDays(7)));

        assertThat(week.exceeded()).extracting(WeekAhead.Exceeded::number).containsOnly(open);
        Instant due = week.exceeded().get(0).due();
        assertThat(clocks.read(cases.get(0), due)).noneMatch(reading -> reading.exceeded());
        assertThat(clocks.read(cases.get(0), due.plusSeconds(1))).anyMatch(reading -> reading.exceeded());
        assertThat(WeekAhead.of(clocks, cases, now, now.plusSeconds(60)).exceeded())
                .isEmpty();
    }

    @Tag("R35")
    @Test
    void effort_is_how_often_a_tier_had_a_case_times_how_long_one_takes_with_what_that_rests_on() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, number, BIT);
        world.answers(BO, number);
        world.answers(KAREN, number);
        TierId first = TierId.of("1st");

        Effort effort = Effort.of(
                follow(Breakdown.of(PeriodLength.MONTH, COPENHAGEN, Dimension.TIER)),
                AUGUST,
                ImmutableMap.of(first, Duration.ofMinutes(30)),
                Duration.ofHours(100));

        assertThat(effort.of(first)).isEqualTo(Duration.ofHours(1));
        assertThat(effort.people(first)).isEqualTo(0.01);
        assertThat(effort.assumptions())
                .contains("1st had 2 cases, 30.0 min of work on each", "one person works 100.0 h in a period")
                .anyMatch(line -> line.startsWith("2nd had 1 cases; how long one takes is not known"));
    }

    @Tag("R35")
    @Test
    void a_backlog_grows_by_what_comes_in_without_what_can_be_done_and_is_never_less_than_nothing() {
        Backlog grows = new Backlog(100, 50, 2, Duration.ofHours(30), Duration.ofHours(2));

        assertThat(grows.capacity()).isEqualTo(30);
        assertThat(grows.after(3)).containsExactly(120.0, 140.0, 160.0);
        double people = grows.peopleFor(0, 4);
        assertThat(new Backlog(100, 50, people, Duration.ofHours(30), Duration.ofHours(2))
                        .after(4)
                        .get(3))
                .isZero();
        assertThat(new Backlog(10, 0, 2, Duration.ofHours(30), Duration.ofHours(2)).after(2))
                .containsExactly(0.0, 0.0);
    }
}
