package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.competence.CompetenceId;
import java.time.Period;
import java.util.Optional;

/**
 * A course: the basic module, the extended module of a system, or something that supporters learn (R29, R31). Immutable.
 *
 * @param id what dates name
 * @param title what people call it
 * @param competence what it certifies in
 * @param contents what is taught, point by point
 * @param requires what must be held before
 * @param validFor how long a certificate counts; empty if as long as no release ends it
 */
public record Course(
        CourseId id,
        String title,
        CompetenceId competence,
        ImmutableList<String> contents,
        ImmutableSet<CompetenceId> requires,
        Optional<Period> validFor) {
    /** Refuses null, texts that are none, a course that requires what it certifies in, and a certificate of no time. */
    public Course {
        requireNonNull(id, "id");
        Texts.requireIdentifier("title of a course", title);
        requireNonNull(competence, "competence");
        contents.forEach(point -> Bounds.line("point of a course", point));
        Bounds.require(!requires.contains(competence), "course %s requires %s, which it certifies in", id, competence);
        validFor.ifPresent(time -> Bounds.require(
                !Bounds.period("time for which a certificate counts", time).isZero(),
                "a certificate of course %s counts for no time",
                id));
    }

    /** A course that requires nothing, and whose certificates count until a release ends them. */
    public static Course of(String id, String title, String competence, String... contents) {
        return new Course(
                CourseId.of(id),
                title,
                CompetenceId.of(competence),
                ImmutableList.copyOf(contents),
                ImmutableSet.of(),
                Optional.empty());
    }

    /** The same, for those who hold this too. */
    public Course requiring(String other) {
        return new Course(
                id,
                title,
                competence,
                contents,
                ImmutableSet.<CompetenceId>builder()
                        .addAll(requires)
                        .add(CompetenceId.of(other))
                        .build(),
                validFor);
    }

    /** The same, with certificates that count so long. */
    public Course validFor(Period time) {
        return new Course(id, title, competence, contents, requires, Optional.of(time));
    }
}
