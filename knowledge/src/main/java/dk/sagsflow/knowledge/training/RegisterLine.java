package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.organisation.ActorId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How somebody stands with a competence (R29). Immutable.
 *
 * @param person who
 * @param competence with what
 * @param state how: under way, certified, due
 * @param due from which day on the certificate counts no longer; empty if there is none, or it goes on
 */
public record RegisterLine(ActorId person, CompetenceId competence, CompetenceState state, Optional<LocalDate> due) {
    /** Refuses null. */
    public RegisterLine {
        requireNonNull(person, "person");
        requireNonNull(competence, "competence");
        requireNonNull(state, "state");
        requireNonNull(due, "due");
    }
}
