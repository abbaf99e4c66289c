package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * A unit whose people the organisation supports: a job centre, for instance. Immutable.
 *
 * @param id what people and customers name
 * @param name what people call it
 * @param kind what kind of unit it is
 */
public record Unit(UnitId id, String name, UnitKind kind) {
    /** Refuses null, and a name that is blank or more than a line. */
    public Unit {
        requireNonNull(id, "id");
        Texts.requireIdentifier("name of a unit", Bounds.name("name of a unit", name));
        requireNonNull(kind, "kind");
    }

    /** A job centre. */
    public static Unit jobCentre(String id, String name) {
        return new Unit(UnitId.of(id), name, UnitKind.JOB_CENTRE);
    }

    /** What its events are about. */
    static RecordId record(UnitId id) {
        return RecordId.of("unit", id.value());
    }
}
