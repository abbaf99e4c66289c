package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.LoadClaim;

/**
 * What is to be stored in one step. Immutable.
 *
 * @param changes what is stored, the case that the step is about first
 * @param claims the loads on which assignments were decided
 */
record PreparedStep(ImmutableList<PreparedChange> changes, ImmutableList<LoadClaim> claims) {
    static PreparedStep of(PreparedChange change) {
        return new PreparedStep(ImmutableList.of(change), ImmutableList.of());
    }

    CaseStep stored() {
        ImmutableList<CaseChange> all =
                changes.stream().map(PreparedChange::change).collect(ImmutableList.toImmutableList());
        return CaseStep.of(all).claiming(claims);
    }
}
