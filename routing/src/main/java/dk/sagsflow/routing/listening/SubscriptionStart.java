package dk.sagsflow.routing.listening;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogPosition;

/** Where a subscription begins that the store does not know yet; one that it knows goes on where it was. Immutable. */
public sealed interface SubscriptionStart {
    /** The position in this log. */
    LogPosition in(EventLog log);

    /** With all that is kept. */
    static SubscriptionStart beginning() {
        return new Beginning();
    }

    /** With what is stored from now on. */
    static SubscriptionStart now() {
        return new Now();
    }

    /** After a position that was kept elsewhere. */
    static SubscriptionStart after(LogPosition position) {
        return new After(position);
    }

    /** With all that is kept. */
    record Beginning() implements SubscriptionStart {
        @Override
        public LogPosition in(EventLog log) {
            return log.beginning();
        }
    }

    /** With what is stored from now on. */
    record Now() implements SubscriptionStart {
        @Override
        public LogPosition in(EventLog log) {
            return log.end();
        }
    }

    /**
     * After a position.
     *
     * @param position the last position that is not handed over
     */
    record After(LogPosition position) implements SubscriptionStart {
        /** Refuses null. */
        public After {
            requireNonNull(position, "position");
        }

        @Override
        public LogPosition in(EventLog log) {
            return position;
        }
    }
}
