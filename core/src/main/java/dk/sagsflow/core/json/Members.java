package dk.sagsflow.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeValue;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An object of JSON that is written member by member; what is absent or empty is left out. Not thread-safe. */
final class Members {
    static final JsonMapper MAPPER = EventMapper.strict()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private final ObjectNode node = MAPPER.createObjectNode();

    Members with(String name, Object value) {
        boolean absent = (value instanceof Optional<?> optional && optional.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!absent) {
            node.set(name, MAPPER.valueToTree(value));
        }
        return this;
    }

    /** Fields of the organisation's own by their ids, each with its type. */
    Members with(ImmutableMap<AttributeId, AttributeValue> attributes) {
        ObjectNode fields = MAPPER.createObjectNode();
        attributes.forEach((id, value) -> fields.set(
                id.value(), new Members().kind(value, AttributeValue.class).node()));
        if (!attributes.isEmpty()) {
            node.set("attributes", fields);
        }
        return this;
    }

    /** A value of a sealed type, with the member that names its kind. */
    Members kind(Object value, Class<?> sealed) {
        node.setAll((ObjectNode) MAPPER.readTree(MAPPER.writerFor(sealed).writeValueAsString(value)));
        return this;
    }

    ObjectNode node() {
        return node;
    }
}
