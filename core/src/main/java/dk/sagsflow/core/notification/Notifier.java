package dk.sagsflow.core.notification;

/**
 * Carries notifications out of the process: by mail, say. Called by {@code deliver} of a desk, on the thread of its
 * caller or a thread of the built-in scheduler, once or more for each notification; to one recipient about one case never
 * for a second before it returned from the first, while the claim holds.
 *
 * <p>It must return within the time that a claim holds ({@code Patience}), so whatever it waits for needs a time
 * limit of its own: after that, another desk may send the same notification. One that takes longer holds up its own caller
 * and no other. It must throw if it did not carry the notification out: it is tried again later then, less and less often,
 * and given up in the end. No case is harmed, nor any other notification. It need not find repeats: receivers drop them by
 * the id. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Notifier {
    /** Carries this out, or throws. */
    void send(Notification notification);

    /** Drops everything: for programs that tell nobody. */
    static Notifier none() {
        return notification -> {};
    }
}
