package dk.sagsflow.sla.calendar;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.w3c.dom.Element;

/** Holidays that go by Easter, the Western one or that of the Julian calendar. */
final class EasterRules {
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
        return switch (type) {
            case "CLEAN_MONDAY", "SHROVE_MONDAY" -> -48;
            case "MARDI_GRAS", "CARNIVAL" -> -47;
            case "ASH_WEDNESDAY" -> -46;
            case "MAUNDY_THURSDAY" -> -3;
            case "GOOD_FRIDAY" -> -2;
            case "EASTER_SATURDAY" -> -1;
            case "EASTER" -> 0;
            case "EASTER_MONDAY" -> 1;
            case "EASTER_TUESDAY" -> 2;
            case "GENERAL_PRAYER_DAY" -> 26;
            case "ASCENSION_DAY" -> 39;
            case "PENTECOST", "WHIT_SUNDAY" -> 49;
            case "WHIT_MONDAY", "PENTECOST_MONDAY" -> 50;
            case "CORPUS_CHRISTI" -> 60;
            case "SACRED_HEART" -> 68;
            default -> throw HolidayReading.unknown(holiday, "type=\"" + type + "\"");
        };
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
