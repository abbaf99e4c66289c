package dk.sagsflow.verification.simulation;

/**
 * What came of the thresholds of one target (R17). Immutable.
 *
 * @param passed how many were passed, without those that a later one of the same clock superseded
 * @param exceeded at how many of these the whole limit was used up
 * @param handedOver how often the case went to the next tier
 * @param toPeople how often a person was told: a lead, or somebody named
 * @param groupsTold how many groups were told
 * @param untold how often somebody was to be told and nobody could be
 */
public record EscalationTally(
        long passed, long exceeded, long handedOver, long toPeople, long groupsTold, long untold) {
    static final EscalationTally NONE = new EscalationTally(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public EscalationTally plus(EscalationTally other) {
        return new EscalationTally(
                passed + other.passed,
                exceeded + other.exceeded,
                handedOver + other.handedOver,
                toPeople + other.toPeople,
                groupsTold + other.groupsTold,
                untold + other.untold);
    }
}
