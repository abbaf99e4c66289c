package dk.sagsflow.core.organisation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One level of the support organisation. Its place in the order is given by {@link SupportOrganisation#tiers()}.
 * Immutable.
 *
 * @param id what rules and events call it
 * @param name what people call it
 * @param entrance the one group through which cases come into the tier from below (R02, R15); empty if any group may
 *     receive them
 */
public record Tier(TierId id, String name, Optional<GroupId> entrance) {
    /** Refuses null. */
    public Tier {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(entrance, "entrance");
    }

    /** A tier that any of its groups may be entered through. */
    public static Tier of(String id, String name) {
        return new Tier(TierId.of(id), name, Optional.empty());
    }

    /** The same tier, entered through this group alone. */
    public Tier enteredThrough(String group) {
        return new Tier(id, name, Optional.of(GroupId.of(group)));
    }
}
