package dk.sagsflow.jdbc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One transaction at a time writes to a file of H2, whoever's it is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneWriterTest {
    /** One for each task: the common pool may have a single thread, and whoever waits here would keep it. */
    private static final Executor THREADS = task -> new Thread(task).start();

    @TempDir
    Path folder;

    private JdbcConnectionPool file;

    @BeforeEach
    void open() {
        file = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("desk") + ";WRITE_DELAY=0", "sa", "");
    }

    @AfterEach
    void close() {
        file.dispose();
    }

    private static OneWriter.Turn turn(Connection connection) throws SQLException {
        return OneWriter.of(connection, Dialect.H2).take();
    }

    private static OneWriter.Turn ofHost(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return OneWriter.of(connection, Dialect.H2).takeForHost(connection);
    }

    /** Another thread that does its work when it has its turn. */
    private static CompletableFuture<Boolean> another(JdbcConnectionPool source) {
        return CompletableFuture.supplyAsync(
                () -> {
                    new OwnTransactions(source, Dialect.H2).run(session -> {
                        var unused = session.count("SET @worked = 1");
                    });
                    return true;
                },
                THREADS);
    }

    private static void assertWaits(CompletableFuture<Boolean> other) {
        assertThatThrownBy(() -> other.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private static void assertWorks(CompletableFuture<Boolean> other) {
        assertThat(other).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void no_other_transaction_begins_until_the_one_that_writes_has_ended() throws SQLException {
        JdbcConnectionPool sameFile =
                JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("desk") + ";WRITE_DELAY=0", "sa", "");
        try (Connection connection = file.getConnection()) {
            OneWriter.Turn writing = turn(connection);
            CompletableFuture<Boolean> other = another(sameFile);

            assertWaits(other);
            writing.giveBack();
            assertWorks(other);
        } finally {
            sameFile.dispose();
        }
    }

    @Test
    void a_thread_that_writes_may_write_on_another_connection_as_well() throws SQLException {
        try (Connection connection = file.getConnection();
                Connection second = file.getConnection()) {
            OneWriter.Turn ofHost = ofHost(connection);
            OneWriter.Turn within = turn(second);
            within.giveBack();

            assertThat(ofHost.isTaken()).isTrue();
            CompletableFuture<Boolean> other = another(file);
            assertWaits(other);
            ofHost.giveBack();
            assertWorks(other);
        }
    }

    @Test
    void a_host_that_rolls_back_and_says_nothing_holds_nobody_up() throws SQLException {
        Connection closed = file.getConnection();
        OneWriter.Turn left = ofHost(closed);
        CompletableFuture<Boolean> other = another(file);
        assertWaits(other);
        closed.rollback();
        closed.close();
        assertWorks(other);
        assertThat(left.isTaken()).isFalse();

        try (Connection kept = file.getConnection()) {
            OneWriter.Turn over = ofHost(kept);
            kept.rollback();
            kept.setAutoCommit(true);
            assertWorks(another(file));
            assertThat(over.isTaken()).isFalse();
        }
    }

    @Test
    void a_transaction_that_was_joined_twice_is_ended_once_and_no_other_with_it() throws SQLException {
        try (Connection connection = file.getConnection();
                Connection another = file.getConnection()) {
            OneWriter.Turn first = ofHost(connection);
            OneWriter.Turn again = ofHost(connection);
            OneWriter.Turn ofAnother = ofHost(another);

            first.giveBack();

            assertThat(again.isTaken()).isFalse();
            assertThat(ofAnother.isTaken()).isTrue();
            CompletableFuture<Boolean> other = another(file);
            assertWaits(other);
            ofAnother.giveBack();
            assertWorks(other);
        }
    }

    @Test
    void what_may_be_left_undone_waits_for_the_store_and_not_for_a_host() throws Exception {
        try (Connection connection = file.getConnection()) {
            OneWriter writers = OneWriter.of(connection, Dialect.H2);
            OneWriter.Turn writing = writers.take();
            CompletableFuture<Boolean> other = unlessHosted(writers);
            assertWaits(other);
            writing.giveBack();
            assertThat(other.get(20, TimeUnit.SECONDS)).isTrue();

            OneWriter.Turn ofHost = ofHost(connection);
            assertThat(unlessHosted(writers).get(20, TimeUnit.SECONDS)).isFalse();
            ofHost.giveBack();
            assertThat(unlessHosted(writers).get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static CompletableFuture<Boolean> unlessHosted(OneWriter writers) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        Optional<OneWriter.Turn> turn = writers.takeUnlessHosted();
                        turn.ifPresent(OneWriter.Turn::giveBack);
                        return turn.isPresent();
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                },
                THREADS);
    }

    @Test
    void whoever_waits_too_long_is_told_so_and_is_in_nobodys_way() throws SQLException {
        OneWriter impatient = new OneWriter(Duration.ofMillis(60));
        OneWriter.Turn writing = impatient.take();
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> assertThatThrownBy(impatient::take)
                        .isInstanceOf(SQLTransientException.class)
                        .hasMessageContaining("one writes at a time"),
                THREADS);

        assertThat(other).succeedsWithin(Duration.ofSeconds(20));
        writing.giveBack();
        OneWriter.Turn next = impatient.take();
        assertThat(next.isTaken()).isTrue();
    }

    @Test
    void in_memory_nobody_waits() throws SQLException {
        JdbcConnectionPool memory = JdbcConnectionPool.create("jdbc:h2:mem:one-writer;DB_CLOSE_DELAY=-1", "sa", "");
        try (Connection connection = memory.getConnection();
                Statement statement = connection.createStatement()) {
            OneWriter.Turn writing = turn(connection);
            assertWorks(another(memory));
            writing.giveBack();
            assertThat(statement.execute("SHUTDOWN")).isFalse();
        } finally {
            memory.dispose();
        }
    }
}
