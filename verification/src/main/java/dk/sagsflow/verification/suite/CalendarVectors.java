package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import dk.sagsflow.sla.json.AgreementsJson;
import dk.sagsflow.sla.json.CalendarsJson;
import dk.sagsflow.verification.scenario.Mismatch;
import dk.sagsflow.verification.scenario.ScenarioResult;
import dk.sagsflow.verification.script.Spot;
import dk.sagsflow.verification.script.Values;
import java.time.Duration;
import java.time.Instant;

/** Questions to calendars, and what these must answer. */
final class CalendarVectors {
    private final VectorFile file;
    private final JsonPlace root;
    private final ImmutableMap<String, ServiceCalendar> calendars;

    CalendarVectors(VectorFile file, JsonPlace root) {
        this.file = file;
        this.root = root;
        this.calendars = file.read(file.part("calendars"), new Problems(), CalendarsJson::read);
    }

    ImmutableList<Check> checks() {
        return root.at("vectors").elements("a list").stream()
                .<Check>map(vector -> () -> result(vector))
                .collect(ImmutableList.toImmutableList());
    }

    private static String wanted(String expected, Values values) {
        return expected.startsWith("P") || expected.startsWith("-P")
                ? Duration.parse(expected).toString()
                : values.text(values.time(expected));
    }

    private ScenarioResult result(JsonPlace vector) {
        String name = VectorFile.text(vector, "calendar") + ": " + VectorFile.text(vector, "because");
        Spot spot = file.spot(vector);
        ServiceCalendar calendar = calendars.get(VectorFile.text(vector, "calendar"));
        if (calendar == null) {
            throw new IllegalArgumentException(spot.describe() + ": there is no such calendar");
        }
        Values values = new Values(calendar.zone());
        String found = answer(calendar, vector, values);
        String wanted = wanted(VectorFile.text(vector, "expected"), values);
        return new ScenarioResult(
                name,
                spot,
                found.equals(wanted) ? ImmutableList.of() : ImmutableList.of(mismatch(vector, wanted, found)));
    }

    private Mismatch mismatch(JsonPlace vector, String wanted, String found) {
        return new Mismatch(
                VectorFile.text(vector, "what") + " of " + VectorFile.text(vector, "calendar"),
                file.spot(vector.at("expected")),
                ImmutableList.of(wanted),
                ImmutableList.of(found),
                false,
                false,
                Mismatch.Reason.none());
    }

    private static String answer(ServiceCalendar calendar, JsonPlace vector, Values values) {
        return switch (VectorFile.text(vector, "what")) {
            case "openTime" ->
                calendar.openTime(VectorFile.time(vector, "from"), VectorFile.time(vector, "to"))
                        .toString();
            case "due" ->
                text(due(calendar, VectorFile.time(vector, "start"), VectorFile.text(vector, "budget")), values);
            case "dueBefore" ->
                text(
                        calendar.dueBefore(
                                VectorFile.time(vector, "end"), Duration.parse(VectorFile.text(vector, "budget"))),
                        values);
            default -> throw new IllegalArgumentException("unknown question " + VectorFile.text(vector, "what"));
        };
    }

    private static ServiceMoment due(ServiceCalendar calendar, Instant start, String budget) {
        return budget.contains("working") && AgreementsJson.budget(budget) instanceof Budget.InWorkingDays days
                ? calendar.due(start, days.limit())
                : calendar.due(start, Duration.parse(budget));
    }

    private static String text(ServiceMoment moment, Values values) {
        return moment.instant().map(values::text).orElse(Values.NONE);
    }
}
