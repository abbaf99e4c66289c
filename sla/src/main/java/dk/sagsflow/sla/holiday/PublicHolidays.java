package dk.sagsflow.sla.holiday;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import de.focus_shift.jollyday.core.HolidayCalendar;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The public holidays of a country, or of a region of it, as Jollyday knows them. Immutable.
 *
 * @param country its code, of two letters
 * @param region the code of its region, if those of one are kept besides
 */
public record PublicHolidays(String country, Optional<String> region) {
    /** Refuses a country, or a region of it, that is not known. */
    public PublicHolidays {
        checkArgument(
                HolidayCalendar.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT)),
                "there are no public holidays of country \"%s\"; there are those of %s",
                country,
                ImmutableSortedSet.copyOf(HolidayCalendar.getSupportedCalendarCodes()));
        region.ifPresent(name -> checkRegion(country, name));
    }

    private static void checkRegion(String country, String region) {
        ImmutableSet<String> regions = HolidayRules.of(country).regions().keySet();
        checkArgument(
                regions.contains(region.toLowerCase(Locale.ROOT)),
                "country \"%s\" has no region \"%s\"; it has %s",
                country,
                region,
                regions);
    }

    /** The dates of this year; bank holidays, and days that are only observed, are not among them. */
    public ImmutableSet<LocalDate> in(int year) {
        return ImmutableSet.copyOf(
                HolidayRules.of(country).in(year, region.map(name -> name.toLowerCase(Locale.ROOT))));
    }
}
