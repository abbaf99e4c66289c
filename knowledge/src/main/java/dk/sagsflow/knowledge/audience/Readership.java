package dk.sagsflow.knowledge.audience;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;

/**
 * For whom something is written. Whether somebody belongs to it is decided by {@link Reader#mayRead} and nowhere else.
 * Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "for")
public sealed interface Readership {
    /**
     * What it is called in an index and among the {@linkplain Reader#keys keys} of those who belong to it: no two readerships
     * have one.
     */
    String key();

    /** Citizens, companies and whoever else there is. */
    static Readership everyone() {
        return new Everyone();
    }

    /** Superusers and the support organisation. */
    static Readership superusers() {
        return new Superusers();
    }

    /** Everybody from the contact tier on. */
    static Readership supportOrganisation() {
        return new SupportStaff();
    }

    /** Who works at this tier. */
    static Readership ofTier(String tier) {
        return new OfTier(TierId.of(tier));
    }

    /** Who works in this group. */
    static Readership ofGroup(String group) {
        return new OfGroup(GroupId.of(group));
    }

    /** Citizens, companies and whoever else there is. */
    @JsonTypeName("everyone")
    record Everyone() implements Readership {
        @Override
        public String key() {
            return "everyone";
        }
    }

    /** Superusers, and the support organisation that answers them. */
    @JsonTypeName("superusers")
    record Superusers() implements Readership {
        @Override
        public String key() {
            return "superusers";
        }
    }

    /** Everybody who works in a group at the contact tier or a higher one. */
    @JsonTypeName("support-organisation")
    record SupportStaff() implements Readership {
        @Override
        public String key() {
            return "support-organisation";
        }
    }

    /**
     * Who works at one tier.
     *
     * @param tier the tier
     */
    @JsonTypeName("tier")
    record OfTier(TierId tier) implements Readership {
        public OfTier {
            requireNonNull(tier, "tier");
        }

        @Override
        public String key() {
            return "tier:" + tier;
        }
    }

    /**
     * Who works in one group.
     *
     * @param group the group
     */
    @JsonTypeName("group")
    record OfGroup(GroupId group) implements Readership {
        public OfGroup {
            requireNonNull(group, "group");
        }

        @Override
        public String key() {
            return "group:" + group;
        }
    }
}
