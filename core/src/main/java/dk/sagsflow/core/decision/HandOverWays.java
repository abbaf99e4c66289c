package dk.sagsflow.core.decision;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.condition.Condition;

/**
 * Which ways of handing a case over an organisation has declared, within what the responsibility chain allows anyway: the
 * contact tier is never passed, a case never goes down by a hand-over, and groups get cases of their systems only.
 * {@link CaseDecisions} asks it for each hand-over, on the thread of the command; an exception reaches whoever gave the
 * command. It must be a pure function, so that the same command gives the same answer. Safe for use by many threads.
 */
public interface HandOverWays {
    /** The cases for which a way is declared, asked while they are where it begins. */
    Condition declared(Station from, Station to);

    /**
     * Those of them for which a direct way is declared, which may pass tiers as business questions do (R07), but not the
     * contact tier; the tiers passed by get an advisory notice (R08).
     */
    Condition direct(Station from, Station to);

    /** Every way that the responsibility chain allows, as nothing else is declared. */
    static HandOverWays all() {
        return new HandOverWays() {
            @Override
            public Condition declared(Station from, Station to) {
                return Condition.always();
            }

            @Override
            public Condition direct(Station from, Station to) {
                return Condition.always().negate();
            }
        };
    }
}
