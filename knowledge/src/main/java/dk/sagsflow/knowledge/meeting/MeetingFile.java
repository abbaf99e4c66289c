package dk.sagsflow.knowledge.meeting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.feed.CalendarEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A meeting with what became of it. Immutable.
 *
 * @param meeting the meeting
 * @param invited who was invited
 * @param outcome what became of it
 * @param revision how often it was changed; calendars ask for it
 * @param changedAt when it was changed last
 */
public record MeetingFile(
        Meeting meeting, ImmutableSet<ActorId> invited, Outcome outcome, long revision, Instant changedAt) {
    /** What became of a meeting. Immutable. */
    public sealed interface Outcome {
        /** It is to come, or nobody has said yet who attended. */
        record Called() implements Outcome {}

        /**
         * It was held.
         *
         * @param attended who attended
         * @param minutes what was said
         */
        record Held(ImmutableSet<ActorId> attended, String minutes) implements Outcome {}

        /**
         * It was not.
         *
         * @param reason why
         */
        record Cancelled(String reason) implements Outcome {}
    }

    /** Refuses null. */
    public MeetingFile {
        requireNonNull(meeting, "meeting");
        requireNonNull(invited, "invited");
        requireNonNull(outcome, "outcome");
        requireNonNull(changedAt, "changedAt");
    }

    static MeetingFile of(MeetingEvent.MeetingCalled event) {
        return new MeetingFile(
                event.meeting(),
                event.invited(),
                new Outcome.Called(),
                event.stamp().sequence(),
                event.stamp().at());
    }

    MeetingFile after(MeetingEvent event) {
        Meeting then = event instanceof MeetingEvent.MeetingMoved moved ? moved.meeting() : meeting;
        return new MeetingFile(
                then,
                invited(event),
                outcome(event),
                event.stamp().sequence(),
                event.stamp().at());
    }

    private ImmutableSet<ActorId> invited(MeetingEvent event) {
        return event instanceof MeetingEvent.MeetingInvited more
                ? Stream.concat(invited.stream(), more.people().stream()).collect(ImmutableSet.toImmutableSet())
                : invited;
    }

    private Outcome outcome(MeetingEvent event) {
        if (event instanceof MeetingEvent.MeetingHeld held) {
            return new Outcome.Held(held.attended(), held.minutes());
        }
        return event instanceof MeetingEvent.MeetingCancelled cancelled
                ? new Outcome.Cancelled(cancelled.reason())
                : outcome;
    }

    /** Whether it was cancelled. */
    public boolean cancelled() {
        return outcome instanceof Outcome.Cancelled;
    }

    /** Who attended; nobody as long as it is not known. */
    public ImmutableSet<ActorId> attended() {
        return outcome instanceof Outcome.Held held ? held.attended() : ImmutableSet.of();
    }

    CalendarEntry appointment() {
        String uid = UUID.nameUUIDFromBytes(("sagsflow/meeting/" + meeting.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new CalendarEntry(
                uid,
                meeting.time().begins(),
                meeting.time().ends(),
                new CalendarEntry.Words(
                        meeting.title(),
                        meeting.place(),
                        ImmutableList.of(meeting.group().value())),
                new CalendarEntry.Revision((int) revision - 1, changedAt, cancelled()));
    }
}
