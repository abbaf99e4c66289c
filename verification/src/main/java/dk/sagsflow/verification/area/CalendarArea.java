package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.CALENDARS_ALIKE;
import static dk.sagsflow.verification.finding.FindingCode.CALENDAR_CLOSED;
import static dk.sagsflow.verification.finding.FindingCode.CALENDAR_UNUSED;
import static dk.sagsflow.verification.finding.FindingCode.CLOSURE_OF_NOTHING;
import static dk.sagsflow.verification.finding.FindingCode.HOLIDAYS_END;
import static dk.sagsflow.verification.finding.FindingCode.OPENING_LEFT_OUT;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_NEVER_DUE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Streams;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.sla.calendar.CalendarFinding;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calendars: whether they are used, open, and reach far enough. */
final class CalendarArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        List<Map.Entry<String, ServiceCalendar>> listed =
                subject.calendars().entrySet().asList();
        for (int i = 0; i < listed.size(); i++) {
            named(subject, listed, i, findings);
        }
        Multimaps.index(subject.selection().targets(), placed -> placed.target().calendar())
                .asMap()
                .forEach((calendar, targets) -> counting(subject, calendar, ImmutableList.copyOf(targets), findings));
    }

    /** What never opens is told once for all that count on it, and explains that they are never due. */
    private static void counting(
            Subject subject, ServiceCalendar calendar, ImmutableList<PlacedTarget> targets, Findings findings) {
        Instant start = subject.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant horizon = start.plus(Duration.ofDays(366));
        if (calendar.openIntervals(start, horizon).isEmpty()) {
            closed(subject, calendar, targets, findings);
        } else {
            targets.forEach(placed -> due(placed, start, horizon, findings));
        }
    }

    private static void closed(
            Subject subject, ServiceCalendar calendar, ImmutableList<PlacedTarget> targets, Findings findings) {
        int index = subject.calendars().values().asList().indexOf(calendar);
        String name = index < 0
                ? "a calendar"
                : "calendar " + subject.calendars().keySet().asList().get(index);
        Place place = index < 0
                ? Place.agreements(targets.get(0).place().pointer() + "/calendar")
                : Place.calendars("/calendars/" + index);
        String words = "%s does not open in the year from %s, so that what counts on it is never due then: %s";
        String all = targets.stream().map(PlacedTarget::words).collect(Collectors.joining(", "));
        findings.add(CALENDAR_CLOSED, place, words, name, subject.from(), all);
    }

    private static void named(
            Subject subject, List<Map.Entry<String, ServiceCalendar>> listed, int index, Findings findings) {
        Place place = Place.calendars("/calendars/" + index);
        String id = listed.get(index).getKey();
        ServiceCalendar calendar = listed.get(index).getValue();
        if (used(subject).noneMatch(each -> each.madeOf(calendar))) {
            String words =
                    "no target, follow-up rule or duty plan counts on calendar %s, and no triage rule asks for it";
            findings.add(CALENDAR_UNUSED, place, words, id);
        }
        listed.subList(0, index).stream()
                .filter(before -> before.getValue().equals(calendar))
                .findFirst()
                .ifPresent(before ->
                        findings.add(CALENDARS_ALIKE, place, "calendar %s is the same as %s", id, before.getKey()));
        holidays(subject, place, id, calendar, findings);
    }

    private static void holidays(Subject subject, Place place, String id, ServiceCalendar calendar, Findings findings) {
        LocalDate until = subject.from().plusYears(2);
        String last = "calendar %s keeps a holiday on %s for the last time";
        calendar.lastHolidays().stream()
                .filter(day -> !day.isBefore(subject.from()) && day.isBefore(until))
                .findFirst()
                .ifPresent(day -> findings.add(HOLIDAYS_END, place, last, id, day));
        odd(calendar, subject.from(), until, CalendarFinding.Kind.OPENING_LEFT_OUT)
                .ifPresent(words -> findings.add(OPENING_LEFT_OUT, place, "in calendar %s %s", id, words));
        odd(calendar, subject.from(), until, CalendarFinding.Kind.CLOSURE_OF_NOTHING)
                .ifPresent(words -> findings.add(CLOSURE_OF_NOTHING, place, "in calendar %s %s", id, words));
    }

    /** The first that is odd in this way between two dates, in words. */
    private static Optional<String> odd(
            ServiceCalendar calendar, LocalDate first, LocalDate last, CalendarFinding.Kind kind) {
        return calendar.findings(first, last).stream()
                .filter(finding -> finding.kind() == kind)
                .map(CalendarFinding::words)
                .findFirst();
    }

    private static Stream<ServiceCalendar> used(Subject subject) {
        return Streams.concat(
                subject.selection().targets().stream()
                        .map(placed -> placed.target().calendar()),
                subject.model().routing().followUps().stream().map(FollowUpRule::calendar),
                subject.model().routing().assignments().stream()
                        .flatMap(rule -> rule.duty().stream())
                        .map(DutyShift::calendar),
                subject.model().triage().rules().stream()
                        .flatMap(rule -> rule.during().stream())
                        .map(CalendarState::calendar));
    }

    private static void due(PlacedTarget placed, Instant start, Instant horizon, Findings findings) {
        Stream.of(start, horizon)
                .filter(begun -> placed.target().due(begun) instanceof ServiceMoment.Never)
                .findFirst()
                .ifPresent(begun -> findings.add(
                        TARGET_NEVER_DUE,
                        Place.agreements(placed.place().pointer() + "/budget"),
                        "%s is never due when its clock starts at %s",
                        placed.words(),
                        begun));
    }
}
