package dk.sagsflow.report.page;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.report.Shown;
import dk.sagsflow.report.Table;
import dk.sagsflow.report.TableColumn;

/** A table on the page; where it is too broad it moves sideways, by keys too. */
final class TablePart {
    private final ReportWords words;

    TablePart(ReportWords words) {
        this.words = words;
    }

    void append(StringBuilder page, Table table, String caption) {
        page.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(ReportPage.text(caption))
                .append("\"><table>\n<caption>")
                .append(ReportPage.text(caption))
                .append("</caption>\n<thead><tr>");
        for (TableColumn column : table.columns()) {
            page.append("<th scope=\"col\">")
                    .append(ReportPage.text(words.of(column.title())))
                    .append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> row(page, row));
        page.append("</tbody></table></div>\n");
    }

    private void row(StringBuilder page, ImmutableList<Shown> row) {
        page.append("<tr><th scope=\"row\">")
                .append(ReportPage.text(words.of(row.get(0))))
                .append("</th>");
        for (Shown shown : row.subList(1, row.size())) {
            page.append(shown instanceof Shown.Name || shown instanceof Shown.Word ? "<td class=\"name\">" : "<td>");
            if (shown instanceof Shown.Unknown) {
                page.append("<span aria-hidden=\"true\">–</span><span class=\"unseen\">")
                        .append(ReportPage.text(words.of("unknown")))
                        .append("</span></td>");
            } else {
                page.append(ReportPage.text(words.of(shown))).append("</td>");
            }
        }
        page.append("</tr>\n");
    }
}
