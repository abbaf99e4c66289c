package dk.sagsflow.knowledge.meeting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;

/** What happened to meetings. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface MeetingEvent extends KnowledgeEvent {
    /**
     * A meeting was called.
     *
     * @param meeting the meeting
     * @param invited who was invited
     */
    @JsonTypeName("meeting-called")
    record MeetingCalled(Stamp stamp, Meeting meeting, ImmutableSet<ActorId> invited) implements MeetingEvent {
        public MeetingCalled {
            requireNonNull(stamp, "stamp");
            requireNonNull(meeting, "meeting");
            requireNonNull(invited, "invited");
        }
    }

    /**
     * A meeting is at another time or place, or about something else.
     *
     * @param meeting as it is now
     */
    @JsonTypeName("meeting-moved")
    record MeetingMoved(Stamp stamp, Meeting meeting) implements MeetingEvent {
        public MeetingMoved {
            requireNonNull(stamp, "stamp");
            requireNonNull(meeting, "meeting");
        }
    }

    /**
     * More people were invited.
     *
     * @param people who
     */
    @JsonTypeName("meeting-invited")
    record MeetingInvited(Stamp stamp, ImmutableSet<ActorId> people) implements MeetingEvent {
        public MeetingInvited {
            requireNonNull(stamp, "stamp");
            requireNonNull(people, "people");
        }
    }

    /**
     * A meeting is not held.
     *
     * @param reason why
     */
    @JsonTypeName("meeting-cancelled")
    record MeetingCancelled(Stamp stamp, String reason) implements MeetingEvent {
        public MeetingCancelled {
            requireNonNull(stamp, "stamp");
            Texts.requireText("reason", reason);
        }
    }

    /**
     * A meeting was held. What was said before of who attended counts no longer.
     *
     * @param attended who attended
     * @param minutes what was said
     */
    @JsonTypeName("meeting-held")
    record MeetingHeld(
            Stamp stamp,
            ImmutableSet<ActorId> attended,
            @Personal String minutes) implements MeetingEvent {
        public MeetingHeld {
            requireNonNull(stamp, "stamp");
            requireNonNull(attended, "attended");
            Bounds.text("minutes", minutes);
        }
    }
}
