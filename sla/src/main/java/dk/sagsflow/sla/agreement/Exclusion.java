package dk.sagsflow.sla.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;

/** Whether two conditions can plainly never hold for one case: they ask one field for different values. */
final class Exclusion {
    private Exclusion() {}

    /**
     * Whether they can never hold for one case.
     *
     * @param onePriority whether a case has the same priority for both
     */
    static boolean between(Condition one, Condition other, boolean onePriority) {
        return leaves(one).stream()
                .filter(left -> onePriority || left.field() != CaseField.PRIORITY)
                .anyMatch(left -> leaves(other).stream()
                        .anyMatch(right -> left.field() == right.field()
                                && Sets.intersection(left.values(), right.values())
                                        .isEmpty()));
    }

    private static ImmutableList<Condition.Is> leaves(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return ImmutableList.of(is);
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream()
                    .flatMap(part -> leaves(part).stream())
                    .collect(ImmutableList.toImmutableList());
        }
        return ImmutableList.of();
    }
}
