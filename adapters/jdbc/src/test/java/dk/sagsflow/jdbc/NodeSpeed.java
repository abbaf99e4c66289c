package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What 1, 2 and 4 nodes gain, once the virtual machine has compiled what they do: desks of one process, each with a store and a pool of
 * its own, sweep the same due cases and follow one subscription; the database beside them, and as far away as another machine. Not
 * a test: its name keeps it out of the build. {@code mvn -q -pl adapters/jdbc -am test -Dtest=NodeSpeed
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class NodeSpeed {
    private static final int DUE = Integer.getInteger("sagsflow.due", 1_500);
    private static final int ROUND_TRIP = Integer.getInteger("sagsflow.roundTrip", 1_000);
    private static final int CHUNK = 500;
    private static final Duration LAIN = Duration.ofDays(10);

    private int brought;

    @Test
    void nodes() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "60")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (HikariDataSource source = pool(url)) {
                SagsflowSchema.createIfMissing(source);
                double unused = perSecond(1, url, source);
                for (String at : List.of(url, far(url))) {
                    for (int nodes : new int[] {1, 2, 4}) {
                        System.out.printf(
                                Locale.ROOT,
                                "%s, %d nodes: %,d due cases handled and followed, %.0f/s%n",
                                at.equals(url) ? "a database beside them" : ROUND_TRIP + " us there and back",
                                nodes,
                                DUE,
                                perSecond(nodes, at, source));
                    }
                }
            }
        }
    }

    private static String far(String url) {
        return url + "&socketFactory=" + FarSocketFactory.class.getName() + "&socketFactoryArg=" + ROUND_TRIP;
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private double perSecond(int nodes, String url, HikariDataSource source) throws Exception {
        bringAlong(SagsflowStore.open(source));
        List<HikariDataSource> pools = new ArrayList<>();
        List<NodeProcess> desks = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            pools.add(pool(url));
            desks.add(new NodeProcess(
                    SagsflowStore.open(pools.get(node), StoreSettings.shared()), CrashWorker.BEGINNING.plus(LAIN)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2 * nodes);
        long begun = System.nanoTime();
        List<Future<Long>> swept =
                desks.stream().map(desk -> threads.submit(desk::sweepAll)).toList();
        List<Future<Long>> followed =
                desks.stream().map(desk -> threads.submit(desk::followAll)).toList();
        assertThat(sum(swept)).isEqualTo(DUE);
        double perSecond = DUE * 1e9 / (System.nanoTime() - begun);
        assertThat(sum(followed)).isPositive();
        threads.shutdown();
        pools.forEach(HikariDataSource::close);
        return perSecond;
    }

    private static long sum(List<Future<Long>> parts) throws Exception {
        long sum = 0;
        for (Future<Long> part : parts) {
            sum += part.get();
        }
        return sum;
    }

    private void bringAlong(SagsflowStore store) {
        NodeProcess brings = new NodeProcess(store, CrashWorker.BEGINNING);
        List<CaseImport> cases = IntStream.rangeClosed(brought + 1, brought + DUE)
                .mapToObj(number -> new CaseImport("Cerberus", CrashWorker.description(CaseNumber.of("D-" + number))))
                .toList();
        brought += DUE;
        for (List<CaseImport> some : Lists.partition(cases, CHUNK)) {
            assertThat(brings.desk().operations().importCases(ImmutableList.copyOf(some)))
                    .allMatch(Outcome::wasAccepted);
        }
    }
}
