package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.telephone.CallAmount;
import dk.sagsflow.core.telephone.CallCell;
import dk.sagsflow.core.telephone.CallStatistics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a report tells of calls. Immutable. */
final class CallParts {
    private final ReportPlan plan;
    private final Optional<CallStatistics> calls;
    private final Breakdown breakdown;
    private final Periods periods;

    CallParts(ReportPlan plan, Optional<CallStatistics> calls, Omissions omissions) {
        this.plan = plan;
        this.calls = calls;
        this.breakdown = Breakdown.of(plan.periods(), plan.zone());
        Set<LocalDate> busy = new TreeSet<>(omissions.byPeriod().keySet());
        byPeriod().ifPresent(counted -> busy.addAll(counted.by(CallCell::period).keySet()));
        this.periods = Periods.of(breakdown, all(busy), busy);
    }

    /** Periods of another length say nothing of those of the plan. */
    private Optional<CallStatistics> byPeriod() {
        return calls.filter(counted -> counted.length() == plan.periods());
    }

    private List<LocalDate> all(Set<LocalDate> busy) {
        List<LocalDate> all = new ArrayList<>();
        ImmutableList<LocalDate> told = ImmutableList.copyOf(busy);
        if (!told.isEmpty()) {
            LocalDate last = told.get(told.size() - 1);
            for (LocalDate period = told.get(0); !period.isAfter(last); period = next(period)) {
                all.add(period);
            }
        }
        return all;
    }

    private LocalDate next(LocalDate period) {
        return breakdown.periodOf(breakdown.ends(period));
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        calls.ifPresent(counted -> sections.add(Hours.calls(counted)));
        byPeriod().ifPresent(counted -> sections.add(Hours.callPeriods(counted, periods.told())));
        calls.ifPresent(counted -> sections.add(Hours.waiting(counted)));
        return sections;
    }

    /**
     * What somebody should know who reads them.
     *
     * @param began when the first case came in, if there are cases
     */
    Stream<String> remarks(Optional<Instant> began) {
        return Stream.concat(
                periods.remarks().stream(),
                began.flatMap(first -> byPeriod().flatMap(counted -> elsewhere(first, counted))).stream());
    }

    private Optional<String> elsewhere(Instant began, CallStatistics counted) {
        LocalDate first = breakdown.periodOf(began);
        LocalDate last = breakdown.periodOf(plan.end());
        CallAmount others = counted.of(
                cell -> cell.period().isBefore(first) || cell.period().isAfter(last));
        return others.calls() == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d of %,d calls are of periods before the first case or after the last: their figures are not of the"
                                + " same time",
                        others.calls(),
                        counted.total().calls()));
    }
}
