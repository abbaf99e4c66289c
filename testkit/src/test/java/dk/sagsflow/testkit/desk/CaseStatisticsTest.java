package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.statistics.StatisticsFollower;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R33")
class CaseStatisticsTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate AUGUST = LocalDate.of(2007, 8, 1);

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);

    @Test
    void a_case_that_went_to_2nd_level_and_back_counts_where_it_was() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, number, BIT);
        world.answers(BO, number);
        world.answers(KAREN, number);

        CaseStatistics figures = follow(Breakdown.of(PeriodLength.MONTH, COPENHAGEN, Dimension.GROUP));

        assertThat(figures.in(AUGUST, Figure.REGISTERED).count()).isEqualTo(1);
        assertThat(figures.in(AUGUST, Figure.VISITED).count()).isEqualTo(3);
        assertThat(figures.in(AUGUST, Figure.RETURNED).count()).isEqualTo(1);
        assertThat(figures.in(AUGUST, Figure.ANSWERED_AT_FIRST_CONTACT).count()).isZero();
        assertThat(figures.in(AUGUST, Figure.ANSWERED).lengths().quantile(0.5)).isEqualTo(Duration.ofMinutes(30));
        assertThat(figures.in(AUGUST, Figure.VISITED).lengths().total()).isEqualTo(Duration.ofMinutes(30));
        assertThat(figures.cells().entrySet())
                .filteredOn(cell -> cell.getKey().figure() == Figure.HANDED_OVER)
                .singleElement()
                .satisfies(
                        cell -> assertThat(cell.getKey().value(Dimension.GROUP)).contains("support-centre"));
    }

    @Test
    void a_case_that_is_placed_anew_counts_anew_in_the_period_that_is_past() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.places(number, Cause.TECHNICAL);
        world.answers(KAREN, number);
        Breakdown byPriority = Breakdown.of(PeriodLength.DAY, COPENHAGEN, Dimension.PRIORITY);
        CaseStatistics before = follow(byPriority);
        world.clock.advance(Duration.ofDays(40));
        world.desk.submit(KAREN, number, new CaseCommand.Reopen("it is back")).orElseThrow();
        world.does(KAREN, number, new CaseCommand.Prioritise(Impact.HIGH, Urgency.HIGH));

        assertThat(before.in(AUGUST, Figure.ANSWERED).count()).isEqualTo(1);
        assertThat(follow(byPriority).cells().keySet())
                .allSatisfy(cell -> assertThat(cell.value(Dimension.PRIORITY)).isPresent());
        assertThat(follow(byPriority).of(Figure.REGISTERED).count()).isEqualTo(1);
    }

    @Test
    void what_stands_at_the_end_of_a_day_is_what_came_without_what_went() {
        CaseNumber waits = world.registerFor(CITIZEN_CARL);
        world.does(KAREN, waits, new CaseCommand.Accept());
        world.does(KAREN, waits, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser"));
        CaseNumber answered = world.registerFor(CITIZEN_CARL);
        world.places(answered, Cause.USER_ERROR);
        world.answers(KAREN, answered);
        world.registerFor(CITIZEN_CARL);

        CaseStatistics figures = follow(Breakdown.of(PeriodLength.DAY, COPENHAGEN, Dimension.STATUS));

        assertThat(figures.standingAtEndOf(AUGUST))
                .isEqualTo(ImmutableMap.of(
                        ImmutableMap.of(Dimension.STATUS, "ON_HOLD"), 1L,
                        ImmutableMap.of(Dimension.STATUS, "ANSWERED"), 1L,
                        ImmutableMap.of(Dimension.STATUS, "QUEUED"), 1L));
        assertThat(figures.standingAtEndOf(AUGUST.minusDays(1))).isEmpty();
    }

    @Test
    void a_wait_ends_at_its_date_however_late_that_is_noticed() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.does(KAREN, number, new CaseCommand.Accept());
        Instant until = world.clock.instant().plus(Duration.ofHours(2));
        world.does(KAREN, number, new CaseCommand.Pause(WaitingFor.DATE, Optional.of(until), ""));
        world.clock.advance(Duration.ofDays(3));
        world.places(number, Cause.TECHNICAL);

        assertThat(CaseFacts.of(CaseTimeline.of(store.history(number))))
                .filteredOn(fact -> fact.figure() == Figure.WAITED)
                .singleElement()
                .extracting(Fact::at)
                .isEqualTo(until);
    }

    private CaseStatistics follow(Breakdown breakdown) {
        StatisticsFollower follower = new StatisticsFollower(CaseStatistics.none(breakdown), store::history);
        for (LoggedStep step : store.log().after(store.log().beginning(), 1_000)) {
            follower.follow(step);
        }
        return follower.statistics();
    }
}
