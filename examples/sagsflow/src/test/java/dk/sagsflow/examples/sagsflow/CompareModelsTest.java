package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a draft of the agreements would have changed for the cases of a log. */
class CompareModelsTest {
    private static final String LOG = """
            case,time,group,status
            A,2007-08-01T08:00:00Z,centre,new
            A,2007-08-01T14:00:00Z,centre,done
            B,2007-08-01T08:00:00Z,centre,new
            B,2007-08-01T18:00:00Z,centre,done
            C,2007-08-01T08:00:00Z,centre,new
            C,2007-08-01T10:00:00Z,centre,done
            """;
    private static final String MAPPING = """
            {"name": "one tier", "columns": {"case": "case", "time": "time", "group": "group", "status": ["status"]},
             "time": {"format": "iso-offset"}, "missing": [""],
             "tiers": [{"id": "1st", "name": "1st", "groups": "."}],
             "contactTier": "1st", "statuses": {"new": {"is": "queued"}, "done": {"is": "answered"}}}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void tells_breaches_that_are_new_and_times_that_moved() throws IOException {
        Path json = folder.resolve("difference.json");

        String said = run(model("in-force", "PT8H"), model("draft", "PT4H"), "--json", json.toString());

        assertThat(said)
                .contains("3 cases, 3 of them differ")
                .contains("A, new breach, customers resolution: 6 h 00 min used, 2 h 00 min left; "
                        + "draft: 6 h 00 min used, 2 h 00 min too many");
        JsonNode difference = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(difference.at("/clocks/NEW_BREACH").asInt()).isEqualTo(1);
        assertThat(difference.at("/clocks/MOVED_DUE").asInt()).isEqualTo(2);
        assertThat(difference.at("/byAgreement/customers/NEW_BREACH").asInt()).isEqualTo(1);
        assertThat(difference.at("/examples/0/case").asString()).isEqualTo("A");
    }

    @Test
    void the_other_way_round_the_breach_is_gone() throws IOException {
        assertThat(run(model("in-force", "PT4H"), model("draft", "PT8H"))).contains("A, removed breach");
    }

    @Test
    void a_model_does_not_differ_from_itself() throws IOException {
        assertThat(run(model("in-force", "PT8H"), model("same", "PT8H"))).contains("3 cases, 0 of them differ");
    }

    private String run(Path inForce, Path draft, String... more) throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), LOG);
        Path mapping = Files.writeString(folder.resolve("mapping.json"), MAPPING);
        String[] arguments = new String[8 + more.length];
        System.arraycopy(
                new String[] {
                    "what-if", log.toString(), "--mapping", mapping.toString(),
                    "--model", inForce.toString(), "--against", draft.toString()
                },
                0,
                arguments,
                0,
                8);
        System.arraycopy(more, 0, arguments, 8, more.length);
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Replay.run(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path model(String name, String budget) throws IOException {
        Path model = Files.createDirectories(folder.resolve(name));
        Files.writeString(model.resolve("organisation.json"), """
                {"format": 1, "name": "Support", "tiers": [{"id": "1st", "name": "1st"}], "contactTier": "1st",
                 "groups": [{"id": "centre", "name": "Centre", "tier": "1st"}]}
                """);
        Files.writeString(
                model.resolve("calendars.json"),
                "{\"format\": 1, \"calendars\": [{\"id\": \"always\", \"always\": true, \"zone\": \"UTC\"}]}");
        Files.writeString(model.resolve("agreements.json"), """
                {"format": 1, "agreements": [{"id": "customers", "name": "Customers", "kind": "SLA",
                 "provider": {"tier": "1st"}, "consumer": {"customers": "EVERY"}, "targets": [
                  {"id": "resolution", "measure": "RESOLUTION", "budget": "%s", "calendar": "always"}]}]}
                """.formatted(budget));
        Files.writeString(model.resolve("routing.json"), "{\"format\": 1, \"rules\": []}");
        return model;
    }
}
