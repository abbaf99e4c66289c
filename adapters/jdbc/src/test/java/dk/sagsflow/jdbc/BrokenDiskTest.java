package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.jdbc.failure.StoreException;
import dk.sagsflow.jdbc.failure.UnusableDatabaseException;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Disks that are full, files that were cut off, and whoever may not come in. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenDiskTest {
    @TempDir
    Path folder;

    private static SupportDesk desk(SagsflowStore store) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store.cases())
                .build();
    }

    private static CaseNumber registered(SupportDesk desk) {
        return desk.register(
                        ReferenceOrganisation.KAREN,
                        Registration.builder()
                                .customer(ReferenceOrganisation.CITIZEN_CARL)
                                .subject("down")
                                .description(noise())
                                .build())
                .orElseThrow()
                .number();
    }

    /** Nothing that can be made shorter. */
    private static String noise() {
        return new Random()
                .ints(6_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void assertAllThere(SagsflowStore store, List<CaseNumber> acknowledged) {
        assertThat(acknowledged)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(store.cases().load(number)).isPresent());
    }

    @Test
    void on_a_full_disk_h2_refuses_what_it_cannot_keep_and_goes_on_when_there_is_room() throws InterruptedException {
        FullDisk.register();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:full:" + folder.resolve("desk") + ";WRITE_DELAY=0");
        HikariDataSource source = new HikariDataSource(config);
        SagsflowSchema.createIfMissing(source);
        SupportDesk desk = desk(SagsflowStore.open(source));
        List<CaseNumber> acknowledged = new ArrayList<>(List.of(registered(desk), registered(desk)));

        FullDisk.isFull(true);
        Throwable refused = catchThrowable(() -> registered(desk));
        FullDisk.isFull(false);
        assertThat(refused).isInstanceOf(StoreException.class).hasMessageContaining("the database says");

        acknowledged.add(whenItIsBack(desk));
        assertAllThere(SagsflowStore.open(source), acknowledged);
        source.close();
    }

    /** H2 closes the database when it cannot write; the pool finds that out and opens it again. */
    private static CaseNumber whenItIsBack(SupportDesk desk) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            try {
                return registered(desk);
            } catch (StoreException closed) {
                assertThat(attempt).isLessThan(50);
                Thread.sleep(200);
            }
        }
    }

    @Test
    void on_a_full_disk_postgresql_refuses_what_it_cannot_keep_and_goes_on_when_there_is_room() throws Exception {
        PostgresDatabase database = PostgresDatabase.required();
        Path small = Files.createDirectory(folder.resolve("small"));
        Assumptions.assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=3m,mode=0777", "tmpfs", small.toString()),
                "a small disk can be made by root alone");
        try {
            List<CaseNumber> acknowledged = new ArrayList<>();
            SupportDesk desk = desk(database.empty());
            own(database, small);
            run(database, "TRUNCATE sagsflow_event");
            run(database, "CREATE TABLESPACE small LOCATION '" + small + "'");
            run(database, "ALTER TABLE sagsflow_event SET TABLESPACE small");

            StoreException full = filled(desk, acknowledged);
            assertThat(full).hasMessageContaining("No space left on device");
            assertThat(full.mayPass()).as("state of " + full.getCause()).isTrue();
            assertThat(acknowledged).hasSizeGreaterThan(10);
            assertAllThere(SagsflowStore.open(database.source()), acknowledged);

            assertThat(done("mount", "-o", "remount,size=30m", small.toString()))
                    .as("more room")
                    .isTrue();
            acknowledged.add(registered(desk));
            assertAllThere(SagsflowStore.open(database.source()), acknowledged);
        } finally {
            run(database, "ALTER TABLE sagsflow_event SET TABLESPACE pg_default");
            run(database, "CHECKPOINT");
            run(database, "DROP TABLESPACE IF EXISTS small");
            assertThat(done("umount", "-l", small.toString())).as("no disk").isTrue();
        }
    }

    private static StoreException filled(SupportDesk desk, List<CaseNumber> acknowledged) {
        for (int place = 0; place < 5_000; place++) {
            try {
                acknowledged.add(registered(desk));
            } catch (StoreException full) {
                return full;
            }
        }
        throw new AssertionError("the disk is never full");
    }

    /** The server runs as another user if the tests run as root. */
    private static void own(PostgresDatabase database, Path small) throws SQLException, IOException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("SHOW data_directory")) {
            assertThat(result.next()).isTrue();
            Path unused = Files.setOwner(small, Files.getOwner(Path.of(result.getString(1))));
        }
    }

    private static void run(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    @Test
    void an_h2_file_that_was_cut_off_is_refused_or_has_everything_but_is_never_taken_for_less() throws IOException {
        Path file = folder.resolve("cut");
        List<CaseNumber> acknowledged = new ArrayList<>();
        JdbcConnectionPool source = inFile(file);
        SagsflowSchema.createIfMissing(source);
        SupportDesk desk = desk(SagsflowStore.open(source));
        for (int place = 0; place < 30; place++) {
            acknowledged.add(registered(desk));
        }
        source.dispose();
        Path database = folder.resolve("cut.mv.db");
        Path whole = Files.copy(database, folder.resolve("whole"));

        for (long size = Files.size(whole) - 1; size > 0; size -= Files.size(whole) / 12) {
            Path unused = Files.copy(whole, database, StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile cut = new RandomAccessFile(database.toFile(), "rw")) {
                cut.setLength(size);
            }
            JdbcConnectionPool again = inFile(file);
            try {
                H2File.checkWhole(file);
                assertAllThere(SagsflowStore.open(again), acknowledged);
            } catch (RuntimeException refused) {
                assertThat(refused).isInstanceOfAny(StoreException.class, UnusableDatabaseException.class);
            } finally {
                again.dispose();
            }
        }
        Path unused = Files.copy(whole, database, StandardCopyOption.REPLACE_EXISTING);
        JdbcConnectionPool restored = inFile(file);
        assertAllThere(SagsflowStore.open(restored), acknowledged);
        restored.dispose();
    }

    private static JdbcConnectionPool inFile(Path file) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sagsflow", "");
    }

    @Test
    void whoever_postgresql_does_not_know_is_told_so_and_nothing_is_touched() {
        PostgresDatabase database = PostgresDatabase.required();
        PGSimpleDataSource stranger = new PGSimpleDataSource();
        stranger.setUrl(database.server().getJdbcUrl("nobody", "postgres"));
        stranger.setUser("nobody");
        stranger.setPassword("wrong");

        assertThatThrownBy(() -> SagsflowStore.open(stranger))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.mayPass()).isFalse())
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> SagsflowSchema.createIfMissing(stranger)).isInstanceOf(StoreException.class);
    }
}
