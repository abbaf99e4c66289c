package dk.sagsflow.testkit.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.statistics.StatisticsFollower;
import dk.sagsflow.core.statistics.StatisticsJson;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.testkit.domain.SupportDomain;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CaseStatisticsProperties {

    /** Several cases of one organisation, each with a number of its own, and some days between them. */
    @Provide
    Arbitrary<ImmutableList<CaseTimeline>> cases() {
        return new SupportDomain()
                .organisations()
                .flatMap(organisation -> SupportDomain.histories(organisation)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5))
                .map(histories -> IntStream.range(0, histories.size())
                        .mapToObj(place -> CaseTimeline.of(renumbered("C-" + (place + 1), histories.get(place))))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<CaseEvent> renumbered(String number, List<CaseEvent> events) {
        CaseEventJson json = new CaseEventJson();
        return events.stream()
                .map(event -> json.read(json.write(event).replace("\"C-1\"", "\"" + number + "\"")))
                .collect(ImmutableList.toImmutableList());
    }

    @Provide
    Arbitrary<Breakdown> breakdowns() {
        return Combinators.combine(
                        Arbitraries.of(PeriodLength.values()),
                        Arbitraries.of("Europe/Copenhagen", "UTC", "Pacific/Kiritimati")
                                .map(ZoneId::of),
                        Arbitraries.of(Dimension.values()).set().ofMaxSize(4))
                .as((length, zone, by) -> by(Breakdown.of(length, zone), by));
    }

    private static Breakdown by(Breakdown period, Set<Dimension> dimensions) {
        Dimension[] others =
                Sets.difference(dimensions, Set.of(Dimension.CATEGORY)).toArray(Dimension[]::new);
        Breakdown breakdown = Breakdown.of(period.length(), period.zone(), others);
        return dimensions.contains(Dimension.CATEGORY) ? breakdown.byCategory(Set.of("login")) : breakdown;
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void parts_that_were_counted_apart_are_together_what_one_pass_counts(
            @ForAll("cases") ImmutableList<CaseTimeline> cases,
            @ForAll("breakdowns") Breakdown breakdown,
            @ForAll Random random) {
        CaseStatistics whole = CaseStatistics.of(breakdown, cases);
        List<CaseTimeline> shuffled = Lists.newArrayList(cases);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(cases.size() + 1);
        CaseStatistics one = CaseStatistics.of(breakdown, shuffled.subList(0, cut));
        CaseStatistics other = CaseStatistics.of(breakdown, shuffled.subList(cut, cases.size()));

        assertThat(one.plus(other)).isEqualTo(whole);
        assertThat(other.plus(one)).isEqualTo(whole);
        assertThat(whole.plus(CaseStatistics.none(breakdown))).isEqualTo(whole);
        CaseTally sum = new CaseTally(breakdown);
        shuffled.forEach(each -> sum.add(CaseStatistics.of(breakdown, List.of(each))));
        assertThat(sum.statistics()).isEqualTo(whole);
    }

    @Example
    void figures_that_are_broken_down_otherwise_are_not_added() {
        CaseTally monthly = new CaseTally(Breakdown.of(PeriodLength.MONTH, ZoneId.of("UTC")));
        CaseStatistics daily = CaseStatistics.none(Breakdown.of(PeriodLength.DAY, ZoneId.of("UTC")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> monthly.add(daily))
                .withMessageContainingAll("MONTH", "cannot be put together", "DAY");
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void figures_by_less_are_those_that_are_counted_by_less(
            @ForAll("cases") ImmutableList<CaseTimeline> cases, @ForAll("breakdowns") Breakdown breakdown) {
        for (Dimension left : breakdown.by()) {
            EnumSet<Dimension> fewer = EnumSet.copyOf(breakdown.by());
            fewer.remove(left);

            assertThat(CaseStatistics.of(breakdown, cases).by(fewer.toArray(Dimension[]::new)))
                    .isEqualTo(CaseStatistics.of(by(breakdown, fewer), cases));
        }
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void who_follows_the_log_counts_what_one_pass_counts_and_may_stop_in_between(
            @ForAll("cases") ImmutableList<CaseTimeline> cases,
            @ForAll("breakdowns") Breakdown breakdown,
            @ForAll Random random) {
        Map<CaseNumber, List<CaseEvent>> store = new HashMap<>();
        cases.forEach(timeline -> store.put(timeline.latest().number(), timeline.recorded()));
        Function<CaseNumber, List<CaseEvent>> histories = number -> requireNonNull(store.get(number));
        Map<CaseNumber, Integer> told = new HashMap<>();
        StatisticsFollower follower = new StatisticsFollower(CaseStatistics.none(breakdown), histories);
        int position = 0;
        while (!store.isEmpty()
                && told.values().stream().mapToInt(Integer::intValue).sum() < events(cases)) {
            CaseTimeline next = cases.get(random.nextInt(cases.size()));
            int from = told.getOrDefault(next.latest().number(), 0);
            int to = Math.min(next.recorded().size(), from + 1 + random.nextInt(3));
            if (from < to) {
                position++;
                follower.follow(new LoggedStep(
                        LogPosition.of(Integer.toString(position)),
                        ImmutableList.copyOf(next.recorded().subList(from, to))));
                told.put(next.latest().number(), to);
            }
            if (random.nextInt(4) == 0) {
                String stored = StatisticsJson.write(follower.statistics());
                follower = new StatisticsFollower(StatisticsJson.read("stored", stored), histories);
            }
        }

        assertThat(follower.statistics()).isEqualTo(CaseStatistics.of(breakdown, cases));
    }

    private static int events(List<CaseTimeline> cases) {
        return cases.stream().mapToInt(timeline -> timeline.recorded().size()).sum();
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void erasing_people_changes_no_figure(@ForAll("cases") ImmutableList<CaseTimeline> cases) {
        Breakdown everything = by(Breakdown.of(PeriodLength.DAY, ZoneId.of("UTC")), EnumSet.allOf(Dimension.class));
        for (CaseTimeline timeline : cases) {
            CaseTimeline erased =
                    CaseTimeline.of(PersonalData.erasedFrom(timeline.recorded(), actor -> false, "login"::equals));

            assertThat(CaseStatistics.of(everything, List.of(erased)))
                    .isEqualTo(CaseStatistics.of(everything, List.of(timeline)));
        }
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void at_the_end_of_every_period_each_case_stands_once_and_as_it_stood(
            @ForAll("cases") ImmutableList<CaseTimeline> cases) {
        ZoneId zone = ZoneId.of("Europe/Copenhagen");
        Breakdown byStatus = Breakdown.of(PeriodLength.DAY, zone, Dimension.STATUS, Dimension.GROUP);
        CaseStatistics statistics = CaseStatistics.of(byStatus, cases);
        LocalDate first = byStatus.periodOf(cases.get(0).latest().registeredAt());
        for (LocalDate day = first; day.isBefore(first.plusDays(20)); day = day.plusDays(1)) {
            Map<ImmutableMap<Dimension, String>, Long> standing = new HashMap<>();
            for (CaseTimeline timeline : cases) {
                standing(timeline, byStatus, day).ifPresent(as -> standing.merge(as, 1L, Long::sum));
            }

            assertThat(statistics.standingAtEndOf(day)).isEqualTo(standing);
        }
    }

    /** As its stretches say, without the last if nothing has followed the end of a hold yet. */
    private static Optional<ImmutableMap<Dimension, String>> standing(
            CaseTimeline timeline, Breakdown breakdown, LocalDate day) {
        List<CaseTimeline.Stretch> stretches = timeline.stretches();
        int last = stretches.size() - 1;
        return stretches.stream()
                .limit(stretches.get(last).begunBy().isPresent() ? stretches.size() : last)
                .filter(stretch -> stretch.from().isBefore(breakdown.ends(day)))
                .reduce((earlier, later) -> later)
                .map(stretch -> where(stretch.state()));
    }

    private static ImmutableMap<Dimension, String> where(SupportCase state) {
        ImmutableMap.Builder<Dimension, String> values = ImmutableMap.builder();
        state.working().ifPresent(at -> values.put(Dimension.GROUP, at.group().value()));
        return values.put(Dimension.STATUS, state.status().name()).buildOrThrow();
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void visits_fill_the_time_in_which_a_group_had_the_case(@ForAll("cases") ImmutableList<CaseTimeline> cases) {
        for (CaseTimeline timeline : cases) {
            Duration visited = CaseFacts.of(timeline).stream()
                    .filter(fact -> fact.figure() == Figure.VISITED)
                    .map(fact -> fact.length().orElseThrow())
                    .reduce(Duration.ZERO, Duration::plus);
            boolean stillThere = timeline.latest().working().isPresent();
            Duration had = timeline.stretches().stream()
                    .filter(stretch -> stretch.state().working().isPresent())
                    .filter(stretch -> !stillThere
                            || !stretch.state()
                                    .chain()
                                    .working()
                                    .orElseThrow()
                                    .visitBegan()
                                    .equals(timeline.latest()
                                            .chain()
                                            .working()
                                            .orElseThrow()
                                            .visitBegan()))
                    .map(CaseTimeline.Stretch::length)
                    .reduce(Duration.ZERO, Duration::plus);

            assertThat(visited).isEqualTo(had);
        }
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void nothing_that_happened_later_takes_a_count_away(@ForAll("cases") ImmutableList<CaseTimeline> cases) {
        for (CaseTimeline timeline : cases) {
            List<CaseEvent> all = timeline.recorded();
            int facts = 0;
            for (int size = 1; size <= all.size(); size++) {
                int more = CaseFacts.of(CaseTimeline.of(all.subList(0, size))).size();
                assertThat(more).isGreaterThanOrEqualTo(facts);
                facts = more;
            }
        }
    }
}
