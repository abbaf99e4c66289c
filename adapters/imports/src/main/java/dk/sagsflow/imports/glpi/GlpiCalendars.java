package dk.sagsflow.imports.glpi;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.imports.draft.CalendarDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.setting.ImportSettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calendars with their segments and holidays. Not thread-safe. */
final class GlpiCalendars {
    private static final int LONGEST_HOLIDAY = 3660;

    private final ImmutableList<Entry> rows;
    private final ModelDraft draft;
    private final ZoneId zone;
    private final Map<String, CalendarDraft> drafts = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    GlpiCalendars(ImmutableList<Entry> rows, ImportSettings settings, ModelDraft draft) {
        this.rows = rows;
        this.draft = draft;
        this.zone = settings.zone().orElse(ZoneId.of("UTC"));
        for (Entry row : GlpiTranslation.of(rows, "Calendar")) {
            calendar(row, settings.zone().isPresent());
        }
        GlpiTranslation.of(rows, "CalendarSegment").forEach(this::segment);
        GlpiTranslation.of(rows, "Calendar_Holiday").forEach(this::holiday);
        GlpiTranslation.of(rows, "Calendar").forEach(this::checkHours);
    }

    private void checkHours(Entry row) {
        row.text("id")
                .map(drafts::get)
                .filter(CalendarDraft::neverOpens)
                .ifPresent(never -> row.report(
                        "name",
                        "calendar " + row.text("name").orElse("")
                                + " has no hours; give the file CalendarSegment too"));
    }

    private void calendar(Entry row, boolean zoneIsSet) {
        Optional<String> id = row.text("id");
        Optional<String> name = row.needed("name", "the name of a calendar");
        if (id.isEmpty() || name.isEmpty()) {
            return;
        }
        CalendarDraft hours = new CalendarDraft(name.get(), zone);
        String calendar = draft.calendar(name.get(), hours);
        drafts.put(id.get(), hours);
        ids.put(id.get(), calendar);
        draft.tellCalendar(row.place(), name.get(), calendar, zoneIsSet);
    }

    /** Days count from Sunday. */
    private void segment(Entry row) {
        Optional<CalendarDraft> calendar = owner(row);
        Optional<DayOfWeek> day = row.parsed("day", "a day from 0, Sunday, to 6", GlpiCalendars::day);
        Optional<Integer> begin = row.parsed("begin", "a time as 08:00:00", GlpiCalendars::second);
        Optional<Integer> end = row.parsed("end", "a time as 16:00:00", GlpiCalendars::second);
        if (begin.isPresent() && end.isPresent() && end.get() <= begin.get()) {
            row.report("end", "a segment ends after it begins");
        } else if (calendar.isPresent() && day.isPresent() && begin.isPresent() && end.isPresent()) {
            calendar.get().open(day.get(), begin.get(), end.get());
        }
    }

    private static DayOfWeek day(String text) {
        int day = Integer.parseInt(text);
        if (day < 0 || day > 6) {
            throw new IllegalArgumentException(text);
        }
        return DayOfWeek.of(day == 0 ? 7 : day);
    }

    private static int second(String text) {
        return text.startsWith("24:00")
                ? CalendarDraft.DAY
                : LocalTime.parse(text).toSecondOfDay();
    }

    private void holiday(Entry link) {
        Optional<CalendarDraft> calendar = owner(link);
        Optional<String> id = link.needed("holidays_id", "the id of a holiday");
        Optional<Entry> holiday = id.flatMap(wanted -> GlpiTranslation.of(rows, "Holiday").stream()
                .filter(row -> row.text("id").equals(Optional.of(wanted))
                        || row.text("name").equals(Optional.of(wanted)))
                .findFirst());
        if (id.isPresent() && holiday.isEmpty()) {
            link.report("holidays_id", "there is no holiday " + id.get() + "; give the file Holiday too");
        }
        if (calendar.isPresent() && holiday.isPresent()) {
            close(calendar.get(), link.text("calendars_id").orElse(""), holiday.get());
        }
    }

    private void close(CalendarDraft calendar, String owner, Entry holiday) {
        Optional<LocalDate> first = holiday.parsed("begin_date", "a date as 2026-12-24", LocalDate::parse);
        Optional<LocalDate> last = holiday.parsed("end_date", "a date as 2026-12-26", LocalDate::parse);
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        if (!isPossible(first.get(), last.get())) {
            holiday.report("end_date", "a holiday has 1 to " + LONGEST_HOLIDAY + " days, from 1900 to 2188");
            return;
        }
        List<LocalDate> days = first.get().datesUntil(last.get().plusDays(1)).toList();
        if (holiday.yes("is_perpetual", false)) {
            days.stream().map(MonthDay::from).distinct().forEach(calendar::closed);
        } else {
            days.forEach(calendar::closed);
        }
        draft.tellHoliday(holiday.place(), ids.getOrDefault(owner, owner), holiday.text("name"), days.size());
    }

    private static boolean isPossible(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days >= 1 && days <= LONGEST_HOLIDAY && first.getYear() >= 1900 && last.getYear() < 2189;
    }

    private Optional<CalendarDraft> owner(Entry row) {
        Optional<String> id = row.needed("calendars_id", "the id of a calendar");
        Optional<CalendarDraft> owner = id.map(drafts::get);
        if (id.isPresent() && owner.isEmpty()) {
            row.report("calendars_id", "there is no calendar " + id.get() + "; give the file Calendar too");
        }
        return owner;
    }

    /** The calendar that a level names; empty, and a problem, if there is none of that id. */
    Optional<String> named(Entry level, String field) {
        String wanted = level.text(field).orElse("0");
        Optional<String> found = Optional.ofNullable(ids.get(wanted));
        if (found.isEmpty()) {
            level.report(field, "there is no calendar " + wanted + "; give the file Calendar too");
        }
        return found;
    }

    /** Every hour. */
    String always() {
        return draft.always(zone);
    }
}
