package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How old the cases are that somebody has at the end of each period. Not thread-safe. */
final class BacklogAges {
    private final ReportPlan plan;
    private final Breakdown periods;
    private final Map<LocalDate, long[]> atEnd = new TreeMap<>();
    private final long[] inCalendarTime;
    private final long[] inServiceTime;

    BacklogAges(ReportPlan plan) {
        this.plan = plan;
        this.periods = Breakdown.of(plan.periods(), plan.zone());
        this.inCalendarTime = new long[plan.ages().limits().size() + 1];
        this.inServiceTime = new long[plan.ages().limits().size() + 1];
    }

    /**
     * Counts a case.
     *
     * @param stretches until the end of the report
     */
    void add(Instant registered, List<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            if (stretch.state().working().isPresent()) {
                count(registered, stretch);
            }
        }
        if (stretches.get(stretches.size() - 1).state().working().isPresent()) {
            inCalendarTime[bucket(Duration.between(registered, plan.end()))]++;
            inServiceTime[bucket(plan.hours().openTime(registered, plan.end()))]++;
        }
    }

    /** What happens when a period ends is of the next. */
    private void count(Instant registered, Stretch stretch) {
        LocalDate period = periods.periodOf(stretch.from());
        Instant end = periods.ends(period);
        while (!end.isAfter(stretch.to())) {
            atEnd.computeIfAbsent(period, unused -> new long[inServiceTime.length])[
                    bucket(Duration.between(registered, end))]++;
            period = periods.periodOf(end);
            end = periods.ends(period);
        }
    }

    private int bucket(Duration age) {
        return plan.ages().bucket(age);
    }

    /** The last period ends when the report does. */
    private long[] counts(LocalDate period) {
        return period.equals(periods.periodOf(plan.end()))
                ? inCalendarTime
                : atEnd.getOrDefault(period, new long[inServiceTime.length]);
    }

    long at(LocalDate period) {
        return Arrays.stream(counts(period)).sum();
    }

    Section byAge(List<LocalDate> all) {
        Table.Rows rows = Table.under(columns("period"));
        for (LocalDate period : all) {
            rows.row(row(new Shown.Period(period), counts(period)));
        }
        ImmutableList.Builder<Integer> bars = ImmutableList.builder();
        for (int bucket = 0; bucket < inServiceTime.length; bucket++) {
            bars.add(bucket + 1);
        }
        return Section.of(
                "backlog", new Chart.Bars(Chart.Layout.STACKED, bars.build(), ImmutableList.of()), rows.table());
    }

    /** At the end of the report, by both ways of telling an age. */
    Section now() {
        Table.Rows rows = Table.under("age", "calendar-time", "service-time");
        ImmutableList<TableColumn> ages = columns("age");
        for (int bucket = 0; bucket < inServiceTime.length; bucket++) {
            rows.row(
                    ages.get(bucket + 1).title(),
                    new Shown.Count(inCalendarTime[bucket]),
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
        ImmutableList<Duration> limits = plan.ages().limits();
        ImmutableList.Builder<TableColumn> columns = ImmutableList.builder();
        columns.add(TableColumn.of(first));
        limits.forEach(age -> columns.add(new TableColumn(new Shown.UpTo(age))));
        return columns.add(new TableColumn(new Shown.Beyond(limits.get(limits.size() - 1))))
                .build();
    }
}
