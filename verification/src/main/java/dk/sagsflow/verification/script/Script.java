package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * What a scenario says: a case that comes in, what happens to it, and what must hold. Immutable.
 *
 * @param name what it is called
 * @param spot where it stands
 * @param values how times are written
 * @param opening the case as it comes in
 * @param events what happens, in order
 * @param expected what must hold, in order of time
 */
public record Script(
        String name,
        Spot spot,
        Values values,
        Opening opening,
        ImmutableList<Happening> events,
        ImmutableList<Expectation> expected) {
    /** Refuses null. */
    public Script {
        requireNonNull(name, "name");
        requireNonNull(spot, "spot");
        requireNonNull(values, "values");
        requireNonNull(opening, "opening");
        requireNonNull(events, "events");
        requireNonNull(expected, "expected");
    }
}
