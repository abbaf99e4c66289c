package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import java.util.Map;

/**
 * The load on which an assignment was decided; if the member has another by then, the assignment is not stored. Immutable.
 *
 * @param group the group that works on the case
 * @param member who is to get it
 * @param seen what the member had to do there when that was decided
 */
public record LoadClaim(GroupId group, ActorId member, MemberLoad seen) {
    /** Refuses null. */
    public LoadClaim {
        requireNonNull(group, "group");
        requireNonNull(member, "member");
        requireNonNull(seen, "seen");
    }

    /**
     * Holds the claim against the loads of its group; a member who is not among them has none.
     *
     * @throws ConcurrentAssignmentException if the member has another load than expected
     */
    public void check(Map<ActorId, MemberLoad> loads) {
        MemberLoad found = loads.getOrDefault(member, MemberLoad.none());
        if (!found.equals(seen)) {
            throw new ConcurrentAssignmentException(this, found);
        }
    }
}
