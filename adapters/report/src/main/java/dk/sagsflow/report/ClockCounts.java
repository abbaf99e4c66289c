package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.LengthTally;
import dk.sagsflow.core.statistics.Lengths;
import dk.sagsflow.report.ReportPlan.Untold;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.evaluation.Evaluation.TargetKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What became of the clocks of each target. Not thread-safe. */
final class ClockCounts {
    private static final Set<Measure> OF_THE_WHOLE_CASE = EnumSet.of(Measure.RESOLUTION, Measure.CLOSURE);
    private static final Set<Measure> STAYS = EnumSet.of(Measure.RESIDENCE, Measure.CUMULATIVE_RESIDENCE);

    private final Breakdown periods;
    private final Map<TargetKey, Counted> targets = new LinkedHashMap<>();

    /** What became of the clocks of one target. */
    private static final class Counted {
        private final Agreement agreement;
        private final Target target;
        private final LengthTally used = new LengthTally();
        private final Map<LocalDate, Long> met = new TreeMap<>();
        private final Map<LocalDate, Long> exceeded = new TreeMap<>();
        private long late;
        private long undecided;
        private long onRecord;
        private Duration overrun = Duration.ZERO;

        Counted(Agreement agreement, Target target) {
            this.agreement = agreement;
            this.target = target;
        }

        long allMet() {
            return sum(met, Optional.empty());
        }

        Shown shareIn(LocalDate period) {
            long within = met.getOrDefault(period, 0L);
            return Shown.share(within, within + exceeded.getOrDefault(period, 0L));
        }

        Shown name() {
            return new Shown.Name(agreement.name() + ": " + target.id());
        }

        Shown limit() {
            return target.budget() instanceof Budget.ServiceTime time
                    ? new Shown.Service(time.amount())
                    : target.budget() instanceof Budget.InWorkingDays days
                            ? new Shown.WorkingDays(
                                    days.limit().days(), days.limit().buffer())
                            : new Shown.Unknown();
        }
    }

    ClockCounts(ReportPlan plan) {
        this.periods = Breakdown.of(plan.periods(), plan.zone());
        for (Agreement agreement : plan.agreements().all()) {
            for (Target target : agreement.targets()) {
                if (tellable(plan, target)) {
                    targets.putIfAbsent(new TargetKey(agreement.id(), target.id()), new Counted(agreement, target));
                }
            }
        }
    }

    /** Whether histories can tell clocks of this target: one that is not told is left out, and not met. */
    static boolean tellable(ReportPlan plan, Target target) {
        boolean measured = target.measure() == Measure.FIRST_RESPONSE
                ? plan.tells(Untold.FIRST_RESPONSE)
                : plan.tells(Untold.MOVES) || OF_THE_WHOLE_CASE.contains(target.measure());
        return measured && (plan.tells(Untold.WAITING) || target.pausedBy().isEmpty());
    }

    void add(ImmutableList<ClockReading> readings) {
        for (ClockReading reading : readings) {
            Counted counted = targets.get(new TargetKey(
                    reading.selected().agreement().id(),
                    reading.selected().target().id()));
            if (counted != null) {
                add(counted, reading);
            }
        }
    }

    /** Counts limits that were put on record as exceeded and not taken back, whatever holds since. */
    void addOnRecord(Iterable<Fact> facts) {
        for (Fact fact : facts) {
            Counted counted = targets.get(new TargetKey(
                    fact.values().getOrDefault(Dimension.AGREEMENT, ""),
                    fact.values().getOrDefault(Dimension.TARGET, "")));
            if (counted != null) {
                counted.onRecord++;
            }
        }
    }

    private void add(Counted counted, ClockReading reading) {
        if (reading.exceeded()) {
            counted.late++;
            counted.overrun = counted.overrun.plus(reading.remaining().negated());
        }
        Optional<Instant> ended = reading.ended();
        if (ended.isEmpty()) {
            counted.undecided += reading.exceeded() ? 0 : 1;
            return;
        }
        LocalDate period = periods.periodOf(ended.get());
        counted.used.add(reading.consumed());
        (reading.exceeded() ? counted.exceeded : counted.met).merge(period, 1L, Long::sum);
    }

    /** Of all clocks that stopped, those within their budgets; in one period or over all. */
    Shown attainment(Optional<LocalDate> period) {
        long met = 0;
        long stopped = 0;
        for (Counted counted : targets.values()) {
            long within = sum(counted.met, period);
            met += within;
            stopped += within + sum(counted.exceeded, period);
        }
        return Shown.share(met, stopped);
    }

    private static long sum(Map<LocalDate, Long> counts, Optional<LocalDate> period) {
        return period.isPresent()
                ? counts.getOrDefault(period.get(), 0L)
                : counts.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Section> sections(List<LocalDate> all) {
        List<Section> sections = new ArrayList<>();
        if (targets.values().stream().anyMatch(counted -> STAYS.contains(counted.target.measure()))) {
            sections.add(residence());
        }
        if (!targets.isEmpty()) {
            sections.add(attainment(all));
            sections.add(agreements());
        }
        return sections;
    }

    private Section residence() {
        Table.Rows rows = Table.under("target", "stopped", "median", "90", "longest", "limit", "share-late");
        for (Counted counted : targets.values()) {
            Lengths used = counted.used.lengths();
            if (STAYS.contains(counted.target.measure())
                    && counted.target.budget() instanceof Budget.ServiceTime
                    && used.count() > 0) {
                rows.row(residence(counted, used));
            }
        }
        return Section.of("residence", new Chart.Limits(ImmutableList.of(2, 3), 5), rows.table());
    }

    private static ImmutableList<Shown> residence(Counted counted, Lengths used) {
        return ImmutableList.of(
                counted.name(),
                new Shown.Count(used.count()),
                service(used, 0.5),
                service(used, 0.9),
                service(used, 1),
                counted.limit(),
                Shown.share(used.count() - counted.allMet(), used.count()));
    }

    private static Shown service(Lengths lengths, double share) {
        return lengths.count() == 0 ? new Shown.Unknown() : new Shown.Service(lengths.quantile(share));
    }

    private Section attainment(List<LocalDate> all) {
        ImmutableList.Builder<TableColumn> columns =
                ImmutableList.<TableColumn>builder().add(TableColumn.of("target"));
        all.forEach(period -> columns.add(new TableColumn(new Shown.Period(period))));
        Table.Rows rows = Table.under(columns.build());
        for (Counted counted : targets.values()) {
            if (counted.used.lengths().count() > 0) {
                ImmutableList.Builder<Shown> row =
                        ImmutableList.<Shown>builder().add(counted.name());
                all.forEach(period -> row.add(counted.shareIn(period)));
                rows.row(row.build());
            }
        }
        Table table = rows.table();
        return Section.of("attainment", new Chart.Heat(table.rows().size()), table);
    }

    private Section agreements() {
        boolean recorded = targets.values().stream().anyMatch(counted -> counted.onRecord > 0);
        List<String> columns = new ArrayList<>(
                List.of("target", "limit", "met", "late", "share-met", "undecided", "beyond", "beyond-each"));
        if (recorded) {
            columns.add("on-record");
        }
        Table.Rows rows = Table.under(columns.toArray(new String[0]));
        for (Counted counted : targets.values()) {
            ImmutableList.Builder<Shown> row = ImmutableList.<Shown>builder().addAll(agreement(counted));
            rows.row((recorded ? row.add(new Shown.Count(counted.onRecord)) : row).build());
        }
        return Section.of("agreements", new Chart.None(), rows.table());
    }

    private static ImmutableList<Shown> agreement(Counted counted) {
        long met = counted.allMet();
        return ImmutableList.of(
                counted.name(),
                counted.limit(),
                new Shown.Count(met),
                new Shown.Count(counted.late),
                Shown.share(met, met + counted.late),
                new Shown.Count(counted.undecided),
                new Shown.Service(counted.overrun),
                counted.late == 0 ? new Shown.Unknown() : new Shown.Service(counted.overrun.dividedBy(counted.late)));
    }
}
