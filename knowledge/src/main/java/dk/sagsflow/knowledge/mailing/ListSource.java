package dk.sagsflow.knowledge.mailing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.people.ExperienceGroupId;
import dk.sagsflow.knowledge.people.PersonRole;
import dk.sagsflow.knowledge.topic.TopicId;

/** From what it follows that somebody is on a mailing list. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
public sealed interface ListSource {
    /**
     * Whoever has a role in a unit.
     *
     * @param role the role
     */
    @JsonTypeName("role")
    record Role(PersonRole role) implements ListSource {
        public Role {
            requireNonNull(role, "role");
        }
    }

    /**
     * Whoever belongs to a unit.
     *
     * @param unit the unit
     */
    @JsonTypeName("unit")
    record PeopleOfUnit(UnitId unit) implements ListSource {
        public PeopleOfUnit {
            requireNonNull(unit, "unit");
        }
    }

    /**
     * Whoever works in a support group.
     *
     * @param group the group
     */
    @JsonTypeName("group")
    record WorkersOfGroup(GroupId group) implements ListSource {
        public WorkersOfGroup {
            requireNonNull(group, "group");
        }
    }

    /**
     * Whoever works at a tier.
     *
     * @param tier the tier
     */
    @JsonTypeName("tier")
    record WorkersOfTier(TierId tier) implements ListSource {
        public WorkersOfTier {
            requireNonNull(tier, "tier");
        }
    }

    /**
     * Whoever belongs to an experience group.
     *
     * @param group the group
     */
    @JsonTypeName("experience-group")
    record MembersOfExperienceGroup(ExperienceGroupId group) implements ListSource {
        public MembersOfExperienceGroup {
            requireNonNull(group, "group");
        }
    }

    /**
     * Whoever subscribes to a topic (R26).
     *
     * @param topic the topic
     */
    @JsonTypeName("topic")
    record SubscribersOfTopic(TopicId topic) implements ListSource {
        public SubscribersOfTopic {
            requireNonNull(topic, "topic");
        }
    }
}
