package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.organisation.Actor;
import java.time.Instant;

/**
 * Somebody asks for something: who, when the desk is told, and how it came about. Immutable.
 *
 * @param actor who asks
 * @param now when the desk is told, kept to the microsecond
 * @param circumstances when and how it came about
 */
public record Act(Actor actor, Instant now, Circumstances circumstances) {
    /** Refuses null. */
    public Act {
        requireNonNull(actor, "actor");
        now = Microseconds.kept(requireNonNull(now, "now"));
        requireNonNull(circumstances, "circumstances");
    }

    /** Here and now. */
    public static Act of(Actor actor, Instant now) {
        return new Act(actor, now, Circumstances.usual());
    }

    /** When it happened, as far as whoever asks says. */
    public Instant occurredAt() {
        return circumstances.occurredAt().orElse(now);
    }
}
