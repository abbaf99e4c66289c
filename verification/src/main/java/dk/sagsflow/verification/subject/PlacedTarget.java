package dk.sagsflow.verification.subject;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.RankedTarget;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.verification.finding.Place;

/**
 * A target, and where in the model it stands. Immutable.
 *
 * @param agreementIndex which agreement, from 0
 * @param targetIndex which of its targets, from 0
 * @param ranked the target
 */
public record PlacedTarget(int agreementIndex, int targetIndex, RankedTarget ranked) {
    static PlacedTarget of(RankedTarget ranked, ImmutableList<Agreement> agreements) {
        return new PlacedTarget(
                agreements.indexOf(ranked.agreement()),
                ranked.agreement().targets().indexOf(ranked.target()),
                ranked);
    }

    public Agreement agreement() {
        return ranked.agreement();
    }

    public Target target() {
        return ranked.target();
    }

    /** The cases of this priority, as the agreement sees them. */
    public Condition priority(Priority priority) {
        return agreement().asked(Condition.is(CaseField.PRIORITY, priority.name()));
    }

    public Place place() {
        return Place.agreements("/agreements/" + agreementIndex + "/targets/" + targetIndex);
    }

    public Place place(int threshold) {
        return Place.agreements(place().pointer() + "/thresholds/" + threshold);
    }

    public String words() {
        return "target " + target().id() + " of agreement " + agreement().id();
    }

    /** Where it stands tells it from all others. */
    @Override
    public int hashCode() {
        return 31 * agreementIndex + targetIndex;
    }
}
