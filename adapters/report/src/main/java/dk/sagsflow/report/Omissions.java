package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;

/**
 * What the figures go without, to be said before them. Immutable.
 *
 * @param left how many rows were left out
 * @param all how many rows there are
 * @param reasons why, what is most often first
 * @param remarks what else somebody should know who reads the figures
 * @param byPeriod how many rows of each period, by its first day; rows whose time is not known are in none
 */
public record Omissions(
        long left,
        long all,
        ImmutableList<Reason> reasons,
        ImmutableList<String> remarks,
        ImmutableSortedMap<LocalDate, Long> byPeriod) {
    /** Of which it is not known when they were. */
    public Omissions(long left, long all, ImmutableList<Reason> reasons, ImmutableList<String> remarks) {
        this(left, all, reasons, remarks, ImmutableSortedMap.of());
    }

    /**
     * Why rows were left out.
     *
     * @param rows how many
     * @param line the line of the first
     * @param reason why
     */
    public record Reason(long rows, long line, String reason) {}

    /** The same, with more that somebody should know. */
    Omissions remarking(ImmutableList<String> more) {
        return new Omissions(
                left,
                all,
                reasons,
                ImmutableList.<String>builder().addAll(remarks).addAll(more).build(),
                byPeriod);
    }

    /** Period by period, and those whose time is not known. */
    Section section() {
        Table.Rows rows = Table.under("period", "rows");
        byPeriod.forEach((period, many) -> rows.row(new Shown.Period(period), new Shown.Count(many)));
        long undated =
                left - byPeriod.values().stream().mapToLong(Long::longValue).sum();
        if (undated > 0) {
            rows.row(new Shown.Word("undated"), new Shown.Count(undated));
        }
        return Section.of(
                "omitted", new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(1), ImmutableList.of()), rows.table());
    }

    /** Nothing was left out. */
    public static Omissions none() {
        return new Omissions(0, 0, ImmutableList.of(), ImmutableList.of());
    }
}
