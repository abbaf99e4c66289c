package dk.sagsflow.core.notification;

/**
 * Carries notifications out of the process: by mail, say. Called by {@code deliver} of the desk, on the thread of its
 * caller, once or more for each notification; one that throws is tried again at the next delivery, and no case is
 * harmed. Implementations are safe for use by many threads.
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
