package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;

/**
 * A case that a sweep could not handle, and that is kept away from sweeps: by its history, or by the store if the history
 * cannot be read. Immutable.
 *
 * @param number the case
 * @param reason what went wrong, for people
 */
public record UnhandledCase(CaseNumber number, String reason) {
    /** Refuses null. */
    public UnhandledCase {
        requireNonNull(number, "number");
        requireNonNull(reason, "reason");
    }
}
