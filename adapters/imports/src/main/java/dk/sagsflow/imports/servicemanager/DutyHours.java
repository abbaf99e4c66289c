package dk.sagsflow.imports.servicemanager;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.imports.draft.CalendarDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shifts with their breaks, and holidays, as calendars. Not thread-safe. */
final class DutyHours {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2188;

    private final ModelDraft draft;
    private final ImportSettings settings;
    private final ZoneId zone;
    private final Map<String, CalendarDraft> drafts = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    DutyHours(
            ImmutableList<ExportRow> shifts,
            ImmutableList<ExportRow> holidays,
            ImportSettings settings,
            ModelDraft draft) {
        this.draft = draft;
        this.settings = settings;
        this.zone = settings.zone().orElse(ZoneId.of("UTC"));
        shifts.forEach(this::shift);
        holidays.forEach(this::holiday);
    }

    private void shift(ExportRow row) {
        Optional<CalendarDraft> calendar =
                row.needed("calendar", "the name of a schedule").map(name -> calendar(row, name));
        Optional<DayOfWeek> day = row.parsed("day", "a day as Monday or Mon", DutyHours::day);
        Optional<Integer> start = row.parsed("start", "a time as 08:00", DutyHours::second);
        Optional<Integer> stop = row.parsed("stop", "a time as 17:00", DutyHours::second);
        if (calendar.isEmpty() || day.isEmpty() || start.isEmpty() || stop.isEmpty()) {
            return;
        }
        if (stop.get() <= start.get()) {
            row.report("stop", "a shift ends after it starts, on the same day");
        } else if (row.text("breakStart").isPresent() || row.text("breakStop").isPresent()) {
            around(row, calendar.get(), day.get(), start.get(), stop.get());
        } else {
            calendar.get().open(day.get(), start.get(), stop.get());
        }
    }

    /** A shift is two, before and after its break. */
    private static void around(ExportRow row, CalendarDraft calendar, DayOfWeek day, int start, int stop) {
        Optional<Integer> from = row.parsed("breakStart", "a time as 12:00", DutyHours::second);
        Optional<Integer> to = row.parsed("breakStop", "a time as 13:00", DutyHours::second);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        if (from.get() < start || to.get() <= from.get() || to.get() > stop) {
            row.report("breakStart", "a break lies within its shift, and ends after it starts");
            return;
        }
        if (from.get() > start) {
            calendar.open(day, start, from.get());
        }
        if (to.get() < stop) {
            calendar.open(day, to.get(), stop);
        }
    }

    private CalendarDraft calendar(ExportRow row, String name) {
        return drafts.computeIfAbsent(name, fresh -> {
            CalendarDraft hours = new CalendarDraft(name, zone);
            String id = draft.calendar(name, hours);
            ids.put(name, id);
            draft.notes().mapped(NoteCode.SCHEDULE, row.place(), draft.placeOfCalendar(id), name, id, zone.getId());
            draft.notes().otherwise(NoteCode.CLOSING_TIME, row.place(), draft.placeOfCalendar(id));
            if (settings.zone().isEmpty()) {
                draft.notes().guessed(NoteCode.ZONE, row.place(), draft.placeOfCalendar(id), name, zone.getId());
            }
            return hours;
        });
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(text)
                        || day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static int second(String text) {
        return text.startsWith("24:00")
                ? CalendarDraft.DAY
                : LocalTime.parse(text).toSecondOfDay();
    }

    private void holiday(ExportRow row) {
        Optional<LocalDate> date = row.parsed("date", "a date as 2026-12-24", DutyHours::date);
        Optional<String> wanted = row.text("calendar");
        if (wanted.isPresent() && !drafts.containsKey(wanted.get())) {
            row.report("calendar", "there is no schedule " + wanted.get() + "; give the table of hours too");
        } else if (date.isPresent()) {
            for (String name : wanted.map(ImmutableList::of).orElseGet(() -> ImmutableList.copyOf(drafts.keySet()))) {
                close(row, name, date.get());
            }
        }
    }

    private void close(ExportRow row, String calendar, LocalDate date) {
        Optional.ofNullable(drafts.get(calendar)).ifPresent(hours -> hours.closed(date));
        String id = ids.getOrDefault(calendar, calendar);
        draft.notes().mapped(NoteCode.HOLIDAY, row.place(), draft.placeOfCalendar(id), date.toString(), id, "1");
    }

    /** A time of day behind a date is not read. */
    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return date;
    }

    /** The calendar on which a target counts, which is always open if none is named; empty, and a problem, if there is none of that name. */
    Optional<String> of(ExportRow target) {
        Optional<String> wanted = target.text("calendar").or(settings::calendar);
        if (wanted.isEmpty()) {
            return Optional.of(draft.always(zone));
        }
        Optional<String> found = wanted.map(ids::get);
        if (found.isEmpty()) {
            target.report("calendar", "there is no schedule " + wanted.get() + "; give the table of hours too");
        }
        return found;
    }
}
