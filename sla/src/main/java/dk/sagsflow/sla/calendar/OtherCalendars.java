package dk.sagsflow.sla.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoField;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** Holidays on a date of the Islamic or of the Ethiopian year, which begins anywhere in ours. */
final class OtherCalendars {
    /** The first day of the year 1 of the Coptic calendar, whose years and months the Ethiopian one shares. */
    private static final LocalDate COPTIC_BEGINNING = LocalDate.of(284, 8, 29);

    private OtherCalendars() {}

    static HolidayRule read(Element holiday) {
        String type = holiday.getAttribute("type");
        return switch (type) {
            case "NEWYEAR" -> islamic(1, 1);
            case "ASCHURA" -> islamic(1, 10);
            case "MAWLID_AN_NABI" -> islamic(3, 12);
            case "LAILAT_AL_MIRAJ" -> islamic(7, 27);
            case "LAILAT_AL_BARAT" -> islamic(8, 15);
            case "RAMADAN" -> islamic(9, 1);
            case "LAILAT_AL_QADR" -> islamic(9, 27);
            case "RAMADAN_END" -> islamic(10, 1, -1);
            case "ID_AL_FITR" -> islamic(10, 1);
            case "ID_AL_FITR_2" -> islamic(10, 2);
            case "ID_AL_FITR_3" -> islamic(10, 3);
            case "ARAFAAT" -> islamic(12, 9);
            case "ID_UL_ADHA" -> islamic(12, 10);
            case "ID_UL_ADHA_2" -> islamic(12, 11);
            case "ID_UL_ADHA_3" -> islamic(12, 12);
            case "TIMKAT" -> ethiopian(MonthDay.of(5, 10));
            case "ENKUTATASH" -> ethiopian(MonthDay.of(1, 1));
            case "MESKEL" -> ethiopian(MonthDay.of(1, 17));
            default -> throw HolidayReading.unknown(holiday, "type=\"" + type + "\"");
        };
    }

    private static HolidayRule islamic(int month, int day) {
        return islamic(month, day, 0);
    }

    private static HolidayRule islamic(int month, int day, int later) {
        return year -> IntStream.rangeClosed(
                        hijrahYear(LocalDate.of(year, 1, 1)), hijrahYear(LocalDate.of(year + 1, 1, 1)))
                .mapToObj(theirs -> LocalDate.from(HijrahChronology.INSTANCE.date(theirs, month, day))
                        .plusDays(later))
                .filter(date -> date.getYear() == year);
    }

    private static int hijrahYear(LocalDate date) {
        ChronoLocalDate theirs = HijrahChronology.INSTANCE.date(date);
        return theirs.get(ChronoField.YEAR);
    }

    private static HolidayRule ethiopian(MonthDay day) {
        return year -> IntStream.rangeClosed(year - 285, year - 283)
                .mapToObj(theirs -> coptic(theirs, day))
                .filter(date -> date.getYear() == year);
    }

    /** Years of 365 days, every fourth one longer by a day at its end; months of 30 days. */
    private static LocalDate coptic(int year, MonthDay day) {
        long days = 365L * (year - 1) + year / 4 + 30L * (day.getMonthValue() - 1) + day.getDayOfMonth() - 1;
        return COPTIC_BEGINNING.plusDays(days);
    }
}
