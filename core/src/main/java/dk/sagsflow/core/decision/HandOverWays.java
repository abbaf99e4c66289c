package dk.sagsflow.core.decision;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;

/**
 * Which ways of handing a case over an organisation has declared, within what the responsibility chain allows anyway: the
 * contact tier is never passed, a case never goes down by a hand-over, and groups get cases of their systems only.
 * {@link CaseDecisions} asks it for each hand-over, on the thread of the command; an exception reaches whoever gave the
 * command. It must be a pure function, so that the same command gives the same answer. Safe for use by many threads.
 */
@FunctionalInterface
public interface HandOverWays {
    /** What is declared about a way. */
    enum Permission {
        /** No way is declared: the hand-over is refused. */
        NOT_DECLARED,
        /** A way is declared, tier by tier. */
        DECLARED,
        /**
         * A direct way is declared, which may pass tiers as business questions do (R07), but not the contact tier; the
         * tiers passed by get an advisory notice (R08).
         */
        DIRECT
    }

    /**
     * What is declared about a hand-over of the case from here to there.
     *
     * @param current the case as it stands
     * @param from the group that works on it
     * @param to the group that would get it
     */
    Permission permission(SupportCase current, Station from, Station to);

    /** Every way that the responsibility chain allows, as nothing else is declared. */
    static HandOverWays all() {
        return (current, from, to) -> Permission.DECLARED;
    }
}
