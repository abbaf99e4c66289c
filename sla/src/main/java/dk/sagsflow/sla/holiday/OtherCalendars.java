package dk.sagsflow.sla.holiday;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** Holidays on a date of the Islamic or of the Ethiopian year, which begins anywhere in ours. */
final class OtherCalendars {
    /** The first day of the year 1 of the Coptic calendar, whose years and months the Ethiopian one shares. */
    private static final LocalDate COPTIC_BEGINNING = LocalDate.of(284, 8, 29);

    private static final ImmutableMap<String, MonthDay> ISLAMIC = ImmutableMap.<String, MonthDay>builder()
            .put("NEWYEAR", MonthDay.of(1, 1))
            .put("ASCHURA", MonthDay.of(1, 10))
            .put("MAWLID_AN_NABI", MonthDay.of(3, 12))
            .put("LAILAT_AL_MIRAJ", MonthDay.of(7, 27))
            .put("LAILAT_AL_BARAT", MonthDay.of(8, 15))
            .put("RAMADAN", MonthDay.of(9, 1))
            .put("LAILAT_AL_QADR", MonthDay.of(9, 27))
            .put("ID_AL_FITR", MonthDay.of(10, 1))
            .put("ID_AL_FITR_2", MonthDay.of(10, 2))
            .put("ID_AL_FITR_3", MonthDay.of(10, 3))
            .put("ARAFAAT", MonthDay.of(12, 9))
            .put("ID_UL_ADHA", MonthDay.of(12, 10))
            .put("ID_UL_ADHA_2", MonthDay.of(12, 11))
            .put("ID_UL_ADHA_3", MonthDay.of(12, 12))
            .buildOrThrow();

    private static final ImmutableMap<String, MonthDay> ETHIOPIAN = ImmutableMap.of(
            "TIMKAT", MonthDay.of(5, 10), "ENKUTATASH", MonthDay.of(1, 1), "MESKEL", MonthDay.of(1, 17));

    private OtherCalendars() {}

    static HolidayRule read(Element holiday) {
        String type = holiday.getAttribute("type");
        if (type.equals("RAMADAN_END")) {
            return islamic(MonthDay.of(10, 1), -1);
        }
        return Optional.ofNullable(ISLAMIC.get(type))
                .map(day -> islamic(day, 0))
                .or(() -> Optional.ofNullable(ETHIOPIAN.get(type)).map(OtherCalendars::ethiopian))
                .orElseThrow(() -> HolidayReading.unknown(holiday, "type=\"" + type + "\""));
    }

    private static HolidayRule islamic(MonthDay day, int later) {
        return year -> IntStream.rangeClosed(
                        hijrahYear(LocalDate.of(year, 1, 1)), hijrahYear(LocalDate.of(year + 1, 1, 1)))
                .mapToObj(theirs -> hijrah(theirs, day).plusDays(later))
                .filter(date -> date.getYear() == year);
    }

    private static LocalDate hijrah(int year, MonthDay day) {
        return LocalDate.from(HijrahChronology.INSTANCE.date(year, day.getMonthValue(), day.getDayOfMonth()));
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
