package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many cases stand how at the end of each period: those that came to stand so without those that ceased to. Not thread-safe. */
final class Standings {
    private static final ImmutableList<CaseStatus> STATUSES = ImmutableList.copyOf(CaseStatus.values());

    private final Breakdown periods;
    private final NavigableMap<LocalDate, long[]> changes = new TreeMap<>();

    Standings(ReportPlan plan) {
        this.periods = Breakdown.of(plan.periods(), plan.zone());
    }

    void add(List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact.figure() == Figure.ENTERED || fact.figure() == Figure.LEFT) {
                String status = fact.values().getOrDefault(Dimension.STATUS, "");
                changes.computeIfAbsent(periods.periodOf(fact.at()), period -> new long[STATUSES.size()])[
                                STATUSES.indexOf(CaseStatus.valueOf(status))] +=
                        fact.figure() == Figure.ENTERED ? 1 : -1;
            }
        }
    }

    Section section(List<LocalDate> all) {
        ImmutableList.Builder<TableColumn> columns = ImmutableList.builder();
        columns.add(TableColumn.of("period"));
        STATUSES.forEach(status -> columns.add(new TableColumn(new Shown.Word("CaseStatus." + status))));
        Table.Rows rows = Table.under(columns.build());
        long[] standing = new long[STATUSES.size()];
        LocalDate next = LocalDate.MIN;
        for (LocalDate period : all) {
            for (long[] change : changes.subMap(next, true, period, true).values()) {
                Arrays.setAll(standing, status -> standing[status] + change[status]);
            }
            next = period.plusDays(1);
            ImmutableList.Builder<Shown> row = ImmutableList.builder();
            row.add(new Shown.Period(period));
            Arrays.stream(standing).forEach(count -> row.add(new Shown.Count(count)));
            rows.row(row.build());
        }
        return Section.of("statuses", new Chart.None(), rows.table());
    }
}
