package dk.sagsflow.core.notification;

/**
 * Carries a host's own messages out of the process: to another helpdesk, say. Called by {@code deliver} of a desk as a {@link
 * Notifier} is: once or more for each message, in the order of its lane, never for two of one lane at once while the claim
 * holds. It must throw if it did not carry the message out, and have a time limit of its own. Implementations are safe for
 * use by many threads.
 */
@FunctionalInterface
public interface MessageCarrier {
    /** Carries this out, or throws. */
    void carry(HostMessage message);
}
