package dk.sagsflow.routing.assignment;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.repository.MemberLoad;
import java.util.Optional;

/**
 * A member of a group who may get a case. Immutable.
 *
 * @param actor who it is, with what the actor is certified in
 * @param load what the member has to do in the group
 * @param capacity how many open cases of the group the member has at most by assignment; empty if any number
 * @param onDuty whether the member is on duty now; so is everybody of a group without a plan
 */
public record Candidate(Actor actor, MemberLoad load, Optional<Integer> capacity, boolean onDuty) {
    /** Refuses null and a capacity below zero. */
    public Candidate {
        requireNonNull(actor, "actor");
        requireNonNull(load, "load");
        capacity.ifPresent(
                limit -> checkArgument(limit >= 0, "capacity of %s is %s, not 0 or more", actor.id(), limit));
    }

    /** Whether one more case keeps the member within the capacity. */
    public boolean belowCapacity() {
        return capacity.filter(limit -> load.open() >= limit).isEmpty();
    }
}
