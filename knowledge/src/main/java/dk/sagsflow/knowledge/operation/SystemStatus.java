package dk.sagsflow.knowledge.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.catalogue.SystemId;

/**
 * How a system runs, as far as somebody may know. Immutable.
 *
 * @param system the system
 * @param ongoing what disturbs it now
 * @param announced what will be done with it, the next first
 */
public record SystemStatus(SystemId system, ImmutableList<Disruption> ongoing, ImmutableList<Disruption> announced) {
    /** Refuses null. */
    public SystemStatus {
        requireNonNull(system, "system");
        requireNonNull(ongoing, "ongoing");
        requireNonNull(announced, "announced");
    }

    /** Whether nothing disturbs it. */
    public boolean undisturbed() {
        return ongoing.isEmpty();
    }
}
