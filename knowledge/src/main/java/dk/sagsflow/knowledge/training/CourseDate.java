package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Bounds;
import java.time.Duration;
import java.time.Instant;

/**
 * When a course is held. Immutable.
 *
 * @param id what enrolments name
 * @param course the course
 * @param begins when it begins, inclusive
 * @param ends when it ends, exclusive
 * @param place where it is held
 * @param places how many can take part
 */
public record CourseDate(CourseDateId id, CourseId course, Instant begins, Instant ends, String place, int places) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Refuses null, a course that ends before it begins, and one in which nobody can take part. */
    public CourseDate {
        requireNonNull(id, "id");
        requireNonNull(course, "course");
        Bounds.instant("begin of a course", begins);
        Bounds.instant("end of a course", ends);
        Bounds.require(
                begins.isBefore(ends) && Duration.between(begins, ends).compareTo(LONGEST) <= 0,
                "course date %s is from %s to %s; it ends after it begins, within a year",
                id,
                begins,
                ends);
        Bounds.line("place of a course", place);
        Bounds.require(places >= 1, "course date %s has %s places; 1 or more are needed", id, places);
    }

    /** A date with thirty places. */
    public static CourseDate of(String id, String course, Instant begins, Instant ends, String place) {
        return new CourseDate(CourseDateId.of(id), CourseId.of(course), begins, ends, place, 30);
    }

    /** The same with so many places. */
    public CourseDate withPlaces(int most) {
        return new CourseDate(id, course, begins, ends, place, most);
    }

    /** How long it takes. */
    public Duration length() {
        return Duration.between(begins, ends);
    }
}
