package dk.sagsflow.core.relation;

import static com.google.common.base.Preconditions.checkArgument;

import dk.sagsflow.core.bounds.Bounds;

/**
 * What a case is called in another system. No two cases of a store have the same, so a case can be found by it. Immutable.
 *
 * @param system the other system: {@code servicenow}, say; not blank, at most 100 characters long
 * @param id what the case is called there; not blank, at most 200 characters long
 */
public record Reference(String system, String id) {
    private static final int LONGEST_SYSTEM = 100;
    private static final int LONGEST_ID = 200;

    /** Refuses what is blank or too long. */
    public Reference {
        Bounds.name("system of a reference", system);
        Bounds.name("id of a reference", id);
        checkArgument(
                !system.isBlank() && system.length() <= LONGEST_SYSTEM,
                "system of a reference is blank or longer than %s characters",
                LONGEST_SYSTEM);
        checkArgument(
                !id.isBlank() && id.length() <= LONGEST_ID,
                "id of a reference to %s is blank or longer than %s characters",
                system,
                LONGEST_ID);
    }

    /** A case of this id in this system. */
    public static Reference of(String system, String id) {
        return new Reference(system, id);
    }

    @Override
    public String toString() {
        return system + ":" + id;
    }
}
