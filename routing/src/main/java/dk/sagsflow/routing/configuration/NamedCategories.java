package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.routing.assignment.AssignmentRule;
import java.util.stream.Stream;

/**
 * The categories that a model asks for. Those are the organisation's own words and stay when a person is forgotten, so that
 * no clock changes; any other category is what somebody wrote.
 */
final class NamedCategories {
    private NamedCategories() {}

    static ImmutableSet<String> of(SupportModel model) {
        return conditions(model)
                .flatMap(condition -> condition.leaves().stream())
                .filter(leaf -> leaf instanceof Condition.Is is && is.field() == CaseField.CATEGORY)
                .flatMap(leaf -> ((Condition.Is) leaf).values().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<Condition> conditions(SupportModel model) {
        Stream<Condition> promised = model.agreements().all().stream()
                .flatMap(agreement -> agreement.targets().stream())
                .map(target -> target.appliesTo());
        Stream<Condition> routed = model.triage().rules().stream().map(rule -> rule.when());
        Stream<Condition> followed = model.routing().followUps().stream().map(rule -> rule.when());
        Stream<Condition> assigned = model.routing().assignments().stream().flatMap(NamedCategories::asked);
        return Stream.of(promised, routed, followed, assigned).flatMap(conditions -> conditions);
    }

    private static Stream<Condition> asked(AssignmentRule rule) {
        return rule.competences().stream().map(needed -> needed.when());
    }
}
