package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.desk.SupportDesk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code test}, and cases that {@code explain} writes for it. */
class TestModelTest {
    private static final Path AMS = Path.of("../models/ams");
    private static final String RIGHT = """
        {"format": 1, "scenarios": [
          {"name": "urgent", "given": {"at": "2007-08-31T15:00", "customer": "CITIZEN", "priority": "P1"},
           "then": [{"clock": "RESOLUTION", "due": "2007-09-04T15:30"}]}]}
        """;
    private static final String WRONG = RIGHT.replace("2007-09-04T15:30", "2007-09-03T11:00");
    private static final String LAW = """
        {"format": 1, "from": "2007-09-01", "laws": [
          {"name": "soon", "when": {"priority": "P1"}, "due": {"within": "PT1H"}}]}
        """;

    @TempDir
    private Path folder = Path.of("");

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void copy() throws IOException {
        for (String file : new String[] {"organisation", "calendars", "agreements", "routing", "people"}) {
            Files.copy(AMS.resolve(file + ".json"), folder.resolve(file + ".json"));
        }
        Files.createDirectories(folder.resolve("scenarios"));
    }

    @CanIgnoreReturnValue
    private Path scenario(String text) throws IOException {
        return Files.writeString(folder.resolve("scenarios/urgent.json"), text);
    }

    private Ran test(String... options) {
        return run(Stream.concat(Stream.of("test", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exit = Replay.run(arguments);
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    @Test
    void what_holds_is_exit_code_0() throws IOException {
        scenario(RIGHT);

        assertThat(test()).isEqualTo(new Ran(0, "1 scenarios, 0 failed" + System.lineSeparator(), ""));
    }

    @Test
    void laws_are_proved_for_the_year_that_is_asked_for_and_otherwise_for_their_own() throws IOException {
        Files.writeString(folder.resolve("laws.json"), LAW);

        assertThat(test().out()).contains("from Saturday 2007-09-01");
        assertThat(test("--from", "2009-01-01").out()).contains("from Thursday 2009-01-01");
    }

    @Test
    void what_does_not_hold_is_exit_code_1_with_why_and_where() throws IOException {
        Path file = scenario(WRONG);

        Ran ran = test();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(file + ":2:12: \"urgent\" fails")
                .contains("expected 2007-09-03T11:00", "found    2007-09-04T15:30", "agreements.json:15:9")
                .endsWith("1 scenarios, 1 failed" + System.lineSeparator());
    }

    @Test
    void laws_are_held_by_the_same_command() throws IOException {
        scenario(RIGHT);
        Files.writeString(folder.resolve("laws.json"), LAW);

        Ran ran = test();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(folder.resolve("laws.json") + ":2:3: \"soon\" fails")
                .contains("1 scenarios, 1 laws, 1 failed");
    }

    @Test
    void what_cannot_be_read_is_exit_code_2_with_all_of_it() throws IOException {
        scenario(RIGHT.replace("P1", "P9").replace("RESOLUTION", "SOLUTION"));

        Ran ran = test();

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("\"P9\" is not one of", "\"SOLUTION\" is neither");
        assertThat(run("test", folder.resolve("nowhere").toString()).exit()).isEqualTo(2);
        assertThat(test("--format", "yaml").exit()).isEqualTo(2);
    }

    @Test
    void an_update_writes_what_is_found_and_ends_well() throws IOException {
        Path file = scenario(WRONG);

        Ran ran = test("--update");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err().strip()).isEqualTo("written: " + file);
        assertThat(Files.readString(file)).isEqualTo(RIGHT);
    }

    @Test
    void a_build_server_gets_the_xml_that_it_knows() throws IOException, ParserConfigurationException, SAXException {
        scenario(WRONG);

        Ran ran = test("--format", "junit");

        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ran.out().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("tests")).isEqualTo("1");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(root.getElementsByTagName("failure").item(0).getTextContent())
                .contains("found    2007-09-04T15:30");
    }

    @Test
    void programs_get_json() throws IOException {
        scenario(WRONG);

        JsonNode report =
                JsonMapper.builder().build().readTree(test("--format", "json").out());

        assertThat(report.path("scenarios").asInt()).isEqualTo(1);
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        assertThat(report.path("results")
                        .path(0)
                        .path("mismatches")
                        .path(0)
                        .path("found")
                        .path(0)
                        .asString())
                .isEqualTo("2007-09-04T15:30");
    }

    @Test
    void a_real_case_is_written_as_a_scenario_that_holds() throws IOException {
        Path events = Files.writeString(folder.resolve("case.jsonl"), realCase());

        Ran written = run("explain", folder.toString(), "--case", events.toString(), "--scenario");

        assertThat(written.exit()).isZero();
        assertThat(written.out())
                .contains("\"is\" : \"waits\"", "\"to\" : \"bit\"")
                .doesNotContain("secret", "astrid");
        scenario(written.out());
        assertThat(test()).isEqualTo(new Ran(0, "1 scenarios, 0 failed" + System.lineSeparator(), ""));
    }

    /** Registered by a superuser, asked back, answered by her, placed, led to BIT, given back and handed over again. */
    private static String realCase() {
        ModelFolder model = ModelFolder.read(AMS);
        Instant[] now = {Instant.parse("2007-09-03T07:00:00Z")};
        CaseRepository repository = CaseRepository.inMemory();
        SupportDesk desk = SupportDesk.builder(
                        model.model(),
                        PeopleFile.beside(AMS, model.model().organisation())
                                .orElseThrow()
                                .people()
                                .directory(),
                        () -> now[0])
                .withRepository(repository)
                .build();
        Outcome<CaseView> registered =
                desk.register(ActorId.of("astrid"), Registration.of("astrid", "a secret of mine"));
        CaseNumber number = ((Outcome.Accepted<CaseView>) registered).value().number();
        Object[][] deeds = {
            {"karen", new CaseCommand.Accept()},
            {"karen", new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "a secret question")},
            {"astrid", new CaseCommand.AddNote(Visibility.CUSTOMER, "a secret answer")},
            {
                "karen",
                new CaseCommand.Classify(
                        CaseKind.INCIDENT,
                        Optional.of(SystemId.of("amanda")),
                        Optional.of("a secret of astrid's"),
                        Cause.UNKNOWN)
            },
            {"karen", new CaseCommand.HandOver(GroupId.of("bit"), "secret")},
            {"head-of-bit", new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "secret")},
            {"karen", new CaseCommand.AddNote(Visibility.INTERNAL, "secret")}
        };
        for (Object[] deed : deeds) {
            now[0] = now[0].plusSeconds(1_800);
            Outcome<CaseView> outcome =
                    desk.submit(CaseRequest.of(ActorId.of((String) deed[0]), number, (CaseCommand) deed[1]));
            assertThat(outcome.wasAccepted()).as("%s", deed[1]).isTrue();
        }
        CaseEventJson json = new CaseEventJson();
        return repository.history(number).stream().map(json::write).collect(Collectors.joining("\n"));
    }
}
