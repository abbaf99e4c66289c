package dk.sagsflow.core.memory;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.QueuedMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A message in the outbox and what became of it so far. Immutable.
 *
 * @param place its place among all
 * @param delay how long it waits after a failure
 */
record QueueEntry(
        long place, OutgoingMessage message, int attempts, Optional<String> lastFailure, Optional<Lease> delay) {
    static final Comparator<QueueEntry> READY_LONGEST_FIRST =
            Comparator.comparing(QueueEntry::readyFrom).thenComparingLong(QueueEntry::place);

    static QueueEntry first(long place, OutgoingMessage message) {
        return new QueueEntry(place, message, 0, Optional.empty(), Optional.empty());
    }

    MessageId id() {
        return message.id();
    }

    boolean isAbout(CaseNumber number) {
        return message.about().filter(number::equals).isPresent();
    }

    QueueEntry failed(String failure, Optional<Lease> until) {
        return new QueueEntry(place, message, attempts + 1, Optional.of(failure), until);
    }

    /** A digest fails as a whole, with the words of all that is in it. */
    boolean saysWhyADigestFailed() {
        return message.inDigest() && lastFailure.isPresent();
    }

    QueueEntry sayingNothing() {
        return new QueueEntry(place, message, attempts, Optional.of(PersonalData.TEXT), delay);
    }

    QueueEntry revived() {
        return first(place, message);
    }

    QueuedMessage queued() {
        return new QueuedMessage(message, attempts + 1, lastFailure);
    }

    /** From when on it may be sent, as far as it goes by itself; when it came up if nothing holds it. */
    Instant readyFrom() {
        Instant opening = message.notBefore().isPresent() ? message.notBefore().get() : message.at();
        return delay.isPresent() && delay.get().until().isAfter(opening)
                ? delay.get().until()
                : opening;
    }

    boolean heldAt(Instant now) {
        return (delay.isPresent() && delay.get().inForce(now))
                || (message.notBefore().isPresent()
                        && now.isBefore(message.notBefore().get()));
    }
}
