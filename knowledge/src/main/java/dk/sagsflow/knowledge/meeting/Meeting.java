package dk.sagsflow.knowledge.meeting;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.people.ExperienceGroupId;
import java.time.Duration;
import java.time.Instant;

/**
 * A meeting of an experience group (R30). Immutable.
 *
 * @param id what invitations name
 * @param group who meets
 * @param title what it is about, in a line
 * @param time when it is
 * @param place where it is
 */
public record Meeting(MeetingId id, ExperienceGroupId group, String title, Time time, String place) {
    /**
     * When a meeting is. Immutable.
     *
     * @param begins inclusive
     * @param ends exclusive
     */
    public record Time(Instant begins, Instant ends) {
        private static final Duration LONGEST = Duration.ofDays(31);

        /** Refuses null, and a meeting that ends before it begins or takes more than a month. */
        public Time {
            Bounds.instant("begin of a meeting", begins);
            Bounds.instant("end of a meeting", ends);
            Bounds.require(
                    begins.isBefore(ends) && Duration.between(begins, ends).compareTo(LONGEST) <= 0,
                    "a meeting from %s to %s ends after it begins, within a month",
                    begins,
                    ends);
        }

        /** How long it takes. */
        public Duration length() {
            return Duration.between(begins, ends);
        }
    }

    /** Refuses null and a blank title. */
    public Meeting {
        requireNonNull(id, "id");
        requireNonNull(group, "group");
        Texts.requireIdentifier("title of a meeting", title);
        requireNonNull(time, "time");
        Bounds.line("place of a meeting", place);
    }

    /** A meeting that begins then and takes so long. */
    public static Meeting of(String id, ExperienceGroupId group, String title, Instant begins, Duration length) {
        return new Meeting(MeetingId.of(id), group, title, new Time(begins, begins.plus(length)), "");
    }

    /** The same at another time. */
    public Meeting movedTo(Instant begins) {
        return new Meeting(id, group, title, new Time(begins, begins.plus(time.length())), place);
    }

    /** The same at this place. */
    public Meeting at(String where) {
        return new Meeting(id, group, title, time, where);
    }
}
