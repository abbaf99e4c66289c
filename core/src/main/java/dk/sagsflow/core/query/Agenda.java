package dk.sagsflow.core.query;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What the clocks of a case say about its future, as long as nothing happens to it: stored with the case, so that lists and
 * overviews read no history. Whoever changes the case, or the model, writes it anew. Immutable.
 *
 * @param nextDue when a sweep must look at the case; empty if never
 * @param members what the members of the organisation are told of its limits
 * @param customers what its customer is told of them
 */
public record Agenda(Optional<Instant> nextDue, Outlook members, Outlook customers) {
    /** Refuses null. */
    public Agenda {
        requireNonNull(nextDue, "nextDue");
        requireNonNull(members, "members");
        requireNonNull(customers, "customers");
    }

    /**
     * The limits of a case, as far as somebody may know of them. Immutable.
     *
     * @param first the limit that is used up first, or was; empty if no clock runs
     * @param exceededFrom from when on some limit is exceeded that is still open; empty if that never comes by itself
     */
    public record Outlook(Optional<Limit> first, Optional<Instant> exceededFrom) {
        private static final Outlook NOTHING = new Outlook(Optional.empty(), Optional.empty());

        /** Refuses null. */
        public Outlook {
            requireNonNull(first, "first");
            requireNonNull(exceededFrom, "exceededFrom");
        }

        /** No limit. */
        public static Outlook nothing() {
            return NOTHING;
        }

        /** Whether some limit is exceeded at this instant. */
        public boolean exceeded(Instant now) {
            return exceededFrom.filter(from -> !from.isAfter(now)).isPresent();
        }
    }

    /**
     * A limit that is used up at some time. Immutable.
     *
     * @param at when
     * @param measure what is measured, by the name of its kind
     * @param target which target of the agreement it is, by its name
     */
    public record Limit(Instant at, String measure, String target) {
        /** Refuses null. */
        public Limit {
            requireNonNull(at, "at");
            requireNonNull(measure, "measure");
            requireNonNull(target, "target");
        }
    }

    /** Nothing ahead. */
    public static Agenda empty() {
        return due(Optional.empty());
    }

    /** A sweep must look at the case then, and no limit is known. */
    public static Agenda due(Optional<Instant> nextDue) {
        return new Agenda(nextDue, Outlook.nothing(), Outlook.nothing());
    }

    /** The same limits, and a sweep must look at the case then. */
    public Agenda withNextDue(Optional<Instant> due) {
        return new Agenda(due, members, customers);
    }
}
