package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.competence.CompetenceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody was certified. Immutable.
 *
 * @param competence in what
 * @param from from which day on, inclusive
 * @param until from which day on no longer, by itself; releases may end it before
 * @param recorded when it was written down
 * @param reason for what
 * @param withdrawn why it is valid no longer; empty if it is
 */
public record Certificate(
        CompetenceId competence,
        LocalDate from,
        Optional<LocalDate> until,
        Instant recorded,
        String reason,
        Optional<String> withdrawn) {
    /** Refuses null. */
    public Certificate {
        requireNonNull(competence, "competence");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(recorded, "recorded");
        requireNonNull(reason, "reason");
        requireNonNull(withdrawn, "withdrawn");
    }

    static Certificate of(TrainingEvent.Certified event) {
        return new Certificate(
                event.competence(), event.from(), event.until(), event.stamp().at(), event.reason(), Optional.empty());
    }

    Certificate after(TrainingEvent.CertificateWithdrawn event) {
        return event.competence().equals(competence) && withdrawn.isEmpty()
                ? new Certificate(competence, from, until, recorded, reason, Optional.of(event.reason()))
                : this;
    }

    boolean is(CompetenceId id) {
        return competence.equals(id) && withdrawn.isEmpty();
    }
}
