package dk.sagsflow.sla.holiday;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;
import org.w3c.dom.Element;

/** Holidays that go by Easter, the Western one or that of the Julian calendar. */
final class EasterRules {
    private static final ImmutableMap<String, Integer> DAYS = ImmutableMap.<String, Integer>builder()
            .put("CLEAN_MONDAY", -48)
            .put("SHROVE_MONDAY", -48)
            .put("MARDI_GRAS", -47)
            .put("CARNIVAL", -47)
            .put("ASH_WEDNESDAY", -46)
            .put("MAUNDY_THURSDAY", -3)
            .put("GOOD_FRIDAY", -2)
            .put("EASTER_SATURDAY", -1)
            .put("EASTER", 0)
            .put("EASTER_MONDAY", 1)
            .put("EASTER_TUESDAY", 2)
            .put("GENERAL_PRAYER_DAY", 26)
            .put("ASCENSION_DAY", 39)
            .put("PENTECOST", 49)
            .put("WHIT_SUNDAY", 49)
            .put("WHIT_MONDAY", 50)
            .put("PENTECOST_MONDAY", 50)
            .put("CORPUS_CHRISTI", 60)
            .put("SACRED_HEART", 68)
            .buildOrThrow();

    private EasterRules() {}

    static HolidayRule read(Element holiday) {
        if (holiday.getLocalName().equals("RelativeToEasterSunday")) {
            int days = Integer.parseInt(
                    HolidayReading.child(holiday, "days").getTextContent().strip());
            return rule(
                    HolidayReading.child(holiday, "chronology").getTextContent().strip(), days);
        }
        String chronology = HolidayReading.text(holiday, "chronology").orElse("GREGORIAN");
        return rule(chronology, daysFromEaster(holiday));
    }

    private static HolidayRule rule(String chronology, int days) {
        IntFunction<LocalDate> easter =
                chronology.equals("JULIAN") ? EasterRules::julianEaster : AnnualHoliday::easterSunday;
        return HolidayRule.yearly(year -> easter.apply(year).plusDays(days));
    }

    private static int daysFromEaster(Element holiday) {
        String type = holiday.getAttribute("type");
        return Optional.ofNullable(DAYS.get(type))
                .orElseThrow(() -> HolidayReading.unknown(holiday, "type=\"" + type + "\""));
    }

    /** The reckoning of Meeus for the Julian calendar, as a date of ours. */
    private static LocalDate julianEaster(int year) {
        int moon = (19 * (year % 19) + 15) % 30;
        int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int month = (moon + weekday + 114) / 31;
        int day = (moon + weekday + 114) % 31 + 1;
        int behind = year / 100 - year / 400 - 2;
        return LocalDate.of(year, month, day).plusDays(behind);
    }
}
