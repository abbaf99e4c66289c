package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A date of a course with those who take part. Immutable.
 *
 * @param date when it is held
 * @param enrolled who wants to take part
 * @param attended who did; empty until that is known
 */
public record CourseTurn(CourseDate date, ImmutableSet<ActorId> enrolled, Optional<ImmutableSet<ActorId>> attended) {
    /** Refuses null. */
    public CourseTurn {
        requireNonNull(date, "date");
        requireNonNull(enrolled, "enrolled");
        requireNonNull(attended, "attended");
    }

    static CourseTurn of(CourseDate date) {
        return new CourseTurn(date, ImmutableSet.of(), Optional.empty());
    }

    CourseTurn on(CourseDate other) {
        return new CourseTurn(other, enrolled, attended);
    }

    CourseTurn with(ActorId person) {
        return new CourseTurn(
                date,
                Stream.concat(enrolled.stream(), Stream.of(person)).collect(ImmutableSet.toImmutableSet()),
                attended);
    }

    CourseTurn without(ActorId person) {
        return new CourseTurn(
                date,
                enrolled.stream().filter(one -> !one.equals(person)).collect(ImmutableSet.toImmutableSet()),
                attended);
    }

    CourseTurn attendedBy(ImmutableSet<ActorId> people) {
        return new CourseTurn(date, enrolled, Optional.of(people));
    }

    /** Whether this person took part. */
    public boolean attendedBy(ActorId person) {
        return attended.filter(people -> people.contains(person)).isPresent();
    }

    /** Whether this person took part, or may still. */
    boolean counts(ActorId person) {
        return attended.map(people -> people.contains(person)).orElseGet(() -> enrolled.contains(person));
    }
}
