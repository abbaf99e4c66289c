package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How the tables come about, and what a later release finds in them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaTest {
    @TempDir
    Path folder;

    @Test
    void flyway_makes_the_tables_from_their_files() throws SQLException {
        EmbeddedPostgres server = PostgresDatabase.required().server();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE flyway");
        }
        DataSource postgresql = server.getDatabase("postgres", "flyway");
        DataSource h2 = JdbcConnectionPool.create("jdbc:h2:mem:flyway;DB_CLOSE_DELAY=-1", "sa", "");

        migrate(postgresql, "postgresql");
        migrate(h2, "h2");

        assertThat(SagsflowStore.open(postgresql).cases().nextNumber("C-")).isEqualTo(1);
        assertThat(SagsflowStore.open(h2).cases().nextNumber("C-")).isEqualTo(1);
    }

    private static void migrate(DataSource source, String folder) {
        assertThat(Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:sagsflow-jdbc/" + folder)
                        .load()
                        .migrate()
                        .migrationsExecuted)
                .isEqualTo(SagsflowSchema.VERSION);
    }

    /** Flyway refuses to go on where a file is not as it was when it was applied, be it a comment. */
    @Test
    void files_that_were_published_stay_as_they_are() {
        assertThat(checksums("h2")).containsExactly(760910540, -470575829, -215353346, -1166130116, 109757827);
        assertThat(checksums("postgresql")).containsExactly(413064909, 50277894, -819840724, -1166130116, 677998858);
    }

    private static List<Integer> checksums(String folder) {
        DataSource unused = JdbcConnectionPool.create("jdbc:h2:mem:checksums", "sa", "");
        return Stream.of(Flyway.configure()
                        .dataSource(unused)
                        .locations("classpath:sagsflow-jdbc/" + folder)
                        .load()
                        .info()
                        .all())
                .map(MigrationInfo::getChecksum)
                .toList();
    }

    /** What version 1 wrote; each later release adds what it writes itself, and migrates this. */
    @Test
    void what_the_first_version_wrote_is_read() throws SQLException {
        DataSource source = JdbcConnectionPool.create("jdbc:h2:mem:old;DB_CLOSE_DELAY=-1", "sa", "");
        run(source, "RUNSCRIPT FROM 'classpath:sagsflow-jdbc/version-1.sql'");

        isReadOnceItIsUpgraded(source);
    }

    /** The same rows in the tables of PostgreSQL, which have the same columns. */
    @Test
    void what_the_first_version_wrote_in_postgresql_is_read() throws Exception {
        EmbeddedPostgres server = PostgresDatabase.required().server();
        run(server.getPostgresDatabase(), "CREATE DATABASE version_1");
        DataSource source = server.getDatabase("postgres", "version_1");
        run(source, resource("sagsflow-jdbc/postgresql/V1__sagsflow.sql"));
        run(source, "DELETE FROM sagsflow_schema; DELETE FROM sagsflow_log; DELETE FROM sagsflow_lock");
        Matcher rows = Pattern.compile("INSERT INTO \"PUBLIC\"\\.\"(\\w+)\"( VALUES\\R.*?\\);) *\\R", Pattern.DOTALL)
                .matcher(resource("sagsflow-jdbc/version-1.sql"));
        while (rows.find()) {
            run(source, "INSERT INTO " + rows.group(1) + rows.group(2));
        }
        for (String sequence : List.of("sagsflow_fence", "sagsflow_place", "sagsflow_step_id")) {
            run(source, "SELECT setval('" + sequence + "', 10)");
        }

        isReadOnceItIsUpgraded(source);
    }

    private static String resource(String name) throws IOException {
        return Resources.toString(Resources.getResource(name), StandardCharsets.UTF_8);
    }

    private static void isReadOnceItIsUpgraded(DataSource source) {
        assertThatThrownBy(() -> SagsflowStore.open(source))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("from V2 on");
        SagsflowSchema.upgrade(source);

        CaseRepository cases = SagsflowStore.open(source).cases();

        CaseNumber number = CaseNumber.of("C-0000001");
        assertThat(cases.load(number).orElseThrow().history()).hasSize(3);
        EventLog log = cases.log();
        assertThat(log.after(log.beginning(), 10)).hasSize(3);
        assertThat(cases.outbox().waiting(10)).isNotEmpty();
        assertThat(cases.nextNumber("C-")).isEqualTo(2);
        assertThat(cases.counts(CaseQuery.all(), ImmutableSet.of(), Instant.EPOCH)
                        .total())
                .isEqualTo(1);
        assertThat(desk(cases)
                        .submit(ReferenceOrganisation.BO, number, new CaseCommand.Accept())
                        .orElseThrow()
                        .version())
                .isEqualTo(4);
    }

    @Test
    void rows_of_another_format_are_written_anew_in_bounded_batches_and_one_that_cannot_be_read_is_left()
            throws SQLException {
        DataSource source = JdbcConnectionPool.create("jdbc:h2:mem:format;DB_CLOSE_DELAY=-1", "sa", "");
        SagsflowSchema.createIfMissing(source);
        CaseRepository cases = SagsflowStore.open(source).cases();
        SupportDesk desk = desk(cases);
        for (int number = 0; number < 450; number++) {
            assertThat(desk.register(
                                    ReferenceOrganisation.KAREN,
                                    Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down " + number))
                            .wasAccepted())
                    .isTrue();
        }
        CaseQuery query = CaseQuery.builder()
                .text("down 44")
                .group(ReferenceOrganisation.SUPPORT_CENTRE)
                .build();
        ImmutableList<CasePage.Entry> found = cases.query(query).entries();
        assertThat(found).hasSize(11);
        run(
                source,
                "UPDATE sagsflow_case SET snapshot_format = 1, bucket = NULL, folded_subject = '?', folded_description"
                        + " = '?', group_id = 'x'");
        run(source, "DELETE FROM sagsflow_count");
        run(source, "DELETE FROM sagsflow_case_key");
        run(source, "UPDATE sagsflow_event SET event = '{' WHERE case_number = 'C-0000007'");
        run(source, "UPDATE sagsflow_schema SET snapshot_format = 1");

        CaseRepository renewed = SagsflowStore.open(source).cases();

        assertThat(renewed.query(query).entries()).isEqualTo(found);
        assertThat(renewed.counts(CaseQuery.all(), ImmutableSet.of(), Instant.EPOCH)
                        .total())
                .isEqualTo(449);
        run(source, "UPDATE sagsflow_case SET folded_subject = '?', folded_description = '?'");
        assertThat(SagsflowStore.open(source).cases().query(query).entries())
                .as("once is enough")
                .isEmpty();
    }

    private static SupportDesk desk(CaseRepository cases) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(cases)
                .build();
    }

    @Test
    void positions_of_the_log_are_as_they_were_after_a_dump_and_a_restore() throws SQLException {
        DataSource before = JdbcConnectionPool.create("jdbc:h2:mem:dumped;DB_CLOSE_DELAY=-1", "sa", "");
        run(before, "RUNSCRIPT FROM 'classpath:sagsflow-jdbc/version-1.sql'");
        SagsflowSchema.upgrade(before);
        EventLog log = SagsflowStore.open(before).cases().log();
        Path dump = folder.resolve("dump.sql");
        run(before, "SCRIPT TO '" + dump + "'");
        DataSource after = JdbcConnectionPool.create("jdbc:h2:mem:restored;DB_CLOSE_DELAY=-1", "sa", "");

        run(after, "RUNSCRIPT FROM '" + dump + "'");

        EventLog restored = SagsflowStore.open(after).cases().log();
        assertThat(restored.end()).isEqualTo(log.end());
        assertThat(restored.after(restored.beginning(), 10)).isEqualTo(log.after(log.beginning(), 10));
    }

    /** What such a dump keeps is rows, and where sequences are; ids of transactions begin anew. */
    @Test
    void and_in_a_new_cluster_of_postgresql() throws Exception {
        TestDatabase database = PostgresDatabase.required();
        CaseRepository before = database.empty().cases();
        SupportDesk desk = desk(before);
        registered(desk, 3);
        EventLog log = before.log();
        LogPosition position = log.after(log.beginning(), 2).get(1).position();
        registered(desk, 2);

        try (EmbeddedPostgres cluster = EmbeddedPostgres.builder().start()) {
            DataSource restored = cluster.getPostgresDatabase();
            SagsflowSchema.createIfMissing(restored);
            restore(database.source(), restored);
            CaseRepository after = SagsflowStore.open(restored).cases();
            registered(desk(after), 1);

            assertThat(after.log().after(position, 100))
                    .hasSize(4)
                    .startsWith(log.after(position, 100).toArray(LoggedStep[]::new));
            assertThat(after.log().after(log.end(), 100)).hasSize(1);
        }
    }

    private static void registered(SupportDesk desk, int cases) {
        for (int number = 0; number < cases; number++) {
            assertThat(desk.register(
                                    ReferenceOrganisation.KAREN,
                                    Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                            .wasAccepted())
                    .isTrue();
        }
    }

    private static void restore(DataSource from, DataSource to) throws SQLException, IOException {
        try (Connection source = from.getConnection();
                Connection target = to.getConnection()) {
            for (String table : names(source, "TABLE")) {
                run(to, "DELETE FROM " + table);
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                CopyManager dump = source.unwrap(PGConnection.class).getCopyAPI();
                dump.copyOut("COPY " + table + " TO STDOUT", rows);
                target.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            }
            for (String sequence : names(source, "SEQUENCE")) {
                try (Statement statement = source.createStatement();
                        ResultSet last = statement.executeQuery("SELECT last_value, is_called FROM " + sequence)) {
                    assertThat(last.next()).isTrue();
                    run(to, "SELECT setval('" + sequence + "', " + last.getLong(1) + ", " + last.getBoolean(2) + ")");
                }
            }
        }
    }

    private static List<String> names(Connection connection, String type) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "public", "sagsflow%", new String[] {type})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }
}
