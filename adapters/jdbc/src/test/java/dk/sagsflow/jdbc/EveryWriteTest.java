package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of H2 as it is after a write is what a process leaves that is killed there. Whatever was acknowledged by then is in it, and
 * nothing is in it by half, though several threads work on it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryWriteTest {
    /** Of so many writes one is looked at. */
    private static final int SPARSE = 6;

    private static final int LOOKS = Integer.getInteger("sagsflow.looks", 20);
    private static final int THREADS = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(LOOKS);
    private final Map<CaseNumber, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<Left> left = new ArrayList<>();

    /** What a process would have left, and what it had acknowledged. */
    private record Left(Path file, Map<CaseNumber, Long> acknowledged) {}

    @AfterEach
    void lookNoMore() {
        WatchedDisk.afterEachWrite(() -> {});
    }

    @Test
    void whenever_a_process_is_killed_what_it_acknowledged_is_in_the_file_of_h2_and_nothing_is_there_by_half() {
        WatchedDisk.register();
        JdbcConnectionPool source = pool("watched:" + folder.resolve("desk"));
        SagsflowSchema.createIfMissing(source);
        SagsflowStore store = SagsflowStore.open(source);
        WatchedDisk.afterEachWrite(this::look);
        workBesideEachOther(store);
        WatchedDisk.afterEachWrite(() -> {});
        source.dispose();

        assertThat(left).hasSize(LOOKS).allSatisfy(this::isWhole);
    }

    private static JdbcConnectionPool pool(String file) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:" + file + ";WRITE_DELAY=0;LOCK_TIMEOUT=200", "sa", "");
        pool.setMaxConnections(12);
        return pool;
    }

    private static SupportDesk desk(SagsflowStore store) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store.cases())
                .withNotifier(mail -> {})
                .build();
    }

    private void look() throws IOException {
        synchronized (left) {
            if (random.nextInt(SPARSE) == 0 && left.size() < LOOKS) {
                Map<CaseNumber, Long> then = Map.copyOf(acknowledged);
                Path copy = folder.resolve("left-" + left.size() + ".mv.db");
                left.add(new Left(Files.copy(folder.resolve("desk.mv.db"), copy), then));
            }
        }
    }

    private boolean looksAreMissing() {
        synchronized (left) {
            return left.size() < LOOKS;
        }
    }

    private void workBesideEachOther(SagsflowStore store) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            all.add(CompletableFuture.runAsync(() -> work(desk(store)), threads));
        }
        all.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private void work(SupportDesk desk) {
        while (looksAreMissing()) {
            CaseView registered = desk.register(
                            ReferenceOrganisation.KAREN,
                            Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                    .orElseThrow();
            acknowledged.put(registered.number(), registered.version());
            CaseView accepted = desk.submit(ReferenceOrganisation.KAREN, registered.number(), new CaseCommand.Accept())
                    .orElseThrow();
            acknowledged.put(accepted.number(), accepted.version());
            desk.operations().deliver(5);
        }
    }

    private void isWhole(Left one) {
        String name = one.file().getFileName().toString().replace(".mv.db", "");
        JdbcConnectionPool source = pool("file:" + folder.resolve(name));
        try {
            SagsflowStore store = SagsflowStore.open(source);
            CaseRepository cases = store.cases();
            ImmutableList<CaseNumber> there = cases
                    .query(CaseQuery.builder().pageSize(10_000).build())
                    .cases()
                    .stream()
                    .map(SupportCase::number)
                    .collect(ImmutableList.toImmutableList());
            Map<CaseNumber, StoredCase> stored = cases.loadAll(there);
            assertThat(stored).hasSameSizeAs(there);
            assertThat(number(source, "SELECT COUNT(*) FROM sagsflow_event"))
                    .isEqualTo(number(source, "SELECT COALESCE(SUM(version), 0) FROM sagsflow_case"));
            assertThat(number(source, "SELECT COUNT(DISTINCT step) FROM sagsflow_event"))
                    .isEqualTo(number(source, "SELECT COUNT(*) FROM sagsflow_step"));
            one.acknowledged()
                    .forEach((number, version) -> assertThat(stored.get(number))
                            .as("case %s in version %s", number, version)
                            .satisfies(
                                    found -> assertThat(found.state().version()).isGreaterThanOrEqualTo(version)));
            nothingIsLocked(desk(store));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            source.dispose();
            delete(one.file());
        }
    }

    private static long number(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }

    /** Nothing of the dead is in the way of the living. */
    private static void nothingIsLocked(SupportDesk desk) {
        CaseView registered = desk.register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow();
        assertThat(desk.operations().deliver(1_000).sent()).isPositive();
        assertThat(desk.submit(ReferenceOrganisation.KAREN, registered.number(), new CaseCommand.Accept())
                        .wasAccepted())
                .isTrue();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
