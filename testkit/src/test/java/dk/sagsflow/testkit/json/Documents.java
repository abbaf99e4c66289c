package dk.sagsflow.testkit.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.command.Remark;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.view.CustomerCase;
import dk.sagsflow.core.view.CustomerEvent;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.json.KnowledgeEventJson;
import dk.sagsflow.knowledge.tree.NodeId;
import dk.sagsflow.knowledge.tree.ReadyCase;
import dk.sagsflow.knowledge.tree.TreeId;
import dk.sagsflow.knowledge.tree.TreeNode;
import dk.sagsflow.routing.desk.GroupLoad;
import dk.sagsflow.routing.desk.WorkItem;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.TraceStep;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of what is written member by member, as they follow from the types that are written. */
final class Documents {
    /** What operators do not see of a case: what the library keeps for itself, and what another member says already. */
    static final ImmutableSet<String> INSIDE = ImmutableSet.of(
            "standing",
            "report",
            "classification",
            "latest",
            "happenedUntil",
            "untold",
            "working",
            "parent",
            "duplicateOf");

    private final SchemaOf schema = new SchemaOf();

    private Documents() {}

    /** What people see of cases. */
    static String views() {
        Documents documents = new Documents();
        ObjectNode view = documents.view();
        ObjectNode page = documents.schema.object(
                ImmutableMap.of(
                        "cases", documents.schema.array(view),
                        "unreadable", documents.schema.array(documents.schema.of(UnreadableCase.class)),
                        "next", SchemaOf.text()),
                List.of("cases"));
        return documents.schema.document(
                "What people see of cases of Sagsflow",
                List.of(
                        view,
                        documents.schema.define("page", page),
                        documents.worded(Refusal.class),
                        documents.worded(Remark.class)));
    }

    /** What is asked of a desk. */
    static String requests() {
        Documents documents = new Documents();
        documents.value("registration", Registration.class);
        documents.value("circumstances", Circumstances.class);
        return documents.schema.document(
                "Commands and registrations of Sagsflow",
                List.of(
                        documents.schema.of(CaseCommand.class),
                        ref("registration"),
                        documents.value("caseRequest", CaseRequest.class),
                        documents.value("registrationRequest", RegistrationRequest.class)));
    }

    /** What happened to the knowledge of the organisation. */
    static String knowledgeEvents() {
        Documents documents = new Documents();
        SchemaOf schema = documents.schema;
        schema.define("locale", SchemaOf.text());
        schema.define("recordId", SchemaOf.text());
        ObjectNode format = SchemaOf.constant(KnowledgeEventJson.FORMAT);
        ImmutableMap<String, ObjectNode> tree = ImmutableMap.of(
                "id", schema.of(TreeId.class),
                "title", SchemaOf.text(),
                "readership", schema.of(Readership.class),
                "start", schema.of(NodeId.class),
                "nodes", schema.array(schema.of(TreeNode.class)));
        schema.define("questionTree", schema.object(tree, tree.keySet()));
        List<ObjectNode> kinds = KnowledgeEventJson.subjects().entrySet().stream()
                .map(subject -> schema.define(
                        subject.getKey() + "Event",
                        schema.sealed(
                                subject.getValue(),
                                ImmutableMap.of("format", format, "subject", SchemaOf.constant(subject.getKey())))))
                .toList();
        return schema.document("What happened to the knowledge of an organisation", kinds);
    }

    /** A question tree, as people write it. */
    static String questionTree() {
        SchemaOf schema = new Documents().schema;
        Map<String, ObjectNode> ready = new LinkedHashMap<>();
        Types.members(ReadyCase.class).forEach((name, type) -> ready.put(name, schema.of(type)));
        schema.define("readyCase", schema.object(ready, List.of("subject")));
        Map<String, ObjectNode> tree = new LinkedHashMap<>();
        tree.put("$schema", SchemaOf.text());
        tree.put("format", SchemaOf.constant(1));
        tree.put("id", schema.of(TreeId.class));
        tree.put("title", SchemaOf.text());
        tree.put("readership", schema.of(Readership.class));
        tree.put("start", schema.of(NodeId.class));
        tree.put("nodes", schema.array(schema.of(TreeNode.class)));
        List<String> needed =
                tree.keySet().stream().filter(name -> !name.equals("$schema")).toList();
        return schema.document(
                "A question tree of Sagsflow", List.of(schema.define("tree", schema.object(tree, needed))));
    }

    /** What clocks show. */
    static String clocks() {
        Documents documents = new Documents();
        Map<String, ObjectNode> reading = documents.members(ClockReading.class, Set.of("selected"));
        ImmutableList.of("agreement", "version", "target").forEach(name -> reading.put(name, SchemaOf.text()));
        List<String> optional = List.of("station", "ended", "due");
        ObjectNode shown = documents.schema.define(
                "reading",
                documents.schema.object(
                        reading,
                        reading.keySet().stream()
                                .filter(name -> !optional.contains(name))
                                .toList()));
        ObjectNode explanation = documents.schema.object(
                ImmutableMap.of(
                        "reading",
                        shown,
                        "steps",
                        documents.schema.array(documents.schema.of(TraceStep.class)),
                        "words",
                        documents.schema.array(SchemaOf.text())),
                List.of("reading", "steps", "words"));
        return documents.schema.document(
                "What clocks of Sagsflow show", List.of(shown, documents.schema.define("explanation", explanation)));
    }

    /** What a desk answers. */
    static String desk() {
        Documents documents = new Documents();
        Map<String, ObjectNode> item = documents.members(WorkItem.class, Set.of("current"));
        item.put("case", documents.view());
        ObjectNode listed =
                documents.schema.define("workItem", documents.schema.object(item, List.of("case", "exceeded")));
        ObjectNode list = documents.schema.object(
                ImmutableMap.of(
                        "items", documents.schema.array(listed),
                        "unreadable", documents.schema.array(documents.schema.of(UnreadableCase.class))),
                List.of("items"));
        return documents.schema.document(
                "What a desk of Sagsflow answers",
                List.of(
                        listed,
                        documents.schema.define("workList", list),
                        documents.schema.define("caseOptions", documents.options()),
                        documents.schema.of(GroupLoad.class),
                        documents.schema.of(Suggestion.class),
                        documents.schema.define("triageDecision", documents.decision())));
    }

    private ObjectNode options() {
        ObjectNode option = schema.object(
                ImmutableMap.of(
                        "example", schema.of(CaseCommand.class),
                        "refusal", worded(Refusal.class),
                        "missing", schema.array(SchemaOf.text())),
                List.of("example"));
        return schema.object(
                ImmutableMap.of(
                        "number", schema.of(dk.sagsflow.core.cases.CaseNumber.class),
                        "version", schema.of(long.class),
                        "at", schema.of(Instant.class),
                        "options", schema.array(schema.define("caseOption", option)),
                        "moreCases", schema.of(boolean.class)),
                List.of("number", "version", "at", "options", "moreCases"));
    }

    private ObjectNode decision() {
        Map<String, ObjectNode> members = new LinkedHashMap<>(ImmutableMap.of(
                "number", schema.of(dk.sagsflow.core.cases.CaseNumber.class),
                "version", schema.of(long.class),
                "at", schema.of(Instant.class),
                "rule", SchemaOf.text(),
                "group", schema.of(GroupId.class)));
        ObjectNode reason = schema.object(
                ImmutableMap.of(
                        "rule", SchemaOf.text(),
                        "to", schema.of(GroupId.class),
                        "matched", schema.of(boolean.class),
                        "observations", schema.array(observation())),
                List.of("rule", "to", "matched", "observations"));
        members.put("reasons", schema.array(schema.define("ruleReason", reason)));
        members.put("words", schema.array(SchemaOf.text()));
        return schema.object(members, List.of("number", "version", "at", "reasons", "words"));
    }

    private ObjectNode observation() {
        ObjectNode texts = schema.array(SchemaOf.text());
        ObjectNode value = schema.of(AttributeValue.class);
        ObjectNode field = schema.of(CaseField.class);
        return schema.define(
                "observation",
                schema.oneOf(List.of(
                        observed("field", ImmutableMap.of("field", field, "asked", texts, "had", SchemaOf.text())),
                        observed(
                                "attribute",
                                ImmutableMap.of(
                                        "attribute", schema.of(AttributeId.class),
                                        "asked", schema.array(value),
                                        "had", value)),
                        observed("words", ImmutableMap.of("asked", texts, "had", SchemaOf.text())),
                        observed(
                                "calendar",
                                ImmutableMap.of(
                                        "calendar", SchemaOf.text(),
                                        "asked", schema.of(boolean.class),
                                        "had", schema.of(boolean.class))))));
    }

    private ObjectNode observed(String kind, Map<String, ObjectNode> own) {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        members.put("observation", SchemaOf.constant(kind));
        members.putAll(own);
        members.put("holds", schema.of(boolean.class));
        members.put("wanted", schema.of(boolean.class));
        members.put("words", SchemaOf.text());
        return schema.object(
                members,
                members.keySet().stream().filter(name -> !name.equals("had")).toList());
    }

    private ObjectNode view() {
        Map<String, ObjectNode> whole = members(SupportCase.class, INSIDE);
        whole.put("chain", schema.array(schema.of(Link.class)));
        return schema.define(
                "case",
                schema.oneOf(List.of(
                        schema.define(
                                "forCustomer",
                                audience(
                                        "CUSTOMER", CustomerCase.class, told(), members(CustomerCase.class, Set.of()))),
                        schema.define(
                                "forOperator",
                                audience("OPERATOR", SupportCase.class, schema.of(CaseEvent.class), whole)))));
    }

    private ObjectNode told() {
        return value("told", CustomerEvent.class);
    }

    private ObjectNode audience(String audience, Class<?> type, ObjectNode event, Map<String, ObjectNode> shown) {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        members.put("audience", SchemaOf.constant(audience));
        members.putAll(shown);
        members.put("events", schema.array(event));
        if (audience.equals("OPERATOR")) {
            members.put("merged", schema.array(event));
        }
        return schema.object(
                members,
                members.keySet().stream()
                        .filter(name -> name.equals("audience") || (shown.containsKey(name) && always(type, name)))
                        .toList());
    }

    /** What is written of every case: what is neither optional nor several. */
    private static boolean always(Class<?> type, String name) {
        Class<?> raw = Types.raw(Types.member(type, name));
        return raw != java.util.Optional.class && !Types.several(raw) && !name.equals("chain");
    }

    private ObjectNode worded(Class<?> sealed) {
        String name = Types.definition(sealed);
        ObjectNode unused = schema.of(sealed);
        return schema.define(
                name + "InWords",
                schema.oneOf(Types.kinds(sealed).stream()
                        .map(kind -> inWords(Types.kindMember(sealed).orElseThrow(), kind))
                        .toList()));
    }

    private ObjectNode inWords(String member, Class<?> kind) {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        members.put(member, SchemaOf.constant(Types.kindName(kind)));
        Types.members(kind).forEach((name, type) -> members.put(name, schema.of(type)));
        members.put("words", SchemaOf.text().put("minLength", 1));
        return schema.object(
                members,
                members.keySet().stream()
                        .filter(name -> name.equals(member) || name.equals("words") || Types.required(kind, name))
                        .toList());
    }

    private ObjectNode value(String name, Class<?> type) {
        Map<String, ObjectNode> members = members(type, Set.of());
        return schema.define(
                name,
                schema.object(
                        members,
                        members.keySet().stream()
                                .filter(member -> Types.required(type, member))
                                .toList()));
    }

    private Map<String, ObjectNode> members(Class<?> type, Set<String> without) {
        Map<String, ObjectNode> members = new LinkedHashMap<>();
        Types.members(type).forEach((name, member) -> {
            if (!without.contains(name)) {
                members.put(name, member(name, member));
            }
        });
        return members;
    }

    /** Values within values are those that were defined before. */
    private ObjectNode member(String name, Type type) {
        return type == Registration.class || type == Circumstances.class ? ref(name) : schema.of(type);
    }

    private static ObjectNode ref(String name) {
        return SchemaOf.reference(name);
    }
}
