package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import java.util.Optional;

/**
 * Impact and urgency as a scenario says them, or as its priority asks for. Immutable.
 *
 * @param impact how much is touched; empty if nothing is said
 * @param urgency how soon it must be put right; empty if nothing is said
 */
public record Judgement(Optional<Impact> impact, Optional<Urgency> urgency) {
    /** Refuses null. */
    public Judgement {
        requireNonNull(impact, "impact");
        requireNonNull(urgency, "urgency");
    }

    /** These, or if there are none the first of the matrix that give the priority. */
    public static Judgement of(
            PriorityMatrix matrix, Optional<Priority> priority, Optional<Impact> impact, Optional<Urgency> urgency) {
        if (priority.isEmpty() || impact.isPresent() || urgency.isPresent()) {
            return new Judgement(impact, urgency);
        }
        for (Impact one : Impact.values()) {
            for (Urgency other : Urgency.values()) {
                if (matrix.priority(one, other) == priority.get()) {
                    return new Judgement(Optional.of(one), Optional.of(other));
                }
            }
        }
        return new Judgement(impact, urgency);
    }
}
