package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How old the cases are that somebody has at the end of each period. Not thread-safe. */
final class BacklogAges {
    private final ReportPlan plan;
    private final Breakdown periods;
    private final Map<LocalDate, long[]> atEnd = new TreeMap<>();
    private final long[] inServiceTime;

    BacklogAges(ReportPlan plan) {
        this.plan = plan;
        this.periods = Breakdown.of(plan.periods(), plan.zone());
        this.inServiceTime = new long[plan.agesTold().size() + 1];
    }

    void add(CaseTimeline timeline) {
        Instant registered = timeline.latest().registeredAt();
        for (Stretch stretch : timeline.stretches()) {
            if (stretch.state().working().isPresent()) {
                count(registered, stretch.from(), stretch.to());
            }
        }
    }

    private void count(Instant registered, Instant from, Instant to) {
        LocalDate period = periods.periodOf(from);
        Instant end = endOf(period);
        while (end.isBefore(to) && !end.isBefore(from) && !end.isAfter(plan.end())) {
            atEnd.computeIfAbsent(period, unused -> new long[inServiceTime.length])[
                    bucket(Duration.between(registered, end))]++;
            if (end.equals(plan.end())) {
                inServiceTime[bucket(plan.hours().openTime(registered, end))]++;
                return;
            }
            period = periods.periodOf(end);
            end = endOf(period);
        }
    }

    /** The last period ends when the report does. */
    private Instant endOf(LocalDate period) {
        Instant end = periods.ends(period);
        return end.isAfter(plan.end()) ? plan.end() : end;
    }

    private int bucket(Duration age) {
        int bucket = 0;
        while (bucket < plan.agesTold().size() && age.compareTo(plan.agesTold().get(bucket)) > 0) {
            bucket++;
        }
        return bucket;
    }

    long at(LocalDate period) {
        long open = 0;
        for (long count : atEnd.getOrDefault(period, new long[0])) {
            open += count;
        }
        return open;
    }

    Section byAge(List<LocalDate> all) {
        Table.Rows rows = Table.under(columns("period"));
        for (LocalDate period : all) {
            rows.row(row(new Shown.Period(period), atEnd.getOrDefault(period, new long[inServiceTime.length])));
        }
        ImmutableList.Builder<Integer> bars = ImmutableList.builder();
        for (int bucket = 0; bucket < inServiceTime.length; bucket++) {
            bars.add(bucket + 1);
        }
        return Section.of(
                "backlog", new Chart.Bars(Chart.Layout.STACKED, bars.build(), ImmutableList.of()), rows.table());
    }

    /** At the end of the report, by both ways of telling an age. */
    Section now(LocalDate last) {
        long[] calendar = atEnd.getOrDefault(last, new long[inServiceTime.length]);
        Table.Rows rows = Table.under("age", "calendar-time", "service-time");
        ImmutableList<TableColumn> ages = columns("age");
        for (int bucket = 0; bucket < inServiceTime.length; bucket++) {
            rows.row(
                    ages.get(bucket + 1).title(),
                    new Shown.Count(calendar[bucket]),
                    new Shown.Count(inServiceTime[bucket]));
        }
        return Section.of(
                "ages", new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(1, 2), ImmutableList.of()), rows.table());
    }

    private static ImmutableList<Shown> row(Shown first, long[] counts) {
        List<Shown> row = new ArrayList<>();
        row.add(first);
        for (long count : counts) {
            row.add(new Shown.Count(count));
        }
        return ImmutableList.copyOf(row);
    }

    private ImmutableList<TableColumn> columns(String first) {
        ImmutableList.Builder<TableColumn> columns = ImmutableList.builder();
        columns.add(TableColumn.of(first));
        plan.agesTold().forEach(age -> columns.add(new TableColumn(new Shown.UpTo(age))));
        return columns.add(new TableColumn(
                        new Shown.Beyond(plan.agesTold().get(plan.agesTold().size() - 1))))
                .build();
    }
}
