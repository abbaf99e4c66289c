package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they work lose nothing that they acknowledged and do nothing twice. A few kills in every build;
 * 100 on each database by the profile {@code kills}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrashTest {
    private static final int KILLS = Integer.getInteger("sagsflow.kills", 2);

    /** A slow machine acknowledges so little before a kill that there are more kills. */
    private static final int FEW = 5;

    /** A busy machine may take long to start a process or a server; what takes this long hangs. */
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private static final int STARTS = 5;

    /** What a worker says if the server is not there, or not yet. */
    private static final Pattern NOT_CONNECTED =
            Pattern.compile("Connection is not available|Failed to initialize pool|Connection to .* refused"
                    + "|the database system is (starting up|shutting down|in recovery mode)|I/O error occurred");

    @TempDir
    Path folder;

    private final Instant begun = Instant.now();
    private final Random random = new Random(KILLS);

    @Test
    void what_was_acknowledged_in_an_h2_file_is_there_after_kills_and_nothing_happened_twice() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("desk") + ";WRITE_DELAY=0";
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        SagsflowSchema.createIfMissing(source);

        for (int kill = 0; kill < KILLS || lines("A ").size() <= FEW; kill++) {
            String run = "h2-" + kill;
            Process worker = start(url, run);
            assertThat(hasBegun(worker, run))
                    .as(() -> "a file of H2 that was left by a kill: " + errors(run))
                    .isTrue();
            kill(List.of(worker));
            try (HikariDataSource again = pool(url)) {
                everythingAcknowledgedIsThere(SagsflowStore.open(again).cases());
                nothingIsLocked(again);
            }
        }

        verify(url);
    }

    @Test
    void what_was_acknowledged_by_postgresql_is_there_after_kills_of_nodes_and_of_the_server() throws Exception {
        PostgresDatabase running = PostgresDatabase.required();
        assertThat(running).isNotNull();
        EmbeddedPostgres server = server(0);
        int port = server.getPort();
        String url = server.getJdbcUrl("postgres", "postgres");
        SagsflowSchema.createIfMissing(server.getPostgresDatabase());

        List<Process> nodes = new ArrayList<>(List.of(started(url, "pg-a"), started(url, "pg-b")));
        for (int kill = 0; kill < KILLS || lines("A ").size() <= FEW; kill++) {
            if (kill % 3 == 1) {
                server = restarted(server, port);
            }
            kill(nodes.subList(kill % 2, kill % 2 + 1));
            nodes.set(kill % 2, started(url, "pg-" + kill));
        }
        kill(nodes);

        verify(url);
        server.close();
    }

    /** Whatever number the transaction has that wants the rows which deliveries and sweeps lock. */
    private static void nothingIsLocked(DataSource source) throws SQLException {
        try (Connection one = source.getConnection();
                Connection other = source.getConnection()) {
            for (Connection connection : List.of(one, other)) {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    assertThat(statement.execute("SELECT name FROM sagsflow_lock FOR UPDATE"))
                            .isTrue();
                }
                connection.rollback();
            }
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private EmbeddedPostgres server(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("server"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60");
        return (port == 0 ? builder : builder.setPort(port))
                .setPGStartupWait(LONGEST_START)
                .start();
    }

    /** Killed, not stopped, and started again. */
    private EmbeddedPostgres restarted(EmbeddedPostgres server, int port) throws Exception {
        Path pid = folder.resolve("server").resolve("postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                .orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
        assertThat(postmaster.destroyForcibly()).isTrue();
        for (ProcessHandle each : all) {
            // They end by themselves; until then they hold memory and locks, and no other server begins.
            ProcessHandle unused = each.onExit().get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        }
        server.close();
        return server(port);
    }

    /** A worker that meets a server which is not there says nothing of what is stored, and another begins in its place. */
    private Process started(String url, String run) throws Exception {
        for (int start = 1; start <= STARTS; start++) {
            String name = run + (start == 1 ? "" : "-" + start);
            Process process = start(url, name);
            if (hasBegun(process, name)) {
                return process;
            }
            String errors = errors(name);
            assertThat(errors).as("worker " + name + " died").containsPattern(NOT_CONNECTED);
            System.out.println("worker " + name + " did not begin: " + errors);
        }
        throw new AssertionError("no worker began, the last said: " + errors(run + "-" + STARTS));
    }

    /** Whether it acknowledged something before it died; it is waited for as long as it lives. */
    private boolean hasBegun(Process process, String run) throws Exception {
        Instant late = Instant.now().plus(LONGEST_START);
        Path said = folder.resolve(run + ".out");
        while (Files.size(said) == 0 && process.isAlive()) {
            if (Instant.now().isAfter(late)) {
                kill(List.of(process), 0);
                throw new AssertionError("worker " + run + " hangs: " + errors(run));
            }
            Thread.sleep(20);
        }
        return Files.size(said) > 0;
    }

    private Process start(String url, String run) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        CrashWorker.class.getName(),
                        url,
                        written().toString(),
                        Long.toString(begun.toEpochMilli()),
                        run)
                .redirectOutput(folder.resolve(run + ".out").toFile())
                .redirectError(folder.resolve(run + ".err").toFile())
                .start();
    }

    private String errors(String run) {
        try {
            return Files.readString(folder.resolve(run + ".err"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void kill(List<Process> processes) throws InterruptedException {
        kill(processes, 300 + random.nextInt(700));
    }

    private static void kill(List<Process> processes, int afterMillis) throws InterruptedException {
        Thread.sleep(afterMillis);
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            int unused = process.waitFor();
        }
    }

    private Path written() {
        return folder.resolve("written");
    }

    /** The last line may have been cut off in the middle by a kill. */
    private List<String> lines(String kind) throws IOException {
        if (!Files.exists(written())) {
            return List.of();
        }
        String all = Files.readString(written());
        return all.substring(0, all.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(2))
                .toList();
    }

    private void verify(String url) throws Exception {
        // Ten hours later on the clock of the workers, so that every claim of the dead has ended.
        CrashWorker last = new CrashWorker(url, written(), begun.minusSeconds(10), "last");
        CaseRepository cases = last.store().cases();
        // Whoever takes over from the dead first puts on record that they said nothing, and goes on at the next call.
        for (int round = 0; lag(cases) > 0; round++) {
            assertThat(round).isLessThan(300);
            last.desk().operations().follow(1_000);
        }
        for (int round = 0;
                round < 300 && last.desk().operations().deliver(1_000).sent() > 0;
                round++) {
            assertThat(round).isLessThan(299);
        }
        everythingAcknowledgedIsThere(cases);
        nothingHappenedTwice(cases);
        everybodyWasTold(cases);
        theFollowerMissedNothing(cases);
    }

    private static long lag(CaseRepository cases) {
        assertThat(cases.subscriptions().all()).hasSize(1);
        return cases.subscriptions().all().get(0).lag();
    }

    private void everythingAcknowledgedIsThere(CaseRepository cases) throws IOException {
        List<String> acknowledged = lines("A ");
        for (String line : acknowledged) {
            List<String> parts = Splitter.on(' ').splitToList(line);
            assertThat(cases.find(CaseNumber.of(parts.get(0))).map(SupportCase::version))
                    .as(line)
                    .hasValueSatisfying(
                            version -> assertThat(version).isGreaterThanOrEqualTo(Long.parseLong(parts.get(1))));
        }
        assertThat(acknowledged).doesNotHaveDuplicates();
    }

    private static List<StoredCase> all(CaseRepository cases) {
        return cases.loadAll(cases.query(CaseQuery.builder().pageSize(100_000).build()).cases().stream()
                        .map(SupportCase::number)
                        .toList())
                .values()
                .asList();
    }

    private static void nothingHappenedTwice(CaseRepository cases) {
        for (StoredCase stored : all(cases)) {
            assertThat(SupportCase.of(stored.history())).isEqualTo(stored.state());
            List<String> passed = stored.history().stream()
                    .filter(event -> event instanceof CaseEvent.ThresholdPassed)
                    .map(event -> ((CaseEvent.ThresholdPassed) event).passed().id())
                    .toList();
            boolean retracted =
                    stored.history().stream().anyMatch(event -> event instanceof CaseEvent.ThresholdRetracted);
            if (!retracted) {
                assertThat(passed).doesNotHaveDuplicates();
            }
        }
    }

    private void everybodyWasTold(CaseRepository cases) throws IOException {
        // What may not go out yet, since the group is closed, waits.
        Stream<String> held = cases.outbox().waiting(100_000).stream()
                .filter(message -> message.notBefore().isPresent())
                .map(message -> message.id().value());
        Set<String> told = Stream.concat(lines("N ").stream(), held)
                .map(id -> id.substring(0, id.lastIndexOf('/')))
                .collect(Collectors.toSet());
        assertThat(cases.outbox().deadLetters(10)).isEmpty();
        for (StoredCase stored : all(cases)) {
            if (stored.state().importedAt().isEmpty()) {
                assertThat(told)
                        .as(() -> "of " + stored.history())
                        .containsAll(stored.history().stream()
                                .filter(CrashTest::tells)
                                .map(event -> stored.number() + "/" + event.sequence())
                                .toList());
            }
        }
    }

    /** The customer of what came in and of the answer, members of limits. */
    private static boolean tells(CaseEvent event) {
        return event instanceof CaseEvent.Registered
                || event instanceof CaseEvent.Escalated
                || (event instanceof CaseEvent.ThresholdPassed limit
                        && !limit.unheard()
                        && !limit.passed().told().isEmpty())
                || (event instanceof CaseEvent.Answered answered
                        && answered.to().isEmpty());
    }

    private void theFollowerMissedNothing(CaseRepository cases) throws IOException {
        List<String> log = cases.log().after(cases.log().beginning(), 1_000_000).stream()
                .flatMap(step -> step.events().stream())
                .map(event -> event.caseNumber() + " " + event.sequence())
                .toList();
        assertThat(log).doesNotHaveDuplicates();
        assertThat(new LinkedHashSet<>(lines("E "))).containsExactlyElementsOf(log);
    }
}
