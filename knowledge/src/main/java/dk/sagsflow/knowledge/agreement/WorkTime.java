package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.meeting.Meetings;
import dk.sagsflow.knowledge.training.Training;
import java.time.Duration;
import java.time.Instant;

/**
 * Where it is measured how long superusers work as such. Safe for use by many threads, as far as its parts are.
 *
 * @param cases how long on cases
 * @param training how long at courses
 * @param meetings how long at meetings
 */
public record WorkTime(CaseTime cases, Training training, Meetings meetings) {
    /** Refuses null. */
    public WorkTime {
        requireNonNull(cases, "cases");
        requireNonNull(training, "training");
        requireNonNull(meetings, "meetings");
    }

    /** How long somebody did this work in that time: from, inclusive; to, exclusive. */
    Duration of(ActorId person, SuperuserWork work, Instant from, Instant to) {
        return switch (work) {
            case SOLVING -> cases.of(person, from, to);
            case TRAINING -> training.attended(person, from, to);
            case MEETINGS -> meetings.attended(person, from, to);
            case TESTING -> Duration.ZERO;
        };
    }
}
