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
 * @param unheard the limits that nobody can be told of, because nobody who answers for the case can be reached: somebody must
 *     see to that at once; the cases stay due
 * @param moreDue whether it ended at its limit, or left something to do behind, so that more may be
 *     due
 */
public record SweepReport(
        int handled,
        ImmutableList<Postponed> postponed,
        ImmutableList<UnhandledCase> setAside,
        ImmutableList<Unheard> unheard,
        boolean moreDue) {
    /** Refuses null. */
    public SweepReport {
        requireNonNull(postponed, "postponed");
        requireNonNull(setAside, "setAside");
        requireNonNull(unheard, "unheard");
    }

    /** A sweep in which everybody who was to be told could be. */
    public SweepReport(
            int handled, ImmutableList<Postponed> postponed, ImmutableList<UnhandledCase> setAside, boolean moreDue) {
        this(handled, postponed, setAside, ImmutableList.of(), moreDue);
    }

    /** How many cases something came of. */
    public int seenTo() {
        return handled + postponed.size() + setAside.size();
    }

    /**
     * A limit of a case that nobody can be told of. Immutable.
     *
     * @param number the case
     * @param threshold the id of the threshold on record
     */
    public record Unheard(CaseNumber number, String threshold) {
        /** Refuses null. */
        public Unheard {
            requireNonNull(number, "number");
            requireNonNull(threshold, "threshold");
        }
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
