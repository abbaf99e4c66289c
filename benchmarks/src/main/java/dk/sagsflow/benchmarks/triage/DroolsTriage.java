package dk.sagsflow.benchmarks.triage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/** The rules in Drools: one activation group, in which the rule of the highest salience fires alone. Not thread-safe. */
final class DroolsTriage implements AutoCloseable {
    private final KieSession stateful;
    private final StatelessKieSession stateless;

    DroolsTriage(ImmutableList<TriageQuestions.Rule> rules) {
        KieBase base =
                new KieHelper().addContent(source(rules), ResourceType.DRL).build();
        this.stateful = base.newKieSession();
        this.stateless = base.newStatelessKieSession();
    }

    private static String source(ImmutableList<TriageQuestions.Rule> rules) {
        StringBuilder source = new StringBuilder("package triage;\nimport " + TriageRequest.class.getName() + ";\n");
        for (int i = 0; i < rules.size(); i++) {
            TriageQuestions.Rule rule = rules.get(i);
            String conditions = ImmutableList.of(
                            in("kind", rule.kinds()),
                            in("system", rule.systems()),
                            in("category", rule.categories()),
                            in("priority", rule.priorities()),
                            in("customer", rule.customers()))
                    .stream()
                    .filter(condition -> !condition.isEmpty())
                    .collect(Collectors.joining(", "));
            source.append("""
                    rule "%s" salience %d activation-group "triage" no-loop
                    when $request : TriageRequest(%s)
                    then $request.setQueue("%s");
                    end
                    """.formatted(rule.queue(), rules.size() - i, conditions, rule.queue()));
        }
        return source.toString();
    }

    private static String in(String field, ImmutableSet<String> values) {
        return values.isEmpty()
                ? ""
                : values.stream()
                        .map(value -> '"' + value + '"')
                        .collect(Collectors.joining(", ", field + " in (", ")"));
    }

    /** By one session that goes on. */
    String queueStateful(TriageRequest request) {
        FactHandle handle = stateful.insert(request);
        stateful.fireAllRules();
        stateful.delete(handle);
        return request.getQueue();
    }

    /** By a session of its own. */
    String queueStateless(TriageRequest request) {
        stateless.execute(request);
        return request.getQueue();
    }

    @Override
    public void close() {
        stateful.dispose();
    }
}
