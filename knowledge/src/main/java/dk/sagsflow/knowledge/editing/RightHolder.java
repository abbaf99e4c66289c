package dk.sagsflow.knowledge.editing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;

/** Who has a right: a person, or whoever works in a group. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "holder")
public sealed interface RightHolder {
    /** Whether this actor has it. */
    boolean includes(Actor actor);

    /** This person. */
    static RightHolder person(String actor) {
        return new Person(ActorId.of(actor));
    }

    /** Whoever works in this group. */
    static RightHolder group(String group) {
        return new Members(GroupId.of(group));
    }

    /**
     * One person.
     *
     * @param actor who it is
     */
    @JsonTypeName("person")
    record Person(ActorId actor) implements RightHolder {
        public Person {
            requireNonNull(actor, "actor");
        }

        @Override
        public boolean includes(Actor other) {
            return other.id().equals(actor);
        }
    }

    /**
     * Whoever works in a group now.
     *
     * @param group the group
     */
    @JsonTypeName("members")
    record Members(GroupId group) implements RightHolder {
        public Members {
            requireNonNull(group, "group");
        }

        @Override
        public boolean includes(Actor other) {
            return other.memberships().contains(group);
        }
    }
}
