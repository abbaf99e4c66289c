package dk.sagsflow.sla.holiday;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previous;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.MoreCollectors;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjuster;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads one holiday of Jollyday's files (its holiday.xsd). What a later release of Jollyday adds to them is refused, never
 * left out: a day on which a service is thought to be open when it is not would be worse.
 */
final class HolidayReading {
    private HolidayReading() {}

    /** Whether people are off; bank holidays and days that are only observed are no public holidays. */
    static boolean isPublic(Element holiday) {
        return text(holiday, "localizedType").orElse("PUBLIC_HOLIDAY").equals("PUBLIC_HOLIDAY");
    }

    static HolidayRule rule(Element holiday) {
        return dates(holiday).moved(date -> moved(holiday, date)).when(years(holiday));
    }

    private static HolidayRule dates(Element holiday) {
        return switch (holiday.getLocalName()) {
            case "Fixed" -> HolidayRule.yearly(day(holiday)::atYear);
            case "FixedWeekday" -> weekdayInMonth(holiday);
            case "RelativeToFixed" -> relativeToFixed(holiday);
            case "RelativeToWeekdayInMonth" ->
                weekdayInMonth(child(holiday, "FixedWeekday"))
                        .moved(nearest(holiday.getAttribute("when"), weekday(holiday, "weekday")));
            case "FixedWeekdayBetweenFixed" -> weekdayBetween(holiday);
            case "FixedWeekdayRelativeToFixed" -> weekdayRelativeToFixed(holiday);
            case "ChristianHoliday", "RelativeToEasterSunday" -> EasterRules.read(holiday);
            case "IslamicHoliday", "EthiopianOrthodoxHoliday" -> OtherCalendars.read(holiday);
            default -> throw unknown(holiday, "<" + holiday.getLocalName() + ">");
        };
    }

    private static HolidayRule weekdayInMonth(Element holiday) {
        Month month = Month.valueOf(holiday.getAttribute("month"));
        TemporalAdjuster which = dayOfWeekInMonth(ordinal(holiday), weekday(holiday, "weekday"));
        return HolidayRule.yearly(year -> LocalDate.of(year, month, 1).with(which));
    }

    /** Which of its weekdays: 1 to 4 from the front, -1 the last. */
    private static int ordinal(Element holiday) {
        return switch (holiday.getAttribute("which")) {
            case "FIRST" -> 1;
            case "SECOND" -> 2;
            case "THIRD" -> 3;
            case "FOURTH" -> 4;
            case "LAST" -> -1;
            default -> throw unknown(holiday, "which=\"" + holiday.getAttribute("which") + "\"");
        };
    }

    private static HolidayRule relativeToFixed(Element holiday) {
        HolidayRule from = HolidayRule.yearly(day(child(holiday, "Date"))::atYear);
        String when = child(holiday, "When").getTextContent().strip();
        ImmutableList<Element> weekday = children(holiday, "Weekday");
        if (!weekday.isEmpty()) {
            return from.moved(nearest(
                    when, DayOfWeek.valueOf(weekday.get(0).getTextContent().strip())));
        }
        int days = Integer.parseInt(child(holiday, "Days").getTextContent().strip());
        return from.moved(date -> date.plus(when.equals("BEFORE") ? -days : days, ChronoUnit.DAYS));
    }

    private static TemporalAdjuster nearest(String when, DayOfWeek weekday) {
        return when.equals("BEFORE") ? previous(weekday) : next(weekday);
    }

    private static HolidayRule weekdayBetween(Element holiday) {
        MonthDay from = day(child(holiday, "from"));
        MonthDay to = day(child(holiday, "to"));
        TemporalAdjuster weekday = nextOrSame(weekday(holiday, "weekday"));
        return year ->
                HolidayRule.yearly(from::atYear).moved(weekday).in(year).filter(date -> !date.isAfter(to.atYear(year)));
    }

    private static HolidayRule weekdayRelativeToFixed(Element holiday) {
        DayOfWeek weekday = weekday(holiday, "weekday");
        HolidayRule from = HolidayRule.yearly(day(child(holiday, "day"))::atYear);
        String when = holiday.getAttribute("when");
        if (when.equals("CLOSEST")) {
            return from.moved(date -> date.minus(3, ChronoUnit.DAYS).with(nextOrSame(weekday)));
        }
        int weeks = ordinal(holiday) - 1;
        return from.moved(nearest(when, weekday))
                .moved(date -> date.plus(when.equals("BEFORE") ? -weeks : weeks, ChronoUnit.WEEKS));
    }

    /** The date, or where the first condition that holds takes it. */
    private static Temporal moved(Element holiday, Temporal date) {
        DayOfWeek day = DayOfWeek.from(date);
        for (Element condition : children(holiday, "MovingCondition")) {
            if (weekday(condition, "substitute") == day) {
                DayOfWeek to = weekday(condition, "weekday");
                return date.with(condition.getAttribute("with").equals("NEXT") ? nextOrSame(to) : previousOrSame(to));
            }
        }
        return date;
    }

    private static IntPredicate years(Element holiday) {
        int from = text(holiday, "validFrom").map(Integer::parseInt).orElse(Integer.MIN_VALUE);
        int until = text(holiday, "validTo").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        int anchor = from == Integer.MIN_VALUE ? until : from;
        IntPredicate cycle = cycle(holiday, anchor);
        return year -> year >= from && year <= until && cycle.test(year);
    }

    private static IntPredicate cycle(Element holiday, int anchor) {
        String every = text(holiday, "every").orElse("EVERY_YEAR");
        return switch (every) {
            case "EVERY_YEAR" -> year -> true;
            case "ODD_YEARS" -> year -> year % 2 != 0;
            case "EVEN_YEARS" -> year -> year % 2 == 0;
            case "TWO_YEARS" -> year -> (year - anchor) % 2 == 0;
            case "THREE_YEARS" -> year -> (year - anchor) % 3 == 0;
            case "FOUR_YEARS" -> year -> (year - anchor) % 4 == 0;
            case "FIVE_YEARS" -> year -> (year - anchor) % 5 == 0;
            case "SIX_YEARS" -> year -> (year - anchor) % 6 == 0;
            default -> throw unknown(holiday, "every=\"" + every + "\"");
        };
    }

    private static MonthDay day(Element fixed) {
        return MonthDay.of(Month.valueOf(fixed.getAttribute("month")), Integer.parseInt(fixed.getAttribute("day")));
    }

    private static DayOfWeek weekday(Element element, String attribute) {
        return DayOfWeek.valueOf(element.getAttribute(attribute));
    }

    static Optional<String> text(Element element, String attribute) {
        return element.hasAttribute(attribute) ? Optional.of(element.getAttribute(attribute)) : Optional.empty();
    }

    static Element child(Element parent, String name) {
        return children(parent, name).stream().collect(MoreCollectors.onlyElement());
    }

    static ImmutableList<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<Element> children(Element parent) {
        ImmutableList.Builder<Element> children = ImmutableList.builder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children.build();
    }

    static IllegalStateException unknown(Element holiday, String what) {
        return new IllegalStateException("this release does not know " + what + " in Jollyday's holidays ("
                + holiday.getAttribute("descriptionPropertiesKey") + "); it reads those of Jollyday 2.1");
    }
}
