package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code explain} and {@code simulate}, and what all commands have in common. */
class CommandTest {
    private static final String AMS = "../models/ams";

    @TempDir
    Path folder = Path.of("");

    private record Ran(int exit, String out, String err) {}

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void a_fault_of_the_program_has_a_line_and_an_exit_code_of_its_own(Class<? extends Throwable> kind) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            assertThat(Replay.run(new CommandLine(new Broken(kind)))).isEqualTo(Replay.BROKEN);
        } finally {
            System.setErr(before);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("internal error, please report it: " + kind.getName());
    }

    @Test
    void what_lies_out_of_bounds_is_wrong_use_and_nothing_that_is_shown_does_anything_to_a_terminal()
            throws IOException {
        assertOneLine(
                run("explain", AMS, "--registered", "9999-01-01T00:00"), "before 2189-01-01T00:00:00Z is allowed");
        assertOneLine(run("simulate", AMS, "--weeks", "1", "--from", "1850-01-01"), "from 1900-01-01T00:00:00Z on");

        Ran shown = run("explain", AMS, "--category", "\u001b[31mred\u009b", "--registered", "2007-09-03T08:10");
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("red").doesNotContainPattern("[\\p{Cc}&&[^\\n\\r\\t]]");
    }

    @CommandLine.Command(name = "broken")
    private record Broken(Class<? extends Throwable> kind) implements Runnable {
        @Override
        public void run() {
            if (kind == StackOverflowError.class) {
                throw new StackOverflowError("too deep\nfor us");
            }
            throw new IllegalStateException("cannot be\nreally");
        }
    }

    @Test
    void a_described_case_is_followed_from_group_to_group() {
        Ran ran = run(
                "explain",
                AMS,
                "--cause",
                "system",
                "--system",
                "amanda",
                "--at",
                "superusers",
                "--registered",
                "2007-09-03T08:10");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("registered Mon 2007-09-03 08:10:00")
                .contains("at support-centre (1st): rule 2 \"what the support centre cannot place goes to BIT\"")
                .contains("business questions go straight to the specialists", "BUSINESS")
                .contains("at kmd (3rd): no rule leads it on; it is answered from there")
                .containsSubsequence(
                        "kmd (3rd) answers bit (2nd)",
                        "bit (2nd) answers support-centre (1st)",
                        "support-centre (1st) answers superusers (superusers)",
                        "superusers (superusers) answers the customer")
                .contains("customers/first-response, first response of the customer: due Mon 2007-09-03 12:10:00");
    }

    @Test
    void the_direct_way_of_business_questions_tells_who_gets_a_notice() {
        Ran ran = run("explain", AMS, "--kind", "QUESTION", "--cause", "BUSINESS", "--registered", "2007-09-03T08:10");

        assertThat(ran.out())
                .containsSubsequence("to business-specialists", "2nd gets an advisory notice")
                .contains("business-specialists (3rd) answers support-centre (1st)");
    }

    @Test
    void clocks_are_explained_in_danish_too() {
        Ran ran = run("explain", AMS, "--registered", "2007-09-03T08:10", "--language", "da");

        assertThat(ran.out()).contains("mandag");
    }

    @Test
    void a_real_case_is_explained_from_its_events() throws IOException {
        Path events = folder.resolve("case.jsonl");
        Files.write(events, handedOver());

        Ran ran = run("explain", AMS, "--case", events.toString(), "--as-of", "2007-09-05T12:00");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("case C-0000001: kind INCIDENT")
                .contains("clocks read at Wed 2007-09-05 12:00:00")
                .contains("at bit (2nd): no rule leads it on")
                .contains("counted");
    }

    private static List<String> handedOver() {
        Customer carl = Customer.of("carl", "Carl", CustomerKind.CITIZEN);
        Actor karen = Actor.supporter("karen", "Karen", "support-centre");
        CaseRepository repository = CaseRepository.inMemory();
        SupportDesk desk = SupportDesk.builder(
                        ModelFolder.read(Path.of(AMS)).model(),
                        Directory.of(List.of(karen), List.of(carl)),
                        () -> Instant.parse("2007-09-03T06:10:00Z"))
                .withRepository(repository)
                .build();
        CaseNumber number = desk.register(karen.id(), Registration.of("carl", "help"))
                .orElseThrow()
                .number();
        var unused = desk.submit(karen.id(), number, new CaseCommand.HandOver(GroupId.of("bit"), "unknown"))
                .orElseThrow();
        CaseEventJson json = new CaseEventJson();
        return repository.history(number).stream().map(json::write).toList();
    }

    @Test
    void a_simulation_tells_the_load_of_each_tier_and_what_is_late() {
        Ran ran = run("simulate", AMS, "--weeks", "1", "--from", "2007-09-03", "--cases", "60");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("Arbejdsmarkedsstyrelsen: 1 weeks from 2007-09-03, 60 cases a week, seed 2007")
                .contains("superusers", "  support-centre", "busy at 1st, %", "customers", "first-response")
                .contains("not answered at the end: ");
        assertThat(run("simulate", AMS, "--weeks", "1", "--from", "2007-09-03", "--cases", "60")
                        .out())
                .isEqualTo(ran.out());
    }

    @Test
    void a_simulation_is_written_as_json() {
        JsonNode report = JsonMapper.shared()
                .readTree(run(
                                "simulate",
                                AMS,
                                "--weeks",
                                "1",
                                "--from",
                                "2007-09-03",
                                "--load",
                                "standard",
                                "--runs",
                                "2",
                                "--cases",
                                "20",
                                "--format",
                                "json")
                        .out());

        assertThat(report.path("format").intValue()).isEqualTo(1);
        assertThat(report.path("casesPerWeek").doubleValue()).isCloseTo(20, offset(1e-6));
        assertThat(report.path("registered").intValue()).isBetween(15, 80);
        assertThat(report.path("tiers")
                        .valueStream()
                        .map(tier -> tier.path("id").stringValue()))
                .containsExactly("superusers", "1st", "2nd", "3rd");
        assertThat(report.path("groups")
                        .path(1)
                        .path("busyByHour")
                        .path("MONDAY")
                        .size())
                .isEqualTo(24);
        assertThat(report.path("targets").path(0).propertyNames())
                .contains("agreement", "target", "met", "exceeded", "undecided", "overrun");
    }

    @Test
    void what_is_wrong_is_told_in_a_line_each() throws IOException {
        Files.writeString(folder.resolve("load.json"), "{\"format\": 1, \"speed\": 1}");
        Files.writeString(folder.resolve("case.jsonl"), "{}");

        assertOneLine(run("simulate", AMS, "--load", folder.resolve("load.json").toString()), "/speed: unknown");
        assertOneLine(run("simulate", AMS, "--load", folder.resolve("none.json").toString()), "none.json");
        assertOneLine(run("simulate", AMS, "--weeks", "0"), "1 to 520 weeks");
        assertOneLine(run("explain", AMS, "--system", "windows"), "is not one of amanda, jobnet");
        assertOneLine(run("explain", AMS, "--at", "bat"), "is not one of superusers");
        assertOneLine(run("explain", AMS, "--impact", "LOW"), "go together");
        assertOneLine(run("explain", AMS, "--registered", "monday"), "is not a time");
        assertOneLine(run("explain", AMS, "--case", folder.resolve("case.jsonl").toString()), "case.jsonl:1: ");
    }

    private static void assertOneLine(Ran ran, String words) {
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).singleElement().asString().contains(words);
    }

    @Test
    void nothing_is_accepted_and_then_left_out() throws IOException {
        Path events = Files.write(folder.resolve("case.jsonl"), handedOver());
        String real = events.toString();

        assertOneLine(run("explain", AMS, "--case", real, "--system", "amanda"), "--case and --system exclude");
        assertOneLine(run("explain", AMS, "--case", real, "--at", "bit"), "--case and --at exclude");
        assertOneLine(run("explain", AMS, "--case", real, "--registered", "2007-09-03T08:10"), "--registered");
        assertOneLine(run("explain", AMS, "--case", real, "--scenario", "--as-of", "2007-09-05T12:00"), "--as-of");
        assertOneLine(run("explain", AMS, "--scenario", "--language", "da"), "--language");
        assertThat(run("explain", AMS, "--case", real, "--scenario").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "suggest", "tell", "walk"})
    void a_file_that_is_not_there_is_told_in_a_line(String command) {
        String missing = folder.resolve("none.txt").toString();
        String words = command.equals("walk") ? "../knowledge/ams/trees/slow.json" : "word";
        String[] asked = command.equals("tell")
                ? new String[] {"knowledge", command, AMS, "--articles", missing}
                : new String[] {"knowledge", command, AMS, words, "--articles", missing};

        assertOneLine(run(asked), "none.txt");
        asked[2] = folder.resolve("nowhere").toString();
        assertThat(run(asked).exit()).isEqualTo(2);
    }

    @Test
    void what_people_write_in_articles_does_nothing_to_a_terminal() throws IOException {
        Path articles = Files.writeString(
                folder.resolve("articles.txt"),
                "a | MANUAL | - | Skift adgangskode \u001b[31m\u202e | Gør \u009bsådan\n");

        for (String command : List.of("search", "suggest")) {
            Ran ran = run("knowledge", command, AMS, "--articles", articles.toString(), "adgangskode");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).contains("adgangskode").doesNotContainPattern("[\\p{Cc}\\u202e&&[^\\n]]");
        }
    }

    @Test
    void what_news_says_does_nothing_to_a_terminal() {
        Ran ran = run("knowledge", "news", AMS, "--title", "Nyt \u001b[31m", "--text", "Læs \u001b[31m\u202e det");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Nyt", "Læs").doesNotContainPattern("[\\p{Cc}\\u202e&&[^\\n]]");
    }

    @Test
    void every_command_prints_to_a_terminal_that_is_guarded() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("Terminal.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("PrintStream(System.out"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "explain", "simulate", "what-if", "calibrate", "generate"})
    void every_command_has_help_that_says_what_it_is_for(String command) {
        Ran ran = run(command, "--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Usage: sagsflow " + command);
        assertThat(run("--help").out()).contains("\n  " + command);
    }

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int exit = Replay.run(arguments);
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
