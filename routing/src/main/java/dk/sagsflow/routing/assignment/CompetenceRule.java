package dk.sagsflow.routing.assignment;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CompetenceId;

/**
 * Cases of some sort go to those alone who hold a competence (R29, R31). Immutable.
 *
 * @param when which cases
 * @param needs what whoever gets one is certified in on that day, in UTC
 */
public record CompetenceRule(Condition when, CompetenceId needs) {
    /** Refuses null. */
    public CompetenceRule {
        requireNonNull(when, "when");
        requireNonNull(needs, "needs");
    }
}
