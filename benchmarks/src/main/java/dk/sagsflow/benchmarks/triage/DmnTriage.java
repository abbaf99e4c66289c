package dk.sagsflow.benchmarks.triage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** The rules as a decision table of DMN with the hit policy FIRST, in Camunda's engine. */
final class DmnTriage {
    private static final List<String> FIELDS = List.of("kind", "system", "category", "priority", "customer");

    private final DmnEngine engine;
    private final DmnDecision decision;

    /**
     * The rules in an engine.
     *
     * @param legacy whether its expressions are read by the older of its two engines for them, the faster one
     */
    DmnTriage(ImmutableList<TriageQuestions.Rule> rules, boolean legacy) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(legacy);
        this.engine = configuration.buildEngine();
        this.decision = engine.parseDecision(
                "triage", new ByteArrayInputStream(table(rules).getBytes(StandardCharsets.UTF_8)));
    }

    private static String table(ImmutableList<TriageQuestions.Rule> rules) {
        StringBuilder table = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d">
                <decision id="triage" name="triage"><decisionTable id="table" hitPolicy="FIRST">
                """);
        for (String field : FIELDS) {
            table.append(
                    "<input id=\"%s\"><inputExpression id=\"e-%s\" typeRef=\"string\"><text>%s</text></inputExpression></input>%n"
                            .formatted(field, field, field));
        }
        table.append("<output id=\"queue\" name=\"queue\" typeRef=\"string\"/>\n");
        for (TriageQuestions.Rule rule : rules) {
            table.append("<rule id=\"r-").append(rule.queue()).append("\">");
            ImmutableList.of(rule.kinds(), rule.systems(), rule.categories(), rule.priorities(), rule.customers())
                    .forEach(values -> table.append("<inputEntry><text>")
                            .append(quoted(values))
                            .append("</text></inputEntry>"));
            table.append("<outputEntry><text>\"").append(rule.queue()).append("\"</text></outputEntry></rule>\n");
        }
        return table.append("</decisionTable></decision></definitions>").toString();
    }

    private static String quoted(ImmutableSet<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(","));
    }

    String queue(TriageQuestions.Request request) {
        return engine.evaluateDecisionTable(
                        decision,
                        ImmutableMap.of(
                                "kind", request.kind(),
                                "system", request.system(),
                                "category", request.category(),
                                "priority", request.priority(),
                                "customer", request.customer()))
                .getSingleResult()
                .getSingleEntry();
    }
}
