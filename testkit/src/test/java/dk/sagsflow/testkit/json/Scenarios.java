package dk.sagsflow.testkit.json;

import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Observable;
import dk.sagsflow.verification.script.Origin;
import dk.sagsflow.verification.script.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of scenarios, as it follows from the words that they are made of. */
final class Scenarios {
    private final SchemaOf schema = new SchemaOf();

    private Scenarios() {}

    static String schema() {
        return new Scenarios().document();
    }

    private String document() {
        Map<String, ObjectNode> scenario = new LinkedHashMap<>();
        scenario.put("name", SchemaOf.text().put("minLength", 1));
        scenario.put("about", SchemaOf.text());
        scenario.put("given", schema.define("given", given()));
        scenario.put("when", schema.array(schema.define("happening", happenings())));
        scenario.put("then", schema.array(schema.define("expectation", expectation())));
        Map<String, ObjectNode> file = new LinkedHashMap<>();
        file.put("$schema", SchemaOf.text());
        file.put("format", new JsonMapper().createObjectNode().put("const", 1));
        file.put("about", SchemaOf.text());
        file.put(
                "scenarios",
                schema.array(schema.define("scenario", schema.object(scenario, List.of("name", "given", "then")))));
        return schema.document(
                "Scenarios of a model of Sagsflow",
                List.of(schema.define("file", schema.object(file, List.of("format", "scenarios")))));
    }

    private ObjectNode given() {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        for (Origin origin : Origin.values()) {
            members.put(origin.word(), origin(origin));
        }
        return schema.object(members, List.of(Origin.AT.word()));
    }

    private ObjectNode origin(Origin origin) {
        return switch (origin) {
            case KIND -> schema.of(CaseKind.class);
            case CAUSE -> schema.of(Cause.class);
            case IMPACT -> schema.of(Impact.class);
            case URGENCY -> schema.of(Urgency.class);
            case PRIORITY -> schema.of(Priority.class);
            default -> SchemaOf.text();
        };
    }

    private ObjectNode happenings() {
        return schema.oneOf(Arrays.stream(Verb.values()).map(this::happening).toList());
    }

    private ObjectNode happening(Verb verb) {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        members.put("at", SchemaOf.text());
        members.put("is", SchemaOf.constant(verb.words()));
        List<String> needed = new ArrayList<>(List.of("is"));
        for (Detail detail : verb.details()) {
            members.put(
                    detail.word(),
                    detail.constants().map(type -> schema.of(type)).orElseGet(SchemaOf::text));
            if (verb.needs(detail)) {
                needed.add(detail.word());
            }
        }
        members.put("by", SchemaOf.text());
        members.put("refused", SchemaOf.text());
        return schema.object(members, needed);
    }

    private ObjectNode expectation() {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        List.of("at", "clock", "group", "nth").forEach(name -> members.put(name, SchemaOf.text()));
        for (Observable fact : Observable.values()) {
            members.put(
                    fact.word(),
                    fact.several()
                            ? schema.oneOf(List.of(SchemaOf.constant("?"), schema.array(SchemaOf.text())))
                            : SchemaOf.text());
        }
        return schema.object(members, List.of());
    }
}
