package dk.sagsflow.sla.calendar;

import java.time.Instant;
import java.util.Optional;

/** When something comes to pass on a service calendar, or why it never does. Immutable. */
public sealed interface ServiceMoment {
    /** The instant; empty if it never comes. */
    Optional<Instant> instant();

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
