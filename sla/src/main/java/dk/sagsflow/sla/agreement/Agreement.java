package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What one side promises another: between the organisation and its customers, or between a tier and the one before it
 * (R16). A new version of an agreement has its id and a later beginning. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface Agreement extends WithAgreement {
    /** What models and events call it; its versions share it. */
    String id();

    /** What people call it. */
    String name();

    /** Between whom it stands. */
    AgreementKind kind();

    /** Who promises. */
    Party provider();

    /** To whom. */
    Party consumer();

    /** What people call this version. */
    @Value.Default
    default String version() {
        return "1";
    }

    /** Cases that are registered from here on, inclusive, come under this version. */
    @Value.Default
    default Instant validFrom() {
        return Instant.MIN;
    }

    /**
     * What it makes of impact and urgency, where it does not take the priority that is recorded on the case (ITIL:
     * priority matrix). It decides which of its targets holds, and nothing else: the case keeps its own priority.
     */
    Optional<PriorityMatrix> priorityMatrix();

    /** What is promised, in order. */
    ImmutableList<Target> targets();

    /** What its clocks make of a case that comes under another target on its way. */
    @Value.Default
    default ChangePolicy onChange() {
        return ChangePolicy.RECOMPUTE;
    }

    /** What its clocks make of a case that is reopened. */
    @Value.Default
    default ReopeningPolicy onReopening() {
        return ReopeningPolicy.CONTINUE;
    }

    /**
     * The priority of a case for this agreement: what its own matrix makes of impact and urgency, once both are judged,
     * else the one that is recorded; empty if there is none either.
     */
    default Optional<Priority> priorityOf(SupportCase current) {
        return priorityMatrix()
                .flatMap(matrix -> current.impact()
                        .flatMap(impact -> current.urgency().map(urgency -> matrix.priority(impact, urgency))))
                .or(current::priority);
    }

    /** A condition as it is asked for this agreement: of the priority that a case has for it, see {@link #priorityOf}. */
    default Condition asked(Condition condition) {
        return OwnPriorities.of(this, condition);
    }

    /** Refuses two targets of one id, and customers who promise. */
    @Value.Check
    default void check() {
        Set<String> ids = new HashSet<>();
        for (Target target : targets()) {
            checkArgument(ids.add(target.id()), "agreement %s has two targets %s", id(), target.id());
        }
        checkArgument(
                provider() instanceof Party.OfTier || provider() instanceof Party.OfGroup,
                "agreement %s is promised by %s; only a tier or a group promises",
                id(),
                provider().describe());
    }

    /** A builder; id, name, kind, provider and consumer are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Agreement.class, "it is part of agreements.json, which ModelFolder reads");
    }

    /** Builds agreements. Not thread-safe. */
    final class Builder extends ImmutableAgreement.Builder {
        Builder() {}
    }
}
