package dk.sagsflow.examples.sagsflow;

import com.google.common.html.HtmlEscapers;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The report as one page that needs nothing beside it. */
final class HtmlReport {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1c2733}
            h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%}th,td{padding:.35rem .6rem;text-align:right;border-bottom:1px solid #d8dee5}
            th:first-child,td:first-child,.name{text-align:left}th{background:#f1f4f7}td{white-space:nowrap}
            @media(max-width:60rem){table{display:block;overflow-x:auto}}
            .figures{display:flex;flex-wrap:wrap;gap:1rem}.figures div{background:#f1f4f7;border-radius:.5rem;padding:.6rem 1rem}
            .figures b{display:block;font-size:1.4rem}svg{width:100%;height:auto;display:block}
            .late{color:#b3261e}
            """;
    private static final int WIDTH = 1000;
    private static final int LANE = 22;
    private static final String[] COLOURS = {"#4c78a8", "#f58518", "#54a24b", "#b279a2", "#e45756"};

    private final LogMapping mapping;
    private final ReplayTotals totals;
    private final StringBuilder page = new StringBuilder();

    HtmlReport(LogMapping mapping, ReplayTotals totals) {
        this.mapping = mapping;
        this.totals = totals;
    }

    String page() {
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(text(mapping.name()))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(text(mapping.name()))
                .append("</h1>\n");
        leftOut();
        figures();
        if (mapping.shape().tellsMoves()) {
            tiers();
        }
        agreements();
        waiting();
        if (mapping.shape().tellsMoves()) {
            worst();
        }
        return page.append("</body></html>\n").toString();
    }

    private void figures() {
        page.append("<div class=\"figures\">");
        figure("cases", totals.cases);
        figure("rows", totals.rows);
        figure("case events", totals.events);
        figure("groups", totals.groups());
        if (mapping.shape().tellsMoves()) {
            figure("reopened", totals.reopenedCases);
            figure("ping-pong", totals.pingPong);
        }
        figure("not answered", totals.unanswered);
        figure("median life", totals.life(0.5));
        page.append("</div>\n");
    }

    private void figure(String name, long count) {
        figure(name, String.format(Locale.ROOT, "%,d", count));
    }

    private void figure(String name, Duration time) {
        figure(name, Durations.inWords(time));
    }

    private void figure(String name, String value) {
        page.append("<div><b>").append(value).append("</b>").append(text(name)).append("</div>");
    }

    private void tiers() {
        page.append("<h2>Tiers</h2><table><tr><th>tier<th>visits<th>time<th>handed on<th>given back")
                .append("<th>highest tier of<th>customers answered<th>limit<th>beyond the limit</tr>\n");
        mapping.tiers().forEach(this::tier);
        page.append("</table>\n");
    }

    private void tier(LogMapping.Tier tier) {
        ReplayTotals.TierTotals counted = totals.tiers.getOrDefault(tier.id(), new ReplayTotals.TierTotals());
        Optional<LogMapping.Limit> limit = Optional.ofNullable(mapping.limits().get(tier.id()));
        String late = String.format(Locale.ROOT, " class=\"late\">%,d of %,d", counted.breaches, counted.limitVisits);
        page.append(String.format(
                Locale.ROOT,
                "<tr><td>%s<td>%,d<td>%s<td>%,d<td>%,d<td>%,d<td>%,d<td>%s<td%s</tr>%n",
                text(tier.name()),
                counted.visits,
                Durations.inWords(counted.time),
                counted.handOversFrom,
                counted.givenBackBy,
                counted.highest,
                counted.answers,
                limit.map(known -> Durations.inWords(known.limit())).orElse("none"),
                limit.map(known -> late).orElse(">-")));
    }

    private void agreements() {
        if (totals.evaluation.tallies().isEmpty()) {
            return;
        }
        page.append(
                "<h2>Agreements</h2><table><tr><th>agreement<th class=\"name\">target<th>met<th>exceeded<th>undecided<th>exceeded earlier<th>beyond</tr>\n");
        totals.evaluation
                .tallies()
                .forEach((key, tally) -> page.append(String.format(
                        Locale.ROOT,
                        "<tr><td>%s<td class=\"name\">%s<td>%,d<td class=\"late\">%,d<td>%,d<td>%,d<td>%s</tr>%n",
                        text(key.agreement()),
                        text(key.target()),
                        tally.met(),
                        tally.exceeded(),
                        tally.undecided(),
                        tally.exceededBefore(),
                        Durations.inWords(tally.overrun()))));
        page.append("</table>\n");
    }

    private void waiting() {
        page.append("<h2>Waiting</h2><table><tr><th>for<th>time</tr>");
        totals.waiting.forEach((reason, time) -> page.append("<tr><td>")
                .append(reason.name().toLowerCase(Locale.ROOT))
                .append("<td>")
                .append(Durations.inWords(time))
                .append("</tr>"));
        page.append("</table>\n");
    }

    private void worst() {
        page.append("<h2>The cases that overran their limits most</h2>\n");
        for (ReplayTotals.WorstCase worst : totals.worst()) {
            page.append("<p><b>")
                    .append(text(worst.number()))
                    .append("</b>: ")
                    .append(Durations.inWords(worst.overrun()))
                    .append(" beyond, ")
                    .append(worst.breaches())
                    .append(worst.breaches() == 1 ? " visit too long</p>\n" : " visits too long</p>\n");
            chain(worst);
        }
    }

    /** One lane a tier, one bar a visit. */
    private void chain(ReplayTotals.WorstCase worst) {
        int lanes = mapping.tiers().size();
        long from = worst.visits().get(0).from().getEpochSecond();
        long to = worst.visits().get(worst.visits().size() - 1).to().getEpochSecond();
        double scale = (WIDTH - 100.0) / Math.max(1, to - from);
        page.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, lanes * LANE + 4));
        for (int lane = 0; lane < lanes; lane++) {
            lane(lane);
        }
        worst.visits().forEach(visit -> bar(visit, from, scale));
        page.append("</svg>\n");
    }

    private void lane(int lane) {
        page.append(String.format(
                Locale.ROOT,
                "<text x=\"0\" y=\"%d\" font-size=\"12\">%s</text><line x1=\"100\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#d8dee5\"/>",
                top(lane) + 14,
                text(mapping.tiers().get(lane).name()),
                WIDTH,
                top(lane) + 9,
                top(lane) + 9));
    }

    private void bar(ReplayTotals.Visit visit, long from, double scale) {
        int lane = laneOf(visit.station().tier().value());
        long seconds = Duration.between(visit.from(), visit.to()).toSeconds();
        page.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" rx=\"2\" fill=\"%s\"><title>%s, %s</title></rect>",
                100 + (visit.from().getEpochSecond() - from) * scale,
                top(lane),
                Math.max(1.5, seconds * scale),
                COLOURS[lane % COLOURS.length],
                text(visit.station().toString()),
                Durations.inWords(Duration.ofSeconds(seconds))));
    }

    /** The lowest lane is the tier nearest to the customer. */
    private int top(int lane) {
        return (mapping.tiers().size() - 1 - lane) * LANE + 2;
    }

    private int laneOf(String tier) {
        for (int lane = 0; lane < mapping.tiers().size(); lane++) {
            if (mapping.tiers().get(lane).id().equals(tier)) {
                return lane;
            }
        }
        throw new IllegalArgumentException("tier " + tier + " is not in the mapping");
    }

    private void leftOut() {
        page.append(totals.leftOut.rows() > 0 ? "<p class=\"late\">" : "<p>");
        totals.leftOut
                .lines(totals.survey.rows())
                .forEach(line -> page.append(text(line)).append("<br>\n"));
        totals.survey.remarks().forEach(remark -> page.append(text(remark)).append("<br>\n"));
        page.append("</p>\n");
    }

    private static String text(String raw) {
        return HtmlEscapers.htmlEscaper().escape(raw);
    }
}
