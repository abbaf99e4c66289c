package dk.sagsflow.report.page;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.report.Chart;
import dk.sagsflow.report.Section;
import dk.sagsflow.report.Shown;
import dk.sagsflow.report.Table;
import java.util.ArrayList;
import java.util.List;

/** A chart in a sentence, for those who do not see it. */
final class Highlights {
    private Highlights() {}

    static String of(ReportWords words, Section section) {
        List<Integer> columns = columns(section.chart());
        List<String> sentences = new ArrayList<>();
        for (int column : columns) {
            most(section.table(), column)
                    .forEach(row -> sentences.add(words.of(
                            "highest",
                            words.of(section.table().columns().get(column).title()),
                            words.of(row.get(column)),
                            words.of(row.get(0)))));
        }
        return String.join(" ", sentences);
    }

    private static List<Integer> columns(Chart chart) {
        if (chart instanceof Chart.Bars bars) {
            return ImmutableList.<Integer>builder()
                    .addAll(bars.bars())
                    .addAll(bars.lines())
                    .build();
        }
        return chart instanceof Chart.Limits limits ? limits.bars() : List.of();
    }

    /** The first row with the largest value, if there is one. */
    private static List<ImmutableList<Shown>> most(Table table, int column) {
        ImmutableList<Shown> found = ImmutableList.of();
        double most = 0;
        for (ImmutableList<Shown> row : table.rows()) {
            double size = size(row.get(column));
            if (size > most) {
                most = size;
                found = row;
            }
        }
        return found.isEmpty() ? List.of() : List.of(found);
    }

    private static double size(Shown shown) {
        if (shown instanceof Shown.Count count) {
            return count.count();
        } else if (shown instanceof Shown.Length length) {
            return length.length().toSeconds();
        } else if (shown instanceof Shown.Service service) {
            return service.length().toSeconds();
        }
        return shown instanceof Shown.Share share ? share.share() : 0;
    }
}
