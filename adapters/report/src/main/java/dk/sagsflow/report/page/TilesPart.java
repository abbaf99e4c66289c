package dk.sagsflow.report.page;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.report.Shown;
import dk.sagsflow.report.Table;

/** Large figures, each with the latest period and the one before. */
final class TilesPart {
    private final ReportWords words;

    TilesPart(ReportWords words) {
        this.words = words;
    }

    void append(StringBuilder page, Table table) {
        page.append("<dl class=\"tiles\">\n");
        for (ImmutableList<Shown> row : table.rows()) {
            page.append("<div><dt>")
                    .append(ReportPage.text(words.of(row.get(0))))
                    .append("</dt><dd><b>")
                    .append(ReportPage.text(words.of(row.get(1))))
                    .append("</b>");
            if (!(row.get(3) instanceof Shown.Unknown)) {
                page.append("<span>").append(trend(table, row)).append("</span>");
            }
            page.append("</dd></div>\n");
        }
        page.append("</dl>\n");
    }

    private String trend(Table table, ImmutableList<Shown> row) {
        Shown last = table.columns().get(2).title();
        return ReportPage.text(words.of("trend", words.of(last), words.of(row.get(2)), words.of(row.get(3))));
    }
}
