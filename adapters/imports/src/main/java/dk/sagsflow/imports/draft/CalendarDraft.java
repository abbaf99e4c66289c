package dk.sagsflow.imports.draft;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A calendar that is being written. Openings are joined where they touch and parted at midnight, so that a holiday closes its calendar date, as
 * it does elsewhere. Not thread-safe.
 */
public final class CalendarDraft {
    /** Seconds of a day. */
    public static final int DAY = 24 * 60 * 60;

    /** Seconds of a week. */
    public static final int WEEK = 7 * DAY;

    private final String name;
    private final ZoneId zone;
    private final RangeSet<Integer> week = TreeRangeSet.create();
    private final SortedSet<LocalDate> closed = new TreeSet<>();
    private final SortedSet<MonthDay> annual = new TreeSet<>();
    private final ListMultimap<LocalDate, String> closures =
            MultimapBuilder.treeKeys().arrayListValues().build();
    private final ListMultimap<LocalDate, String> extra =
            MultimapBuilder.treeKeys().arrayListValues().build();

    /** A calendar that is never open yet. */
    public CalendarDraft(String name, ZoneId zone) {
        this.name = name;
        this.zone = zone;
    }

    /** Opens it every week between two seconds of the week, from Monday at midnight on; what is beyond Sunday is the next week. */
    public void open(int from, int toExclusive) {
        if (from >= WEEK) {
            open(from - WEEK, toExclusive - WEEK);
        } else if (toExclusive > WEEK) {
            week.add(Range.closedOpen(from, WEEK));
            week.add(Range.closedOpen(0, Math.min(WEEK, toExclusive - WEEK)));
        } else if (from < toExclusive) {
            week.add(Range.closedOpen(from, toExclusive));
        }
    }

    /** Opens it on a day of every week, between two seconds of the day; an end before the start is on the next day. */
    public void open(DayOfWeek day, int from, int toExclusive) {
        int midnight = (day.getValue() - 1) * DAY;
        open(midnight + from, midnight + (toExclusive <= from ? toExclusive + DAY : toExclusive));
    }

    /** Closes it every week between two seconds of the week. */
    public void close(int from, int toExclusive) {
        if (toExclusive > WEEK) {
            week.remove(Range.closedOpen(from, WEEK));
            week.remove(Range.closedOpen(0, toExclusive - WEEK));
        } else if (from < toExclusive) {
            week.remove(Range.closedOpen(from, toExclusive));
        }
    }

    /** Closes it on a date. */
    public void closed(LocalDate date) {
        closed.add(date);
    }

    /** Closes it on a date of every year. */
    public void closed(MonthDay date) {
        annual.add(date);
    }

    /** Closes it on a date between two times of the day. */
    public void closed(LocalDate date, LocalTime from, LocalTime to) {
        closures.put(date, from + "-" + end(to));
    }

    /** Opens it on a date between two times of the day, beside the hours of the week. */
    public void extra(LocalDate date, LocalTime from, LocalTime to) {
        extra.put(date, from + "-" + end(to));
    }

    /** Whether no hours of the week are left. */
    public boolean neverOpens() {
        return week.isEmpty();
    }

    /** The zone of its times. */
    public ZoneId zone() {
        return zone;
    }

    void write(String id, ObjectNode node) {
        node.put("id", id).put("name", name).put("zone", zone.getId());
        writeWeek(node.putArray("week"));
        if (!annual.isEmpty()) {
            ArrayNode holidays = node.putArray("holidays");
            annual.forEach(
                    day -> holidays.addObject().put("date", day.toString().substring(2)));
        }
        if (!closed.isEmpty() || !closures.isEmpty() || !extra.isEmpty()) {
            writeSpecialDays(node.putArray("specialDays"));
        }
    }

    private void writeWeek(ArrayNode list) {
        List<List<String>> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(hours(day));
        }
        for (int first = 0, last; first < days.size(); first = last + 1) {
            last = first;
            while (last + 1 < days.size() && days.get(last + 1).equals(days.get(first))) {
                last++;
            }
            if (!days.get(first).isEmpty()) {
                writeDays(list.addObject(), DayOfWeek.of(first + 1), DayOfWeek.of(last + 1), days.get(first));
            }
        }
    }

    /** Some days on end that have the same hours. */
    private static void writeDays(ObjectNode days, DayOfWeek first, DayOfWeek last, List<String> hours) {
        days.put("from", first.name());
        if (last != first) {
            days.put("to", last.name());
        }
        hours.forEach(days.putArray("hours")::add);
    }

    private List<String> hours(DayOfWeek day) {
        int midnight = (day.getValue() - 1) * DAY;
        List<String> hours = new ArrayList<>();
        for (Range<Integer> open :
                week.subRangeSet(Range.closedOpen(midnight, midnight + DAY)).asRanges()) {
            hours.add(time(open.lowerEndpoint() - midnight) + "-" + time(open.upperEndpoint() - midnight));
        }
        return hours;
    }

    private void writeSpecialDays(ArrayNode list) {
        if (!closed.isEmpty()) {
            ObjectNode days = list.addObject();
            closed.forEach(date -> days.withArray("dates").add(date.toString()));
            days.put("closed", true);
        }
        for (Map.Entry<String, ListMultimap<LocalDate, String>> effect :
                Map.of("closures", closures, "extra", extra).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            effect.getValue().asMap().forEach((date, times) -> {
                ObjectNode special = list.addObject();
                special.put("date", date.toString());
                times.forEach(special.putArray(effect.getKey())::add);
            });
        }
    }

    private static String end(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24:00" : time.toString();
    }

    private static String time(int second) {
        String seconds = second % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", second % 60);
        return String.format(Locale.ROOT, "%02d:%02d%s", second / 3600, second / 60 % 60, seconds);
    }
}
