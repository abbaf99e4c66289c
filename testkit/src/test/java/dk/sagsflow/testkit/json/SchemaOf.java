package dk.sagsflow.testkit.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema that follows from types, with a definition for each. Not thread-safe. */
final class SchemaOf {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ImmutableMap<Class<?>, String> FORMATS = ImmutableMap.of(
            Instant.class, "date-time",
            LocalDate.class, "date",
            LocalDateTime.class, "local-date-time",
            Duration.class, "duration",
            Period.class, "duration");
    private static final ImmutableSet<Class<?>> WHOLE =
            ImmutableSet.of(int.class, long.class, Integer.class, Long.class);

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    /** An object with these members, of which some are required. */
    ObjectNode object(Map<String, ObjectNode> members, Iterable<String> required) {
        ObjectNode node = MAPPER.createObjectNode().put("type", "object");
        ArrayNode names = MAPPER.createArrayNode();
        required.forEach(names::add);
        ObjectNode properties = MAPPER.createObjectNode();
        members.forEach(properties::set);
        node.set("required", names);
        node.put("additionalProperties", false);
        node.set("properties", properties);
        return node;
    }

    static ObjectNode constant(String text) {
        return MAPPER.createObjectNode().put("const", text);
    }

    static ObjectNode constant(int number) {
        return MAPPER.createObjectNode().put("const", number);
    }

    static ObjectNode text() {
        return MAPPER.createObjectNode().put("type", "string");
    }

    ObjectNode array(ObjectNode items) {
        ObjectNode node = MAPPER.createObjectNode().put("type", "array");
        node.set("items", items);
        return node;
    }

    ObjectNode oneOf(Iterable<ObjectNode> choices) {
        ArrayNode array = MAPPER.createArrayNode();
        choices.forEach(array::add);
        ObjectNode node = MAPPER.createObjectNode();
        node.set("oneOf", array);
        return node;
    }

    static ObjectNode reference(String name) {
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    @CanIgnoreReturnValue
    ObjectNode define(String name, ObjectNode schema) {
        definitions.put(name, schema);
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    ObjectNode of(Type type) {
        Class<?> raw = Types.raw(type);
        if (raw == Optional.class) {
            return of(Types.argument(type, 0));
        } else if (raw == ImmutableMap.class) {
            ObjectNode node = MAPPER.createObjectNode().put("type", "object");
            node.set("additionalProperties", of(Types.argument(type, 1)));
            return node;
        } else if (Types.several(raw)) {
            return array(of(Types.argument(type, 0)));
        }
        return Types.writtenAs(raw).map(this::identifier).orElseGet(() -> plain(raw));
    }

    private ObjectNode identifier(Type written) {
        ObjectNode node = of(written);
        return written == String.class ? node.put("minLength", 1) : node;
    }

    private ObjectNode plain(Class<?> raw) {
        if (raw == String.class || raw == BigDecimal.class || raw == Locale.class) {
            return text();
        } else if (FORMATS.containsKey(raw)) {
            return text().put("format", FORMATS.get(raw));
        } else if (WHOLE.contains(raw)) {
            return MAPPER.createObjectNode().put("type", "integer");
        } else if (raw == boolean.class) {
            return MAPPER.createObjectNode().put("type", "boolean");
        } else if (raw.isEnum()) {
            ArrayNode names = MAPPER.createArrayNode();
            Arrays.stream(raw.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
            ObjectNode node = MAPPER.createObjectNode();
            node.set("enum", names);
            return node;
        }
        return composed(raw);
    }

    private ObjectNode composed(Class<?> raw) {
        String name = Types.definition(raw);
        if (!definitions.containsKey(name)) {
            definitions.put(name, MAPPER.createObjectNode());
            definitions.put(name, raw.isSealed() ? sealed(raw, ImmutableMap.of()) : record(raw, ImmutableMap.of()));
        }
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    /** One of the kinds of a sealed type, each with these members before its own. */
    ObjectNode sealed(Class<?> raw, Map<String, ObjectNode> first) {
        String member = Types.kindMember(raw).orElseThrow(() -> new AssertionError(raw + " does not name its kinds"));
        return oneOf(Types.kinds(raw).stream()
                .map(kind -> record(
                        kind,
                        ImmutableMap.<String, ObjectNode>builder()
                                .putAll(first)
                                .put(member, constant(Types.kindName(kind)))
                                .buildOrThrow()))
                .toList());
    }

    private ObjectNode record(Class<?> type, Map<String, ObjectNode> first) {
        Map<String, ObjectNode> members = new LinkedHashMap<>(first);
        Types.members(type).forEach((name, component) -> members.put(name, of(component)));
        return object(
                members,
                members.keySet().stream()
                        .filter(name -> first.containsKey(name) || Types.required(type, name))
                        .toList());
    }

    /** A document that is one of these. */
    String document(String title, Iterable<ObjectNode> choices) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title);
        root.setAll(oneOf(choices));
        ObjectNode all = MAPPER.createObjectNode();
        definitions.forEach(all::set);
        root.set("$defs", all);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\" : ", "\": ") + "\n";
    }
}
