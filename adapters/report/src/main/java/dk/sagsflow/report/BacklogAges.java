package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How old the cases are that somebody has at the end of each period. Not thread-safe. */
final class BacklogAges {
    private final ReportPlan plan;
    private final Breakdown periods;
    /** By how many more, or fewer, cases of each age there are at the end of a period than at that of the one before. */
    private final NavigableMap<LocalDate, long[]> changes = new TreeMap<>();

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

    /**
     * What happens when a period ends is of the next. However many periods end meanwhile, one age after the other is counted for
     * all periods at whose end the case is of it.
     */
    private void count(Instant registered, Stretch stretch) {
        LocalDate period = periods.periodOf(stretch.from());
        while (!periods.ends(period).isAfter(stretch.to())) {
            int bucket = bucket(Duration.between(registered, periods.ends(period)));
            LocalDate next = periods.periodOf(earlier(stretch.to(), grownOut(registered, bucket)));
            change(period)[bucket]++;
            change(next)[bucket]--;
            period = next;
        }
    }

    private long[] change(LocalDate period) {
        return changes.computeIfAbsent(period, unused -> new long[inServiceTime.length]);
    }

    /** The last moment at which a case is of this age. */
    private Instant grownOut(Instant registered, int bucket) {
        List<Duration> limits = plan.ages().limits();
        return bucket == limits.size() ? Instant.MAX : registered.plus(limits.get(bucket));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private int bucket(Duration age) {
        return plan.ages().bucket(age);
    }

    /** What is counted so far, for each of these periods, in their order. */
    ImmutableMap<LocalDate, long[]> atEnds(List<LocalDate> asked) {
        ImmutableMap.Builder<LocalDate, long[]> ends = ImmutableMap.builder();
        long[] standing = new long[inServiceTime.length];
        LocalDate next = LocalDate.MIN;
        for (LocalDate period : asked) {
            for (long[] change : changes.subMap(next, true, period, true).values()) {
                Arrays.setAll(standing, bucket -> standing[bucket] + change[bucket]);
            }
            next = period.plusDays(1);
            boolean last = period.equals(periods.periodOf(plan.end()));
            ends.put(period, last ? inCalendarTime.clone() : standing.clone());
        }
        return ends.buildOrThrow();
    }

    Section byAge(List<LocalDate> all) {
        Table.Rows rows = Table.under(columns("period"));
        atEnds(all).forEach((period, counts) -> rows.row(row(new Shown.Period(period), counts)));
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
