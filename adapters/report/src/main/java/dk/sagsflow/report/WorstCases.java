package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/** The cases that went furthest past their limits; no other is kept. Not thread-safe. */
final class WorstCases {
    private static final int MOST = 10;
    private static final Comparator<Late> LEAST_FIRST =
            Comparator.comparing(Late::beyond).thenComparing(Late::number, Comparator.reverseOrder());

    private final ReportPlan plan;
    private final Measure measure;
    private final PriorityQueue<Late> worst = new PriorityQueue<>(LEAST_FIRST);

    /**
     * A case past its limits.
     *
     * @param beyond the service time past the limits, together
     * @param clocks the clocks that it is about
     */
    record Late(CaseHistory history, Duration beyond, ImmutableList<ClockReading> clocks) {
        String number() {
            return history.latest().number().value();
        }

        List<ClockReading> exceeded() {
            return clocks.stream().filter(ClockReading::exceeded).toList();
        }

        double times() {
            return clocks.stream().mapToDouble(Late::times).max().orElse(0);
        }

        /** How many times its limit a clock used. */
        static double times(ClockReading reading) {
            Duration budget = reading.consumed().plus(reading.remaining());
            return budget.isZero() || budget.isNegative()
                    ? 0
                    : (double) reading.consumed().toSeconds() / Math.max(1, budget.toSeconds());
        }
    }

    /** By residence, if the agreements measure that; else by what the customer waits for. */
    WorstCases(ReportPlan plan) {
        this.plan = plan;
        boolean stays = plan.tells(ReportPlan.Untold.MOVES)
                && plan.agreements().all().stream()
                        .flatMap(agreement -> agreement.targets().stream())
                        .anyMatch(target -> target.measure() == Measure.RESIDENCE);
        this.measure = stays ? Measure.RESIDENCE : Measure.RESOLUTION;
    }

    void add(CaseHistory history, ImmutableList<ClockReading> readings) {
        ImmutableList<ClockReading> clocks = readings.stream()
                .filter(reading -> reading.measure() == measure)
                .filter(reading -> ClockCounts.tellable(plan, reading.selected().target()))
                .collect(ImmutableList.toImmutableList());
        Duration beyond = clocks.stream()
                .filter(ClockReading::exceeded)
                .map(reading -> reading.remaining().negated())
                .reduce(Duration.ZERO, Duration::plus);
        if (!beyond.isZero()) {
            worst.add(new Late(history, beyond, clocks));
            if (worst.size() > MOST) {
                worst.remove();
            }
        }
    }

    ImmutableList<Section> sections() {
        ImmutableList<Late> cases = ImmutableList.sortedCopyOf(LEAST_FIRST.reversed(), worst);
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        if (cases.isEmpty()) {
            return sections.build();
        }
        sections.add(list(cases));
        if (plan.tells(ReportPlan.Untold.MOVES)) {
            cases.forEach(late -> sections.add(new CaseWay(plan, late).section()));
        }
        return sections.build();
    }

    private Section list(ImmutableList<Late> cases) {
        Table.Rows rows = Table.under("case", "registered", "beyond", "times-limit", "clocks-late", "way");
        for (Late late : cases) {
            rows.row(
                    new Shown.Name(late.number()),
                    new Shown.Moment(late.history().latest().registeredAt()),
                    new Shown.Service(late.beyond()),
                    new Shown.Rate(late.times()),
                    new Shown.Count(late.exceeded().size()),
                    new Shown.Name(way(late)));
        }
        return Section.of(
                "worst", new Chart.Bars(Chart.Layout.LYING, ImmutableList.of(2), ImmutableList.of()), rows.table());
    }

    private String way(Late late) {
        Set<String> tiers = new LinkedHashSet<>();
        late.history()
                .timeline()
                .until(plan.end())
                .forEach(stretch -> stretch.state()
                        .working()
                        .map(Station::tier)
                        .ifPresent(tier -> tiers.add(plan.tiers().getOrDefault(tier.value(), tier.value()))));
        return tiers.stream().collect(Collectors.joining(", "));
    }
}
