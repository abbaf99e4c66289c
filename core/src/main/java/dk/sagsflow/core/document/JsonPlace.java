package dk.sagsflow.core.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A value in a document, there or missing. Reading a wrong value reports it and gives nothing, and the reader goes on, so
 * that one pass finds every problem; a member of what is no object does not count as missing as well. Not thread-safe.
 */
public final class JsonPlace {
    private final JsonDocument document;
    private final JsonNode node;
    private final String pointer;

    JsonPlace(JsonDocument document, JsonNode node, String pointer) {
        this.document = document;
        this.node = node;
        this.pointer = pointer;
    }

    /** Says that something is wrong with this value. */
    public void report(String problem) {
        document.report(pointer, problem);
    }

    /** The line where it stands, or what would hold it; from 1. */
    public int line() {
        return document.line(pointer);
    }

    /** The column where it stands, or what would hold it; from 1. */
    public int column() {
        return document.column(pointer);
    }

    /** What the document is called. */
    public String document() {
        return document.name();
    }

    /** Where the value stands in the document, or would (RFC 6901). */
    public String pointer() {
        return pointer;
    }

    /** Whether there is a value. */
    public boolean present() {
        return !node.isMissingNode();
    }

    /** Whether it is a text. */
    public boolean isText() {
        return node.isString();
    }

    /** Whether it is {@code null}. */
    public boolean isNull() {
        return node.isNull();
    }

    /**
     * A text as it stands, a number or a truth value as it is written; empty for everything else, which is no problem. For
     * documents of other systems, which write an id as a text here and as a number there.
     */
    public Optional<String> scalar() {
        return node.isString() || node.isNumber() || node.isBoolean() ? Optional.of(node.asString()) : Optional.empty();
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return node.isArray();
    }

    /** The member of this name, there or missing. */
    public JsonPlace at(String key) {
        String escaped = key.replace("~", "~0").replace("/", "~1");
        return new JsonPlace(document, node.path(key), pointer + "/" + escaped);
    }

    /** The names of the members in order; none, and a problem, if this is not an object. */
    public ImmutableSet<String> keys() {
        return check(node.isObject(), "an object") ? ImmutableSet.copyOf(node.propertyNames()) : ImmutableSet.of();
    }

    /** Reports that this is no object, or each member of another name. */
    public void allowOnly(String... allowed) {
        ImmutableSet<String> known = ImmutableSet.copyOf(allowed);
        for (String key : keys()) {
            if (!known.contains(key)) {
                at(key).report("unknown; allowed are " + String.join(", ", allowed));
            }
        }
    }

    /** Whether the format is one that this release reads, 1 to the newest; reported if not. */
    public boolean readable(int newest) {
        JsonPlace format = at("format");
        boolean newer = format.node.canConvertToInt() && format.node.intValue() > newest;
        if (newer) {
            format.report(format.node + " is the format of a newer release; this one reads 1 to " + newest);
        }
        return !newer && format.integer(1, newest).isPresent();
    }

    /** A text that is not blank. */
    public Optional<String> text(String needed) {
        return check(node.isString() && !node.stringValue().isBlank(), needed)
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    /** A text, blank or empty ones included. */
    public Optional<String> anyText(String needed) {
        return check(node.isString(), needed) ? Optional.of(node.stringValue()) : Optional.empty();
    }

    /**
     * What a text stands for.
     *
     * @param needed what it should be, in words
     * @param parser gives the value, or throws an {@code IllegalArgumentException} or {@code DateTimeException}
     */
    public <T> Optional<T> parsed(String needed, Function<String, T> parser) {
        return text(needed).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (OutOfBoundsException beyond) {
                report(String.valueOf(beyond.getMessage()));
                return Optional.empty();
            } catch (IllegalArgumentException | DateTimeException unfit) {
                report("\"" + Shortened.oneLine(text) + "\" is not " + needed);
                return Optional.empty();
            }
        });
    }

    /** The thing that a text names, one of those that are known. */
    public <T> Optional<T> oneOf(String what, Map<String, T> known) {
        String choices = known.isEmpty()
                ? "the " + what + ", of which there are none"
                : "the " + what + " " + String.join(", ", known.keySet());
        Optional<String> name = text("one of " + choices);
        Optional<T> found = name.flatMap(text -> Optional.ofNullable(known.get(text)));
        if (name.isPresent() && found.isEmpty()) {
            report("\"" + Shortened.oneLine(name.get()) + "\" is not one of " + choices);
        }
        return found;
    }

    /** A constant by its exact name. */
    public <E extends Enum<E>> Optional<E> constant(Class<E> type) {
        E[] constants = type.getEnumConstants();
        ImmutableMap<String, E> byName =
                Arrays.stream(constants).collect(ImmutableMap.toImmutableMap(Enum::name, e -> e));
        return oneOf("values", byName);
    }

    /** A whole number between two others, both inclusive. */
    public Optional<Integer> integer(int least, int most) {
        boolean good = node.isIntegralNumber()
                && node.canConvertToInt()
                && node.intValue() >= least
                && node.intValue() <= most;
        return check(good, least == most ? Integer.toString(least) : "a whole number from " + least + " to " + most)
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    /** A number, exact, within {@link Bounds}. */
    public Optional<BigDecimal> number(String needed) {
        if (!check(node.isNumber(), needed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Bounds.number("the number", node.decimalValue()));
        } catch (OutOfBoundsException beyond) {
            report(String.valueOf(beyond.getMessage()));
            return Optional.empty();
        }
    }

    /** True or false. */
    public Optional<Boolean> flag() {
        return check(node.isBoolean(), "true or false") ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    /** What the reader makes of this value if it is there; a missing one is no problem. */
    public <T> Optional<T> ifPresent(Function<JsonPlace, Optional<T>> reader) {
        return present() ? reader.apply(this) : Optional.empty();
    }

    /** The elements of an array; none, and a problem, if this is not one. */
    public ImmutableList<JsonPlace> elements(String needed) {
        return check(node.isArray(), needed)
                ? IntStream.range(0, node.size())
                        .mapToObj(i -> new JsonPlace(document, node.path(i), pointer + "/" + i))
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
    }

    /** What the reader makes of each element; a missing array has none. */
    public <T> ImmutableList<T> all(String needed, Function<JsonPlace, Optional<T>> reader) {
        return (present() ? elements(needed) : ImmutableList.<JsonPlace>of())
                .stream().map(reader).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
    }

    /** What the reader makes of each element of an array that must have one. */
    public <T> ImmutableList<T> atLeastOne(String needed, Function<JsonPlace, Optional<T>> reader) {
        ImmutableList<JsonPlace> elements = elements(needed);
        if (isArray() && elements.isEmpty()) {
            report("empty; " + needed + " with at least one element is required");
        }
        return elements.stream().map(reader).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
    }

    /** Reports each element whose name stands before it already. */
    public void checkUnique(String what, String key) {
        Set<String> names = new HashSet<>();
        for (JsonPlace element : isArray() ? elements("an array") : ImmutableList.<JsonPlace>of()) {
            JsonPlace name = element.at(key);
            if (name.isText() && !names.add(name.node.stringValue())) {
                name.report("there is a " + what + " \"" + Shortened.oneLine(name.node.stringValue())
                        + "\" already; names are given once");
            }
        }
    }

    /** The names that the elements of an array give themselves, in order; what is wrong is reported when they are read. */
    public ImmutableSet<String> names(String key) {
        return !isArray()
                ? ImmutableSet.of()
                : elements("an array").stream()
                        .map(element -> element.at(key))
                        .filter(JsonPlace::isText)
                        .map(name -> name.node.stringValue())
                        .collect(ImmutableSet.toImmutableSet());
    }

    /** Every text that stands in this value, at any depth, without space around it. */
    public ImmutableSet<String> texts() {
        ImmutableSet.Builder<String> texts = ImmutableSet.builder();
        collect(node, texts);
        return texts.build();
    }

    private static void collect(JsonNode from, ImmutableSet.Builder<String> texts) {
        if (from.isString() && !from.stringValue().isBlank()) {
            texts.add(from.stringValue().strip());
        }
        from.forEach(each -> collect(each, texts));
    }

    /**
     * The whole of this value, made of its parts: nothing if it is missing or a part is wrong; what the making refuses is a problem of
     * this value.
     */
    public <T> Optional<T> made(Supplier<T> maker) {
        if (!present() || !document.sound(pointer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException unfit) {
            report(Shortened.oneLine(String.valueOf(unfit.getMessage())));
            return Optional.empty();
        }
    }

    private boolean check(boolean good, String needed) {
        if (!good && !insideWrongValue()) {
            report(
                    present()
                            ? Shortened.oneLine(node.toString()) + " is not " + needed
                            : "missing; " + needed + " is required");
        }
        return good;
    }

    /** Whether this is missing because what should hold it is wrong itself, which was reported there. */
    private boolean insideWrongValue() {
        String above = pointer;
        while (!present() && !above.isEmpty()) {
            above = above.substring(0, above.lastIndexOf('/'));
            if (document.reported(above)) {
                return true;
            }
        }
        return false;
    }
}
