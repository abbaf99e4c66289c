package dk.sagsflow.verification.suite;

import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.verification.script.Spot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file of conformance vectors, and the parts of a model that it brings along. Not thread-safe. */
final class VectorFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String name;
    private final JsonNode tree;

    VectorFile(Path file, String text) {
        this.name = file.toString();
        this.tree = MAPPER.readTree(text);
    }

    String name() {
        return name;
    }

    /** A part in the form of a file of a model. */
    String part(String member) {
        ObjectNode document = MAPPER.createObjectNode().put("format", 1);
        return document.set(member, tree.get(member)).toString();
    }

    String whole(String member) {
        return String.valueOf(tree.get(member));
    }

    Spot spot(JsonPlace place) {
        return new Spot(name, place.line(), place.column(), 0, 0);
    }

    <T> T read(String text, Problems problems, Function<JsonPlace, Optional<T>> reader) {
        return problems.unlessAny(JsonDocument.read(name, text, problems).flatMap(reader));
    }

    static String text(JsonPlace place, String member) {
        return place.at(member).text("a text").orElse("");
    }

    static Instant time(JsonPlace place, String member) {
        return OffsetDateTime.parse(text(place, member)).toInstant();
    }
}
