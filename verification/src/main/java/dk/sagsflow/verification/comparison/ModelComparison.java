package dk.sagsflow.verification.comparison;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.space.TooLargeException;
import java.time.LocalDate;

/**
 * What a change of a model changes: not for cases of a log, but for all that there can be, whatever time they start in a year.
 * What people and clocks are called, and the words of rules, are not looked at. Immutable.
 */
public final class ModelComparison {
    private final ImmutableList<ModelChange> changes;

    private ModelComparison(ImmutableList<ModelChange> changes) {
        this.changes = changes;
    }

    /**
     * Holds a model against the one before it.
     *
     * @param from the first day of the year for which starts are looked at
     */
    public static ModelComparison of(SupportModel before, SupportModel after, LocalDate from) {
        Changes changes = new Changes();
        try {
            compare(Both.of(before, after, from), changes);
        } catch (TooLargeException refused) {
            changes.add(ModelChange.Kind.ORGANISATION, "nothing is proved: " + refused.getMessage());
        }
        return new ModelComparison(changes.list());
    }

    private static void compare(Both both, Changes changes) {
        new ClockChanges(both, changes).find();
        new WayChanges(both, changes).find();
        new FollowUpChanges(both, changes).find();
        new PlainChanges(both, changes).find();
    }

    /** What a desk does otherwise, each with one of its cases: what concerns the fewest cases first. */
    public ImmutableList<ModelChange> changes() {
        return changes;
    }

    /** Whether a desk does the same for every case: it is proved. */
    public boolean nothingChanges() {
        return changes.isEmpty();
    }
}
