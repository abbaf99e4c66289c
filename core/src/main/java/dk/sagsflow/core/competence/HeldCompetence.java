package dk.sagsflow.core.competence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody holds a competence, or is on the way to it (R29). Immutable.
 *
 * @param competence the competence
 * @param certified the day from which it is held, inclusive; empty if it always was
 * @param due the day from which it must be renewed and no longer counts, inclusive; empty if never
 */
public record HeldCompetence(CompetenceId competence, Optional<LocalDate> certified, Optional<LocalDate> due) {
    /** Refuses null and a certificate that is due before it begins. */
    public HeldCompetence {
        requireNonNull(competence, "competence");
        requireNonNull(certified, "certified");
        requireNonNull(due, "due");
        certified.ifPresent(begin -> due.ifPresent(end -> checkArgument(
                begin.isBefore(end),
                "competence %s is certified from %s and due on %s; it is due on a later day",
                competence,
                begin,
                end)));
    }

    /** A competence that is held for good. */
    public static HeldCompetence of(String competence) {
        return new HeldCompetence(CompetenceId.of(competence), Optional.empty(), Optional.empty());
    }

    /** How it stands on this day. */
    public CompetenceState stateOn(LocalDate day) {
        requireNonNull(day, "day");
        if (certified.filter(day::isBefore).isPresent()) {
            return CompetenceState.UNDER_WAY;
        }
        return due.filter(from -> !day.isBefore(from)).isPresent() ? CompetenceState.DUE : CompetenceState.CERTIFIED;
    }
}
