package dk.sagsflow.core.organisation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which somebody is away. Nobody is given a case meanwhile, and what the person has is due to be looked at when it
 * begins. Immutable.
 *
 * @param from when it begins, inclusive
 * @param until when it ends, exclusive
 * @param deputy who does the person's work meanwhile; empty if whoever is there
 */
public record Absence(Instant from, Instant until, Optional<ActorId> deputy) {
    /** Refuses null, and a time that ends before it begins. */
    public Absence {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(deputy, "deputy");
        checkArgument(from.isBefore(until), "an absence from %s until %s lasts no time", from, until);
    }

    /** An absence without a deputy. */
    public static Absence of(Instant from, Instant until) {
        return new Absence(from, until, Optional.empty());
    }

    /** The same with somebody who does the work meanwhile. */
    public Absence withDeputy(ActorId somebody) {
        return new Absence(from, until, Optional.of(somebody));
    }

    /** Whether this instant is in it. */
    public boolean includes(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
