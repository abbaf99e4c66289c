package dk.sagsflow.report.page;

import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Shown;

/** What the figures go without, above all of them. */
final class LeftOutNote {
    private final ReportWords words;
    private final Omissions omissions;

    LeftOutNote(ReportWords words, Omissions omissions) {
        this.words = words;
        this.omissions = omissions;
    }

    void append(StringBuilder page) {
        if (omissions.left() == 0 && omissions.remarks().isEmpty()) {
            return;
        }
        page.append("<section class=\"left-out\" aria-labelledby=\"left-out-title\">\n<h2 id=\"left-out-title\">")
                .append(ReportPage.text(title()))
                .append("</h2>\n<ul>\n");
        for (Omissions.Reason reason : omissions.reasons()) {
            String rows = words.count(reason.rows());
            item(page, words.of("left-out.reason", rows, words.count(reason.line()), reason.reason()));
        }
        omissions.remarks().forEach(remark -> item(page, remark));
        page.append("</ul>\n</section>\n");
    }

    private String title() {
        return omissions.left() == 0
                ? words.of("remarks.title")
                : words.of(
                        "left-out.title",
                        words.count(omissions.left()),
                        words.count(omissions.all()),
                        words.of(new Shown.Share((double) omissions.left() / Math.max(1, omissions.all()))));
    }

    private static void item(StringBuilder page, String item) {
        page.append("<li>").append(ReportPage.text(item)).append("</li>\n");
    }
}
