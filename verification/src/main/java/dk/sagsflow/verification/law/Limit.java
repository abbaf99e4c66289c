package dk.sagsflow.verification.law;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** How long something may take. Immutable. */
public sealed interface Limit {
    /**
     * Time on a calendar.
     *
     * @param budget how much
     * @param calendar when it counts
     * @param named what the model calls the calendar; empty if time counts around the clock
     */
    record Within(Budget budget, ServiceCalendar calendar, Optional<String> named) implements Limit {
        /** Refuses null. */
        public Within {
            requireNonNull(budget, "budget");
            requireNonNull(calendar, "calendar");
            requireNonNull(named, "named");
        }

        /** Time around the clock. */
        public static Within of(Budget budget) {
            return new Within(budget, ServiceCalendar.always(), Optional.empty());
        }
    }

    /**
     * Until the first night is over that lies whole in it.
     *
     * @param begins when a night begins
     * @param ends when it ends: on the next day, or on the same one if that is later than it begins
     * @param zone where
     */
    record OverNight(LocalTime begins, LocalTime ends, ZoneId zone) implements Limit {
        /** Refuses a night of no length. */
        public OverNight {
            requireNonNull(zone, "zone");
            checkArgument(!begins.equals(ends), "a night begins and ends at %s; it has to end at another time", ends);
        }
    }
}
