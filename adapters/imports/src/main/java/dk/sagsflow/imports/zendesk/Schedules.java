package dk.sagsflow.imports.zendesk;

import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.CalendarDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Schedules with their holidays, as calendars. Not thread-safe. */
final class Schedules {
    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int LONGEST_HOLIDAY = 3660;

    private final ImportSettings settings;
    private final ModelDraft draft;
    private final Map<String, Schedule> schedules = new LinkedHashMap<>();
    private final List<JsonPlace> wrong = new ArrayList<>();
    private boolean told;

    private record Schedule(String id, String name, CalendarDraft hours, String calendar, JsonPlace place) {}

    Schedules(ImportSettings settings, ModelDraft draft) {
        this.settings = settings;
        this.draft = draft;
    }

    void read(JsonPlace place) {
        Optional<String> id = place.at("id").scalar();
        if (id.isEmpty()) {
            place.at("id").report("missing; the id of a schedule is required");
        }
        Optional<String> name = place.at("name").text("the name of a schedule");
        Optional<ZoneId> zone = place.at("time_zone").parsed("a time zone of Zendesk or of IANA", RailsZones::zone);
        if (id.isPresent() && schedules.containsKey(id.get())) {
            place.at("id").report("schedule " + id.get() + " is there already; ids are given once");
        } else if (id.isPresent() && name.isPresent() && zone.isPresent()) {
            add(id.get(), name.get(), new CalendarDraft(name.get(), zone.get()), place);
        } else {
            wrong.add(place);
        }
    }

    private void add(String id, String name, CalendarDraft hours, JsonPlace place) {
        place.at("intervals").elements("an array of intervals").forEach(interval -> open(hours, interval));
        if (hours.neverOpens()) {
            place.at("intervals")
                    .report("schedule " + name
                            + " has no hours; a schedule needs an interval that ends after it starts");
        }
        String calendar = draft.calendar(name, hours);
        Schedule schedule = new Schedule(id, name, hours, calendar, place);
        schedules.put(id, schedule);
        draft.tellCalendar(ExportFiles.place(place), name, calendar, true);
        place.at("holidays")
                .all("an array of holidays", each -> Optional.of(each))
                .forEach(each -> close(schedule, each));
    }

    /** Minutes count from Sunday at midnight, the seconds of a draft from Monday. */
    private static void open(CalendarDraft hours, JsonPlace interval) {
        Optional<Integer> start = interval.at("start_time").integer(0, MINUTES_OF_A_WEEK);
        Optional<Integer> end = interval.at("end_time").integer(0, MINUTES_OF_A_WEEK);
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        if (end.get() <= start.get()) {
            interval.report("an interval from minute " + start.get() + " to minute " + end.get()
                    + " has no length; it ends after it starts");
            return;
        }
        int shift = start.get() < MINUTES_OF_A_DAY ? MINUTES_OF_A_WEEK - MINUTES_OF_A_DAY : -MINUTES_OF_A_DAY;
        hours.open((start.get() + shift) * 60, (end.get() + shift) * 60);
    }

    /** A file of holidays does not say whose they are: the name of the file does, or there is one schedule alone. */
    void holidays(List<JsonPlace> roots) {
        for (JsonPlace root : roots) {
            List<JsonPlace> list = root.at("holidays").elements("an array of holidays");
            Optional<Schedule> owner = owner(root);
            if (owner.isEmpty() && wrong.isEmpty()) {
                root.at("holidays")
                        .report("nothing says whose holidays these are; put the id of the schedule into the name of the"
                                + " file, as holidays-123.json; there are the schedules " + schedules.keySet());
            }
            owner.ifPresent(schedule -> list.forEach(each -> close(schedule, each)));
        }
    }

    private Optional<Schedule> owner(JsonPlace root) {
        Optional<Schedule> named = named(root.document());
        if (named.isPresent() || schedules.size() != 1) {
            return named;
        }
        Schedule only = schedules.values().iterator().next();
        draft.notes()
                .guessed(
                        NoteCode.HOLIDAYS_OF_THE_ONLY_SCHEDULE,
                        ExportFiles.place(root.at("holidays")),
                        draft.placeOfCalendar(only.calendar()),
                        only.name());
        return Optional.of(only);
    }

    /** The one whose id is in the name of the file. */
    private Optional<Schedule> named(String file) {
        return schedules.values().stream()
                .filter(schedule -> file.matches(
                        "(?s).*(?<![0-9A-Za-z])" + Pattern.quote(schedule.id()) + "(?![0-9A-Za-z])[^/\\\\]*"))
                .findFirst();
    }

    private void close(Schedule schedule, JsonPlace holiday) {
        Optional<LocalDate> first = date(holiday.at("start_date"));
        Optional<LocalDate> last = date(holiday.at("end_date"));
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        long days = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
        if (days < 1 || days > LONGEST_HOLIDAY) {
            holiday.report("a holiday from " + first.get() + " to " + last.get() + " has " + days
                    + " days; it has 1 to " + LONGEST_HOLIDAY);
            return;
        }
        first.get().datesUntil(last.get().plusDays(1)).forEach(schedule.hours()::closed);
        draft.tellHoliday(
                ExportFiles.place(holiday),
                schedule.calendar(),
                holiday.at("name").scalar(),
                days);
    }

    private static Optional<LocalDate> date(JsonPlace place) {
        return place.parsed("a date as 2026-12-24", LocalDate::parse).filter(date -> {
            boolean good = date.getYear() >= 1900 && date.getYear() < 2189;
            if (!good) {
                place.report(date + " is not a date from 1900 to 2188");
            }
            return good;
        });
    }

    /** The calendar of a target that counts business hours; empty, and a problem, if there is no schedule. */
    Optional<String> business(JsonPlace asked) {
        Optional<Schedule> chosen = settings.calendar().isPresent()
                ? named()
                : schedules.values().stream().findFirst();
        if (chosen.isEmpty() && wrong.isEmpty()) {
            asked.report("counts business hours, and "
                    + settings.calendar()
                            .map(name -> "there is no schedule " + name)
                            .orElse("no schedule was given; give the file with the schedules too"));
        }
        chosen.filter(schedule -> schedules.size() > 1 && settings.calendar().isEmpty() && !told)
                .ifPresent(this::tellFirst);
        return chosen.map(Schedule::calendar);
    }

    private void tellFirst(Schedule schedule) {
        told = true;
        draft.notes()
                .guessed(
                        NoteCode.FIRST_OF_SCHEDULES,
                        ExportFiles.place(schedule.place()),
                        draft.placeOfCalendar(schedule.calendar()),
                        schedule.name(),
                        Integer.toString(schedules.size()));
    }

    private Optional<Schedule> named() {
        String wanted = settings.calendar().orElseThrow();
        return schedules.values().stream()
                .filter(schedule ->
                        schedule.id().equals(wanted) || schedule.name().equals(wanted))
                .findFirst();
    }

    /** The calendar of a target that counts every hour. */
    String always() {
        ZoneId zone = settings.zone()
                .orElseGet(() -> schedules.values().stream()
                        .findFirst()
                        .map(schedule -> schedule.hours().zone())
                        .orElse(ZoneOffset.UTC));
        return draft.always(zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone);
    }
}
