package dk.sagsflow.routing.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.repository.UnhandledCase;
import java.time.Instant;

/**
 * What a sweep did. Immutable.
 *
 * @param handled how many cases were handled
 * @param postponed the cases that could not be handled now and are looked at again later
 * @param setAside the cases that could not be handled, each with the reason
 * @param moreDue whether it ended at its limit, or left something to do behind, so that more may be
 *     due
 */
public record SweepReport(
        int handled, ImmutableList<Postponed> postponed, ImmutableList<UnhandledCase> setAside, boolean moreDue) {
    /** Refuses null. */
    public SweepReport {
        requireNonNull(postponed, "postponed");
        requireNonNull(setAside, "setAside");
    }

    /** How many cases something came of. */
    public int seenTo() {
        return handled + postponed.size() + setAside.size();
    }

    /**
     * A case that could not be handled now, for a reason that may pass. Immutable.
     *
     * @param number the case
     * @param reason what went wrong, for people
     * @param until when it is looked at again
     */
    public record Postponed(CaseNumber number, String reason, Instant until) {
        /** Refuses null. */
        public Postponed {
            requireNonNull(number, "number");
            requireNonNull(reason, "reason");
            requireNonNull(until, "until");
        }
    }
}
