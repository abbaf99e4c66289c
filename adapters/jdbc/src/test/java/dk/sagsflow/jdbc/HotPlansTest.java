package dk.sagsflow.jdbc;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a desk asks all day is found in indexes, in the words of the database itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HotPlansTest {
    private static final int COPIES = 3_000;

    /** Those that grow with the cases, and what makes each copy of a row another. */
    private static final Map<String, Map<String, String>> GROWING = Map.of(
            "sagsflow_case", Map.of("case_number", "'X-' || n.x"),
            "sagsflow_case_key", Map.of("case_number", "'X-' || n.x"),
            "sagsflow_event",
                    Map.of(
                            "case_number",
                            "'X-' || n.x",
                            "step",
                            "step + 100 * n.x",
                            "event",
                            "replace(event, 'C-0000001', 'X-' || n.x)"),
            "sagsflow_step", Map.of("id", "id + 100 * n.x", "place", "place + 100 * n.x"),
            "sagsflow_due", Map.of("case_number", "'X-' || n.x"),
            "sagsflow_reference", Map.of("case_number", "'X-' || n.x", "reference_id", "'R-' || n.x"),
            "sagsflow_request", Map.of("digest", "digest || n.x"),
            "sagsflow_request_case", Map.of("digest", "digest || n.x", "case_number", "'X-' || n.x"),
            "sagsflow_message", Map.of("id", "id || n.x", "lane", "lane || n.x", "about", "'X-' || n.x"));

    private static final Pattern SCAN = Pattern.compile(
            "(NAMES)\\.tableScan|Seq Scan on (NAMES)\\b".replace("NAMES", String.join("|", GROWING.keySet())),
            Pattern.CASE_INSENSITIVE);

    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void no_statement_of_a_working_desk_looks_at_every_row_of_a_table_that_grows(TestDatabase database)
            throws SQLException {
        CaseRepository before = database.empty().cases();
        works(desk(before), 0);
        assertThat(before.log().end()).isNotEqualTo(before.log().beginning());
        grow(database);
        SentStatements sent = new SentStatements();
        CaseRepository cases = SagsflowStore.open(sent.of(database.source())).cases();
        sent.all().clear();

        SupportDesk desk = desk(cases);
        works(desk, 1);
        assertThat(desk.operations().sweep(3).handled()).isEqualTo(3);
        assertThat(desk.operations().deliver(3).sent()).isEqualTo(3);
        assertThat(desk.operations().follow(3).handled()).isEqualTo(3);
        assertThat(desk.workList(KAREN, SUPPORT_CENTRE, 20).orElseThrow().items())
                .hasSize(20);
        assertThat(desk.casesOf(KAREN, CITIZEN_CARL, 20).orElseThrow().cases()).hasSize(20);
        assertThat(desk.overview(KAREN).orElseThrow()).isNotEmpty();

        Map<String, String> plans = plans(database, sent);
        assertThat(plans).hasSizeGreaterThan(25);
        assertThat(plans.entrySet())
                .filteredOn(plan -> SCAN.matcher(plan.getValue()).find())
                .isEmpty();
    }

    private static SupportDesk desk(CaseRepository cases) {
        return SupportDesk.builder(
                        ModelFolder.read(Path.of("../../examples/models/ams")).model(),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(cases)
                .withNotifier(notification -> {})
                .withSubscription(SubscriptionName.of("all"), SubscriptionStart.beginning(), steps -> {})
                .build();
    }

    private static void works(SupportDesk desk, int turn) {
        Registration registration = Registration.builder()
                .customer(CITIZEN_CARL)
                .subject("down")
                .addReferences(Reference.of("mail", "M-" + turn))
                .build();
        CaseNumber number = desk.register(KAREN, registration, RequestKey.of("register:" + turn))
                .orElseThrow()
                .number();
        List<CaseCommand> commands = List.of(
                new CaseCommand.Accept(),
                new CaseCommand.AddNote(Visibility.CUSTOMER, "we look at it"),
                new CaseCommand.HandOver(BIT, "theirs"));
        for (CaseCommand command : turn == 0 ? commands.subList(0, 2) : commands) {
            assertThat(desk.submit(KAREN, number, command, RequestKey.of(turn + ":" + command))
                            .wasAccepted())
                    .isTrue();
        }
    }

    /** Many more like what is there, as if others had worked. */
    private static void grow(TestDatabase database) throws SQLException {
        for (Map.Entry<String, Map<String, String>> table : GROWING.entrySet()) {
            copy(database, table.getKey(), table.getValue());
        }
        database.edit("UPDATE sagsflow_log SET last_place = (SELECT MAX(place) FROM sagsflow_step)");
        database.edit("UPDATE sagsflow_due SET due_at = TIMESTAMP WITH TIME ZONE '2007-08-01 06:00:00Z'"
                + " WHERE case_number IN ('X-1', 'X-2', 'X-3')");
        database.run("ANALYZE");
    }

    private static void copy(TestDatabase database, String table, Map<String, String> anew) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                String name = rows.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT);
                columns.add(name);
                values.add(anew.getOrDefault(name, name));
            }
        }
        String numbers = database == H2Database.H2 ? "SYSTEM_RANGE(1, " : "generate_series(1, ";
        database.edit("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", values) + " FROM " + table + ", " + numbers + COPIES + ") n"
                + (database == H2Database.H2 ? "" : "(x)"));
    }

    private static Map<String, String> plans(TestDatabase database, SentStatements sent) throws SQLException {
        Map<String, String> plans = new TreeMap<>();
        try (Connection connection = database.source().getConnection()) {
            for (SentStatements.Sent together : sent.all()) {
                for (SentStatements.Sent each : together.single()) {
                    plans.put(each.sql(), plan(connection, each));
                }
            }
        }
        return plans;
    }

    private static String plan(Connection connection, SentStatements.Sent sent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sent.sql())) {
            for (Map.Entry<Integer, Object> value : sent.values().entrySet()) {
                statement.setObject(value.getKey(), value.getValue());
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
