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
                .filter(left -> onePriority || !(left instanceof Condition.Is is && is.field() == CaseField.PRIORITY))
                .anyMatch(left -> leaves(other).stream().anyMatch(right -> differently(left, right)));
    }

    /** Two conditions on words never exclude each other: a text can mention both. */
    private static boolean differently(Condition left, Condition right) {
        if (left instanceof Condition.Is one && right instanceof Condition.Is other) {
            return one.field() == other.field()
                    && Sets.intersection(one.values(), other.values()).isEmpty();
        }
        return left instanceof Condition.Has one
                && right instanceof Condition.Has other
                && one.attribute().equals(other.attribute())
                && Sets.intersection(one.values(), other.values()).isEmpty();
    }

    /** What must hold at least, if the condition does. */
    private static ImmutableList<Condition> leaves(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream()
                    .flatMap(part -> leaves(part).stream())
                    .collect(ImmutableList.toImmutableList());
        }
        boolean plain = condition instanceof Condition.Is || condition instanceof Condition.Has;
        return plain ? ImmutableList.of(condition) : ImmutableList.of();
    }
}
