package dk.sagsflow.routing.delivery;

import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends on threads of its own and waits so long and no longer. A notifier that hangs is interrupted; if it does not heed
 * that, its thread is lost until it returns, and no more than a few threads are spent like this.
 */
public final class PatientNotifier implements Notifier, AutoCloseable {
    private static final int MOST_LOST = 4;

    private final Notifier notifier;
    private final Duration patience;
    private final AtomicInteger sending = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("sagsflow-notifier"));

    public PatientNotifier(Notifier notifier, Duration patience) {
        this.notifier = notifier;
        this.patience = patience;
    }

    /** Whether there are threads left to send with; not while too many of them hang. */
    public boolean hasRoom() {
        return sending.get() < MOST_LOST;
    }

    @Override
    public void send(Notification notification) {
        sending.incrementAndGet();
        Future<?> sent = threads.submit(() -> {
            try {
                notifier.send(notification);
            } finally {
                sending.decrementAndGet();
            }
        });
        try {
            sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IllegalStateException("the notifier did not return within " + patience, e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the desk was closed before the notifier returned", e);
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
