package dk.sagsflow.routing.assignment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * What an assignment is decided on. Immutable.
 *
 * @param supportCase the case, which has come to the group
 * @param members those who work in the group, programs left out, in the order of the directory
 * @param now the time of the decision
 */
public record AssignmentRequest(SupportCase supportCase, ImmutableList<Candidate> members, Instant now) {
    /** Refuses null. */
    public AssignmentRequest {
        requireNonNull(supportCase, "supportCase");
        requireNonNull(members, "members");
        requireNonNull(now, "now");
    }

    /** The same with those members alone of whom this holds. */
    public AssignmentRequest among(Predicate<Candidate> members) {
        ImmutableList.Builder<Candidate> some =
                ImmutableList.builderWithExpectedSize(members().size());
        for (Candidate candidate : members()) {
            if (members.test(candidate)) {
                some.add(candidate);
            }
        }
        return new AssignmentRequest(supportCase, some.build(), now);
    }
}
