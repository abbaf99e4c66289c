package dk.sagsflow.sla.agreement;

import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;

/** A side of an agreement. Immutable. */
public sealed interface Party {
    /** The side in words. */
    String describe();

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
