package dk.sagsflow.core.notification;

import dk.sagsflow.core.cases.CaseNumber;
import java.time.Instant;
import java.util.Optional;

/** What waits in an {@link Outbox}. Immutable. */
public sealed interface OutgoingMessage permits Notification, HostMessage {
    /** Tells repeats apart. */
    MessageId id();

    /** What it must not overtake. */
    Lane lane();

    /** Since when it could have been sent. */
    Instant at();

    /** From when on it may be sent; empty if at once. */
    Optional<Instant> notBefore();

    /** The case that it is about, with which it is erased; empty if it is about none. */
    Optional<CaseNumber> about();

    /** Whether it goes out together with the others of its lane that are ready. */
    boolean inDigest();
}
