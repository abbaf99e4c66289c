package dk.sagsflow.routing.json;

import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.members.Members;
import dk.sagsflow.core.members.UnreadableJson;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.routing.desk.CaseOption;
import dk.sagsflow.routing.desk.CaseOptions;
import dk.sagsflow.routing.desk.GroupLoad;
import dk.sagsflow.routing.desk.WorkItem;
import dk.sagsflow.routing.desk.WorkList;
import dk.sagsflow.routing.triage.RuleReason;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.routing.triage.TriageWords;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a desk as JSON by Jackson. */
final class DeskMapper {
    private final ViewJson views = new ViewJson();
    /** A load without one of its numbers is none. */
    private final JsonMapper reading = Members.strict()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    ObjectNode item(WorkItem item) {
        return new Members()
                .with("case", Members.MAPPER.readTree(views.write(item.current())))
                .with("dueFirst", item.dueFirst())
                .with("exceeded", item.exceeded())
                .node();
    }

    ObjectNode list(WorkList list) {
        ArrayNode items = Members.MAPPER.createArrayNode();
        list.items().forEach(item -> items.add(item(item)));
        return new Members()
                .with("items", items)
                .with("unreadable", list.unreadable())
                .node();
    }

    ObjectNode options(CaseOptions options, Locale language) {
        ArrayNode all = Members.MAPPER.createArrayNode();
        options.all().forEach(option -> all.add(option(option, language)));
        return new Members()
                .with("number", options.number())
                .with("version", options.version())
                .with("at", options.at())
                .with("options", all)
                .with("moreCases", options.moreCases())
                .node();
    }

    private ObjectNode option(CaseOption option, Locale language) {
        return new Members()
                .with("example", Members.kindOf(option.example(), CaseCommand.class))
                .with(
                        "refusal",
                        option.refusal().map(refusal -> Members.MAPPER.readTree(views.write(refusal, language))))
                .with("missing", option.missing())
                .node();
    }

    ObjectNode load(GroupLoad load) {
        return Members.MAPPER.valueToTree(load);
    }

    ObjectNode suggestion(Suggestion suggestion) {
        return Members.MAPPER.valueToTree(suggestion);
    }

    GroupLoad load(String json) {
        return read("load", json, GroupLoad.class);
    }

    Suggestion suggestion(String json) {
        return read("suggestion", json, Suggestion.class);
    }

    private <T> T read(String what, String json, Class<T> type) {
        try {
            return reading.treeToValue(reading.readValue(json, ObjectNode.class), type);
        } catch (JacksonException unreadable) {
            throw new UnreadableAnswerException(what + " cannot be read: " + UnreadableJson.why(unreadable));
        }
    }

    ObjectNode decision(TriageDecision decision, Locale language) {
        ArrayNode reasons = Members.MAPPER.createArrayNode();
        decision.reasons().forEach(reason -> reasons.add(reason(reason, TriageWords.in(language))));
        return new Members()
                .with("number", decision.current().number())
                .with("version", decision.current().version())
                .with("at", decision.at())
                .with("rule", decision.rule().map(rule -> rule.name()))
                .with("group", decision.group())
                .with("reasons", reasons)
                .with("words", TriageWords.in(language).of(decision))
                .node();
    }

    private static ObjectNode reason(RuleReason reason, TriageWords words) {
        ArrayNode observations = Members.MAPPER.createArrayNode();
        reason.observations().forEach(observation -> observations.add(Observed.json(observation, words)));
        return new Members()
                .with("rule", reason.rule().name())
                .with("to", reason.rule().to())
                .with("matched", reason.matched())
                .with("observations", observations)
                .node();
    }
}
