package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;

/**
 * A case as one actor may see it (R01, R19). Immutable.
 *
 * @param current the case as it stands
 * @param events what happened, as far as the actor may read it, in order
 */
public record CaseView(SupportCase current, ImmutableList<CaseEvent> events) {}
