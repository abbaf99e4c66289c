package dk.sagsflow.sla.json;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.sla.calendar.OpeningHours;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceCalendarBuilder;
import dk.sagsflow.sla.holiday.AnnualHoliday;
import dk.sagsflow.sla.holiday.HolidayClosing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the JSON form of calendars, {@code calendars.json} of a model: a public contract. A calendar may be made of those
 * listed before it. Unknown members are problems; what a release reads, each later release reads. Immutable.
 */
public final class CalendarsJson {
    /** The newest format that this release reads. */
    public static final int FORMAT = 1;

    private static final Pattern LACKS_A_DIGIT = Pattern.compile("\\d:[0-5]\\d");
    private static final ImmutableSet<String> EFFECTS = ImmutableSet.of("closed", "hours", "extra", "closures");
    private static final ImmutableMap<String, BinaryOperator<ServiceCalendar>> OPERATIONS = ImmutableMap.of(
            "union", ServiceCalendar::union,
            "intersection", ServiceCalendar::intersection,
            "minus", ServiceCalendar::minus);

    private final Map<String, ServiceCalendar> known = new LinkedHashMap<>();

    private CalendarsJson() {}

    /** The calendars by their ids, in listed order; empty if anything was wrong, which the document then knows. */
    public static Optional<ImmutableMap<String, ServiceCalendar>> read(JsonPlace root) {
        return new CalendarsJson().calendars(root);
    }

    /** A wrong calendar stands for any, so that those made of it are read for mistakes of their own. */
    private Optional<ImmutableMap<String, ServiceCalendar>> calendars(JsonPlace root) {
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        root.allowOnly("$schema", "format", "calendars");
        JsonPlace list = root.at("calendars");
        list.checkUnique("calendar", "id");
        for (JsonPlace place : list.elements("an array of calendars")) {
            Optional<String> id = place.at("id").text("an id");
            Optional<ServiceCalendar> calendar = calendar(place);
            id.ifPresent(name -> known.putIfAbsent(name, calendar.orElseGet(ServiceCalendar::always)));
        }
        return root.made(() -> ImmutableMap.copyOf(known));
    }

    private Optional<ServiceCalendar> calendar(JsonPlace place) {
        if (place.at("always").present()) {
            return always(place);
        }
        if (place.at("versions").present()) {
            place.allowOnly("id", "name", "versions");
            return versions(place.at("versions"));
        }
        for (String operation : OPERATIONS.keySet()) {
            if (place.at(operation).present()) {
                place.allowOnly("id", "name", operation);
                return combined(operation, place.at(operation));
            }
        }
        return local(place);
    }

    private static Optional<ServiceCalendar> always(JsonPlace place) {
        place.allowOnly("id", "name", "always", "zone");
        Optional<ZoneId> zone = zone(place);
        return place.at("always")
                .flag()
                .flatMap(always -> place.made(() -> ServiceCalendar.always(zone.orElseThrow())));
    }

    private static Optional<ZoneId> zone(JsonPlace place) {
        return place.at("zone").parsed("a time zone as Europe/Copenhagen", ZoneId::of);
    }

    private Optional<ServiceCalendar> combined(String operation, JsonPlace place) {
        ImmutableList<ServiceCalendar> operands =
                place.atLeastOne("an array of calendars listed before", operand -> operand.oneOf("calendars", known));
        return place.made(
                () -> operands.stream().reduce(OPERATIONS.get(operation)).orElseThrow());
    }

    private Optional<ServiceCalendar> versions(JsonPlace place) {
        List<JsonPlace> versions = place.elements("an array of versions");
        Map<LocalDate, ServiceCalendar> later = new LinkedHashMap<>();
        Optional<ServiceCalendar> first = Optional.empty();
        for (int i = 0; i < versions.size(); i++) {
            JsonPlace version = versions.get(i);
            Optional<ServiceCalendar> calendar = version.at("calendar").oneOf("calendars", known);
            if (i == 0) {
                version.allowOnly("calendar");
                first = calendar;
            } else {
                version.allowOnly("from", "calendar");
                Optional<LocalDate> from = version.at("from").parsed("a date as 2007-09-01", LocalDate::parse);
                from.ifPresent(date -> calendar.ifPresent(valid -> later.put(date, valid)));
            }
        }
        Optional<ServiceCalendar> start = first;
        return place.made(() -> ServiceCalendar.versions(start.orElseThrow(), later));
    }

    private Optional<ServiceCalendar> local(JsonPlace place) {
        place.allowOnly("id", "name", "zone", "week", "publicHolidays", "holidays", "specialDays", "holidaysClose");
        Optional<ZoneId> zone = zone(place);
        ServiceCalendarBuilder builder = ServiceCalendar.in(zone.orElse(ZoneId.of("UTC")));
        place.at("week").elements("an array of openings").forEach(opening -> open(builder, opening));
        optional(place.at("publicHolidays")).forEach(country -> publicHolidays(builder, country));
        optional(place.at("holidays")).forEach(day -> holiday(day).ifPresent(builder::holiday));
        optional(place.at("specialDays")).forEach(day -> specialDay(builder, day));
        place.at("holidaysClose")
                .ifPresent(value -> value.constant(HolidayClosing.class))
                .ifPresent(builder::holidaysClose);
        return place.made(builder::build);
    }

    private static ImmutableList<JsonPlace> optional(JsonPlace place) {
        return place.present() ? place.elements("an array") : ImmutableList.of();
    }

    private static void open(ServiceCalendarBuilder builder, JsonPlace place) {
        place.allowOnly("from", "to", "hours", "breaks");
        Optional<DayOfWeek> from = place.at("from").constant(DayOfWeek.class);
        Optional<DayOfWeek> to = place.at("to").ifPresent(day -> day.constant(DayOfWeek.class));
        ImmutableList<OpeningHours> hours = hours(place.at("hours"));
        ImmutableList<OpeningHours> breaks = optionalHours(place.at("breaks"));
        var unused = place.made(() -> {
            DayOfWeek first = from.orElseThrow();
            hours.forEach(opening -> builder.open(first, to.orElse(first), opening));
            breaks.forEach(rest -> builder.weeklyBreak(first, to.orElse(first), rest));
            return builder;
        });
    }

    private static ImmutableList<OpeningHours> hours(JsonPlace place) {
        return place.atLeastOne(
                "an array of opening hours as 08:00-16:00",
                hours -> hours.text("opening hours").flatMap(text -> hours.made(() -> hours(text))));
    }

    private static ImmutableList<OpeningHours> optionalHours(JsonPlace place) {
        return place.present() ? hours(place) : ImmutableList.of();
    }

    private static OpeningHours hours(String text) {
        List<String> times = Splitter.on('-').trimResults().splitToList(text);
        if (times.size() != 2) {
            throw new IllegalArgumentException(text + " is not two times with a hyphen between, as 08:00-16:00");
        }
        checkTime(times.get(0));
        if (!times.get(1).equals("24:00")) {
            checkTime(times.get(1));
        }
        return OpeningHours.of(times.get(0), times.get(1));
    }

    private static void checkTime(String text) {
        try {
            var unused = LocalTime.parse(text);
        } catch (DateTimeParseException unfit) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time of day; two digits of the hour, a colon, two of the minute are one"
                            + (LACKS_A_DIGIT.matcher(text).matches() ? ": \"0" + text + "\"" : ": \"08:00\""),
                    unfit);
        }
    }

    private static void publicHolidays(ServiceCalendarBuilder builder, JsonPlace place) {
        Optional<String> code = place.text("a country as DK or a region as DE-BY");
        code.ifPresent(text -> {
            List<String> parts = Splitter.on('-').limit(2).splitToList(text);
            var unused = place.made(() -> parts.size() == 1
                    ? builder.publicHolidays(parts.get(0))
                    : builder.publicHolidays(parts.get(0), parts.get(1)));
        });
    }

    private static Optional<AnnualHoliday> holiday(JsonPlace place) {
        place.allowOnly("date", "fromEaster", "firstYear", "lastYear");
        Optional<AnnualHoliday> day = place.at("fromEaster").present()
                ? place.at("fromEaster").integer(-100, 100).map(AnnualHoliday::afterEaster)
                : place.at("date")
                        .parsed("a month and day as 12-24", text -> MonthDay.parse("--" + text))
                        .map(AnnualHoliday::on);
        Optional<Integer> first = place.at("firstYear").ifPresent(year -> year.integer(1, 9999));
        Optional<Integer> last = place.at("lastYear").ifPresent(year -> year.integer(1, 9999));
        return day.flatMap(every -> place.made(() -> {
            AnnualHoliday from = first.map(every::from).orElse(every);
            return last.map(from::until).orElse(from);
        }));
    }

    private static void specialDay(ServiceCalendarBuilder builder, JsonPlace place) {
        place.allowOnly("date", "dates", "closed", "hours", "extra", "closures");
        ImmutableList<LocalDate> dates = dates(place);
        if (EFFECTS.stream().filter(effect -> place.at(effect).present()).count() != 1) {
            place.report("a special day has one of closed, hours, extra, closures");
            return;
        }
        boolean closed = place.at("closed").ifPresent(JsonPlace::flag).orElse(false);
        ImmutableList<OpeningHours> hours = optionalHours(place.at("hours"));
        ImmutableList<OpeningHours> extra = optionalHours(place.at("extra"));
        ImmutableList<OpeningHours> closures = optionalHours(place.at("closures"));
        var unused = place.made(() -> {
            if (closed) {
                builder.closed(dates);
            }
            for (LocalDate date : dates) {
                specialHours(builder, date, hours);
                extra.forEach(opening -> builder.extraOpening(date, opening));
                closures.forEach(times -> builder.closed(date, times));
            }
            return builder;
        });
    }

    private static void specialHours(
            ServiceCalendarBuilder builder, LocalDate date, ImmutableList<OpeningHours> hours) {
        if (!hours.isEmpty()) {
            builder.hours(date, hours.get(0), hours.subList(1, hours.size()).toArray(new OpeningHours[0]));
        }
    }

    /** One date, or several. */
    private static ImmutableList<LocalDate> dates(JsonPlace place) {
        if (place.at("dates").present()) {
            if (place.at("date").present()) {
                place.report("a special day has a date or dates, not both");
            }
            return place.at("dates").atLeastOne("an array of dates as 2007-12-27", CalendarsJson::date);
        }
        return date(place.at("date")).stream().collect(ImmutableList.toImmutableList());
    }

    private static Optional<LocalDate> date(JsonPlace place) {
        return place.parsed("a date as 2007-12-27", LocalDate::parse);
    }
}
