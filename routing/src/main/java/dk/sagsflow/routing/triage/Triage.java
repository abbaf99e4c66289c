package dk.sagsflow.routing.triage;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import java.util.Optional;

/**
 * Proposes where a case goes next: the first rule in listed order that matches. Immutable.
 *
 * @param rules the rules, the first match wins
 */
public record Triage(ImmutableList<TriageRule> rules) {
    /** The rule that says where the case goes; empty if it stays where it is. */
    public Optional<TriageRule> propose(SupportCase supportCase) {
        return rules.stream().filter(rule -> rule.matches(supportCase)).findFirst();
    }
}
