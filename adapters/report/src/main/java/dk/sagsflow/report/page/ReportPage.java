package dk.sagsflow.report.page;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import dk.sagsflow.core.privacy.SingleLine;
import dk.sagsflow.report.Chart;
import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.Section;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as one page of HTML that needs nothing beside it and no network: charts by Apache ECharts, which is written into it,
 * each with its definition, its table and the table as CSV. Without scripts the tables are there. Light and dark as the reader's
 * system has it; printed, it is light. Immutable.
 */
public final class ReportPage {
    private final Report report;
    private final ReportWords words;
    private final ReportCsv csv;
    private final ImmutableList<String> ids;

    private ReportPage(Report report, Locale language) {
        this.report = report;
        this.words = ReportWords.in(language, report.plan());
        this.csv = ReportCsv.of(report, language);
        this.ids = Ids.of(report.sections());
    }

    /** In this language: Danish if it is Danish, else English. */
    public static ReportPage of(Report report, Locale language) {
        return new ReportPage(requireNonNull(report, "report"), requireNonNull(language, "language"));
    }

    /** The page. */
    public String html() {
        StringBuilder page = new StringBuilder(2_000_000);
        head(page);
        top(page);
        page.append("<main id=\"main\">\n");
        new LeftOutNote(words, report).append(page);
        for (int place = 0; place < ids.size(); place++) {
            section(page, report.sections().get(place), ids.get(place));
        }
        terms(page);
        page.append("</main>\n<footer><p>")
                .append(text(words.of("footer", report.plan().zone().getId())))
                .append("</p></footer>\n");
        scripts(page);
        return page.append("</body>\n</html>\n").toString();
    }

    private void head(StringBuilder page) {
        page.append("<!doctype html>\n<html lang=\"")
                .append(words.language().getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(text(report.plan().title()))
                .append("</title>\n<style>\n")
                .append(PageParts.STYLE.text())
                .append("</style>\n</head>\n<body>\n");
    }

    private void top(StringBuilder page) {
        page.append("<a class=\"skip\" href=\"#main\">")
                .append(text(words.of("skip")))
                .append("</a>\n<header>\n<h1>")
                .append(text(report.plan().title()))
                .append("</h1>\n<p>")
                .append(text(words.of(
                        "period",
                        words.day(report.from()),
                        words.day(report.plan().end()),
                        report.plan().zone().getId(),
                        words.count(report.cases()))))
                .append("</p>\n</header>\n");
        contents(page);
    }

    private void contents(StringBuilder page) {
        page.append("<nav aria-label=\"").append(text(words.of("contents"))).append("\">\n<ul>\n");
        for (int place = 0; place < ids.size(); place++) {
            Section section = report.sections().get(place);
            if (section.about().isEmpty()) {
                page.append("<li><a href=\"#").append(ids.get(place)).append("\">");
                page.append(text(title(section))).append("</a></li>\n");
            }
        }
        page.append("</ul>\n</nav>\n");
    }

    private String title(Section section) {
        return section.about().isEmpty()
                ? words.of(section.topic() + ".title")
                : words.of(section.topic() + ".title", section.about());
    }

    private void section(StringBuilder page, Section section, String id) {
        String level = section.about().isEmpty() ? "h2" : "h3";
        page.append("<section id=\"").append(id).append("\" aria-labelledby=\"").append(id);
        page.append("-title\">\n<").append(level).append(" id=\"").append(id).append("-title\">");
        page.append(text(title(section))).append("</").append(level).append(">\n");
        if (section.about().isEmpty()) {
            page.append("<p class=\"definition\">")
                    .append(text(words.of(section.topic() + ".definition")))
                    .append("</p>\n");
        }
        if (section.chart() instanceof Chart.Tiles) {
            new TilesPart(words).append(page, section.table());
        } else if (!(section.chart() instanceof Chart.None)) {
            chart(page, section, id);
        }
        table(page, section, id);
        page.append("</section>\n");
    }

    /** The picture has a name that says what it shows; what it shows in full is the table below it. */
    private void chart(StringBuilder page, Section section, String id) {
        String kind = section.chart().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        page.append("<div class=\"frame ").append(kind).append("\" tabindex=\"0\" role=\"group\" aria-label=\"");
        page.append(text(title(section)))
                .append("\"><div class=\"chart\" role=\"img\" id=\"")
                .append(id);
        page.append("-chart\" aria-label=\"")
                .append(text(words.of("chart-of", title(section), Highlights.of(words, section))))
                .append("\"></div></div>\n");
    }

    private void table(StringBuilder page, Section section, String id) {
        boolean open = section.chart() instanceof Chart.None || section.topic().equals("tiers");
        page.append(open ? "<details open>" : "<details>")
                .append("<summary>")
                .append(text(words.of("table", title(section))))
                .append("</summary>\n");
        new TablePart(words).append(page, section.table(), caption(section));
        page.append("<p class=\"csv\"><a download=\"")
                .append(id)
                .append(".csv\" href=\"data:text/csv;charset=utf-8;base64,")
                .append(Base64.getEncoder().encodeToString(csv.of(section).getBytes(StandardCharsets.UTF_8)))
                .append("\">")
                .append(text(words.of("csv", title(section))))
                .append("</a></p>\n</details>\n");
    }

    private String caption(Section section) {
        Omissions omissions = report.omissionsOf(section);
        return omissions.left() == 0
                ? title(section)
                : words.of(
                        "caption-left-out",
                        title(section),
                        words.count(omissions.left()),
                        words.count(omissions.all()));
    }

    private void terms(StringBuilder page) {
        page.append("<section id=\"terms\" aria-labelledby=\"terms-title\">\n<h2 id=\"terms-title\">")
                .append(text(words.of("terms.title")))
                .append("</h2>\n<dl>\n");
        for (String term : Splitter.on(',').split(words.of("terms"))) {
            page.append("<dt>").append(text(words.of("term." + term))).append("</dt><dd>");
            page.append(text(words.of("term." + term + ".definition"))).append("</dd>\n");
        }
        page.append("</dl>\n</section>\n");
    }

    private void scripts(StringBuilder page) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode said = data.putObject("words");
        words.ofCharts().forEach(said::put);
        data.put("danish", words.danish());
        charts(data.putArray("charts"));
        page.append("<script type=\"application/json\" id=\"report-data\">")
                .append(data.toString().replace("<", "\\u003c"))
                .append("</script>\n");
        for (PageParts part : List.of(PageParts.ECHARTS, PageParts.SCRIPT)) {
            page.append("<script>").append(part.text()).append("</script>\n");
        }
    }

    private void charts(ArrayNode charts) {
        for (int place = 0; place < ids.size(); place++) {
            Optional<ObjectNode> chart = ChartJson.of(words, report.sections().get(place), ids.get(place) + "-chart");
            chart.ifPresent(charts::add);
        }
    }

    /** What people wrote does nothing on a page, neither as markup nor as what directs a terminal or the way of writing. */
    static String text(String raw) {
        return HtmlEscapers.htmlEscaper().escape(SingleLine.of(raw));
    }
}
