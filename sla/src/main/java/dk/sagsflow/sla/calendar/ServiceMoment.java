package dk.sagsflow.sla.calendar;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** When something comes to pass on a service calendar, or why it never does. Immutable. */
public sealed interface ServiceMoment {
    /** The instant; empty if it never comes. */
    Optional<Instant> instant();

    /**
     * The instant.
     *
     * @throws NoSuchElementException if it never comes, with the reason
     */
    default Instant orElseThrow() {
        if (this instanceof Never never) {
            throw new NoSuchElementException(never.why());
        }
        return ((At) this).at();
    }

    /**
     * It comes to pass.
     *
     * @param at when
     */
    record At(Instant at) implements ServiceMoment {
        @Override
        public Optional<Instant> instant() {
            return Optional.of(at);
        }
    }

    /**
     * It does not, as far as calendars reach.
     *
     * @param why in words
     */
    record Never(String why) implements ServiceMoment {
        @Override
        public Optional<Instant> instant() {
            return Optional.empty();
        }
    }
}
