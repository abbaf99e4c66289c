package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.Notification;
import java.time.Instant;
import java.util.Optional;

/**
 * New events of one case and what is stored with them. Immutable.
 *
 * @param number the case
 * @param expectedVersion the version that the case must have; 0 for a case that does not exist
 * @param events the new events in order, at least one
 * @param nextDue when a sweep must look at the case; empty if never
 * @param notifications what is to be sent because of these events
 * @param erasedHistory all events before the new ones without personal data, to take their place; empty unless the case
 *     is erased
 */
public record CaseChange(
        CaseNumber number,
        long expectedVersion,
        ImmutableList<CaseEvent> events,
        Optional<Instant> nextDue,
        ImmutableList<Notification> notifications,
        Optional<ImmutableList<CaseEvent>> erasedHistory) {
    /** Refuses null and events that do not follow the expected version. */
    public CaseChange {
        requireNonNull(number);
        requireNonNull(nextDue);
        requireNonNull(notifications);
        requireNonNull(erasedHistory);
        checkArgument(!events.isEmpty(), "a change of case %s has no events; reschedule moves its due time alone", number);
        long sequence = expectedVersion;
        for (CaseEvent event : events) {
            sequence++;
            checkArgument(
                    event.caseNumber().equals(number) && event.sequence() == sequence,
                    "event %s of case %s is not event %s of case %s",
                    event.sequence(),
                    event.caseNumber(),
                    sequence,
                    number);
        }
    }
}
