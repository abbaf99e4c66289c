package dk.sagsflow.core.cases;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A follow-up rule that came due for a case. Immutable.
 *
 * @param id made of rule, occasion and repetition; a case has it on record once
 * @param rule the name of the rule
 * @param occasion what the case waits in
 * @param repetition how often the rule has come due on this occasion, from 1
 * @param last whether it is the last step of the rule
 * @param dueAt when it came due, the microsecond after that if it is none; the event says when that was noticed
 * @param superseded whether the rule came due again before that was noticed, so that nothing is done because of this time
 * @param tellsCustomer whether the customer is told
 * @param told the groups that are told; an immutable copy
 * @param listed the group that has the case to follow up from now on (R14)
 */
@Value.Builder
public record FollowUp(
        String id,
        String rule,
        FollowUpOccasion occasion,
        int repetition,
        boolean last,
        Instant dueAt,
        boolean superseded,
        boolean tellsCustomer,
        List<GroupId> told,
        Optional<GroupId> listed) {
    /** Refuses null and repetitions before the first, and keeps a copy of who is told. */
    public FollowUp {
        requireNonNull(id, "id");
        requireNonNull(rule, "rule");
        requireNonNull(occasion, "occasion");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(listed, "listed");
        dueAt = Microseconds.due(dueAt);
        told = ImmutableList.copyOf(requireNonNull(told, "told"));
        checkArgument(repetition >= 1, "repetition of %s is %s; the first is 1", id, repetition);
    }

    /** A builder; everything but who is told and who is to follow up is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds follow-ups. Not thread-safe. */
    public static final class Builder extends FollowUpBuilder {
        Builder() {}
    }
}
