package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;

/**
 * Who is told of a topic without having asked for it. Immutable.
 *
 * @param byDefault who is told until they opt out
 * @param mandatory who is told and cannot opt out
 * @param rhythm how soon, until they choose another
 */
public record Enrolment(ImmutableSet<Readership> byDefault, ImmutableSet<Readership> mandatory, Rhythm rhythm) {
    /** Nobody. */
    public static final Enrolment NOBODY = new Enrolment(ImmutableSet.of(), ImmutableSet.of(), Rhythm.AT_ONCE);

    private static final int MOST = 100;

    /** Refuses null and more readerships than there can be reasons for. */
    public Enrolment {
        requireNonNull(rhythm, "rhythm");
        int most = Math.max(byDefault.size(), mandatory.size());
        Bounds.require(most <= MOST, "a topic has %s readerships; at most %s are allowed", most, MOST);
    }

    /** Whether this reader is told without having asked for it. */
    boolean includes(Reader reader) {
        return Iterables.any(Iterables.concat(byDefault, mandatory), reader::mayRead);
    }

    /** Whether this reader is told whatever the reader says. */
    boolean binds(Reader reader) {
        return mandatory.stream().anyMatch(reader::mayRead);
    }
}
