package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;

/**
 * A group at its tier. Events name both, so that a history keeps its meaning when the organisation moves a group.
 * Immutable.
 *
 * @param group the group
 * @param tier the tier that it worked at when the event was written
 */
public record Station(GroupId group, TierId tier) {
    /** Refuses null. */
    public Station {
        requireNonNull(group, "group");
        requireNonNull(tier, "tier");
    }

    @Override
    public String toString() {
        return group + " (" + tier + ")";
    }
}
