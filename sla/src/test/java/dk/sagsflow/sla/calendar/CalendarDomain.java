package dk.sagsflow.sla.calendar;

import dk.sagsflow.sla.holiday.AnnualHoliday;
import dk.sagsflow.sla.holiday.HolidayClosing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Calendars of every sort beside what they mean, and times around the changes of clocks. */
public final class CalendarDomain extends DomainContextBase {
    /** Zones whose clocks change in odd ways, each with a time at which they do. */
    private static final List<Map.Entry<String, String>> ODD = List.of(
            Map.entry("Europe/Copenhagen", "2007-03-25T01:00:00Z"),
            Map.entry("Europe/Copenhagen", "2007-10-28T01:00:00Z"),
            Map.entry("Australia/Lord_Howe", "2019-04-06T15:00:00Z"),
            Map.entry("Australia/Lord_Howe", "2019-10-05T15:30:00Z"),
            Map.entry("Pacific/Apia", "2011-12-30T10:00:00Z"),
            Map.entry("Antarctica/Troll", "2019-03-31T01:00:00Z"),
            Map.entry("Antarctica/Troll", "2019-10-27T01:00:00Z"),
            Map.entry("Africa/Casablanca", "2019-05-05T02:00:00Z"),
            Map.entry("Africa/Casablanca", "2019-06-09T02:00:00Z"),
            Map.entry("Europe/Dublin", "2018-10-28T01:00:00Z"),
            Map.entry("America/Havana", "2016-03-13T05:00:00Z"),
            Map.entry("America/Sao_Paulo", "2018-11-04T03:00:00Z"),
            Map.entry("Asia/Kathmandu", "1985-12-31T18:30:00Z"),
            Map.entry("America/St_Johns", "2006-10-29T02:31:00Z"),
            Map.entry("America/St_Johns", "2002-10-27T02:31:00Z"),
            Map.entry("UTC", "2016-02-29T00:00:00Z"));

    /** Called by jqwik. */
    public CalendarDomain() {}

    /**
     * A calendar, and the rules that it was built of, which the oracle reads for itself.
     *
     * @param around a time at which something happens in the zone
     */
    record Built(
            ServiceCalendar calendar,
            ZoneId zone,
            Map<DayOfWeek, List<OpeningHours>> week,
            Map<DayOfWeek, List<OpeningHours>> breaks,
            Map<LocalDate, List<OpeningHours>> special,
            Map<LocalDate, OpeningHours> extra,
            Map<LocalDate, OpeningHours> closures,
            Set<MonthDay> holidays,
            HolidayClosing closing,
            Instant around) {
        /**
         * Whether the local time of the instant lies in an opening of a service day and in no closure: nothing but the
         * definition, asked of the day itself and the one before, whose openings and closures may go on after midnight.
         */
        boolean open(Instant instant) {
            LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
            LocalDate today = local.toLocalDate();
            LocalDate yesterday = today.minusDays(1);
            return (opens(today, local) || opens(yesterday, local))
                    && !closes(today, local)
                    && !closes(yesterday, local);
        }

        private boolean closes(LocalDate day, LocalDateTime local) {
            return closures.containsKey(day) && within(day, closures.get(day), local);
        }

        private boolean opens(LocalDate serviceDay, LocalDateTime local) {
            OpeningHours more = extra.get(serviceDay);
            return (more != null && within(serviceDay, more, local))
                    || withinAny(serviceDay, special.getOrDefault(serviceDay, List.of()), local)
                    || (weekly(serviceDay, local) && !shut(serviceDay, local.toLocalDate()));
        }

        /** Whether a holiday or special day closes what the week opens: the one of either date, or of both. */
        private boolean shut(LocalDate serviceDay, LocalDate date) {
            return switch (closing) {
                case BY_OPENING_DATE -> exceptional(serviceDay);
                case BY_CALENDAR_DATE -> exceptional(date);
                case BY_BOTH_DATES -> exceptional(serviceDay) || exceptional(date);
            };
        }

        private boolean exceptional(LocalDate date) {
            return special.containsKey(date) || holidays.contains(MonthDay.from(date));
        }

        private boolean weekly(LocalDate serviceDay, LocalDateTime local) {
            LocalDate today = local.toLocalDate();
            return withinAny(serviceDay, week.getOrDefault(serviceDay.getDayOfWeek(), List.of()), local)
                    && !rests(today, local)
                    && !rests(today.minusDays(1), local);
        }

        private boolean rests(LocalDate day, LocalDateTime local) {
            return withinAny(day, breaks.getOrDefault(day.getDayOfWeek(), List.of()), local);
        }

        private static boolean withinAny(LocalDate serviceDay, List<OpeningHours> openings, LocalDateTime local) {
            for (OpeningHours hours : openings) {
                if (within(serviceDay, hours, local)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean within(LocalDate serviceDay, OpeningHours hours, LocalDateTime local) {
            LocalDateTime opens = serviceDay.atTime(hours.opening());
            boolean nextDay = !hours.closing().isAfter(hours.opening());
            LocalDateTime closes = (nextDay ? serviceDay.plusDays(1) : serviceDay).atTime(hours.closing());
            return !local.isBefore(opens) && local.isBefore(closes);
        }
    }

    @Provide
    Arbitrary<Built> calendars() {
        Arbitrary<List<Map.Entry<DayOfWeek, OpeningHours>>> hours = Combinators.combine(
                        Arbitraries.of(DayOfWeek.values()), openingHours())
                .as(Map::entry)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
        Arbitrary<List<Integer>> dayOffsets =
                Arbitraries.integers().between(-6, 6).list().ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(ODD),
                        hours,
                        dayOffsets,
                        dayOffsets,
                        dayOffsets,
                        openingHours().list().ofSize(5),
                        Arbitraries.of(HolidayClosing.values()))
                .as(CalendarDomain::build);
    }

    /** Minutes, on the hour most often, with and without midnight between. */
    static Arbitrary<OpeningHours> openingHours() {
        Arbitrary<LocalTime> times = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 0)),
                Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.MIN.plusMinutes(minute)));
        return Combinators.combine(times, times)
                .as((opening, closing) ->
                        opening.equals(closing) ? OpeningHours.wholeDay() : new OpeningHours(opening, closing));
    }

    /** Times within three days of the odd change, in whole minutes. */
    static Arbitrary<Duration> offsets() {
        return Arbitraries.integers().between(-3 * 24 * 60, 3 * 24 * 60).map(Duration::ofMinutes);
    }

    private static Built build(
            Map.Entry<String, String> odd,
            List<Map.Entry<DayOfWeek, OpeningHours>> hours,
            List<Integer> closed,
            List<Integer> otherHours,
            List<Integer> holidayOffsets,
            List<OpeningHours> spare,
            HolidayClosing closing) {
        ZoneId zone = ZoneId.of(odd.getKey());
        Instant around = Instant.parse(odd.getValue());
        LocalDate date = LocalDate.ofInstant(around, zone);
        ServiceCalendarBuilder builder = ServiceCalendar.in(zone).holidaysClose(closing);
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach(entry -> tryOpen(builder, entry)
                .ifPresent(open -> week.computeIfAbsent(entry.getKey(), unused -> new ArrayList<>())
                        .add(open)));
        Map<LocalDate, List<OpeningHours>> special = new HashMap<>();
        for (int offset : closed) {
            if (special.putIfAbsent(date.plusDays(offset), List.of()) == null) {
                builder.closed(date.plusDays(offset));
            }
        }
        for (int offset : otherHours) {
            if (special.putIfAbsent(date.plusDays(offset), List.of(spare.get(0))) == null) {
                builder.hours(date.plusDays(offset), spare.get(0));
            }
        }
        Map<LocalDate, OpeningHours> extra = Map.of(date.plusDays(2), spare.get(1));
        extra.forEach(builder::extraOpening);
        // The last two are times of a break and of closures.
        Map<DayOfWeek, List<OpeningHours>> breaks = new EnumMap<>(DayOfWeek.class);
        Map<LocalDate, OpeningHours> closures = new HashMap<>();
        for (int offset : breakOffsets(closed, holidayOffsets)) {
            DayOfWeek day = date.plusDays(offset).getDayOfWeek();
            if (breaks.isEmpty() && tryBreak(builder, week, day, spare.get(3))) {
                breaks.computeIfAbsent(day, unused -> new ArrayList<>()).add(spare.get(3));
            }
            closures.put(date.plusDays(offset + 1), spare.get(4));
        }
        closures.forEach(builder::closed);
        Set<MonthDay> holidays = new HashSet<>();
        for (int offset : holidayOffsets) {
            MonthDay day = MonthDay.from(date.plusDays(offset));
            holidays.add(day);
            builder.holiday(AnnualHoliday.on(day));
        }
        return new Built(builder.build(), zone, week, breaks, special, extra, closures, holidays, closing, around);
    }

    private static Set<Integer> breakOffsets(List<Integer> one, List<Integer> other) {
        Set<Integer> offsets = new HashSet<>();
        one.stream().map(offset -> offset / 3).forEach(offsets::add);
        other.stream().map(offset -> -offset / 2).limit(1).forEach(offsets::add);
        return offsets;
    }

    /** Leaves out breaks in no hours, and those that leave none, which the builder refuses when it builds. */
    private static boolean tryBreak(
            ServiceCalendarBuilder builder, Map<DayOfWeek, List<OpeningHours>> week, DayOfWeek day, OpeningHours rest) {
        boolean inHours = week.getOrDefault(day, List.of()).stream()
                .anyMatch(hours -> hours.opensAfter() < rest.closesAfter() && rest.opensAfter() < hours.closesAfter());
        boolean leavesSome =
                week.entrySet().stream().anyMatch(open -> open.getKey() != day && open.getKey() != day.plus(1));
        if (inHours && leavesSome) {
            builder.weeklyBreak(day, day, rest);
        }
        return inHours && leavesSome;
    }

    /** Leaves out hours that overlap, which the builder refuses. */
    private static Optional<OpeningHours> tryOpen(
            ServiceCalendarBuilder builder, Map.Entry<DayOfWeek, OpeningHours> entry) {
        try {
            builder.open(entry.getKey(), entry.getValue());
            return Optional.of(entry.getValue());
        } catch (IllegalArgumentException overlapping) {
            return Optional.empty();
        }
    }
}
