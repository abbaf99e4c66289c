package dk.sagsflow.routing.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.repository.UnhandledCase;

/**
 * What a sweep did. Immutable.
 *
 * @param handled how many cases were handled
 * @param setAside the cases that could not be handled, each with the reason
 * @param moreDue whether it ended at its limit, or left cases untold that belong to a major incident, so that more may be
 *     due
 */
public record SweepReport(int handled, ImmutableList<UnhandledCase> setAside, boolean moreDue) {
    /** Refuses null. */
    public SweepReport {
        requireNonNull(setAside);
    }
}
