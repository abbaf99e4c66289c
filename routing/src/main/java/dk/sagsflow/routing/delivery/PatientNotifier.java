package dk.sagsflow.routing.delivery;

import dk.sagsflow.core.notification.MessageCarrier;
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
 * that, its thread is lost until it returns. When a few threads are lost, another is spent only after a while, so that
 * delivery goes on, though slowly, whatever hangs. Safe for use by many threads.
 */
public final class PatientNotifier implements Notifier, AutoCloseable {
    private static final int MOST_LOST = 4;

    private final Notifier notifier;
    private final Duration patience;
    private final Duration respite;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile long lastBegun = System.nanoTime();
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("sagsflow-notifier"));

    /** Sends by this notifier and waits so long for each notification. */
    public PatientNotifier(Notifier notifier, Duration patience) {
        this(notifier, patience, Duration.ofHours(1));
    }

    /**
     * Sends by this notifier.
     *
     * @param respite how long after the last attempt another thread is spent when a few are lost
     */
    PatientNotifier(Notifier notifier, Duration patience, Duration respite) {
        this.notifier = notifier;
        this.patience = patience;
        this.respite = respite;
    }

    /** Whether a thread may be spent to send with now; for a while not, if a few of them hang. */
    public boolean hasRoom() {
        return busy.get() < MOST_LOST || System.nanoTime() - lastBegun >= respite.toNanos();
    }

    @Override
    public void send(Notification notification) {
        waitFor(() -> notifier.send(notification), "notifier");
    }

    /** The same carrier, waited for as the notifier is, on the same threads. */
    public MessageCarrier patient(MessageCarrier carrier) {
        return message -> waitFor(() -> carrier.carry(message), "carrier");
    }

    private void waitFor(Runnable sending, String what) {
        lastBegun = System.nanoTime();
        // Counted by the thread itself: one that is cut off before it began hangs nowhere.
        Future<?> sent = threads.submit(() -> {
            busy.incrementAndGet();
            try {
                sending.run();
            } finally {
                busy.decrementAndGet();
            }
        });
        try {
            sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IllegalStateException("the " + what + " did not return within " + patience, e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the desk was closed before the " + what + " returned", e);
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
