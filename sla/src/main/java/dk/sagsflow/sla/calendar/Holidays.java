package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.sla.holiday.AnnualHoliday;
import dk.sagsflow.sla.holiday.HolidayClosing;
import dk.sagsflow.sla.holiday.PublicHolidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;

/** Days on which the hours of the week do not hold, and what that means for openings across midnight. */
record Holidays(ImmutableSet<AnnualHoliday> annual, ImmutableSet<PublicHolidays> ofCountries, HolidayClosing closing) {
    /** Their dates in the years of these two dates. */
    Set<LocalDate> dates(LocalDate first, LocalDate last) {
        Set<LocalDate> dates = new HashSet<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            for (AnnualHoliday holiday : annual) {
                holiday.in(year).ifPresent(dates::add);
            }
            for (PublicHolidays calendar : ofCountries) {
                dates.addAll(calendar.in(year));
            }
        }
        return dates;
    }

    boolean none() {
        return annual.isEmpty() && ofCountries.isEmpty();
    }

    /** The days on which one with a last year is kept for the last time. */
    ImmutableSet<LocalDate> last() {
        ImmutableSet.Builder<LocalDate> last = ImmutableSet.builder();
        for (AnnualHoliday holiday : annual) {
            if (holiday.lastYear() < Year.MAX_VALUE) {
                holiday.in(holiday.lastYear()).ifPresent(last::add);
            }
        }
        return last.build();
    }
}
