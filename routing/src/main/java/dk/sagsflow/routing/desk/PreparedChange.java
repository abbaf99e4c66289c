package dk.sagsflow.routing.desk;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.repository.CaseChange;

/**
 * A change to be stored, and the case after it. Immutable.
 *
 * @param change what is stored
 * @param after the case with the new events
 */
record PreparedChange(CaseChange change, SupportCase after) {}
