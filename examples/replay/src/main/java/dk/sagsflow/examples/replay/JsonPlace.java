package dk.sagsflow.examples.replay;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A JSON value with its place. Reading a wrong value reports it and goes on with a stand-in, so that one pass finds
 * every problem. Not thread-safe.
 */
final class JsonPlace {

    private final JsonNode node;
    private final String pointer;
    private final Consumer<String> problems;

    private JsonPlace(JsonNode node, String pointer, Consumer<String> problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    static JsonPlace root(JsonNode node, Consumer<String> problems) {
        return new JsonPlace(node, "", problems);
    }

    /** Reports a problem of this value: JSON pointer (RFC 6901), then the problem. */
    void report(String problem) {
        problems.accept(pointer.isEmpty() ? problem : pointer + ": " + problem);
    }

    boolean present() {
        return !node.isMissingNode();
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isEmptyArray() {
        return node.isArray() && node.isEmpty();
    }

    /** The member of the given name, present or not. */
    JsonPlace at(String key) {
        Consumer<String> of = node.isObject() || !present() ? problems : JsonPlace::alreadyReported;
        String escaped = key.replace("~", "~0").replace("/", "~1");
        return new JsonPlace(node.path(key), pointer + "/" + escaped, of);
    }

    /** The names of the members; none, and a problem, if this is not an object. Absent is none as well. */
    Collection<String> keys(String needed) {
        return check(node.isObject(), needed) ? node.propertyNames() : ImmutableList.of();
    }

    /** A member of what is no object does not count as missing as well. */
    private static void alreadyReported(String problem) {}

    /**
     * Reports that this is no object, or its members of other names. An absent object is reported by what is missing in
     * it.
     */
    void allowOnly(String... allowed) {
        ImmutableSet<String> known = ImmutableSet.copyOf(allowed);
        for (String key : present() ? keys("an object") : ImmutableList.<String>of()) {
            if (!known.contains(key)) {
                at(key).report("unknown; allowed are " + String.join(", ", allowed));
            }
        }
    }

    /** A text that is not empty; the empty text after a problem. */
    String text(String needed) {
        String text = node.isString() ? node.stringValue() : "";
        return check(!text.isBlank(), needed) ? text : "";
    }

    boolean isText() {
        return node.isString();
    }

    /** A text, empty or blank ones included; the empty text after a problem. */
    String anyText(String needed) {
        return check(node.isString(), needed) ? node.stringValue() : "";
    }

    Optional<String> optionalText(String needed) {
        return present() ? Optional.of(text(needed)) : Optional.empty();
    }

    /** One text or an array of them; empty texts are allowed. */
    ImmutableList<String> texts(String needed) {
        if (node.isString()) {
            return ImmutableList.of(node.stringValue());
        }
        return elements(needed).stream()
                .filter(element -> element.check(element.node.isString(), "a text"))
                .map(element -> element.node.stringValue())
                .collect(ImmutableList.toImmutableList());
    }

    /** The elements of an array; none after a problem. */
    ImmutableList<JsonPlace> elements(String needed) {
        if (!check(node.isArray(), needed)) {
            return ImmutableList.of();
        }
        return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                .map(i -> new JsonPlace(node.path(i), pointer + "/" + i, problems))
                .collect(ImmutableList.toImmutableList());
    }

    /** A constant by its exact name. */
    <E extends Enum<E>> Optional<E> constant(Class<E> type) {
        String names = Stream.of(type.getEnumConstants())
                .map(Enum::name)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        String text = text("one of " + names);
        Optional<E> found = Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            report(String.format(Locale.ROOT, "%s is not one of %s", OneLine.quoted(text), names));
        }
        return found;
    }

    private boolean check(boolean good, String needed) {
        if (!good) {
            report(
                    present()
                            ? OneLine.of(node.toString()) + " is not " + needed
                            : "missing; " + needed + " is required");
        }
        return good;
    }
}
