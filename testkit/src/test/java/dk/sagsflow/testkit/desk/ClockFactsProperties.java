package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.statistics.StatisticsFollower;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.statistics.ClockFacts;
import dk.sagsflow.testkit.domain.DeskActions;
import dk.sagsflow.testkit.domain.PlayedDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;

/** What clocks count as, whatever was done at a desk. */
@Tag("R33")
class ClockFactsProperties {
    private static final Breakdown BREAKDOWN = Breakdown.of(
            PeriodLength.WEEK, ZoneId.of("Europe/Copenhagen"), Dimension.AGREEMENT, Dimension.TARGET, Dimension.TIER);

    @Provide
    Arbitrary<ActionChain<PlayedDesk>> sequences() {
        return DeskActions.sequences(ReferenceOrganisation.organisation(), CaseRepository::inMemory);
    }

    private static List<CaseHistory> cases(PlayedDesk desk) {
        return desk.histories().values().stream().map(CaseHistory::of).toList();
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void each_clock_that_stopped_counts_once_and_who_used_its_time_adds_up(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();
        Clocks clocks = new Clocks(desk.agreements());
        for (CaseHistory history : cases(desk)) {
            List<Fact> facts = new ClockFacts(clocks).of(history.timeline());
            List<ClockReading> stopped = clocks.read(history, end(history)).stream()
                    .filter(reading -> reading.ended().isPresent())
                    .toList();

            assertThat(facts.stream().filter(fact -> fact.figure() == Figure.MET))
                    .hasSize((int) stopped.stream()
                            .filter(reading -> !reading.exceeded())
                            .count());
            assertThat(lengths(facts, Figure.EXCEEDED))
                    .isEqualTo(stopped.stream()
                            .filter(ClockReading::exceeded)
                            .map(reading -> reading.remaining().negated())
                            .reduce(Duration.ZERO, Duration::plus));
            assertThat(lengths(facts, Figure.USED_OF_EXCEEDED))
                    .isLessThanOrEqualTo(stopped.stream()
                            .filter(ClockReading::exceeded)
                            .map(ClockReading::consumed)
                            .reduce(Duration.ZERO, Duration::plus));
        }
    }

    /** The clock of a desk may stand behind its cases. */
    private static Instant end(CaseHistory history) {
        return history.events().stream()
                .map(CaseEvent::occurredAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static Duration lengths(List<Fact> facts, Figure figure) {
        return facts.stream()
                .filter(fact -> fact.figure() == figure)
                .flatMap(fact -> fact.length().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whoever_follows_the_log_counts_what_one_pass_counts_and_parts_add_up(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();
        ClockFacts facts = new ClockFacts(new Clocks(desk.agreements()));
        List<CaseHistory> cases = cases(desk);
        StatisticsFollower follower =
                new StatisticsFollower(CaseStatistics.none(BREAKDOWN), desk.repository()::history, facts::withCase);
        for (LoggedStep step :
                desk.repository().log().after(desk.repository().log().beginning(), 10_000)) {
            follower.follow(step);
        }
        CaseStatistics whole = counted(facts, cases);
        int half = cases.size() / 2;

        assertThat(follower.statistics()).isEqualTo(whole);
        assertThat(counted(facts, cases.subList(half, cases.size())).plus(counted(facts, cases.subList(0, half))))
                .isEqualTo(whole);
    }

    private static CaseStatistics counted(ClockFacts facts, List<CaseHistory> cases) {
        CaseTally tally = new CaseTally(BREAKDOWN);
        cases.forEach(history -> tally.add(facts.withCase(history.timeline())));
        return tally.statistics();
    }
}
