package dk.sagsflow.sla.agreement;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import java.util.EnumSet;

/** A side of an agreement. Immutable. */
public sealed interface Party {
    /** The side in words. */
    String describe();

    /** Whether a group that works at a tier is of this party; no group is of a party of customers. */
    default boolean includes(Station station) {
        return (this instanceof OfTier tier && tier.tier().equals(station.tier()))
                || (this instanceof OfGroup group && group.group().equals(station.group()));
    }

    /** The customers who are of this party; none are of a party of groups. */
    default ImmutableSet<CustomerKind> customers() {
        if (this instanceof EveryCustomer) {
            return Sets.immutableEnumSet(EnumSet.allOf(CustomerKind.class));
        }
        return this instanceof Customers some ? ImmutableSet.of(some.kind()) : ImmutableSet.of();
    }

    /**
     * Customers of one kind.
     *
     * @param kind what kind
     */
    record Customers(CustomerKind kind) implements Party {
        @Override
        public String describe() {
            return "customers of kind " + kind;
        }
    }

    /** Every customer. */
    record EveryCustomer() implements Party {
        @Override
        public String describe() {
            return "every customer";
        }
    }

    /**
     * All groups of a tier.
     *
     * @param tier the tier
     */
    record OfTier(TierId tier) implements Party {
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
    record OfGroup(GroupId group) implements Party {
        @Override
        public String describe() {
            return "group " + group;
        }
    }
}
