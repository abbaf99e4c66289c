package dk.sagsflow.routing.triage;

import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.style.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a case of some sort goes from some tier. Every condition that is given must hold. Immutable. */
@Value.Immutable
@ValueStyle
public interface TriageRule extends WithTriageRule {
    /** What people call the rule; a decision names it. */
    String name();

    /** The tier that works on the case. */
    Optional<TierId> tier();

    /** What kind of record it is. */
    Optional<CaseKind> kind();

    /** Where it comes from. */
    Optional<Cause> cause();

    /** The system that it concerns. */
    Optional<SystemId> system();

    /** The group that is to be asked. */
    GroupId to();

    /** Whether every condition holds. */
    default boolean matches(SupportCase supportCase) {
        return holds(tier(), supportCase.working().map(station -> station.tier()))
                && holds(kind(), Optional.of(supportCase.kind()))
                && holds(cause(), Optional.of(supportCase.cause()))
                && holds(system(), supportCase.system());
    }

    private static <T> boolean holds(Optional<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    /** A builder; name and destination are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. Not thread-safe. */
    final class Builder extends ImmutableTriageRule.Builder {
        Builder() {}
    }
}
