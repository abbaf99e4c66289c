package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A case that came due, which one node looks at. While the claim is in force no other node gets it. A change of the case,
 * whoever makes it, ends the claim. Immutable.
 *
 * @param number the case
 * @param due when it came due
 * @param fence tells this claim from earlier and later ones of the same case
 * @param failures how often it was {@linkplain CaseRepository#postpone postponed} since something happened to it
 * @param lastFailure why, the last time; empty if it was not
 * @param until when the claim ends, exclusive, unless it is settled before
 */
public record DueClaim(
        CaseNumber number, Instant due, long fence, int failures, Optional<String> lastFailure, Instant until) {
    /** Refuses null. */
    public DueClaim {
        requireNonNull(number, "number");
        requireNonNull(due, "due");
        requireNonNull(lastFailure, "lastFailure");
        requireNonNull(until, "until");
    }
}
