package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for newcomers, done word by word. */
class PolicyTestsPageTest {
    private static final Path AMS = Path.of("../models/ams");
    private static final Path PAGE = Path.of("../../docs/policy-tests.md");

    @TempDir
    Path folder = Path.of("");

    private record Ran(int exit, List<String> lines) {}

    @Test
    void what_the_page_says_happens() throws IOException {
        for (String file : List.of("organisation", "calendars", "agreements", "routing", "people")) {
            Files.copy(AMS.resolve(file + ".json"), folder.resolve(file + ".json"));
        }
        Path scenario = Files.createDirectories(folder.resolve("scenarios")).resolve("friday.json");
        Files.writeString(scenario, block("json"));

        Ran first = run("test", folder.toString());
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.lines())
                .containsSubsequence(block("text")
                        .replace("DIR", folder.toString())
                        .lines()
                        .filter(line -> !line.equals("..."))
                        .toList());

        assertThat(run("test", folder.toString(), "--update").exit()).isZero();
        assertThat(Files.readString(scenario))
                .isEqualTo(block("json")
                        .replace("2007-09-03T11:00", "2007-09-04T15:30")
                        .replace("\"rule\": \"?\"", "\"rule\": \"what the support centre cannot place goes to BIT\"")
                        .replace("\"leadsTo\": \"?\"", "\"leadsTo\": \"bit\""));

        Files.writeString(folder.resolve("scenarios/page.md"), block("markdown"));
        assertThat(run("test", folder.toString()).lines()).containsExactly("2 scenarios, 0 failed");
    }

    /** The first block of a language. */
    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).as(language).isTrue();
        return block.group(1);
    }

    private static Ran run(String... arguments) {
        PrintStream before = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            int exit = Replay.run(arguments);
            return new Ran(exit, out.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setOut(before);
            System.setErr(errors);
        }
    }
}
