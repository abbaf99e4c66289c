package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;

/** How much time a target allows. Service time and working days are never mixed up. Immutable. */
public sealed interface Budget {
    /** When it is over on a calendar if nothing pauses it, counted from a start. */
    ServiceMoment dueOn(ServiceCalendar calendar, Instant start);

    /** A budget of service time. */
    static Budget of(Duration serviceTime) {
        return new ServiceTime(serviceTime);
    }

    /**
     * Time in which the service is open and the clock does not pause. Using up exactly all of it is still met.
     *
     * @param amount how much, positive
     */
    record ServiceTime(Duration amount) implements Budget {
        /** Refuses an amount that is not positive, or beyond {@link Bounds#LONGEST}. */
        public ServiceTime {
            checkArgument(amount.compareTo(Duration.ZERO) > 0, "budget is %s, not positive", amount);
            amount = Bounds.duration("budget", amount);
        }

        @Override
        public ServiceMoment dueOn(ServiceCalendar calendar, Instant start) {
            return calendar.due(start, amount);
        }
    }

    /**
     * Working days; they end at a closing time, whatever was open before, and do not pause.
     *
     * @param limit how many, and the buffer
     */
    record InWorkingDays(WorkingDays limit) implements Budget {
        @Override
        public ServiceMoment dueOn(ServiceCalendar calendar, Instant start) {
            return calendar.due(start, limit);
        }
    }
}
