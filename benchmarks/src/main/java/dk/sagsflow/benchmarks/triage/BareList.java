package dk.sagsflow.benchmarks.triage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * What one writes first: a list of rules, each a hand-written predicate over five fields, of which the first that holds wins.
 * The values are interned beforehand, so that each is compared by identity.
 */
final class BareList {
    private final Rule[] rules;

    private static final class Rule {
        private final String[] kinds;
        private final String[] systems;
        private final String[] categories;
        private final String[] priorities;
        private final String[] customers;
        private final String queue;

        Rule(TriageQuestions.Rule rule) {
            this.kinds = interned(rule.kinds());
            this.systems = interned(rule.systems());
            this.categories = interned(rule.categories());
            this.priorities = interned(rule.priorities());
            this.customers = interned(rule.customers());
            this.queue = rule.queue();
        }

        boolean holds(TriageQuestions.Request request) {
            return among(kinds, request.kind())
                    && among(systems, request.system())
                    && among(categories, request.category())
                    && among(priorities, request.priority())
                    && among(customers, request.customer());
        }

        @SuppressWarnings("ReferenceEquality") // the values are those of the questions, and interned
        private static boolean among(String[] values, String value) {
            for (String each : values) {
                if (each == value) {
                    return true;
                }
            }
            return values.length == 0;
        }
    }

    BareList(ImmutableList<TriageQuestions.Rule> rules) {
        this.rules = rules.stream().map(Rule::new).toArray(Rule[]::new);
    }

    private static String[] interned(ImmutableSet<String> values) {
        return values.stream().map(String::intern).toArray(String[]::new);
    }

    static TriageQuestions.Request interned(TriageQuestions.Request request) {
        return new TriageQuestions.Request(
                request.kind().intern(),
                request.system().intern(),
                request.category().intern(),
                request.priority().intern(),
                request.customer().intern());
    }

    String queue(TriageQuestions.Request request) {
        for (Rule rule : rules) {
            if (rule.holds(request)) {
                return rule.queue;
            }
        }
        throw new IllegalStateException("the last rule is for every request");
    }
}
