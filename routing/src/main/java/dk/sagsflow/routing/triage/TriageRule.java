package dk.sagsflow.routing.triage;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;

/**
 * Where a case of some sort goes. Immutable.
 *
 * @param name what people call the rule; a decision names it
 * @param when which cases it is for
 * @param to the group that is to be asked
 */
public record TriageRule(String name, Condition when, GroupId to) {
    /** Refuses a rule without a name. */
    public TriageRule {
        checkArgument(!name.isBlank(), "a rule to %s has no name; a decision names its rule", to);
        requireNonNull(when);
        requireNonNull(to);
    }

    /** Whether it is for this case. */
    public boolean matches(SupportCase supportCase) {
        return when.holds(supportCase);
    }

    /** The rule in words. */
    public String describe() {
        return name + ": when " + when.describe() + ", to " + to;
    }
}
