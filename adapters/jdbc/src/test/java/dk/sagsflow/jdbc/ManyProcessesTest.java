package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four processes on one PostgreSQL sweep the same due cases and follow one subscription. A few cases in every build; 200,000, and
 * the same with 1 and 2 processes, by the profile {@code kills}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyProcessesTest {
    private static final int DUE = Integer.getInteger("sagsflow.due", 80);
    private static final List<String> NODES = Splitter.on(',').splitToList(System.getProperty("sagsflow.nodes", "4"));
    private static final int CHUNK = 1_000;

    /** How long cases have lain when the nodes begin: after ten days several limits of each have passed, after nine hours one. */
    private static final Duration LAIN = Duration.ofHours(Integer.getInteger("sagsflow.hours", 240));

    /** How far away the database is of the nodes, in microseconds there and back. */
    private static final int ROUND_TRIP = Integer.getInteger("sagsflow.roundTrip", 0);

    @TempDir
    Path folder;

    @Test
    void each_due_case_is_handled_once_and_each_event_followed_once() throws Exception {
        EmbeddedPostgres server = PostgresDatabase.required().server();
        for (String nodes : NODES) {
            String name = "nodes" + nodes;
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                boolean unused = statement.execute("CREATE DATABASE " + name);
            }
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.getJdbcUrl("postgres", name));
            config.setMaximumPoolSize(4);
            try (HikariDataSource source = new HikariDataSource(config)) {
                SagsflowSchema.createIfMissing(source);
                shared(Integer.parseInt(nodes), far(config.getJdbcUrl()), SagsflowStore.open(source));
            }
        }
    }

    private static String far(String url) {
        return ROUND_TRIP == 0
                ? url
                : url + "&socketFactory=" + FarSocketFactory.class.getName() + "&socketFactoryArg=" + ROUND_TRIP;
    }

    private void shared(int nodes, String url, SagsflowStore store) throws Exception {
        bringAlong(store);
        List<Process> processes = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            processes.add(started(url, nodes + "-" + node));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(1, TimeUnit.HOURS)).isTrue();
            assertThat(process.exitValue()).as(errors(processes, nodes)).isZero();
        }
        tell(nodes);
        CaseRepository cases = store.cases();
        assertThat(sum("S ", nodes)).isEqualTo(DUE);
        assertThat(lines("E ", nodes)).doesNotHaveDuplicates().hasSize(events(cases));
        for (int from = 1; from <= DUE; from += CHUNK) {
            cases.loadAll(numbers(from)).values().forEach(ManyProcessesTest::assertPassedOnce);
        }
    }

    private static void bringAlong(SagsflowStore store) {
        NodeProcess brings = new NodeProcess(store, CrashWorker.BEGINNING);
        long begun = System.nanoTime();
        for (int from = 1; from <= DUE; from += CHUNK) {
            assertThat(brings.desk()
                            .operations()
                            .importCases(numbers(from).stream()
                                    .map(number -> new CaseImport("Cerberus", CrashWorker.description(number)))
                                    .toList()))
                    .allMatch(Outcome::wasAccepted);
        }
        System.out.printf(Locale.ROOT, "%,d cases imported: %.0f/s%n", DUE, DUE * 1e9 / (System.nanoTime() - begun));
        assertThat(store.cases()
                        .counts(CaseQuery.all(), ImmutableSet.of(), CrashWorker.BEGINNING)
                        .total())
                .isEqualTo(DUE);
    }

    private static ImmutableList<CaseNumber> numbers(int from) {
        ImmutableList.Builder<CaseNumber> numbers = ImmutableList.builder();
        for (int number = from; number <= Math.min(DUE, from + CHUNK - 1); number++) {
            numbers.add(CaseNumber.of("D-" + number));
        }
        return numbers.build();
    }

    private static void assertPassedOnce(StoredCase stored) {
        assertThat(stored.history())
                .filteredOn(CaseEvent.ThresholdPassed.class::isInstance)
                .extracting(
                        event -> ((CaseEvent.ThresholdPassed) event).passed().id())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private Process started(String url, String node) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=" + (DUE > CHUNK ? 4 : 1),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        NodeProcess.class.getName(),
                        url,
                        LAIN.toString())
                .redirectOutput(file(node, "out"))
                .redirectError(file(node, "err"))
                .start();
    }

    private File file(String node, String kind) {
        return folder.resolve(node + "." + kind).toFile();
    }

    private String errors(List<Process> processes, int nodes) throws Exception {
        StringBuilder errors = new StringBuilder();
        for (int node = 0; node < processes.size(); node++) {
            errors.append(Files.readString(file(nodes + "-" + node, "err").toPath()));
        }
        return errors.toString();
    }

    private List<String> lines(String kind, int nodes) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            Files.readAllLines(file(nodes + "-" + node, "out").toPath()).stream()
                    .filter(line -> line.startsWith(kind))
                    .forEach(line -> lines.add(line.substring(kind.length())));
        }
        return lines;
    }

    private long sum(String kind, int nodes) throws Exception {
        return lines(kind, nodes).stream()
                .mapToLong(line ->
                        Long.parseLong(Splitter.on(' ').splitToList(line).get(0)))
                .sum();
    }

    /** How long the sweeping and the following of all took, from the first that began to the last that ended. */
    private void tell(int nodes) throws Exception {
        long swept = length(lines("S ", nodes));
        long followed = length(lines("F ", nodes));
        System.out.printf(
                Locale.ROOT,
                "%d processes: %,d due cases handled, %.0f/s; %.0f events/s followed meanwhile%n",
                nodes,
                DUE,
                DUE * 1e3 / Math.max(1, swept),
                sum("F ", nodes) * 1e3 / Math.max(1, followed));
    }

    private static long length(List<String> lines) {
        long from = Long.MAX_VALUE;
        long until = 0;
        for (String line : lines) {
            List<String> parts = Splitter.on(' ').splitToList(line);
            from = Math.min(from, Long.parseLong(parts.get(1)));
            until = Math.max(until, Long.parseLong(parts.get(2)));
        }
        return until - from;
    }

    private static int events(CaseRepository cases) {
        int events = 0;
        for (int from = 1; from <= DUE; from += CHUNK) {
            for (StoredCase stored : cases.loadAll(numbers(from)).values()) {
                events += stored.history().size();
            }
        }
        return events;
    }
}
