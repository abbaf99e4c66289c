package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.members.Members;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a request that is read member by member.
 *
 * @param what what it is called
 * @param object its JSON
 */
record Asked(String what, ObjectNode object) {
    /** The JSON of this text, which has no members but these. */
    static Asked of(String what, String json, ImmutableSet<String> members) {
        return of(what, Members.MAPPER.readTree(json), members);
    }

    private static Asked of(String what, JsonNode node, ImmutableSet<String> members) {
        if (!(node instanceof ObjectNode object)) {
            throw new UnreadableRequestException(what + " is a JSON object");
        }
        for (String name : object.propertyNames()) {
            if (!members.contains(name)) {
                throw new UnreadableRequestException(what + " has a member \"" + name + "\"; allowed are " + members);
            }
        }
        return new Asked(what, object);
    }

    /** The object that must stand there. */
    Asked part(String name, ImmutableSet<String> members) {
        return of(name, required(name, JsonNode.class), members);
    }

    <T> T required(String name, Class<T> type) {
        return optional(name, type)
                .orElseThrow(() -> new UnreadableRequestException(what + " has no \"" + name + "\", which it needs"));
    }

    <T> Optional<T> optional(String name, Class<T> type) {
        JsonNode member = object.get(name);
        return member == null || member.isNull()
                ? Optional.empty()
                : Optional.of(Members.MAPPER.treeToValue(member, type));
    }
}
