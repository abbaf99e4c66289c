package dk.sagsflow.core.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON text and the place of each of its values. Needs Jackson 3 databind, which the host supplies. Not thread-safe.
 */
public final class JsonDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String name;
    private final Map<String, TokenStreamLocation> places;
    private final Problems problems;

    private JsonDocument(String name, Map<String, TokenStreamLocation> places, Problems problems) {
        this.name = name;
        this.places = places;
        this.problems = problems;
    }

    /**
     * The value that a text holds; empty, and a problem, if it is not JSON, names a member twice, or goes on after the
     * value.
     *
     * @param name what the document is called in problems
     * @param problems where everything that is wrong is collected, now and while the value is read
     */
    public static Optional<JsonPlace> read(String name, String text, Problems problems) {
        if (text.isBlank()) {
            problems.add(new Problem(name, 1, 1, "", "the document is empty; a JSON value is required"));
            return Optional.empty();
        }
        try {
            JsonNode tree = JSON.readTree(text);
            JsonDocument document = new JsonDocument(name, places(text), problems);
            return Optional.of(new JsonPlace(document, tree, ""));
        } catch (JacksonException malformed) {
            TokenStreamLocation location = malformed.getLocation();
            int line = location == null ? 1 : location.getLineNr();
            int column = location == null ? 1 : location.getColumnNr();
            problems.add(new Problem(name, line, column, "", "not JSON: " + words(malformed)));
            return Optional.empty();
        }
    }

    /** The message of the parser without where it read from, which the problem says better. */
    private static String words(JacksonException malformed) {
        return Shortened.oneLine(malformed.getOriginalMessage())
                .replaceAll(" ?\\(start marker at \\[Source: .*\\]\\)", "");
    }

    private static Map<String, TokenStreamLocation> places(String text) {
        Map<String, TokenStreamLocation> places = new HashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd() && token != JsonToken.PROPERTY_NAME) {
                    String pointer = parser.streamReadContext().pathAsPointer().toString();
                    places.putIfAbsent(pointer, parser.currentTokenLocation());
                }
            }
        }
        return places;
    }

    void report(String pointer, String message) {
        problems.add(new Problem(name, line(pointer), column(pointer), pointer, message));
    }

    int line(String pointer) {
        TokenStreamLocation place = nearest(pointer);
        return place == null ? 1 : place.getLineNr();
    }

    int column(String pointer) {
        TokenStreamLocation place = nearest(pointer);
        return place == null ? 1 : place.getColumnNr();
    }

    /** Where the value stands, or what holds it. */
    private @Nullable TokenStreamLocation nearest(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !places.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return places.get(nearest);
    }

    /** Whether something was said to be wrong with just this value. */
    boolean reported(String pointer) {
        return problems.at(name, pointer);
    }

    boolean sound(String pointer) {
        return problems.noneWithin(name, pointer);
    }
}
