package dk.sagsflow.core.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** An object of JSON that is written member by member; what is absent or empty is left out. Not thread-safe. */
public final class Members {
    /** Reads what is written as it stands or not at all, and leaves out what is absent. */
    public static final JsonMapper MAPPER = strict().changeDefaultPropertyInclusion(
                    inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private final ObjectNode node = MAPPER.createObjectNode();

    /** What is written is read as it stands or not at all: no number is a text, or an enum, and no text a number. */
    public static JsonMapper.Builder strict() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(LogicalType.Textual, Members::refuseNumbers)
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

    /** Adds a member, unless the value is absent or holds nothing. */
    @CanIgnoreReturnValue
    public Members with(String name, Object value) {
        boolean absent = (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!absent) {
            node.set(name, MAPPER.valueToTree(value));
        }
        return this;
    }

    /** Adds a member for each of these, of a sealed type, by the key for it. */
    @CanIgnoreReturnValue
    public Members withKinds(String name, Map<?, ?> values, Class<?> sealed) {
        ObjectNode fields = MAPPER.createObjectNode();
        values.forEach((key, value) -> fields.set(key.toString(), kindOf(value, sealed)));
        return with(name, fields);
    }

    /** Adds an array of values of a sealed type. */
    @CanIgnoreReturnValue
    public Members withKinds(String name, Collection<?> values, Class<?> sealed) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(kindOf(value, sealed)));
        return with(name, array);
    }

    /** Adds the members of a value of a sealed type, with the one that names its kind. */
    @CanIgnoreReturnValue
    public Members kind(Object value, Class<?> sealed) {
        node.setAll(kindOf(value, sealed));
        return this;
    }

    /** A value of a sealed type, with the member that names its kind. */
    public static ObjectNode kindOf(Object value, Class<?> sealed) {
        return (ObjectNode) MAPPER.readTree(MAPPER.writerFor(sealed).writeValueAsString(value));
    }

    /** What was added. */
    public ObjectNode node() {
        return node;
    }
}
