package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.stream.Stream;

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
    Omissions remarking(Stream<String> more) {
        ImmutableList<String> all = Stream.concat(remarks.stream(), more).collect(ImmutableList.toImmutableList());
        return new Omissions(left, this.all, reasons, all, byPeriod);
    }

    /** Period by period, if rows were left out. */
    Stream<Section> sections(String topic) {
        return left == 0 ? Stream.empty() : Stream.of(section(topic));
    }

    /** Period by period, and those whose time is not known. */
    private Section section(String topic) {
        Table.Rows rows = Table.under("period", "rows");
        byPeriod.forEach((period, many) -> rows.row(new Shown.Period(period), new Shown.Count(many)));
        if (undated() > 0) {
            rows.row(new Shown.Word("undated"), new Shown.Count(undated()));
        }
        return Section.of(
                topic, new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(1), ImmutableList.of()), rows.table());
    }

    private long undated() {
        return left - byPeriod.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many figures of a period may go without: rows whose time is not known may be of any. */
    private Shown in(LocalDate period) {
        return new Shown.Count(byPeriod.getOrDefault(period, 0L) + undated());
    }

    /** The same with what the figures of each period go without, if its table tells periods and rows were left out. */
    Section told(Section section) {
        Table table = section.table();
        if (left == 0) {
            return section;
        } else if (table.columns().get(0).equals(TableColumn.of("period"))) {
            return section.with(withColumn(table));
        } else if (table.columns().stream().anyMatch(column -> column.title() instanceof Shown.Period)) {
            return section.with(withRow(table));
        }
        return section;
    }

    private Table withColumn(Table table) {
        Table.Rows rows = Table.under(ImmutableList.<TableColumn>builder()
                .addAll(table.columns())
                .add(TableColumn.of("left-out"))
                .build());
        for (ImmutableList<Shown> row : table.rows()) {
            rows.row(ImmutableList.<Shown>builder()
                    .addAll(row)
                    .add(in(((Shown.Period) row.get(0)).start()))
                    .build());
        }
        return rows.table();
    }

    private Table withRow(Table table) {
        ImmutableList.Builder<Shown> row = ImmutableList.builder();
        row.add(new Shown.Word("rows-left-out"));
        for (TableColumn column : table.columns().subList(1, table.columns().size())) {
            row.add(
                    column.title() instanceof Shown.Period period
                            ? in(period.start())
                            : column.equals(TableColumn.of("all")) ? new Shown.Count(left) : new Shown.Unknown());
        }
        Table.Rows rows = Table.under(table.columns());
        table.rows().forEach(rows::row);
        return rows.row(row.build()).table();
    }

    /** Nothing was left out. */
    public static Omissions none() {
        return new Omissions(0, 0, ImmutableList.of(), ImmutableList.of());
    }
}
