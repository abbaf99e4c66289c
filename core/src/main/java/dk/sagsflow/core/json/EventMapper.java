package dk.sagsflow.core.json;

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

/** Events as JSON by Jackson; behind {@link CaseEventJson}, which asks first whether Jackson is there. */
final class EventMapper {
    private static final String FORMAT_KEY = "format";

    /** Members that kinds have got since they were first written, and that older events say nothing of. */
    private static final ImmutableMap<String, String> ADDED = ImmutableMap.of("assigned", "reason");

    private final JsonMapper mapper = strict().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** What is written is read as it stands or not at all: no number is a text, or an enum, and no text a number. */
    static JsonMapper.Builder strict() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(LogicalType.Textual, EventMapper::refuseNumbers)
                .withCoercionConfig(
                        LogicalType.Integer,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail));
    }

    private static void refuseNumbers(MutableCoercionConfig config) {
        for (CoercionInputShape shape :
                ImmutableList.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            var unused = config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    String write(CaseEvent event) {
        ObjectNode tree = mapper.createObjectNode();
        tree.put(FORMAT_KEY, CaseEventJson.FORMAT);
        tree.setAll(
                (ObjectNode) mapper.readTree(mapper.writerFor(CaseEvent.class).writeValueAsString(event)));
        return tree.toString();
    }

    CaseEvent read(String json) {
        try {
            JsonNode tree = mapper.readTree(json);
            if (!(tree instanceof ObjectNode object)) {
                throw new UnreadableEventException("an event is a JSON object, not " + json);
            }
            JsonNode format = object.remove(FORMAT_KEY);
            if (format == null
                    || !format.isInt()
                    || format.intValue() < 1
                    || format.intValue() > CaseEventJson.FORMAT) {
                throw new UnreadableEventException("event has format " + format + "; this release reads 1 to "
                        + CaseEventJson.FORMAT
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
