package dk.sagsflow.sla.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import java.util.Arrays;

/**
 * Says what a condition asks for under the priority matrix of an agreement: by the impacts and urgencies that give a
 * priority, and by the one that is recorded on a case of which they are not both judged, as {@link Agreement#priorityOf}.
 */
final class OwnPriorities {
    private static final Condition JUDGED =
            anyOf(CaseField.IMPACT, Impact.values()).and(anyOf(CaseField.URGENCY, Urgency.values()));

    private final PriorityMatrix matrix;

    private OwnPriorities(PriorityMatrix matrix) {
        this.matrix = matrix;
    }

    /** The condition as it is asked for this agreement. */
    static Condition of(Agreement agreement, Condition condition) {
        return agreement
                .priorityMatrix()
                .filter(matrix -> condition.asks(CaseField.PRIORITY))
                .map(matrix -> new OwnPriorities(matrix).rewritten(condition))
                .orElse(condition);
    }

    private Condition rewritten(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return is.field() == CaseField.PRIORITY ? given(is.values()) : is;
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(rewritten(not.condition()));
        }
        if (condition instanceof Condition.All all) {
            return new Condition.All(rewritten(all.conditions()));
        }
        return condition instanceof Condition.Any any ? new Condition.Any(rewritten(any.conditions())) : condition;
    }

    private ImmutableList<Condition> rewritten(ImmutableList<Condition> conditions) {
        return conditions.stream().map(this::rewritten).collect(ImmutableList.toImmutableList());
    }

    private Condition given(ImmutableSet<String> priorities) {
        Condition given = JUDGED.negate().and(new Condition.Is(CaseField.PRIORITY, priorities));
        for (Impact impact : Impact.values()) {
            ImmutableSet<String> urgencies = Arrays.stream(Urgency.values())
                    .filter(urgency ->
                            priorities.contains(matrix.priority(impact, urgency).name()))
                    .map(Enum::name)
                    .collect(ImmutableSet.toImmutableSet());
            if (!urgencies.isEmpty()) {
                given = given.or(Condition.is(CaseField.IMPACT, impact.name())
                        .and(new Condition.Is(CaseField.URGENCY, urgencies)));
            }
        }
        return given;
    }

    private static Condition anyOf(CaseField field, Enum<?>[] constants) {
        return new Condition.Is(field, Arrays.stream(constants).map(Enum::name).collect(ImmutableSet.toImmutableSet()));
    }
}
