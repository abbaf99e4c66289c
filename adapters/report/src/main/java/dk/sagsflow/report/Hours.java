package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Lengths;
import dk.sagsflow.core.telephone.CallAmount;
import dk.sagsflow.core.telephone.CallCell;
import dk.sagsflow.core.telephone.CallStatistics;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** At which hours of the week cases and calls come in, and how calls fare. Not thread-safe. */
final class Hours {
    private static final int HOURS = 24;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final long[][] cases = new long[DayOfWeek.values().length][HOURS];
    private final ZoneId zone;

    Hours(ZoneId zone) {
        this.zone = zone;
    }

    void add(Instant registered) {
        ZonedDateTime local = registered.atZone(zone);
        cases[local.getDayOfWeek().getValue() - 1][local.getHour()]++;
    }

    Section cases() {
        return heat("arrivals", cases);
    }

    static Section calls(CallStatistics calls) {
        long[][] counts = new long[DayOfWeek.values().length][HOURS];
        calls.cells().forEach((cell, amount) -> counts[cell.weekday().getValue() - 1][cell.hour()] += amount.calls());
        return heat("calls", counts);
    }

    private static Section heat(String topic, long[][] counts) {
        Table.Rows rows = Table.under(columns());
        for (DayOfWeek day : DayOfWeek.values()) {
            ImmutableList.Builder<Shown> row =
                    ImmutableList.<Shown>builder().add(new Shown.Word("day." + day.getValue()));
            for (long count : counts[day.getValue() - 1]) {
                row.add(new Shown.Count(count));
            }
            rows.row(row.build());
        }
        return Section.of(topic, new Chart.Heat(counts.length), rows.table());
    }

    private static ImmutableList<TableColumn> columns() {
        ImmutableList.Builder<TableColumn> columns =
                ImmutableList.<TableColumn>builder().add(TableColumn.of("weekday"));
        for (int hour = 0; hour < HOURS; hour++) {
            columns.add(new TableColumn(new Shown.Hour(hour)));
        }
        return columns.build();
    }

    /** How long callers wait, by hour of the day. */
    static Section waiting(CallStatistics calls) {
        Table.Rows rows = Table.under("hour", "calls", "abandoned", "median", "90", "99", "in-time", "solved");
        Map<Integer, CallAmount> hours = new TreeMap<>(calls.by(CallCell::hour));
        hours.forEach((hour, amount) -> rows.row(waiting(new Shown.Hour(hour), amount)));
        return Section.of(
                "call-waiting",
                new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(3, 4, 5), ImmutableList.of()),
                rows.table());
    }

    /** The same period by period, with those in which nobody called. */
    static Section callPeriods(CallStatistics calls, List<LocalDate> periods) {
        Table.Rows rows = Table.under("period", "calls", "abandoned", "median", "90", "99", "in-time", "solved");
        Map<LocalDate, CallAmount> amounts = calls.by(CallCell::period);
        for (LocalDate period : periods) {
            rows.row(waiting(new Shown.Period(period), amounts.getOrDefault(period, CallAmount.none())));
        }
        return Section.of(
                "call-periods",
                new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(1), ImmutableList.of()),
                rows.table());
    }

    private static ImmutableList<Shown> waiting(Shown when, CallAmount amount) {
        Lengths waited = amount.waited();
        return ImmutableList.of(
                when,
                new Shown.Count(amount.calls()),
                Shown.share(amount.abandoned(), amount.calls()),
                Shown.quantile(waited, 0.5),
                Shown.quantile(waited, 0.9),
                Shown.quantile(waited, 0.99),
                share(amount.serviceLevel(SOON)),
                share(amount.solvedInCall()));
    }

    private static Shown share(OptionalDouble share) {
        return share.stream().<Shown>mapToObj(Shown.Share::new).findFirst().orElseGet(Shown.Unknown::new);
    }
}
