package dk.sagsflow.routing.triage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import java.time.Instant;
import java.util.List;

/**
 * Why a rule matched a case or did not. Immutable.
 *
 * @param rule the rule
 * @param matched whether it matched
 * @param observations what decided it: all that the rule asks for if it matched, or what was otherwise; none if the rule is
 *     for every case
 */
public record RuleReason(TriageRule rule, boolean matched, ImmutableList<Observation> observations) {
    /** Refuses null. */
    public RuleReason {
        requireNonNull(rule, "rule");
        requireNonNull(observations, "observations");
    }

    static ImmutableList<RuleReason> of(List<TriageRule> rules, SupportCase current, Instant at) {
        return rules.stream().map(rule -> of(rule, current, at)).collect(ImmutableList.toImmutableList());
    }

    private static RuleReason of(TriageRule rule, SupportCase current, Instant at) {
        boolean matched = rule.matches(current, at);
        ImmutableList.Builder<Observation> observations = ImmutableList.builder();
        if (rule.when().holds(current) == matched) {
            observe(rule.when(), current, true, observations);
        }
        rule.during()
                .filter(state -> state.holds(at) == matched)
                .map(state -> new Observation.OfCalendar(state, state.calendar().openAt(at)))
                .ifPresent(observations::add);
        return new RuleReason(rule, matched, observations.build());
    }

    /** The parts of a condition that make it hold, or fail. */
    private static void observe(
            Condition condition, SupportCase current, boolean wanted, ImmutableList.Builder<Observation> observations) {
        boolean holds = condition.holds(current);
        if (condition instanceof Condition.Not not) {
            observe(not.condition(), current, !wanted, observations);
        } else if (condition instanceof Condition.All all) {
            all.conditions().stream()
                    .filter(part -> holds || !part.holds(current))
                    .forEach(part -> observe(part, current, wanted, observations));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().stream()
                    .filter(part -> !holds || part.holds(current))
                    .limit(holds ? 1 : any.conditions().size())
                    .forEach(part -> observe(part, current, wanted, observations));
        } else {
            observations.add(Observation.of(condition, current, wanted));
        }
    }
}
