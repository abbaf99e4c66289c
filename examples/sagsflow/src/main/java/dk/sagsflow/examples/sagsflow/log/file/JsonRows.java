package dk.sagsflow.examples.sagsflow.log.file;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of JSON: one object a line, an array of them, or arrays within them, in one document or several. A value within a value is named with
 * points, {@code fields.priority.name}. Memory holds one record at a time.
 */
final class JsonRows implements NamedRows.Source {
    private static final Splitter POINTS = Splitter.on('.').omitEmptyStrings();

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Path file;
    private final Optional<String> root;
    private final ImmutableList<String> records;
    private final JsonParser parser;
    private int arrays;
    private final Deque<NamedRows.Named> ready = new ArrayDeque<>();

    JsonRows(Path file, Reader text, LogFormat format) {
        this.file = file;
        this.root = format.root();
        this.records = ImmutableList.copyOf(POINTS.split(format.records().orElse("")));
        this.parser = mapper.createParser(text);
        try {
            root.ifPresent(array -> descend(array, parser.nextToken()));
        } catch (JacksonException broken) {
            throw unusable(broken);
        }
    }

    /** Goes to the array that the records are in, reading over what else the document has. */
    private void descend(String root, @Nullable JsonToken first) {
        JsonToken token = first;
        boolean within = false;
        for (String name : POINTS.split(root)) {
            token = within ? parser.nextToken() : token;
            within = true;
            if (token != JsonToken.START_OBJECT) {
                throw new UnusableInputException(file, "line 1: no object that has " + OneLine.quoted(root));
            }
            while (parser.nextToken() != JsonToken.END_OBJECT && !name.equals(parser.currentName())) {
                parser.nextToken();
                parser.skipChildren();
            }
            if (parser.currentToken() == JsonToken.END_OBJECT) {
                throw new UnusableInputException(file, "nowhere in it is " + OneLine.quoted(root));
            }
        }
    }

    /** Goes to the records of the next document, as answers that come in pages are one document after another. */
    private boolean nextDocument() {
        while (!atRoot()) {
            parser.nextToken();
            parser.skipChildren();
        }
        JsonToken first = parser.nextToken();
        if (first != null) {
            descend(root.orElseThrow(), first);
        }
        return first != null;
    }

    @Override
    public NamedRows.@Nullable Named next() {
        try {
            while (ready.isEmpty()) {
                JsonToken token = parser.nextToken();
                arrays += token == JsonToken.START_ARRAY ? 1 : token == JsonToken.END_ARRAY ? -1 : 0;
                boolean lastOfDocument = token == JsonToken.END_ARRAY && arrays == 0 && root.isPresent();
                if (token == null || (lastOfDocument && !nextDocument())) {
                    return null;
                }
                if (!lastOfDocument) {
                    add(token);
                }
            }
            return ready.remove();
        } catch (JacksonException broken) {
            throw unusable(broken);
        }
    }

    private void add(JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode record = mapper.readTree(parser);
            flatten(line, record, "", records, new LinkedHashMap<>());
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
            throw notAnObject();
        }
    }

    /** Whether more arrays of records may come after this one: one document after another, as one object after another. */
    private boolean atRoot() {
        return parser.streamReadContext().inRoot();
    }

    private void flatten(
            long line, JsonNode node, String name, ImmutableList<String> inside, Map<String, String> outer) {
        Map<String, String> values = new LinkedHashMap<>(outer);
        name(node, name, values);
        if (inside.isEmpty()) {
            ready.add(new NamedRows.Named(line, values));
            return;
        }
        String next = name.isEmpty() ? inside.get(0) : name + "." + inside.get(0);
        ImmutableList<String> deeper = inside.subList(1, inside.size());
        JsonNode child = node.path(inside.get(0));
        if (child.isArray()) {
            child.forEach(element -> flatten(line, element, next, deeper, values));
        } else if (child.isObject()) {
            flatten(line, child, next, deeper, values);
        }
    }

    /** An array of plain values is one value, an array of objects none. */
    private static void name(JsonNode node, String name, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> name(
                            member.getValue(),
                            name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                            values));
        } else if (node.isArray()) {
            values.put(ValueText.composed(name), plain(node));
        } else {
            values.put(ValueText.composed(name), node.isNull() ? "" : node.asString());
        }
    }

    private static String plain(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }

    private UnusableInputException notAnObject() {
        return new UnusableInputException(
                file, "line " + parser.currentTokenLocation().getLineNr() + ": a row is an object, and this is none");
    }

    private UnusableInputException unusable(JacksonException broken) {
        Throwable cause = broken.getCause();
        if (cause instanceof java.io.IOException unreadable) {
            return new UnusableInputException(file, LogFile.describe(unreadable, 0), broken);
        }
        // What Jackson says quotes the log, which holds what people wrote.
        TokenStreamLocation at = broken.getLocation();
        String where = at == null ? "line 1" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new UnusableInputException(file, where + ": not JSON");
    }

    @Override
    public void close() {
        parser.close();
    }
}
