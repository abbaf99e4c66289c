package dk.sagsflow.knowledge.meeting;

import dk.sagsflow.knowledge.people.ExperienceGroupId;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Instant;

/** Why something was not done about a meeting. Immutable. */
public sealed interface MeetingRefusal extends KnowledgeRefusal {
    /**
     * There is no such meeting.
     *
     * @param meeting the id
     */
    record MeetingNotThere(MeetingId meeting) implements MeetingRefusal {}

    /**
     * There is a meeting of this id already.
     *
     * @param meeting the id
     */
    record MeetingThere(MeetingId meeting) implements MeetingRefusal {}

    /**
     * The meeting was held or cancelled.
     *
     * @param meeting the meeting
     */
    record MeetingOver(MeetingId meeting) implements MeetingRefusal {}

    /**
     * Nobody can have attended yet.
     *
     * @param meeting the meeting
     * @param begins when it begins
     */
    record MeetingToCome(MeetingId meeting, Instant begins) implements MeetingRefusal {}

    /**
     * A meeting stays that of its group.
     *
     * @param meeting the meeting
     * @param group its group
     */
    record MeetingOfAnotherGroup(MeetingId meeting, ExperienceGroupId group) implements MeetingRefusal {}
}
