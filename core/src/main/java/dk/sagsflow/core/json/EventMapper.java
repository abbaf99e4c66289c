package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.members.Members;
import dk.sagsflow.core.members.UnreadableJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON by Jackson; behind {@link CaseEventJson}, which asks first whether Jackson is there. */
final class EventMapper {
    private static final String FORMAT_KEY = "format";

    /** How an event begins that this release wrote. */
    private static final String BEGINNING = "{\"" + FORMAT_KEY + "\":" + CaseEventJson.FORMAT + ",";

    /** Members that kinds have got since they were first written, and that older events say nothing of. */
    private static final ImmutableMap<String, Added> ADDED = ImmutableMap.of(
            "assigned", new Added("reason", JsonNodeFactory.instance.nullNode()),
            "escalated", new Added("occasion", JsonNodeFactory.instance.nullNode()),
            "threshold-passed", new Added("unheard", JsonNodeFactory.instance.booleanNode(false)));

    /** A member, and what an event means that says nothing of it. */
    private record Added(String member, JsonNode meant) {}

    private final JsonMapper mapper = Members.strict()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final ObjectWriter writer = mapper.writerFor(CaseEvent.class);
    private final ObjectReader reader = mapper.readerFor(CaseEvent.class);

    String write(CaseEvent event) {
        return BEGINNING + writer.writeValueAsString(event).substring(1);
    }

    CaseEvent read(String json) {
        return json.startsWith(BEGINNING) ? readOwn(json) : readAny(json);
    }

    /** In one go, without a tree; what it cannot take may be an older event, and is read again as any. */
    private CaseEvent readOwn(String json) {
        try {
            return reader.readValue("{" + json.substring(BEGINNING.length()));
        } catch (JacksonException e) {
            return readAny(json);
        }
    }

    private CaseEvent readAny(String json) {
        try {
            JsonNode tree = mapper.readTree(json);
            if (!(tree instanceof ObjectNode object)) {
                throw new UnreadableEventException("an event is a JSON object, and this is none");
            }
            JsonNode format = object.remove(FORMAT_KEY);
            if (format == null
                    || !format.isInt()
                    || format.intValue() < 1
                    || format.intValue() > CaseEventJson.FORMAT) {
                throw new UnreadableEventException("event has format " + UnreadableJson.name(format)
                        + "; this release reads 1 to " + CaseEventJson.FORMAT + ": an event of case "
                        + UnreadableJson.name(object.path("header").path("caseNumber")));
            }
            Added added = ADDED.get(object.path("type").asString(""));
            if (added != null && !object.has(added.member())) {
                object.set(added.member(), added.meant());
            }
            return mapper.treeToValue(object, CaseEvent.class);
        } catch (JacksonException e) {
            throw new UnreadableEventException("event cannot be read by this release: " + UnreadableJson.why(e));
        }
    }
}
