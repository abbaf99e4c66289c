package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.TierId;

/**
 * Who may do what somebody else may not. It names groups and tiers, and no person. Kinds may be added in a minor release.
 * Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "who")
public sealed interface Entitled {
    /**
     * Members of the group that works on the case.
     *
     * @param group the group
     */
    @JsonTypeName("working-group")
    record WorkingGroup(GroupId group) implements Entitled {
        /** Refuses null. */
        public WorkingGroup {
            requireNonNull(group, "group");
        }
    }

    /**
     * Members of the groups that answer for the case.
     *
     * @param groups the groups, nearest to the customer first; none once the customer is answered
     */
    @JsonTypeName("answering-groups")
    record AnsweringGroups(ImmutableList<GroupId> groups) implements Entitled {
        /** Refuses null. */
        public AnsweringGroups {
            requireNonNull(groups, "groups");
        }
    }

    /**
     * Members of any group of this tier.
     *
     * @param tier the tier
     */
    @JsonTypeName("tier-members")
    record TierMembers(TierId tier) implements Entitled {
        /** Refuses null. */
        public TierMembers {
            requireNonNull(tier, "tier");
        }
    }

    /**
     * Leads of groups of this tier.
     *
     * @param tier the tier
     */
    @JsonTypeName("tier-leads")
    record TierLeads(TierId tier) implements Entitled {
        /** Refuses null. */
        public TierLeads {
            requireNonNull(tier, "tier");
        }
    }

    /** The customer whose case it is, and the superusers of the customer's unit. */
    @JsonTypeName("case-customer")
    record CaseCustomer() implements Entitled {}

    /** Customers with access to the helpdesk, for themselves and, as superusers, for their unit. */
    @JsonTypeName("customers-with-access")
    record CustomersWithAccess() implements Entitled {}

    /** Members of the contact tier and those beyond it. */
    @JsonTypeName("operators")
    record Operators() implements Entitled {}

    /**
     * Programs that have a right.
     *
     * @param right the right
     */
    @JsonTypeName("programs")
    record Programs(ProgramRight right) implements Entitled {
        /** Refuses null. */
        public Programs {
            requireNonNull(right, "right");
        }
    }
}
