package dk.sagsflow.imports.servicenow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.imports.draft.CalendarDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schedules with their entries and the schedules that they take in. Not thread-safe. */
final class NowSchedules {
    private static final ImmutableMap<String, String> DAYS = ImmutableMap.of(
            "daily", "1234567", "weekdays", "12345", "weekends", "67", "weekMWF", "135", "weekTT", "24");
    private static final int LONGEST_ENTRY = 3660;

    private final ImmutableList<Entry> rows;
    private final ImportSettings settings;
    private final ModelDraft draft;
    private final Map<String, String> ids = new LinkedHashMap<>();

    NowSchedules(ImmutableList<Entry> rows, ImportSettings settings, ModelDraft draft) {
        this.rows = rows;
        this.settings = settings;
        this.draft = draft;
        ServiceNowTranslation.of(rows, "cmn_schedule").forEach(this::schedule);
        for (Entry span : ServiceNowTranslation.of(rows, "cmn_schedule_span")) {
            span.needed("schedule", "the sys_id of a schedule")
                    .filter(id -> !ids.containsKey(id))
                    .ifPresent(id -> span.report(
                            "schedule", "there is no schedule " + id + "; give the table cmn_schedule too"));
        }
    }

    private void schedule(Entry row) {
        Optional<String> id = row.text("sys_id");
        Optional<String> name = row.needed("name", "the name of a schedule");
        Optional<ZoneId> zone = zone(row);
        if (id.isEmpty() || name.isEmpty() || zone.isEmpty()) {
            return;
        }
        CalendarDraft calendar = new CalendarDraft(name.get(), zone.get());
        String here = draft.calendar(name.get(), calendar);
        ids.put(id.get(), here);
        fill(calendar, id.get())
                .forEach(span -> draft.notes()
                        .noEqual(
                                NoteCode.SPAN_LEFT_OUT,
                                span.place(),
                                span.text("name").orElse("-"),
                                name.get()));
        draft.tellCalendar(row.place(), name.get(), here, row.text("time_zone").isPresent());
        if (calendar.neverOpens()) {
            withoutHours(row, id.get(), name.get(), calendar);
        }
    }

    /** Gives the entries that have no equal. */
    private List<Entry> fill(CalendarDraft calendar, String id) {
        List<Entry> leftOut = new ArrayList<>();
        spans(id).forEach(span -> span(calendar, span, excludes(span), leftOut));
        for (Entry other : ServiceNowTranslation.of(rows, "cmn_other_schedule")) {
            if (other.text("schedule").equals(Optional.of(id))) {
                spans(other.text("child_schedule").orElse(""))
                        .forEach(span -> span(calendar, span, excludes(other), leftOut));
            }
        }
        return leftOut;
    }

    private void withoutHours(Entry row, String id, String name, CalendarDraft calendar) {
        if (spans(id).stream().allMatch(NowSchedules::excludes) && takenIn(id)) {
            calendar.open(0, CalendarDraft.WEEK);
        } else {
            row.report("name", "schedule " + name + " has no hours; give the table cmn_schedule_span too");
        }
    }

    /** Whether another schedule takes it in: such a list of holidays needs no hours of its own. */
    private boolean takenIn(String id) {
        return ServiceNowTranslation.of(rows, "cmn_other_schedule").stream()
                .anyMatch(other -> other.text("child_schedule").equals(Optional.of(id)));
    }

    private Optional<ZoneId> zone(Entry row) {
        return row.text("time_zone").isEmpty()
                ? Optional.of(settings.zone().orElse(ZoneId.of("UTC")))
                : row.parsed("time_zone", "a time zone", ZoneId::of);
    }

    private List<Entry> spans(String schedule) {
        return ServiceNowTranslation.of(rows, "cmn_schedule_span").stream()
                .filter(span -> span.text("schedule").equals(Optional.of(schedule)))
                .toList();
    }

    private static boolean excludes(Entry row) {
        return row.text("type").filter(type -> type.startsWith("exclude")).isPresent();
    }

    /** When an entry is for the first time, and whether it closes what is open then. */
    private record Occurrence(LocalDateTime from, LocalDateTime to, boolean excluded) {
        boolean isOfWholeDays() {
            return from.toLocalTime().equals(LocalTime.MIDNIGHT)
                    && to.toLocalTime().equals(LocalTime.MIDNIGHT);
        }
    }

    private void span(CalendarDraft hours, Entry span, boolean excluded, List<Entry> leftOut) {
        Optional<Occurrence> first = first(span, excluded);
        if (first.isEmpty()) {
            return;
        }
        if (!everyTime(span) || !isAdded(hours, span, first.get())) {
            leftOut.add(span);
        }
        told(span);
    }

    private static boolean isAdded(CalendarDraft hours, Entry span, Occurrence first) {
        String days = days(span, first.from());
        return days.isEmpty() ? dated(hours, repeats(span), first) : weekly(hours, days, first);
    }

    private static Optional<Occurrence> first(Entry span, boolean excluded) {
        Optional<LocalDateTime> start = moment(span, "start_date_time");
        Optional<LocalDateTime> end = moment(span, "end_date_time");
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        boolean allDay = span.yes("all_day", false);
        LocalDateTime from = allDay ? start.get().toLocalDate().atStartOfDay() : start.get();
        LocalDateTime to = allDay ? wholeDays(end.get()) : end.get();
        if (!from.isBefore(to) || from.until(to, ChronoUnit.DAYS) > LONGEST_ENTRY) {
            span.report("end_date_time", "an entry ends after it starts, " + LONGEST_ENTRY + " days later at most");
            return Optional.empty();
        }
        return Optional.of(new Occurrence(from, to, excluded));
    }

    private static String repeats(Entry span) {
        return span.text("repeat_type").orElse("");
    }

    /** On which days of the week it is, as digits from Monday; empty if it does not repeat weekly or daily. */
    private static String days(Entry span, LocalDateTime from) {
        String repeats = repeats(span);
        return repeats.equals("weekly")
                ? span.text("days_of_week")
                        .orElse(String.valueOf(from.getDayOfWeek().getValue()))
                : DAYS.getOrDefault(repeats, "");
    }

    private static Optional<LocalDateTime> moment(Entry span, String field) {
        return span.parsed(field, "a time as 20260101T080000", NowTimes::moment).filter(time -> {
            boolean within = time.getYear() >= 1900 && time.getYear() < 2189;
            if (!within) {
                span.report(field, time + " is not a time from 1900 to 2188");
            }
            return within;
        });
    }

    private static LocalDateTime wholeDays(LocalDateTime end) {
        LocalDate day = end.toLocalDate();
        return end.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? end
                : day.plusDays(1).atStartOfDay();
    }

    private static boolean everyTime(Entry span) {
        return span.text("repeat_count")
                .filter(count -> !count.equals("1") && !count.equals("0"))
                .isEmpty();
    }

    private void told(Entry span) {
        span.text("repeat_until")
                .filter(until -> !until.equals("0"))
                .ifPresent(until -> draft.notes()
                        .noEqual(NoteCode.SETTING_LEFT_OUT, span.placeOf("repeat_until"), "repeat_until", until));
    }

    private static boolean weekly(CalendarDraft hours, String days, Occurrence first) {
        long seconds = first.from().until(first.to(), ChronoUnit.SECONDS);
        if (seconds > CalendarDraft.WEEK || !days.matches("[1-7]+")) {
            return false;
        }
        for (int i = 0; i < days.length(); i++) {
            int start = (days.charAt(i) - '1') * CalendarDraft.DAY
                    + first.from().toLocalTime().toSecondOfDay();
            if (first.excluded()) {
                hours.close(start, start + (int) seconds);
            } else {
                hours.open(start, start + (int) seconds);
            }
        }
        return true;
    }

    /** Days of a year, every year or once; parts of days once. */
    private static boolean dated(CalendarDraft hours, String repeats, Occurrence first) {
        LocalDate day = first.from().toLocalDate();
        if (repeats.equals("yearly") && first.isOfWholeDays() && first.excluded()) {
            day.datesUntil(first.to().toLocalDate()).map(MonthDay::from).forEach(hours::closed);
            return true;
        }
        if (!repeats.isEmpty() && !repeats.equals("none")) {
            return false;
        }
        for (; day.atStartOfDay().isBefore(first.to()); day = day.plusDays(1)) {
            once(hours, day, first);
        }
        return true;
    }

    private static void once(CalendarDraft hours, LocalDate day, Occurrence whole) {
        LocalTime first = day.equals(whole.from().toLocalDate()) ? whole.from().toLocalTime() : LocalTime.MIDNIGHT;
        LocalTime last = day.equals(whole.to().toLocalDate()) ? whole.to().toLocalTime() : LocalTime.MIDNIGHT;
        if (!whole.excluded()) {
            hours.extra(day, first, last);
        } else if (first.equals(last)) {
            hours.closed(day);
        } else {
            hours.closed(day, first, last);
        }
    }

    /** The calendar of a definition; empty, and a problem, if there is none of that id. */
    Optional<String> of(Entry definition) {
        String source = definition.text("schedule_source").orElse("sla_definition");
        Optional<String> wanted = definition.text("schedule");
        if (source.equals("no_schedule") || (wanted.isEmpty() && source.equals("sla_definition"))) {
            return Optional.of(always());
        }
        if (!source.equals("sla_definition")) {
            return fromTask(definition);
        }
        Optional<String> found = wanted.map(ids::get);
        if (found.isEmpty()) {
            definition.report(
                    "schedule", "there is no schedule " + wanted.orElse("") + "; give the table cmn_schedule too");
        }
        return found;
    }

    /** The task says which schedule counts; an import takes one for all. */
    private Optional<String> fromTask(Entry definition) {
        Optional<Map.Entry<String, String>> chosen = chosen();
        if (chosen.isEmpty()) {
            definition.report("schedule_source", "the task says which schedule counts, and none was given");
        }
        chosen.ifPresent(each -> draft.notes()
                .guessed(
                        NoteCode.FIRST_OF_SCHEDULES,
                        definition.placeOf("schedule_source"),
                        draft.placeOfCalendar(each.getValue()),
                        each.getValue(),
                        Integer.toString(ids.size())));
        return chosen.map(Map.Entry::getValue);
    }

    /** The first one, unless the settings name another. */
    private Optional<Map.Entry<String, String>> chosen() {
        return ids.entrySet().stream()
                .filter(each -> settings.calendar().isEmpty()
                        || settings.calendar().get().equals(each.getKey())
                        || settings.calendar().get().equals(each.getValue()))
                .findFirst();
    }

    private String always() {
        ZoneId first = ids.values().stream().findFirst().flatMap(draft::zoneOf).orElse(ZoneId.of("UTC"));
        return draft.always(settings.zone().orElse(first));
    }
}
