package dk.sagsflow.benchmarks.triage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;

/** The rules as those of this library. */
final class SagsflowTriage {
    private SagsflowTriage() {}

    static Triage of(ImmutableList<TriageQuestions.Rule> rules) {
        return new Triage(rules.stream()
                .map(rule -> new TriageRule(rule.queue(), condition(rule), GroupId.of(rule.queue())))
                .collect(ImmutableList.toImmutableList()));
    }

    private static Condition condition(TriageQuestions.Rule rule) {
        return is(CaseField.KIND, rule.kinds())
                .and(is(CaseField.SYSTEM, rule.systems()))
                .and(is(CaseField.CATEGORY, rule.categories()))
                .and(is(CaseField.PRIORITY, rule.priorities()))
                .and(is(CaseField.CUSTOMER_KIND, rule.customers()));
    }

    private static Condition is(CaseField field, ImmutableSet<String> values) {
        return values.isEmpty() ? Condition.always() : new Condition.Is(field, values);
    }
}
