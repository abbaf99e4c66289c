package dk.sagsflow.routing.desk;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.competence.CompetenceId;
import java.util.Optional;

/**
 * One thing that somebody could ask for of a case, and what would become of it. Immutable.
 *
 * @param example the command, with its choice made; texts in it stand for what people write, and are to be replaced
 * @param refusal why it would be refused; empty if it would be accepted
 * @param missing of an {@link CaseCommand.Assign}: what the case asks of those who get it by a rule (R29, R31) and the
 *     assignee is not certified in, which forbids nothing
 */
public record CaseOption(CaseCommand example, Optional<Refusal> refusal, ImmutableSet<CompetenceId> missing) {
    /** Refuses null. */
    public CaseOption {
        requireNonNull(example, "example");
        requireNonNull(refusal, "refusal");
        requireNonNull(missing, "missing");
    }

    /** Whether it would be accepted. */
    public boolean accepted() {
        return refusal.isEmpty();
    }
}
