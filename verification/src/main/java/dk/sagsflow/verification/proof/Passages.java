package dk.sagsflow.verification.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.HandOverRule;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.subject.Subject;
import java.util.Arrays;
import java.util.List;

/** What a desk asks of a case that is handed over, from each group to each other. Immutable. */
final class Passages {
    private static final ImmutableList<Condition> NONE =
            ImmutableList.of(Condition.always().negate());

    private final Table<SupportGroup, SupportGroup, ImmutableList<Condition>> conditions;

    Passages(SupportModel model) {
        HandOverRule rule =
                new HandOverRule(model.organisation(), model.routing().ways());
        ImmutableTable.Builder<SupportGroup, SupportGroup, ImmutableList<Condition>> all = ImmutableTable.builder();
        for (SupportGroup from : model.organisation().groups()) {
            for (SupportGroup to : model.organisation().groups()) {
                all.put(from, to, from.equals(to) ? NONE : conditions(rule, from, to));
            }
        }
        this.conditions = all.buildOrThrow();
    }

    private static ImmutableList<Condition> conditions(HandOverRule rule, SupportGroup from, SupportGroup to) {
        return Arrays.stream(HandOverRule.Obstacle.values())
                .map(obstacle -> rule.free(obstacle, Subject.station(from), to))
                .filter(condition -> !condition.equals(Condition.always()))
                .collect(ImmutableList.toImmutableList());
    }

    /** All of these must hold. */
    List<Condition> free(SupportGroup from, SupportGroup to) {
        ImmutableList<Condition> known = conditions.get(from, to);
        return known == null ? NONE : known;
    }
}
