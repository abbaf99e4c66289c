package dk.sagsflow.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The schemas say what the types say: whoever adds a component or an accessor makes them anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemasTest {
    private static final String UPDATE = "schemas.update";
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * A schema.
     *
     * @param module where it is
     * @param part the package of the module beside which it lies
     * @param file its name
     * @param follows what follows from the types
     */
    record Kept(String module, String part, String file, String follows) {
        Path path() {
            return Path.of("..", module, "src", "main", "resources", "dk", "sagsflow", module, part, file);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Kept> schemas() {
        return Stream.of(
                new Kept("core", "json", "views.schema.json", Documents.views()),
                new Kept("core", "json", "requests.schema.json", Documents.requests()),
                new Kept("sla", "json", "clocks.schema.json", Documents.clocks()),
                new Kept("routing", "json", "desk.schema.json", Documents.desk()),
                new Kept("knowledge", "json", "knowledge-events.schema.json", Documents.knowledgeEvents()),
                new Kept("knowledge", "tree", "tree.schema.json", Documents.questionTree()),
                new Kept("verification", "script", "scenario.schema.json", Scenarios.schema()));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_is_what_follows_from_the_types(Kept schema) throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(schema.path().getParent());
            Files.writeString(schema.path(), schema.follows());
        }

        assertThat(MAPPER.readTree(Files.readString(schema.path())))
                .as("run 'mvn -pl testkit -am test -D%s=true -Dtest=SchemasTest', and look at the difference", UPDATE)
                .isEqualTo(MAPPER.readTree(schema.follows()));
    }
}
