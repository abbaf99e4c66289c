package dk.sagsflow.routing.assignment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;

/**
 * Decides who of a group gets a case that has come to it. A pure function of what it is asked: it keeps nothing between two
 * cases, so that any number of desks on one store decide as one. Called on the thread of the command or sweep that brought
 * the case, again if somebody else was faster, and never about one that no member can be given; one that throws leaves the case
 * in the queue, and the failure is logged. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface AssignmentStrategy {
    /** Who gets the case; one who is none of the members asked about, or has no capacity left, does not get it. */
    AssignmentChoice choose(AssignmentRequest request);

    /** Nobody: members take cases on themselves. */
    static AssignmentStrategy pull() {
        return request -> new AssignmentChoice.Nobody("members take cases on themselves");
    }

    /**
     * The member whose latest assignment is longest ago; of several, the one with the fewest assignments, and of those the
     * first in the order of the directory. While the same members are available, each gets as many cases as any other, or
     * one more.
     */
    static AssignmentStrategy roundRobin() {
        return new Preferring(Preferring.LONGEST_AGO, "whose latest assignment is longest ago");
    }

    /** The member with the fewest open cases; of several, the one whose turn it is by {@link #roundRobin}. */
    static AssignmentStrategy leastLoaded() {
        return new Preferring(
                Comparator.<Candidate>comparingInt(candidate -> candidate.load().open())
                        .thenComparing(Preferring.LONGEST_AGO),
                "with the fewest open cases");
    }

    /** The same among those who are on duty. */
    default AssignmentStrategy onDuty() {
        return new Narrowed(this, candidate -> candidate.onDuty(), "on duty");
    }

    /** The same among those who have fewer cases than they can have. */
    default AssignmentStrategy belowCapacity() {
        return new Narrowed(this, Candidate::belowCapacity, "below capacity");
    }

    /** The same among those who are certified in everything that the case asks for (R29, R31). */
    default AssignmentStrategy competent(ImmutableList<CompetenceRule> rules) {
        return new Competent(this, requireNonNull(rules, "rules"));
    }
}
