package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON form of events: a public contract. Every event carries {@code "format"}, now {@value #FORMAT}; what a release
 * wrote, each later release reads. An event of a newer release is refused with a clear error, never read in part:
 * dropping what is unknown would lose it at the next write. Needs Jackson 3 databind, which the host supplies. Safe for
 * use by many threads.
 */
public final class CaseEventJson {
    /** The format that this release writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private static final String FORMAT_KEY = "format";

    /** Members that kinds have got since they were first written, and that older events say nothing of. */
    private static final ImmutableMap<String, String> ADDED = ImmutableMap.of("assigned", "reason");

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // A stored event is read as it stands or not at all: no number is a text, or an enum, and no text a number.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(LogicalType.Textual, CaseEventJson::refuseNumbers)
            .withCoercionConfig(
                    LogicalType.Integer, config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .build();

    private static void refuseNumbers(MutableCoercionConfig config) {
        for (CoercionInputShape shape :
                ImmutableList.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            var unused = config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** Reads and writes events; make one and keep it. */
    public CaseEventJson() {}

    /** The event as one line of JSON. */
    public String write(CaseEvent event) {
        requireNonNull(event);
        ObjectNode tree = mapper.createObjectNode();
        tree.put(FORMAT_KEY, FORMAT);
        tree.setAll(
                (ObjectNode) mapper.readTree(mapper.writerFor(CaseEvent.class).writeValueAsString(event)));
        return tree.toString();
    }

    /**
     * The event that this JSON says.
     *
     * @throws UnreadableEventException if it is no event, or one of a newer release
     */
    public CaseEvent read(String json) {
        requireNonNull(json);
        try {
            JsonNode tree = mapper.readTree(json);
            if (!(tree instanceof ObjectNode object)) {
                throw new UnreadableEventException("an event is a JSON object, not " + json);
            }
            JsonNode format = object.remove(FORMAT_KEY);
            if (format == null || !format.isInt() || format.intValue() < 1 || format.intValue() > FORMAT) {
                throw new UnreadableEventException("event has format " + format + "; this release reads 1 to " + FORMAT
                        + ": " + object.path("header"));
            }
            String added = ADDED.get(object.path("type").asString(""));
            if (added != null && !object.has(added)) {
                object.putNull(added);
            }
            return mapper.treeToValue(object, CaseEvent.class);
        } catch (JacksonException e) {
            throw new UnreadableEventException("event cannot be read by this release: " + e.getOriginalMessage(), e);
        }
    }
}
