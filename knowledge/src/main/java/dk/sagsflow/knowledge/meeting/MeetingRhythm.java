package dk.sagsflow.knowledge.meeting;

import dk.sagsflow.core.bounds.Bounds;

/**
 * How often experience groups meet. Immutable.
 *
 * @param perYear how often a year, at least
 * @param weeksAround how many weeks before or after a release a meeting is about it
 */
public record MeetingRhythm(int perYear, int weeksAround) {
    /** Refuses less than one meeting a year, or more than one a day. */
    public MeetingRhythm {
        Bounds.require(perYear >= 1 && perYear <= 365, "meetings are %s a year; 1 to 365 are allowed", perYear);
        Bounds.require(
                weeksAround >= 1 && weeksAround <= 52, "%s weeks around a release; 1 to 52 are allowed", weeksAround);
    }

    /** Four times a year, within four weeks of each release (R30). */
    public static MeetingRhythm standard() {
        return new MeetingRhythm(4, 4);
    }
}
