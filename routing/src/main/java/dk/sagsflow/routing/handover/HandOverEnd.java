package dk.sagsflow.routing.handover;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;

/** Where a way of handing over begins or ends. Immutable. */
public sealed interface HandOverEnd {
    /** Whether a group that works at a tier is there. */
    boolean includes(Station station);

    /** It in words: {@code tier 1st}. */
    String describe();

    /** Any group of this tier. */
    static HandOverEnd tier(String id) {
        return new AtTier(TierId.of(id));
    }

    /** This group. */
    static HandOverEnd group(String id) {
        return new AtGroup(GroupId.of(id));
    }

    /**
     * Any group of a tier.
     *
     * @param tier the tier
     */
    record AtTier(TierId tier) implements HandOverEnd {
        /** Refuses null. */
        public AtTier {
            requireNonNull(tier, "tier");
        }

        @Override
        public boolean includes(Station station) {
            return station.tier().equals(tier);
        }

        @Override
        public String describe() {
            return "tier " + tier;
        }
    }

    /**
     * One group.
     *
     * @param group the group
     */
    record AtGroup(GroupId group) implements HandOverEnd {
        /** Refuses null. */
        public AtGroup {
            requireNonNull(group, "group");
        }

        @Override
        public boolean includes(Station station) {
            return station.group().equals(group);
        }

        @Override
        public String describe() {
            return "group " + group;
        }
    }
}
