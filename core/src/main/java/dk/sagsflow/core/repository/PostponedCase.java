package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import java.time.Instant;

/**
 * A case that a sweep could not look at, and that is looked at again later. Immutable.
 *
 * @param number the case
 * @param failures how often it was postponed since something happened to it, from 1
 * @param reason why, the last time, for people
 * @param nextTry from when on it is looked at again
 */
public record PostponedCase(CaseNumber number, int failures, String reason, Instant nextTry) {
    /** Refuses null. */
    public PostponedCase {
        requireNonNull(number, "number");
        requireNonNull(reason, "reason");
        requireNonNull(nextTry, "nextTry");
    }
}
