package dk.sagsflow.routing.desk;

import dk.sagsflow.routing.delivery.DaemonThreads;
import dk.sagsflow.routing.delivery.Delivery;
import dk.sagsflow.routing.delivery.PatientNotifier;
import dk.sagsflow.routing.operation.Scheduling;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.routing.privacy.Failures;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps, delivers and follows again and again, each on a daemon thread of its own. */
final class DeskScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskScheduler.class);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final ScheduledThreadPoolExecutor threads =
            new ScheduledThreadPoolExecutor(3, new DaemonThreads("sagsflow-scheduler"));
    private final Scheduling scheduling;
    private final DeskOperations operations;
    private final Delivery delivery;
    private final PatientNotifier notifier;

    private DeskScheduler(
            Scheduling scheduling, DeskOperations operations, Delivery delivery, PatientNotifier notifier) {
        this.scheduling = scheduling;
        this.operations = operations;
        this.delivery = delivery;
        this.notifier = notifier;
    }

    /** A scheduler that has begun. */
    static DeskScheduler begun(
            Scheduling scheduling, DeskOperations operations, Delivery delivery, PatientNotifier notifier) {
        DeskScheduler scheduler = new DeskScheduler(scheduling, operations, delivery, notifier);
        scheduler.again(scheduler::sweepAll, "sweep", scheduling.betweenSweeps());
        scheduler.again(scheduler::deliverAll, "delivery", scheduling.betweenDeliveries());
        scheduler.again(scheduler::followAll, "following", scheduling.betweenFollowing());
        return scheduler;
    }

    private void again(Runnable work, String what, Duration between) {
        ScheduledFuture<?> unused =
                threads.scheduleWithFixedDelay(() -> logged(work, what), 0, between.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** An executor would end the work for ever at the first exception. */
    private static void logged(Runnable work, String what) {
        try {
            work.run();
        } catch (Throwable failure) {
            LOG.warn("the scheduled {} failed and will be tried again", what, Failures.trace(failure));
        }
    }

    private void sweepAll() {
        boolean goOn = true;
        while (goOn && !threads.isShutdown()) {
            SweepReport report = operations.sweep(scheduling.batch());
            // Without progress, others are at the same cases; the next run will find them done.
            goOn = report.moreDue() && report.seenTo() > 0;
        }
    }

    private void followAll() {
        boolean goOn = true;
        while (goOn && !threads.isShutdown()) {
            goOn = operations.follow(scheduling.batch()).mayBeMore();
        }
    }

    private void deliverAll() {
        boolean goOn = true;
        while (goOn && !threads.isShutdown()) {
            if (!notifier.hasRoom()) {
                LOG.warn("nothing is delivered while the notifier hangs");
                return;
            }
            goOn = delivery.deliver(notifier, 1).mayBeMore();
        }
    }

    /** Begins nothing new, gives what has begun a few seconds to end, and interrupts it then. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        notifier.close();
    }
}
