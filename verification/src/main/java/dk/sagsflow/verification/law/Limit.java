package dk.sagsflow.verification.law;

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
     * @param ends when it ends, on the next day
     * @param zone where
     */
    record OverNight(LocalTime begins, LocalTime ends, ZoneId zone) implements Limit {
        /** Refuses null. */
        public OverNight {
            requireNonNull(begins, "begins");
            requireNonNull(ends, "ends");
            requireNonNull(zone, "zone");
        }
    }
}
