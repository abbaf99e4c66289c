package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many cases stand how at the end of each period: those that came to stand so without those that ceased to. Not thread-safe. */
final class Standings {
    private static final ImmutableList<CaseStatus> STATUSES = ImmutableList.copyOf(CaseStatus.values());

    private final Breakdown periods;
    private final Map<LocalDate, long[]> changes = new HashMap<>();

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
        for (LocalDate period : all) {
            long[] change = changes.getOrDefault(period, new long[STATUSES.size()]);
            ImmutableList.Builder<Shown> row = ImmutableList.builder();
            row.add(new Shown.Period(period));
            for (int status = 0; status < standing.length; status++) {
                standing[status] += change[status];
                row.add(new Shown.Count(standing[status]));
            }
            rows.row(row.build());
        }
        return Section.of("statuses", new Chart.None(), rows.table());
    }
}
