package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportPoliciesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern COMMAND =
            Pattern.compile("sagsflow\\.jar (import-policies .*) --to (\\S+) (\\S+)/\\*(\\.\\w+)?");

    @TempDir
    Path folder = Path.of("");

    private record Ran(int exit, String out, String err) {}

    static Stream<String> commands() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/policy-imports.md")).stream()
                .filter(line -> COMMAND.matcher(line).find());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_commands_of_the_page_run(String line) throws IOException {
        Matcher command = COMMAND.matcher(line);
        assertThat(command.find()).isTrue();
        List<String> arguments = new ArrayList<>(List.of(command.group(1).split(" ")));
        Path model = folder.resolve("model");
        arguments.addAll(List.of("--to", model.toString()));
        String ending = command.group(4) == null ? "" : command.group(4);
        try (Stream<Path> files = Files.list(ROOT.resolve(command.group(3)))) {
            files.filter(file -> file.toString().endsWith(ending))
                    .map(Path::toString)
                    .sorted()
                    .forEach(arguments::add);
        }

        Ran ran = run(arguments.toArray(String[]::new));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("guessed: ", "means otherwise: ", "mapped: ");
        assertThat(model).isDirectoryContaining("glob:**agreements.json");
        assertThat(run("verify", model.toString(), "--from", "2026-10-01").err())
                .isEmpty();
    }

    @Test
    void the_report_is_json_too() {
        Ran ran = run(
                "import-policies",
                "--from",
                "zendesk",
                "--format",
                "json",
                sample("sla_policies"),
                sample("schedules"));

        assertThat(ran.exit()).isZero();
        JsonNode first = JsonMapper.shared().readTree(ran.out()).path("notes").path(0);
        assertThat(first.path("kind").asString()).isEqualTo("Guessed");
        assertThat(first.path("code").asString()).isEqualTo("ORGANISATION");
        assertThat(first.path("source").path("line").asInt()).isEqualTo(1);
        assertThat(first.path("model").path("file").asString()).isEqualTo("organisation.json");
    }

    @Test
    void danish_is_told_in_danish_and_strictly_a_guess_is_a_finding() {
        Ran ran = run(
                "import-policies",
                "--from",
                "ZENDESK",
                "--language",
                "da",
                "--strict",
                sample("sla_policies"),
                sample("schedules"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("gættet: ", "uden modstykke: ");
    }

    @Test
    void what_is_wrong_is_told_in_a_line_each_and_nothing_is_written() throws IOException {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"sla_policies\": [");

        Ran ran = run(
                "import-policies",
                "--from",
                "zendesk",
                "--to",
                folder.resolve("model").toString(),
                broken.toString(),
                folder.resolve("missing.json").toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("no such file"))
                .anyMatch(line -> line.contains("not JSON"));
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void a_model_that_is_there_stays_as_it_is() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("mine.txt"), "mine");

        Ran ran = run(
                "import-policies",
                "--from",
                "zendesk",
                "--to",
                model.toString(),
                sample("sla_policies"),
                sample("schedules"));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is not empty");
        assertThat(ran.out()).isEmpty();
        assertThat(model).isDirectoryContaining("glob:**mine.txt").isDirectoryNotContaining("glob:**agreements.json");
    }

    private static String sample(String name) {
        return ROOT.resolve("examples/imports/zendesk/export/" + name + ".json").toString();
    }

    private static Ran run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit = Replay.run(arguments);
            return new Ran(exit, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
