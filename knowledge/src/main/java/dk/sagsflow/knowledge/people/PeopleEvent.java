package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Instant;

/** What happened to those who are in the directory. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface PeopleEvent extends KnowledgeEvent {
    /**
     * A unit is there, or is described anew.
     *
     * @param unit the unit
     */
    @JsonTypeName("unit-opened")
    record UnitOpened(Stamp stamp, Unit unit) implements PeopleEvent {
        public UnitOpened {
            requireNonNull(stamp, "stamp");
            requireNonNull(unit, "unit");
        }
    }

    /** A unit is there no longer. */
    @JsonTypeName("unit-closed")
    record UnitClosed(Stamp stamp) implements PeopleEvent {
        public UnitClosed {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * Somebody is there, or is described anew.
     *
     * @param person who
     */
    @JsonTypeName("person-entered")
    record PersonEntered(Stamp stamp, ListedPerson person) implements PeopleEvent {
        public PersonEntered {
            requireNonNull(stamp, "stamp");
            requireNonNull(person, "person");
        }
    }

    /** Somebody is there no longer. */
    @JsonTypeName("person-left")
    record PersonLeft(Stamp stamp) implements PeopleEvent {
        public PersonLeft {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * Somebody said where they read mail. It is used once it is confirmed.
     *
     * @param address the address
     * @param digest what the token that confirms it is hashed to; the token itself is kept nowhere
     * @param until when it can be confirmed no longer
     */
    @JsonTypeName("address-reported")
    record AddressReported(
            Stamp stamp, @Personal("erased@example.invalid") String address, String digest, Instant until)
            implements PeopleEvent {
        public AddressReported {
            requireNonNull(stamp, "stamp");
            Texts.requireAddress(address);
            Bounds.name("digest", digest);
            Bounds.instant("end of a confirmation", until);
        }
    }

    /**
     * Whoever reads mail there has said so, so it is used from now on.
     *
     * @param address the address
     */
    @JsonTypeName("address-confirmed")
    record AddressConfirmed(
            Stamp stamp, @Personal("erased@example.invalid") String address) implements PeopleEvent {
        public AddressConfirmed {
            requireNonNull(stamp, "stamp");
            Texts.requireAddress(address);
        }
    }

    /**
     * Nothing can be delivered there, so nothing is sent there until another address is known or this one is confirmed.
     *
     * @param address the address
     */
    @JsonTypeName("address-bounced")
    record AddressBounced(
            Stamp stamp, @Personal("erased@example.invalid") String address) implements PeopleEvent {
        public AddressBounced {
            requireNonNull(stamp, "stamp");
            Texts.requireAddress(address);
        }
    }

    /**
     * Somebody will be away.
     *
     * @param absence when, and who does the work meanwhile
     */
    @JsonTypeName("absence-planned")
    record AbsencePlanned(Stamp stamp, Absence absence) implements PeopleEvent {
        public AbsencePlanned {
            requireNonNull(stamp, "stamp");
            requireNonNull(absence, "absence");
        }
    }

    /**
     * Somebody will be there after all.
     *
     * @param absence when
     */
    @JsonTypeName("absence-cancelled")
    record AbsenceCancelled(Stamp stamp, Absence absence) implements PeopleEvent {
        public AbsenceCancelled {
            requireNonNull(stamp, "stamp");
            requireNonNull(absence, "absence");
        }
    }

    /**
     * An experience group is there, or is described anew.
     *
     * @param group the group
     */
    @JsonTypeName("experience-group-founded")
    record ExperienceGroupFounded(Stamp stamp, ExperienceGroup group) implements PeopleEvent {
        public ExperienceGroupFounded {
            requireNonNull(stamp, "stamp");
            requireNonNull(group, "group");
        }
    }

    /**
     * Somebody belongs to an experience group.
     *
     * @param person who
     */
    @JsonTypeName("experience-group-joined")
    record ExperienceGroupJoined(Stamp stamp, ActorId person) implements PeopleEvent {
        public ExperienceGroupJoined {
            requireNonNull(stamp, "stamp");
            requireNonNull(person, "person");
        }
    }

    /**
     * Somebody belongs to an experience group no longer.
     *
     * @param person who
     */
    @JsonTypeName("experience-group-left")
    record ExperienceGroupLeft(Stamp stamp, ActorId person) implements PeopleEvent {
        public ExperienceGroupLeft {
            requireNonNull(stamp, "stamp");
            requireNonNull(person, "person");
        }
    }

    /** An experience group is there no longer. */
    @JsonTypeName("experience-group-dissolved")
    record ExperienceGroupDissolved(Stamp stamp) implements PeopleEvent {
        public ExperienceGroupDissolved {
            requireNonNull(stamp, "stamp");
        }
    }
}
