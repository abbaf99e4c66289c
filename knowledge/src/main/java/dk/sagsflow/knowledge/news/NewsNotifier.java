package dk.sagsflow.knowledge.news;

/**
 * Carries notices of news out of the process: by mail. Called as a {@link dk.sagsflow.core.notification.Notifier} is: once or more
 * for each notice, on the thread of whoever delivers. It must throw if it did not carry the notice out, an {@link
 * AddressRefusedException} if it never will be to that address, and have a time limit of its own. Implementations are safe for use
 * by many threads.
 */
@FunctionalInterface
public interface NewsNotifier {
    /** Carries this out, or throws. */
    void send(NewsNotice notice);
}
