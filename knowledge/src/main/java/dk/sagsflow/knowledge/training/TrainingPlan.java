package dk.sagsflow.knowledge.training;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * What is taught, and who must know what, as it is planned. Immutable.
 *
 * @param courses the courses
 * @param profiles what supporters must know
 */
public record TrainingPlan(ImmutableList<Course> courses, ImmutableList<CompetenceProfile> profiles) {
    /** Refuses null, and two courses or two profiles of one id. */
    public TrainingPlan {
        requireNonNull(courses, "courses");
        requireNonNull(profiles, "profiles");
        checkArgument(courses.stream().map(Course::id).distinct().count() == courses.size(), "two courses have one id");
        checkArgument(
                profiles.stream().map(CompetenceProfile::id).distinct().count() == profiles.size(),
                "two profiles have one id");
    }
}
