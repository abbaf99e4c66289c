package dk.sagsflow.routing.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.style.PlainJson;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proposes where a case goes next: the first rule in listed order that matches. The rules are compiled once, so that it can
 * be asked often; the answer is that of the list. Immutable.
 */
public final class Triage {
    private final ImmutableList<TriageRule> rules;
    private final RuleIndex index;

    /**
     * Triage by these rules.
     *
     * @param rules the rules, the first match wins
     */
    public Triage(ImmutableList<TriageRule> rules) {
        this.rules = rules;
        this.index = new RuleIndex(rules);
    }

    /** The rules, the first match wins. */
    public ImmutableList<TriageRule> rules() {
        return rules;
    }

    /**
     * Where the case goes, as a decision that can say why.
     *
     * @param at when it is decided, which rules on the time of day ask for
     */
    public TriageDecision decide(SupportCase current, Instant at) {
        int rule = index.first(current, at);
        return rule == RuleIndex.NONE
                ? new TriageDecision.Unmatched(this, current, at)
                : new TriageDecision.Matched(this, rule, current, at);
    }

    /**
     * The rule that says where the case goes; empty if it stays where it is.
     *
     * @param at when it is decided
     */
    public Optional<TriageRule> propose(SupportCase current, Instant at) {
        return index.answer(index.first(current, at));
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Triage.class, "it is part of routing.json, which ModelFolder reads");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Triage triage && rules.equals(triage.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return "Triage" + rules;
    }
}
