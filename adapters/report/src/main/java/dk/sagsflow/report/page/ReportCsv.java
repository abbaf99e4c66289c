package dk.sagsflow.report.page;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.text.SpreadsheetText;
import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.Section;
import dk.sagsflow.report.Shown;
import dk.sagsflow.report.Table;
import dk.sagsflow.report.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables of a report as CSV that a spreadsheet of its language opens: with commas in English, with semicolons and decimal
 * commas in Danish. Lengths are seconds, shares from 0 to 1. A text that a spreadsheet would run as a formula begins with an
 * apostrophe. Immutable.
 */
public final class ReportCsv {
    private static final CharMatcher QUOTED = CharMatcher.anyOf("\"\n\r");
    private static final String SECONDS = " (s)";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Report report;
    private final ReportWords words;

    private ReportCsv(Report report, ReportWords words) {
        this.report = report;
        this.words = words;
    }

    /** In this language: Danish if it is Danish, else English. */
    public static ReportCsv of(Report report, Locale language) {
        return new ReportCsv(requireNonNull(report, "report"), ReportWords.in(language, report.plan()));
    }

    /** The text of a file for each table, by its name; what was left out of cases and calls stands in files of its own. */
    public ImmutableMap<String, String> files() {
        ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
        if (report.omissions().left() > 0) {
            files.put("left-out.csv", leftOut(report.omissions()));
        }
        if (report.callOmissions().left() > 0) {
            files.put("calls-left-out.csv", leftOut(report.callOmissions()));
        }
        ImmutableList<String> ids = Ids.of(report.sections());
        for (int place = 0; place < ids.size(); place++) {
            files.put(ids.get(place) + ".csv", of(report.sections().get(place)));
        }
        return files.buildOrThrow();
    }

    private String leftOut(Omissions omissions) {
        ImmutableList<TableColumn> columns = Stream.of("rows", "line", "reason")
                .map(key -> new TableColumn(new Shown.Word("column." + key)))
                .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<ImmutableList<Shown>> rows = ImmutableList.builder();
        for (Omissions.Reason reason : omissions.reasons()) {
            rows.add(ImmutableList.of(
                    new Shown.Count(reason.rows()), new Shown.Count(reason.line()), new Shown.Name(reason.reason())));
        }
        return of(new Table(columns, rows.build()));
    }

    String of(Section section) {
        return of(section.table());
    }

    private String of(Table table) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        line(csv, head(table));
        for (ImmutableList<Shown> row : table.rows()) {
            List<String> cells = new ArrayList<>(row.stream().map(this::cell).toList());
            cells.set(0, cells.get(0) + unit(table, row));
            line(csv, cells);
        }
        return csv.toString();
    }

    private List<String> head(Table table) {
        List<String> head = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String unit = lengths(table, column) && !numbers(table, column) ? SECONDS : "";
            head.add(SpreadsheetText.harmless(
                            words.of(table.columns().get(column).title()))
                    + unit);
        }
        return head;
    }

    /** Where numbers stand among lengths, rows say which are which. */
    private static String unit(Table table, ImmutableList<Shown> row) {
        return IntStream.range(1, row.size()).anyMatch(column -> isLength(row.get(column)) && numbers(table, column))
                ? SECONDS
                : "";
    }

    private static boolean lengths(Table table, int column) {
        return table.rows().stream().anyMatch(row -> isLength(row.get(column)));
    }

    private static boolean numbers(Table table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .anyMatch(shown ->
                        shown instanceof Shown.Count || shown instanceof Shown.Share || shown instanceof Shown.Rate);
    }

    private static boolean isLength(Shown shown) {
        return shown instanceof Shown.Length || shown instanceof Shown.Service;
    }

    private void line(StringBuilder csv, List<String> cells) {
        String separator = words.danish() ? ";" : ",";
        csv.append(String.join(
                        separator,
                        cells.stream().map(cell -> quoted(cell, separator)).toList()))
                .append("\r\n");
    }

    private static String quoted(String cell, String separator) {
        return cell.contains(separator) || QUOTED.matchesAnyOf(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private String cell(Shown shown) {
        if (shown instanceof Shown.Count count) {
            return Long.toString(count.count());
        } else if (shown instanceof Shown.Rate rate) {
            return words.decimal(rate.rate(), "0.####");
        } else if (shown instanceof Shown.Share share) {
            return words.decimal(share.share(), "0.####");
        } else if (shown instanceof Shown.Length length) {
            return Long.toString(length.length().toSeconds());
        } else if (shown instanceof Shown.Service service) {
            return Long.toString(service.length().toSeconds());
        } else if (shown instanceof Shown.Unknown) {
            return "";
        }
        return SpreadsheetText.harmless(words.of(shown));
    }
}
