package dk.sagsflow.examples.sagsflow;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report as JSON; durations are ISO-8601. */
final class JsonReport {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final LogMapping mapping;
    private final ReplayTotals totals;

    JsonReport(LogMapping mapping, ReplayTotals totals) {
        this.mapping = mapping;
        this.totals = totals;
    }

    String text() {
        ObjectNode report = mapper.createObjectNode();
        report.put("format", 1)
                .put("log", mapping.name())
                .put("rows", totals.rows)
                .put("cases", totals.cases)
                .put("groups", totals.groups())
                .put("firstRow", totals.firstRow().map(Instant::toString).orElse(null))
                .put("lastRow", totals.lastRow().map(Instant::toString).orElse(null))
                .put("events", totals.events)
                .put("pingPong", totals.pingPong)
                .put("reopenedCases", totals.reopenedCases)
                .put("reopenedAfterUnknownStatus", totals.reopenedAfterUnknown)
                .put("notAnsweredAtTheEnd", totals.unanswered)
                .put("life", totals.life.toString())
                .put("unowned", totals.unowned.toString());
        ArrayNode tiers = report.putArray("tiers");
        totals.tiers.forEach((id, tier) -> tiers.addObject()
                .put("id", id)
                .put("visits", tier.visits)
                .put("time", tier.time.toString())
                .put("handOversFrom", tier.handOversFrom)
                .put("givenBackBy", tier.givenBackBy)
                .put("highestForCases", tier.highest)
                .put("answers", tier.answers)
                .put("visitsWithLimit", tier.limitVisits)
                .put("breaches", tier.breaches));
        report.put("medianLife", totals.life(0.5).toString())
                .put("longestLife", totals.life(1).toString());
        ArrayNode targets = report.putArray("targets");
        totals.evaluation
                .tallies()
                .forEach((key, tally) -> targets.addObject()
                        .put("agreement", key.agreement())
                        .put("target", key.target())
                        .put("met", tally.met())
                        .put("exceeded", tally.exceeded())
                        .put("undecided", tally.undecided())
                        .put("overrun", tally.overrun().toString()));
        ObjectNode waiting = report.putObject("waiting");
        totals.waiting.forEach((reason, time) -> waiting.put(reason.name(), time.toString()));
        ArrayNode worst = report.putArray("worst");
        for (ReplayTotals.WorstCase one : totals.worst()) {
            ObjectNode node = worst.addObject()
                    .put("case", one.number())
                    .put("overrun", one.overrun().toString())
                    .put("breaches", one.breaches());
            ArrayNode visits = node.putArray("visits");
            one.visits()
                    .forEach(visit -> visits.addObject()
                            .put("group", visit.station().group().value())
                            .put("tier", visit.station().tier().value())
                            .put("from", visit.from().toString())
                            .put("to", visit.to().toString()));
        }
        report.put("rowsLeftOut", totals.rejectedRows);
        ArrayNode rejected = report.putArray("firstRowsLeftOut");
        totals.rejected.forEach(
                row -> rejected.addObject().put("line", row.line()).put("reason", row.reason()));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }
}
