package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;

/** How much time a target allows. Service time and working days are never mixed up. Immutable. */
public sealed interface Budget {
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
        /** Refuses an amount that is not positive. */
        public ServiceTime {
            checkArgument(amount.compareTo(Duration.ZERO) > 0, "budget is %s, not positive", amount);
        }
    }

    /**
     * Working days; they end at a closing time, whatever was open before, and do not pause.
     *
     * @param limit how many, and the buffer
     */
    record InWorkingDays(WorkingDays limit) implements Budget {}
}
