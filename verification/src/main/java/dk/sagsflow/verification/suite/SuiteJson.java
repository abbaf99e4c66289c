package dk.sagsflow.verification.suite;

import dk.sagsflow.verification.scenario.Mismatch;
import dk.sagsflow.verification.scenario.ScenarioResult;
import dk.sagsflow.verification.script.Spot;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what came of a suite as JSON. */
final class SuiteJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SuiteJson() {}

    static String of(SuiteReport report) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("format", 1)
                .put("scenarios", report.results().size())
                .put("failed", report.failed().size());
        ArrayNode results = root.putArray("results");
        report.results().forEach(result -> results.add(result(result)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode result(ScenarioResult result) {
        ObjectNode node = place(MAPPER.createObjectNode().put("name", result.name()), result.spot())
                .put("holds", result.holds());
        ArrayNode mismatches = node.putArray("mismatches");
        result.mismatches().forEach(mismatch -> mismatches.add(mismatch(mismatch)));
        return node;
    }

    private static ObjectNode mismatch(Mismatch mismatch) {
        ObjectNode node = place(MAPPER.createObjectNode().put("what", mismatch.what()), mismatch.spot());
        mismatch.expected().forEach(node.putArray("expected")::add);
        mismatch.found().forEach(node.putArray("found")::add);
        mismatch.because().place().ifPresent(place -> node.put("model", place));
        mismatch.because().words().forEach(node.putArray("because")::add);
        return node;
    }

    private static ObjectNode place(ObjectNode node, Spot spot) {
        return node.put("file", spot.file()).put("line", spot.line()).put("column", spot.column());
    }
}
