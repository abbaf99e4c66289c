package dk.sagsflow.verification.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.script.Spot;

/**
 * What came of playing a scenario. Immutable.
 *
 * @param name what the scenario is called
 * @param spot where it stands
 * @param mismatches what is otherwise than expected; nothing if all holds
 */
public record ScenarioResult(String name, Spot spot, ImmutableList<Mismatch> mismatches) {
    /** Refuses null. */
    public ScenarioResult {
        requireNonNull(name, "name");
        requireNonNull(spot, "spot");
        requireNonNull(mismatches, "mismatches");
    }

    /** Whether everything that was expected holds. */
    public boolean holds() {
        return mismatches.isEmpty();
    }
}
