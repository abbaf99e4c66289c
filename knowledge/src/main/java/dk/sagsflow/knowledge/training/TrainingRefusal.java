package dk.sagsflow.knowledge.training;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Instant;

/** Why something was not done about training. Immutable. */
public sealed interface TrainingRefusal extends KnowledgeRefusal {
    /**
     * No such course is offered.
     *
     * @param course the id
     * @param known those that are
     */
    record CourseNotThere(CourseId course, ImmutableSet<CourseId> known) implements TrainingRefusal {}

    /**
     * No course is held at such a date.
     *
     * @param date the id
     */
    record CourseDateNotThere(CourseDateId date) implements TrainingRefusal {}

    /**
     * All places are taken.
     *
     * @param date the date
     * @param places how many there are
     */
    record CourseDateFull(CourseDateId date, int places) implements TrainingRefusal {}

    /**
     * Nobody can have taken part yet.
     *
     * @param date the date
     * @param begins when it begins
     */
    record CourseDateToCome(CourseDateId date, Instant begins) implements TrainingRefusal {}

    /**
     * Somebody did not take part.
     *
     * @param date the date
     * @param person who
     */
    record NotAttended(CourseDateId date, ActorId person) implements TrainingRefusal {}

    /**
     * A course requires more than somebody is certified in.
     *
     * @param person who
     * @param missing what is missing
     */
    record CompetencesMissing(ActorId person, ImmutableSet<CompetenceId> missing) implements TrainingRefusal {}

    /**
     * The organisation has no such competences.
     *
     * @param competences what there is not
     * @param known what there is
     */
    record CompetencesNotThere(ImmutableSet<CompetenceId> competences, ImmutableSet<CompetenceId> known)
            implements TrainingRefusal {}

    /**
     * Somebody has no certificate in this that could be withdrawn.
     *
     * @param person who
     * @param competence in what
     */
    record NoCertificate(ActorId person, CompetenceId competence) implements TrainingRefusal {}

    /**
     * There is no such profile.
     *
     * @param profile the id
     * @param known those that there are
     */
    record ProfileNotThere(ProfileId profile, ImmutableSet<ProfileId> known) implements TrainingRefusal {}
}
