package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
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
        leftOut(report);
        size(report);
        tiers(report.putArray("tiers"));
        report.put("medianLife", totals.life(0.5).toString())
                .put("longestLife", totals.life(1).toString());
        targets(report.putArray("targets"));
        ObjectNode waiting = report.putObject("waiting");
        totals.waiting.forEach((reason, time) -> waiting.put(reason.name(), time.toString()));
        ArrayNode worst = report.putArray("worst");
        totals.worst().forEach(one -> worst(worst.addObject(), one));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private void leftOut(ObjectNode report) {
        report.put("rowsInTheLog", totals.survey.rows()).put("rowsLeftOut", totals.leftOut.rows());
        ArrayNode reasons = report.putArray("reasons");
        totals.leftOut
                .reasons()
                .forEach(reason -> reasons.addObject()
                        .put("rows", reason.rows())
                        .put("firstLine", reason.first().line())
                        .put("reason", reason.first().reason()));
        ArrayNode remarks = report.putArray("remarks");
        totals.survey.remarks().forEach(remarks::add);
    }

    private void size(ObjectNode report) {
        report.put("format", 1)
                .put("log", mapping.name())
                .put("rows", totals.rows)
                .put("cases", totals.cases)
                .put("groups", totals.groups())
                .put("firstRow", totals.firstRow().map(Instant::toString).orElse(null))
                .put("lastRow", totals.lastRow().map(Instant::toString).orElse(null))
                .put("events", totals.events)
                .put("cancelled", totals.cancelled)
                .put("notAnsweredAtTheEnd", totals.unanswered);
        if (mapping.shape().tellsMoves()) {
            moves(report);
        }
    }

    private void moves(ObjectNode report) {
        report.put("pingPong", totals.pingPong)
                .put("reopenedCases", totals.reopenedCases)
                .put("reopenedAfterUnknownStatus", totals.reopenedAfterUnknown)
                .put("life", totals.life.toString())
                .put("unowned", totals.unowned.toString());
    }

    private void tiers(ArrayNode tiers) {
        totals.tiers.forEach((id, tier) -> {
            ObjectNode node = tiers.addObject().put("id", id).put("answers", tier.answers);
            if (mapping.shape().tellsMoves()) {
                node.put("visits", tier.visits)
                        .put("time", tier.time.toString())
                        .put("handOversFrom", tier.handOversFrom)
                        .put("givenBackBy", tier.givenBackBy)
                        .put("highestForCases", tier.highest)
                        .put("visitsWithLimit", tier.limitVisits)
                        .put("breaches", tier.breaches);
            }
        });
    }

    private void targets(ArrayNode targets) {
        totals.evaluation
                .tallies()
                .forEach((key, tally) -> targets.addObject()
                        .put("agreement", key.agreement())
                        .put("target", key.target())
                        .put("met", tally.met())
                        .put("exceeded", tally.exceeded())
                        .put("undecided", tally.undecided())
                        .put("exceededBefore", tally.exceededBefore())
                        .put("overrun", tally.overrun().toString()));
    }

    private static void worst(ObjectNode node, ReplayTotals.WorstCase one) {
        node.put("case", one.number()).put("overrun", one.overrun().toString()).put("breaches", one.breaches());
        ArrayNode visits = node.putArray("visits");
        one.visits()
                .forEach(visit -> visits.addObject()
                        .put("group", visit.station().group().value())
                        .put("tier", visit.station().tier().value())
                        .put("from", visit.from().toString())
                        .put("to", visit.to().toString()));
    }
}
