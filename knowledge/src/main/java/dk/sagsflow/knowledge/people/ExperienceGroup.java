package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.catalogue.SystemId;
import java.util.Arrays;

/**
 * Superusers who meet to share what they know (R30). Immutable.
 *
 * @param id what meetings and mailing lists call it
 * @param name what people call it
 * @param systems the systems whose releases it meets around; nothing means those of every system
 */
public record ExperienceGroup(ExperienceGroupId id, String name, ImmutableSet<SystemId> systems) {
    /** Refuses null and a blank name. */
    public ExperienceGroup {
        requireNonNull(id, "id");
        Texts.requireIdentifier("name of an experience group", name);
        requireNonNull(systems, "systems");
    }

    /** A group that meets around the releases of these systems; of every system if none is named. */
    public static ExperienceGroup of(String id, String name, String... systems) {
        return new ExperienceGroup(
                ExperienceGroupId.of(id),
                name,
                Arrays.stream(systems).map(SystemId::of).collect(ImmutableSet.toImmutableSet()));
    }

    /** Whether a release of this system concerns it. */
    public boolean concerns(SystemId system) {
        return systems.isEmpty() || systems.contains(system);
    }
}
