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
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
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
    void on_a_full_disk_h2_refuses_what_it_cannot_keep_and_has_the_rest_when_it_is_opened_again() {
        WatchedDisk.register();
        HikariDataSource source = onThatDisk();
        SagsflowSchema.createIfMissing(source);
        SupportDesk desk = desk(SagsflowStore.open(source));
        List<CaseNumber> acknowledged = new ArrayList<>(List.of(registered(desk), registered(desk)));

        WatchedDisk.isFull(true);
        Throwable refused = catchThrowable(() -> registered(desk));
        WatchedDisk.isFull(false);
        source.close();
        assertThat(refused).isInstanceOf(StoreException.class).hasMessageContaining("the database says");

        try (HikariDataSource again = onThatDisk()) {
            SagsflowStore store = SagsflowStore.open(again);
            acknowledged.add(registered(desk(store)));
            assertAllThere(store, acknowledged);
        }
    }

    @Test
    void on_a_full_disk_postgresql_refuses_what_it_cannot_keep_and_goes_on_when_there_is_room() throws Exception {
        PostgresDatabase database = PostgresDatabase.required();
        DataSource whole = database.server().getPostgresDatabase();
        try (SmallDisk disk = SmallDisk.mounted(Files.createDirectory(folder.resolve("small")), 24)) {
            execute(whole, "CREATE TABLESPACE small LOCATION '" + disk.folder() + "'");
            execute(whole, "CREATE DATABASE small TABLESPACE small");
            try (HikariDataSource source = pool(database.server().getJdbcUrl("postgres", "small"))) {
                fillsAndGoesOn(source, disk);
            } finally {
                execute(whole, "DROP DATABASE small WITH (FORCE)");
                execute(whole, "DROP TABLESPACE small");
            }
        }
    }

    private static void fillsAndGoesOn(DataSource source, SmallDisk disk) throws IOException {
        SagsflowSchema.createIfMissing(source);
        SagsflowStore store = SagsflowStore.open(source);
        List<CaseNumber> acknowledged = new ArrayList<>(List.of(registered(desk(store))));

        disk.fill();
        assertThatThrownBy(() -> {
                    for (int more = 0; more < 1_000; more++) {
                        acknowledged.add(registered(desk(store)));
                    }
                })
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.mayPass()).isTrue())
                .hasMessageContaining("No space left on device");
        disk.makeRoom();

        acknowledged.add(registered(desk(store)));
        assertAllThere(store, acknowledged);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private HikariDataSource onThatDisk() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:watched:" + folder.resolve("desk") + ";WRITE_DELAY=0");
        return new HikariDataSource(config);
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
