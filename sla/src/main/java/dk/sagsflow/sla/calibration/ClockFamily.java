package dk.sagsflow.sla.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.ZoneId;

/**
 * The clocks among which a calibration looks, the ones to prefer first: of two that explain as many verdicts, the one
 * listed first is taken. Immutable.
 *
 * @param clocks the clocks in order, none twice
 */
public record ClockFamily(ImmutableSet<CandidateClock> clocks) {
    /** Refuses a family without a clock. */
    public ClockFamily {
        checkArgument(!clocks.isEmpty(), "a family of no clocks explains nothing; at least one is needed");
    }

    /**
     * What support organisations commonly agree on, in the local time of a zone: around the clock, Monday to Friday or
     * to Saturday around the clock, and opening hours from Monday to Friday; until the case is closed or resolved; not
     * paused, or paused while it waits for the customer, for customer or supplier, or for anything at all.
     */
    public static ClockFamily usual(ZoneId zone) {
        ClockFamilyBuilder family = builder()
                .calendar("around the clock in " + zone, ServiceCalendar.always(zone))
                .calendar(
                        "Monday to Friday around the clock in " + zone,
                        ServiceCalendar.in(zone)
                                .open(MONDAY, FRIDAY, "00:00", "24:00")
                                .build())
                .calendar(
                        "Monday to Saturday around the clock in " + zone,
                        ServiceCalendar.in(zone)
                                .open(MONDAY, SATURDAY, "00:00", "24:00")
                                .build());
        for (String hours :
                ImmutableList.of("07:00-19:00", "08:00-18:00", "08:00-17:00", "08:00-16:00", "09:00-17:00")) {
            String opening = hours.substring(0, 5);
            String closing = hours.substring(6);
            family.calendar(
                    "Monday to Friday " + hours + " in " + zone,
                    ServiceCalendar.in(zone)
                            .open(MONDAY, FRIDAY, opening, closing)
                            .build());
        }
        return family.measure(Measure.CLOSURE)
                .measure(Measure.RESOLUTION)
                .pausedBy()
                .pausedBy(WaitingFor.CUSTOMER)
                .pausedBy(WaitingFor.CUSTOMER, WaitingFor.SUPPLIER)
                .pausedBy(WaitingFor.values())
                .build();
    }

    /** A builder of all clocks that some measures, calendars and pauses make together. */
    public static ClockFamilyBuilder builder() {
        return new ClockFamilyBuilder();
    }

    /** The clocks of this family and then those of the other. */
    public ClockFamily plus(ClockFamily other) {
        return new ClockFamily(ImmutableSet.<CandidateClock>builder()
                .addAll(clocks)
                .addAll(other.clocks)
                .build());
    }
}
