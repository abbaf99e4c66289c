package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import dk.sagsflow.verification.suite.PolicySuite;
import dk.sagsflow.verification.suite.SuiteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HP Service Manager, of which a mapping names tables and columns; and the schemas of what imports read and write. */
class ServiceManagerImportTest {
    private static final ImportSettings COPENHAGEN = ImportSettings.standard().inZone(ZoneId.of("Europe/Copenhagen"));
    private static final String MAPPING = """
        {"format": 1,
         "agreements": {"table": "agreement", "columns": {"id": "id", "name": "name", "type": "type"}},
         "targets": {"table": "slt",
           "columns": {"name": "name", "agreement": "agreement", "from": "from", "until": "until", "duration": "duration",
                       "filter": "filter", "alerts": "alerts", "calendar": "calendar"},
           "states": {"Open": "REGISTERED", "Work In Progress": "ACCEPTED", "Resolved": "ANSWERED"}},
         "hours": {"table": "caldutyhours", "columns": {"calendar": "name", "day": "day", "start": "start", "stop": "stop",
                       "breakStart": "bstart", "breakStop": "bstop"}},
         "holidays": {"table": "calholiday", "columns": {"date": "date", "calendar": "name"}}}
        """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_sample_is_verified_and_its_scenarios_hold() throws IOException {
        PolicyImport imported = Samples.imported(PolicySource.HP_SERVICE_MANAGER, "servicemanager", COPENHAGEN);

        Samples.holds(imported, "servicemanager", folder.resolve("model"));
        assertThat(imported.notes(ImportNote.NoEqual.class))
                .extracting(ImportNote::code)
                .containsExactly(NoteCode.SM_SERVICE_TARGET, NoteCode.SM_STATES_LEFT_OUT, NoteCode.SM_CALCULATION);
        assertThat(imported.notes(ImportNote.MeansOtherwise.class))
                .extracting(ImportNote::code)
                .contains(NoteCode.SM_STRICTEST, NoteCode.SM_INTERNAL);
        assertThat(imported.notes(ImportNote.Guessed.class))
                .extracting(ImportNote::code)
                .contains(NoteCode.SM_ALERT, NoteCode.SM_INTERVAL, NoteCode.SM_REOPENING, NoteCode.SM_PRIORITY_CHANGE)
                .doesNotContain(NoteCode.SM_SUSPENDED, NoteCode.ZONE);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        List<String> problems = ZendeskImportTest.problems(
                PolicySource.HP_SERVICE_MANAGER,
                ImmutableMap.of(
                        "mapping.json",
                        MAPPING.replace("\"alerts\": \"alerts\"", "\"alerts\": \"alarms\""),
                        "agreement.csv",
                        "id,name,type\n1,One,SLA\n1,Two,SLA\n2,Three,Promise\n",
                        "slt.csv",
                        """
                        name,agreement,from,until,duration,filter,calendar
                        A,9,Open,Resolved,01:00:00,,
                        B,1,Opened,Resolved,01:00:00,,
                        C,1,Open,Resolved,soon,,
                        D,1,Open,Resolved,00:00:00,,
                        E,1,Open,Resolved,01:00:00,priority=1,Nowhere
                        """,
                        "caldutyhours.csv",
                        """
                        name,day,start,stop,bstart,bstop
                        Day,Someday,08:00,16:00,,
                        Day,Monday,16:00,08:00,,
                        Day,Tuesday,08:00,16:00,07:00,09:00
                        Day,Wednesday,08:00,16:00,12:00,
                        """,
                        "calholiday.csv",
                        "date,name\n24/12/2026,Day\n2026-12-24,Night\n"));

        assertThat(problems)
                .anyMatch(line -> line.startsWith("mapping.json:") && line.contains("anything in column alarms"))
                .anyMatch(line -> line.startsWith("agreement.csv:3:") && line.contains("agreement 1 is there already"))
                .anyMatch(line -> line.startsWith("agreement.csv:4:") && line.contains("\"Promise\" is not one of SLA"))
                .anyMatch(line -> line.startsWith("slt.csv:2:") && line.contains("there is no agreement 9"))
                .anyMatch(line -> line.startsWith("slt.csv:3:") && line.contains("\"Opened\" is not one of the states"))
                .anyMatch(line -> line.startsWith("slt.csv:4:") && line.contains("\"soon\" is no positive interval"))
                .anyMatch(line -> line.startsWith("slt.csv:5:") && line.contains("\"00:00:00\" is no positive"))
                .anyMatch(line -> line.startsWith("slt.csv:6:") && line.contains("there is no schedule Nowhere"))
                .anyMatch(line -> line.startsWith("caldutyhours.csv:2:") && line.contains("\"Someday\" is not a day"))
                .anyMatch(line -> line.startsWith("caldutyhours.csv:3:") && line.contains("ends after it starts"))
                .anyMatch(line -> line.startsWith("caldutyhours.csv:4:") && line.contains("lies within its shift"))
                .anyMatch(line -> line.startsWith("caldutyhours.csv:5:") && line.contains("missing"))
                .anyMatch(line -> line.startsWith("calholiday.csv:2:") && line.contains("\"24/12/2026\" is not a date"))
                .anyMatch(line -> line.startsWith("calholiday.csv:3:") && line.contains("there is no schedule Night"));
    }

    @Test
    void without_a_mapping_nothing_is_read() {
        assertThat(ZendeskImportTest.problems(
                        PolicySource.HP_SERVICE_MANAGER, ImmutableMap.of("agreement.csv", "id\n1\n")))
                .singleElement()
                .asString()
                .contains("there are 0 files mapping.json; one is needed");
        assertThat(ZendeskImportTest.problems(
                        PolicySource.HP_SERVICE_MANAGER,
                        ImmutableMap.of("mapping.json", "{\"format\": 1, \"tables\": {}}")))
                .anyMatch(line -> line.contains("/tables: unknown"))
                .anyMatch(line -> line.contains("/agreements"))
                .anyMatch(line -> line.contains("/targets: missing"));
    }

    /** Targets drawn by chance: whichever take a priority, the shortest counts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_all_targets_that_match_the_shortest_counts(long seed) throws IOException {
        Random random = new Random(seed);
        record Drawn(String name, int hours, List<Integer> priorities) {}
        List<Integer> hours = IntStream.rangeClosed(1, 40).boxed().collect(Collectors.toList());
        Collections.shuffle(hours, random);
        List<Drawn> drawn = IntStream.range(0, 6)
                .mapToObj(i -> new Drawn(
                        "t" + i,
                        hours.get(i),
                        IntStream.rangeClosed(1, 4)
                                .filter(each -> i == 5 || random.nextBoolean())
                                .boxed()
                                .toList()))
                .filter(each -> !each.priorities().isEmpty())
                .toList();
        PolicyImport imported = PolicyImport.of(
                PolicySource.HP_SERVICE_MANAGER,
                ImmutableMap.of(
                        "mapping.json",
                        MAPPING.substring(0, MAPPING.indexOf(",\n \"hours\""))
                                        .replace(", \"alerts\": \"alerts\", \"calendar\": \"calendar\"", "")
                                + "}",
                        "agreement.csv",
                        "id,name,type\n1,One,SLA\n",
                        "slt.csv",
                        "name,agreement,from,until,duration,filter\n"
                                + drawn.stream()
                                        .map(each -> each.name() + ",1,Open,Resolved," + each.hours() + ":00:00,"
                                                + each.priorities().stream()
                                                        .map(priority -> "priority=" + priority)
                                                        .collect(Collectors.joining(" | ")))
                                        .collect(Collectors.joining("\n"))),
                ImportSettings.standard());
        imported.write(folder.resolve("model"));
        Files.createDirectories(folder.resolve("model/scenarios"));
        Files.writeString(
                folder.resolve("model/scenarios/shortest.json"),
                "{\"format\": 1, \"scenarios\": ["
                        + IntStream.rangeClosed(1, 4)
                                .mapToObj(priority -> "{\"name\": \"" + priority
                                        + "\", \"given\": {\"at\": \"2026-10-28T08:00Z\", \"customer\": \"CITIZEN\","
                                        + " \"priority\": \"P"
                                        + priority + "\"}, \"then\": [{\"clock\": \"RESOLUTION\", \"target\": \"one/"
                                        + drawn.stream()
                                                .filter(each ->
                                                        each.priorities().contains(priority))
                                                .min(Comparator.comparing(Drawn::hours))
                                                .orElseThrow()
                                                .name()
                                        + "\"}]}")
                                .collect(Collectors.joining(","))
                        + "]}");

        SuiteReport report = PolicySuite.read(folder.resolve("model"), LocalDate.of(2026, 10, 1))
                .run();

        assertThat(report.failed()).as(String.join("\n", report.lines())).isEmpty();
        assertThat(report.results()).hasSize(4);
    }

    @Test
    void the_mapping_of_the_sample_fits_its_schema_and_one_with_another_member_does_not() throws IOException {
        String schema =
                Files.readString(Path.of("src/main/resources/dk/sagsflow/imports/servicemanager/mapping.schema.json"));
        String mapping = Files.readString(Path.of("../../examples/imports/servicemanager/export/mapping.json"));

        assertThat(problems(schema, mapping)).isEmpty();
        assertThat(problems(schema, MAPPING)).isEmpty();
        assertThat(problems(schema, mapping.replace("\"states\"", "\"stages\"")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_report_of_each_sample_fits_its_schema(PolicySource source) throws IOException {
        String name = source == PolicySource.HP_SERVICE_MANAGER
                ? "servicemanager"
                : source.name().toLowerCase(Locale.ROOT);
        String schema = Files.readString(Path.of("src/main/resources/dk/sagsflow/imports/import-report.schema.json"));
        String report = ImportReport.of(Samples.imported(source, name, ImportSettings.standard()), Locale.ENGLISH)
                .json();

        assertThat(problems(schema, report)).isEmpty();
        assertThat(problems(schema, report.replace("\"line\"", "\"row\""))).isNotEmpty();
    }

    private static List<String> problems(String schema, String document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(document, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
