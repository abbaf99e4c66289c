package dk.sagsflow.sla.holiday;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;

/**
 * A day on which the service is closed every year of a span: on a date, or so many days from Easter Sunday of the
 * western churches. 29 February is kept in leap years alone. Immutable.
 *
 * @param date which day of the year
 * @param firstYear the first year in which it is kept, inclusive
 * @param lastYear the last year in which it is kept, inclusive
 */
public record AnnualHoliday(AnnualDate date, int firstYear, int lastYear) {
    /** Which day of a year. */
    public sealed interface AnnualDate {
        /** The day in this year; empty if the year does not have it. */
        Optional<LocalDate> in(int year);
    }

    /**
     * The same date in each year.
     *
     * @param day the date
     */
    public record FixedDate(MonthDay day) implements AnnualDate {
        @Override
        public Optional<LocalDate> in(int year) {
            return day.isValidYear(year) ? Optional.of(day.atYear(year)) : Optional.empty();
        }
    }

    /**
     * A day that moves with Easter.
     *
     * @param days from Easter Sunday; negative before it
     */
    public record EasterDate(int days) implements AnnualDate {
        /** Refuses what is farther from Easter than any day that is kept. */
        public EasterDate {
            checkArgument(Math.abs(days) <= 100, "days from Easter are %s, not -100 to 100", days);
        }

        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(easterSunday(year).plusDays(days));
        }
    }

    /** Refuses a span without a year. */
    public AnnualHoliday {
        checkArgument(
                firstYear <= lastYear, "holiday %s is kept from %s to %s, which is no year", date, firstYear, lastYear);
    }

    /** Every year on this date. */
    public static AnnualHoliday on(MonthDay day) {
        return new AnnualHoliday(new FixedDate(day), Year.MIN_VALUE, Year.MAX_VALUE);
    }

    /** Every year so many days after Easter Sunday, before it if negative. */
    public static AnnualHoliday afterEaster(int days) {
        return new AnnualHoliday(new EasterDate(days), Year.MIN_VALUE, Year.MAX_VALUE);
    }

    /** The same from this year on, inclusive. */
    public AnnualHoliday from(int year) {
        return new AnnualHoliday(date, year, lastYear);
    }

    /** The same until this year, inclusive. */
    public AnnualHoliday until(int year) {
        return new AnnualHoliday(date, firstYear, year);
    }

    /** The day in this year; empty if it is not kept then. */
    public Optional<LocalDate> in(int year) {
        return year < firstYear || year > lastYear ? Optional.empty() : date.in(year);
    }

    /** The Gregorian reckoning of Easter, after Meeus, Jones and Butcher. */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        int correction = (golden + 11 * moon + 22 * weekday) / 451;
        int month = (moon + weekday - 7 * correction + 114) / 31;
        int day = (moon + weekday - 7 * correction + 114) % 31 + 1;
        return LocalDate.of(year, month, day);
    }
}
