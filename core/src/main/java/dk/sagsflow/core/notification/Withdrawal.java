package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.watcher.Watcher;

/** Messages about a case that are not to be sent any more, whether they wait or were given up. Immutable. */
public sealed interface Withdrawal {
    /** The case that they are about. */
    CaseNumber about();

    /** Whether this message about the case is one of them. */
    boolean covers(MessageId id);

    /**
     * All that is told of one event.
     *
     * @param about the case
     * @param sequence the event
     */
    record OfEvent(CaseNumber about, long sequence) implements Withdrawal {
        /** Refuses null. */
        public OfEvent {
            requireNonNull(about, "about");
        }

        @Override
        public boolean covers(MessageId id) {
            return id.value().startsWith(MessageId.ofEvent(about, sequence));
        }
    }

    /**
     * The copies that somebody is sent who watches the case.
     *
     * @param about the case
     * @param mailbox where they go
     * @param copies of what
     */
    record OfCopies(CaseNumber about, CanonicalAddress mailbox, Watcher.Copies copies) implements Withdrawal {
        /** Refuses null. */
        public OfCopies {
            requireNonNull(about, "about");
            requireNonNull(mailbox, "mailbox");
            requireNonNull(copies, "copies");
        }

        @Override
        public boolean covers(MessageId id) {
            return id.value().contains(MessageId.ofCopies(mailbox, copies));
        }
    }
}
