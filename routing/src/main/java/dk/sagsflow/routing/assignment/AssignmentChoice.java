package dk.sagsflow.routing.assignment;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;

/** What an {@link AssignmentStrategy} decided, and why. Immutable. */
public sealed interface AssignmentChoice {
    /** Why, in words, in English, without personal data of customers. */
    String reason();

    /**
     * A member gets the case. Immutable.
     *
     * @param actor the member
     * @param reason why this one, in words
     */
    record Member(ActorId actor, String reason) implements AssignmentChoice {
        /** Refuses null. */
        public Member {
            requireNonNull(actor, "actor");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The case stays in the queue of the group. Immutable.
     *
     * @param reason why nobody gets it, in words
     */
    record Nobody(String reason) implements AssignmentChoice {
        /** Refuses null. */
        public Nobody {
            requireNonNull(reason, "reason");
        }
    }
}
