package dk.sagsflow.imports.jira;

import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.CalendarDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.setting.ImportSettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calendars with working times and holidays. Not thread-safe. */
final class JiraCalendars {
    private static final int MILLIS_OF_A_DAY = CalendarDraft.DAY * 1000;

    private final ImportSettings settings;
    private final ModelDraft draft;
    private final Map<String, String> ids = new HashMap<>();

    JiraCalendars(ImportSettings settings, ModelDraft draft) {
        this.settings = settings;
        this.draft = draft;
    }

    void read(JsonPlace place) {
        Optional<String> id = place.at("id").scalar();
        Optional<String> name = place.at("name").text("the name of a calendar");
        Optional<ZoneId> zone = zone(place);
        if (id.isEmpty() || ids.containsKey(id.get())) {
            place.at("id")
                    .report(id.map(same -> "calendar " + same + " is there already; ids are given once")
                            .orElse("missing; the id of a calendar is required"));
        } else if (name.isPresent() && zone.isPresent()) {
            add(place, id.get(), name.get(), zone.get());
        }
    }

    private Optional<ZoneId> zone(JsonPlace place) {
        JsonPlace zone = place.at("timeZone").present() ? place.at("timeZone") : place.at("timezone");
        return zone.present() && !zone.isNull()
                ? zone.parsed("a time zone", ZoneId::of)
                : Optional.of(settings.zone().orElse(ZoneId.of("UTC")));
    }

    private void add(JsonPlace place, String id, String name, ZoneId zone) {
        CalendarDraft hours = new CalendarDraft(name, zone);
        place.at("workingTimes").elements("an array of working times").forEach(time -> open(hours, time));
        if (hours.neverOpens()) {
            place.at("workingTimes")
                    .report("calendar " + name + " has no hours; it needs a working time that ends after it starts");
        }
        String here = draft.calendar(name, hours);
        ids.put(id, here);
        boolean zoneIsSaid =
                place.at("timeZone").present() || place.at("timezone").present();
        draft.tellCalendar(ExportFiles.place(place), name, here, zoneIsSaid);
        place.at("holidays").all("an array of holidays", Optional::of).forEach(holiday -> close(hours, here, holiday));
    }

    /** Times count in milliseconds from midnight. */
    private static void open(CalendarDraft hours, JsonPlace time) {
        Optional<DayOfWeek> day = time.at("weekday").constant(DayOfWeek.class);
        Optional<Integer> start = time.at("start").integer(0, MILLIS_OF_A_DAY);
        Optional<Integer> end = time.at("end").integer(0, MILLIS_OF_A_DAY);
        if (start.isPresent() && end.isPresent() && (end.get() <= start.get() || !seconds(start.get(), end.get()))) {
            time.report("a working time ends after it starts, and both are whole seconds in milliseconds");
        } else if (day.isPresent() && start.isPresent() && end.isPresent()) {
            hours.open(day.get(), start.get() / 1000, end.get() / 1000);
        }
    }

    private static boolean seconds(int start, int end) {
        return start % 1000 == 0 && end % 1000 == 0;
    }

    private void close(CalendarDraft hours, String here, JsonPlace holiday) {
        JsonPlace date = holiday.at("date").present() ? holiday.at("date") : holiday.at("dateString");
        Optional<LocalDate> day = date.parsed("a date as 2026-12-24", LocalDate::parse);
        boolean everyYear = holiday.at("recurring").ifPresent(JsonPlace::flag).orElse(false);
        if (day.filter(each -> each.getYear() < 1900 || each.getYear() >= 2189).isPresent()) {
            date.report("a date is from 1900 to 2188");
            return;
        }
        day.ifPresent(each -> {
            if (everyYear) {
                hours.closed(MonthDay.from(each));
            } else {
                hours.closed(each);
            }
            draft.tellHoliday(
                    ExportFiles.place(holiday), here, holiday.at("name").scalar(), 1);
        });
    }

    /** The calendar of a goal; empty, and a problem, if there is none of that id. */
    Optional<String> of(JsonPlace goal) {
        JsonPlace calendar = goal.at("calendarId");
        Optional<String> id = calendar.scalar().filter(text -> !text.equals("-1"));
        if (id.isEmpty()) {
            return Optional.of(draft.always(settings.zone()
                    .or(() -> ids.values().stream().findFirst().flatMap(draft::zoneOf))
                    .orElse(ZoneId.of("UTC"))));
        }
        if (!ids.containsKey(id.get())) {
            calendar.report("there is no calendar " + id.get() + "; give the file with the calendars too");
        }
        return Optional.ofNullable(ids.get(id.get()));
    }
}
