package dk.sagsflow.report.page;

import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.Shown;

/** What the figures go without, above all of them. */
final class LeftOutNote {
    private final ReportWords words;
    private final Report report;

    LeftOutNote(ReportWords words, Report report) {
        this.words = words;
        this.report = report;
    }

    void append(StringBuilder page) {
        append(page, report.omissions(), "left-out", "remarks.title");
        append(page, report.callOmissions(), "calls-left-out", "calls-remarks.title");
    }

    private void append(StringBuilder page, Omissions omissions, String id, String remarks) {
        if (omissions.left() == 0 && omissions.remarks().isEmpty()) {
            return;
        }
        page.append("<section class=\"left-out\" aria-labelledby=\"")
                .append(id)
                .append("-title\">\n<h2 id=\"")
                .append(id)
                .append("-title\">")
                .append(ReportPage.text(omissions.left() == 0 ? words.of(remarks) : title(omissions, id + ".title")))
                .append("</h2>\n<ul>\n");
        for (Omissions.Reason reason : omissions.reasons()) {
            String rows = words.count(reason.rows());
            item(page, words.of("left-out.reason", rows, words.count(reason.line()), reason.reason()));
        }
        omissions.remarks().forEach(remark -> item(page, remark));
        page.append("</ul>\n</section>\n");
    }

    private String title(Omissions omissions, String key) {
        return words.of(
                key,
                words.count(omissions.left()),
                words.count(omissions.all()),
                words.of(new Shown.Share((double) omissions.left() / Math.max(1, omissions.all()))));
    }

    private static void item(StringBuilder page, String item) {
        page.append("<li>").append(ReportPage.text(item)).append("</li>\n");
    }
}
