package dk.sagsflow.core.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * A system that the organisation supports. Immutable.
 *
 * @param id what rules and events call it
 * @param name what people call it
 */
public record SupportedSystem(SystemId id, String name) {
    /** Refuses null. */
    public SupportedSystem {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }
}
