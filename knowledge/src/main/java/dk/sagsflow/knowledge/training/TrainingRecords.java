package dk.sagsflow.knowledge.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dk.sagsflow.core.organisation.ActorId;
import java.util.Optional;

/** What was written down about training. Immutable. */
record TrainingRecords(
        ImmutableList<Course> courses,
        ImmutableList<CourseTurn> turns,
        ImmutableListMultimap<ActorId, Certificate> certificates,
        ImmutableList<CompetenceProfile> profiles) {
    Optional<Course> course(CourseId id) {
        return courses.stream().filter(course -> course.id().equals(id)).findFirst();
    }

    Optional<CourseTurn> turn(CourseDateId id) {
        return turns.stream().filter(turn -> turn.date().id().equals(id)).findFirst();
    }
}
