package dk.sagsflow.core.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes texts apart with Jackson; behind {@link JsonDocument}, which asks first whether Jackson is there. */
final class JsonText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    static Optional<JsonPlace> read(String name, String text, Problems problems) {
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
}
