package dk.sagsflow.jdbc;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node that sweeps until nothing is due and follows until there is nothing left, with others beside it. */
final class NodeProcess {
    private static final int BATCH = 50;

    private final SupportDesk desk;
    private final CaseRepositoryAt store;
    private final StringBuilder seen = new StringBuilder();
    private final List<String> times = new CopyOnWriteArrayList<>();
    private long followed;

    private record CaseRepositoryAt(SagsflowStore store, Instant now) {
        boolean isDone() {
            return store.cases().due(now, 1).isEmpty();
        }

        boolean isFollowed() {
            return store.cases().subscriptions().all().stream().allMatch(each -> each.lag() == 0);
        }
    }

    NodeProcess(SagsflowStore store, Instant now) {
        this.store = new CaseRepositoryAt(store, now);
        desk = SupportDesk.builder(
                        ModelFolder.read(Path.of("../../examples/models/ams")).model(),
                        ReferenceOrganisation.people(),
                        () -> now)
                .withRepository(store.cases())
                .withSubscriptions(store.subscriptions())
                .withSubscription(SubscriptionName.of("index"), SubscriptionStart.beginning(), this::follow)
                .build();
    }

    SupportDesk desk() {
        return desk;
    }

    /** Url, how long cases have lain. */
    public static void main(String[] args) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(4);
        SagsflowStore store = SagsflowStore.open(new HikariDataSource(config), StoreSettings.shared());
        NodeProcess node = new NodeProcess(store, CrashWorker.BEGINNING.plus(Duration.parse(args[1])));
        Thread follower = new Thread(node::followAll);
        follower.start();
        long unused = node.sweepAll();
        follower.join();
        node.times.forEach(System.out::println);
        System.out.print(node.seen);
        System.out.flush();
        System.exit(0);
    }

    /** How many cases this one handled. */
    long sweepAll() throws InterruptedException {
        long begun = System.currentTimeMillis();
        long handled = 0;
        long ended = begun;
        while (!store.isDone()) {
            SweepReport report = desk.operations().sweep(BATCH);
            handled += report.handled();
            if (report.handled() > 0) {
                ended = System.currentTimeMillis();
            } else {
                Thread.sleep(20);
            }
        }
        times.add("S " + handled + " " + begun + " " + ended);
        return handled;
    }

    /** How many events this one was handed. */
    long followAll() {
        long begun = System.currentTimeMillis();
        long ended = begun;
        while (!store.isDone() || !store.isFollowed()) {
            if (desk.operations().follow(1_000).handled() > 0) {
                ended = System.currentTimeMillis();
            } else {
                pause();
            }
        }
        times.add("F " + followed + " " + begun + " " + ended);
        return followed;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(ImmutableList<LoggedStep> steps) {
        steps.forEach(step -> step.events().forEach(event -> {
            seen.append("E ")
                    .append(event.caseNumber())
                    .append(' ')
                    .append(event.sequence())
                    .append('\n');
            followed++;
        }));
    }
}
