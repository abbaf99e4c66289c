package dk.sagsflow.core.query;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;

/**
 * A case that stands in a list and cannot be read, because somebody edited its rows or lost some, or a newer release wrote
 * them. A line of its own, which says nothing of what is in the case, so that the others are listed. Immutable.
 *
 * @param number the case
 * @param defect what is wrong with it
 */
public record UnreadableCase(CaseNumber number, Defect defect) {
    /** Refuses null. */
    public UnreadableCase {
        requireNonNull(number, "number");
        requireNonNull(defect, "defect");
    }

    /** What is wrong with what is stored of a case. */
    public enum Defect {
        /** One of its events is none that this release knows. */
        EVENT,
        /** Its events can be read, but some are missing, or they do not follow from one another. */
        HISTORY
    }
}
