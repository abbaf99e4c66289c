package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import org.jspecify.annotations.Nullable;

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

    // Written out, as those of its ids are.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Station station && group.equals(station.group) && tier.equals(station.tier);
    }

    @Override
    public int hashCode() {
        return 31 * group.hashCode() + tier.hashCode();
    }

    @Override
    public String toString() {
        return group + " (" + tier + ")";
    }
}
