package dk.sagsflow.routing.triage;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a case of some sort goes. Immutable.
 *
 * @param name what people call the rule; a decision names it
 * @param when which cases it is for
 * @param during the calendar that must be open, or closed, when it is asked; empty if it is for every time. It is no part of
 *     the condition, which clocks ask too, for any time
 * @param to the group that is to be asked
 */
public record TriageRule(String name, Condition when, Optional<CalendarState> during, GroupId to) {
    /** Refuses a rule without a name. */
    public TriageRule {
        checkArgument(!name.isBlank(), "a rule to %s has no name; a decision names its rule", to);
        requireNonNull(when, "when");
        requireNonNull(during, "during");
        requireNonNull(to, "to");
    }

    /** A rule for every time. */
    public TriageRule(String name, Condition when, GroupId to) {
        this(name, when, Optional.empty(), to);
    }

    /** This rule, while a calendar is open or closed. */
    public TriageRule during(CalendarState state) {
        return new TriageRule(name, when, Optional.of(state), to);
    }

    /** Whether it is for this case at this time. */
    public boolean matches(SupportCase supportCase, Instant at) {
        return when.holds(supportCase) && (during.isEmpty() || during.get().holds(at));
    }

    /** The rule in words. */
    public String describe() {
        return name + ": when " + when.describe()
                + during.map(state -> " while " + state.describe()).orElse("") + ", to " + to;
    }
}
