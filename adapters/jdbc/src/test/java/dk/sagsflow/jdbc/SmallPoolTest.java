package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However few connections a pool has: nobody keeps one while waiting for somebody who needs one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmallPoolTest {
    /** One for each task: the common pool may have a single thread, and whoever waits here would keep it. */
    private static final Executor THREADS = task -> new Thread(task).start();

    @TempDir
    Path folder;

    private HikariDataSource file(int connections) {
        HikariDataSource pool = pool("jdbc:h2:file:" + folder.resolve("desk") + ";WRITE_DELAY=0", connections);
        SagsflowSchema.createIfMissing(pool);
        return pool;
    }

    private static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    private static SupportDesk desk(CaseRepository cases) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(cases)
                .build();
    }

    private static CaseView register(SupportDesk desk) {
        return desk.register(
                        ReferenceOrganisation.KAREN,
                        Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down"))
                .orElseThrow();
    }

    /** Each call of a store takes one connection, and another call none while it has it. */
    private static void everythingIsDoneOnOneConnection(HikariDataSource pool) {
        SagsflowStore store = SagsflowStore.open(pool);
        SupportDesk desk = desk(store.cases());
        CaseView registered = register(desk);
        assertThat(desk.submit(ReferenceOrganisation.KAREN, registered.number(), new CaseCommand.Accept())
                        .wasAccepted())
                .isTrue();
        int unused = desk.operations().sweep(10).handled();
        assertThat(store.cases().log().countAfter(store.cases().log().beginning()))
                .isEqualTo(2);
        assertThat(store.cases()
                        .counts(CaseQuery.all(), ImmutableSet.of(CaseCounts.Field.STATUS), Instant.now())
                        .total())
                .isEqualTo(1);
    }

    @Test
    void a_pool_of_one_connection_is_enough_for_a_file_of_h2() {
        try (HikariDataSource pool = file(1)) {
            everythingIsDoneOnOneConnection(pool);
        }
    }

    @Test
    void a_pool_of_one_connection_is_enough_for_postgresql() {
        PostgresDatabase database = PostgresDatabase.required();
        SagsflowStore unused = database.empty();
        try (HikariDataSource pool = pool(database.server().getJdbcUrl("postgres", "postgres"), 1)) {
            everythingIsDoneOnOneConnection(pool);
        }
    }

    /** Read by a thread that has no turn. */
    private static long countsAndLog(SagsflowStore store) {
        CompletableFuture<Long> read = CompletableFuture.supplyAsync(
                () -> {
                    assertThat(store.cases().log().after(store.cases().log().beginning(), 10))
                            .isEmpty();
                    return store.cases()
                            .counts(CaseQuery.all(), ImmutableSet.of(CaseCounts.Field.STATUS), Instant.now())
                            .total();
                },
                THREADS);
        assertThat(read).succeedsWithin(Duration.ofSeconds(20));
        return read.join();
    }

    @Test
    void a_host_that_rolled_back_and_keeps_its_connection_says_so_and_others_go_on() throws Exception {
        try (HikariDataSource pool = file(3);
                Connection connection = pool.getConnection()) {
            SagsflowStore store = SagsflowStore.open(pool);
            connection.setAutoCommit(false);
            SagsflowStore.JoinedTransaction transaction = store.join(connection);
            SagsflowStore.JoinedTransaction again = store.join(connection);
            List<String> heard = new ArrayList<>();
            transaction.afterCommit(() -> heard.add("committed"));
            CompletableFuture<CaseView> other =
                    CompletableFuture.supplyAsync(() -> register(desk(store.cases())), THREADS);
            assertThatThrownBy(() -> other.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            connection.rollback();
            transaction.rolledBack();

            assertThat(other).succeedsWithin(Duration.ofSeconds(20));
            again.committed();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void those_who_wait_for_a_host_leave_it_the_connections_that_it_needs() throws Exception {
        try (HikariDataSource pool = file(3);
                Connection connection = pool.getConnection()) {
            SagsflowStore store = SagsflowStore.open(pool);
            SupportDesk desk = desk(store.cases());
            CaseView first = register(desk);
            connection.setAutoCommit(false);
            SagsflowStore.JoinedTransaction transaction = store.join(connection);
            List<CompletableFuture<CaseView>> waiting = IntStream.range(0, 6)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> register(desk), THREADS))
                    .toList();
            assertThat(CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new)))
                    .isNotCompleted();
            Thread.sleep(200);

            SupportDesk within = desk(transaction.repository());
            assertThat(register(within).number()).isGreaterThan(first.number());
            assertThat(countsAndLog(store)).as("reading waits for no host").isEqualTo(1);
            connection.commit();
            transaction.committed();

            waiting.forEach(each -> assertThat(each).succeedsWithin(Duration.ofSeconds(20)));
        }
    }
}
