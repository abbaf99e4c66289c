package dk.sagsflow.sla.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.OpeningHours;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clocks among which a calibration looks, the ones to prefer first: of two that explain as many verdicts, the one
 * listed first is taken. Immutable.
 *
 * @param clocks the clocks in order, none twice
 */
public record ClockFamily(ImmutableSet<CandidateClock> clocks) {
    private static final ImmutableList<OpeningHours> OFFICE_HOURS = ImmutableList.of(
            OpeningHours.of("07:00", "19:00"),
            OpeningHours.of("08:00", "18:00"),
            OpeningHours.of("08:00", "17:00"),
            OpeningHours.of("08:00", "16:00"),
            OpeningHours.of("09:00", "17:00"));

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
        ClockFamilyBuilder family = usualMeasuresAndPauses().calendar("around the clock", ServiceCalendar.always(zone));
        addWeeks(family, zone);
        return family.build();
    }

    /**
     * The usual clocks in the local time of each whole hour from UTC, the nearest first: for logs that do not say in
     * which zone their times are, or whose organisation promises opening hours elsewhere. About 1,350 clocks.
     */
    public static ClockFamily inEveryOffset() {
        ClockFamilyBuilder family = usualMeasuresAndPauses().calendar("around the clock", ServiceCalendar.always());
        addWeeks(family, ZoneOffset.UTC);
        for (int hours = 1; hours <= 12; hours++) {
            addWeeks(family, ZoneOffset.ofHours(-hours));
            if (hours < 12) {
                addWeeks(family, ZoneOffset.ofHours(hours));
            }
        }
        return family.build();
    }

    private static ClockFamilyBuilder usualMeasuresAndPauses() {
        return builder()
                .measure(Measure.CLOSURE)
                .measure(Measure.RESOLUTION)
                .pausedBy()
                .pausedBy(WaitingFor.CUSTOMER)
                .pausedBy(WaitingFor.CUSTOMER, WaitingFor.SUPPLIER)
                .pausedBy(WaitingFor.values());
    }

    private static void addWeeks(ClockFamilyBuilder family, ZoneId zone) {
        addWeek(family, zone, FRIDAY, "around the clock", OpeningHours.wholeDay());
        addWeek(family, zone, SATURDAY, "around the clock", OpeningHours.wholeDay());
        for (OpeningHours hours : OFFICE_HOURS) {
            addWeek(family, zone, FRIDAY, hours.toString(), hours);
        }
    }

    private static void addWeek(
            ClockFamilyBuilder family, ZoneId zone, DayOfWeek last, String words, OpeningHours hours) {
        String days = last == FRIDAY ? "Monday to Friday" : "Monday to Saturday";
        family.calendar(
                days + " " + words + " in " + zone,
                ServiceCalendar.in(zone).open(MONDAY, last, hours).build());
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
