package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;

/** The public holidays of a country, or of a region of it, as Jollyday knows them. */
record PublicHolidays(String country, Optional<String> region) {
    PublicHolidays {
        checkArgument(
                HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT)),
                "there are no public holidays of country \"%s\"; there are those of %s",
                country,
                ImmutableSortedSet.copyOf(HolidayManager.getSupportedCalendarCodes()));
        region.ifPresent(name -> checkRegion(country, name));
    }

    /** Jollyday takes an unknown region for none at all. */
    private static void checkRegion(String country, String region) {
        CalendarHierarchy regions = manager(country).getCalendarHierarchy();
        checkArgument(
                regions.getChildren().containsKey(region.toLowerCase(Locale.ROOT)),
                "country \"%s\" has no region \"%s\"; it has %s",
                country,
                region,
                regions.getChildren().keySet());
    }

    /** The dates of this year; days that are only observed are not among them. */
    ImmutableSet<LocalDate> in(int year) {
        String[] regions =
                region.map(name -> new String[] {name.toLowerCase(Locale.ROOT)}).orElseGet(() -> new String[0]);
        return manager(country).getHolidays(Year.of(year), regions).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(Holiday::getDate)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
