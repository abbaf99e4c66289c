package dk.sagsflow.imports.jira;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.AgreementDraft;
import dk.sagsflow.imports.draft.AskedFields;
import dk.sagsflow.imports.draft.ConditionDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.Query;
import dk.sagsflow.imports.draft.TargetDraft;
import dk.sagsflow.imports.export.Amounts;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.SourcePlace;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Agreements with their goals: the first goal that takes an issue holds, so each leaves out what those before it take. Not thread-safe. */
final class TimeMetrics {
    private static final ImmutableMap<String, String> PRIORITIES =
            ImmutableMap.of("highest", "P1", "high", "P2", "medium", "P3", "low", "P4", "lowest", "P5");
    private static final ImmutableMap<String, String> KINDS = ImmutableMap.<String, String>builder()
            .put("incident", "INCIDENT")
            .put("[system] incident", "INCIDENT")
            .put("service request", "SERVICE_REQUEST")
            .put("[system] service request", "SERVICE_REQUEST")
            .put("question", "QUESTION")
            .put("change", "CHANGE_REQUEST")
            .put("[system] change", "CHANGE_REQUEST")
            .buildOrThrow();

    private final JiraCalendars calendars;
    private final ModelDraft draft;
    private final AskedFields fields;
    private final Set<String> ids = new HashSet<>();
    private final Set<Measure> measured = EnumSet.noneOf(Measure.class);

    private record Metric(JsonPlace place, String name, Measure measure, Set<WaitingFor> pauses) {}

    TimeMetrics(JiraCalendars calendars, ModelDraft draft) {
        this.calendars = calendars;
        this.draft = draft;
        this.fields = new AskedFields(draft, "Jira");
    }

    void read(JsonPlace place) {
        checkId(place.at("id"));
        Optional<String> name = place.at("name").text("the name of a metric");
        Optional<Measure> measure = name.flatMap(title -> measure(place, title));
        if (name.isPresent() && measure.isPresent()) {
            Metric metric = new Metric(place, name.get(), measure.get(), pauses(place));
            AgreementDraft agreement = draft.agreement(name.get(), AgreementKind.SLA, Optional.empty());
            draft.notes().mapped(NoteCode.POLICIES, ExportFiles.place(place), agreement.place(), name.get());
            draft.notes().otherwise(NoteCode.JIRA_GOAL_CHANGE, ExportFiles.place(place), agreement.place());
            if (!measured.add(metric.measure())) {
                draft.notes().otherwise(NoteCode.BOTH_RUN, ExportFiles.place(place), agreement.place(), name.get());
            }
            reopening(place, agreement);
            goals(metric, agreement);
        }
    }

    private void checkId(JsonPlace place) {
        Optional<String> id = place.scalar();
        if (id.isEmpty() || !ids.add(id.get())) {
            place.report(id.map(same -> "metric " + same + " is there already; ids are given once")
                    .orElse("missing; the id of a metric is required"));
        }
    }

    private static List<String> conditions(JsonPlace place, String member) {
        JsonPlace list = place.at(member);
        return !list.isArray()
                ? List.of()
                : list.elements("conditions").stream()
                        .map(each -> each.isObject() ? each.at("name") : each)
                        .flatMap(each -> each.scalar().stream())
                        .map(text -> text.toLowerCase(Locale.ROOT).strip())
                        .toList();
    }

    /** What stops it says what it measures. */
    private Optional<Measure> measure(JsonPlace place, String name) {
        List<String> stops = conditions(place, "stop");
        List<String> starts = conditions(place, "start");
        boolean created = starts.stream().anyMatch(start -> start.contains("created"))
                && starts.stream().allMatch(start -> start.contains("created") || comesBack(start));
        boolean resolved = stops.stream().anyMatch(TimeMetrics::resolves);
        boolean closed = stops.stream().anyMatch(stop -> stop.contains("closed"));
        boolean said = stops.stream().anyMatch(TimeMetrics::tells);
        boolean known = stops.stream().allMatch(stop -> tells(stop) || resolves(stop) || stop.contains("closed"));
        if (created && known && (said || resolved || closed)) {
            return Optional.of(said ? Measure.FIRST_RESPONSE : resolved ? Measure.RESOLUTION : Measure.CLOSURE);
        }
        String begins = String.join(", ", starts);
        String ends = String.join(", ", stops);
        draft.notes().noEqual(NoteCode.JIRA_METRIC_LEFT_OUT, ExportFiles.place(place), name, begins, ends);
        return Optional.empty();
    }

    private static boolean tells(String stop) {
        return stop.contains("comment") && stop.contains("for customer");
    }

    private static boolean resolves(String stop) {
        return stop.contains("resolution: set") || stop.contains("resolved");
    }

    private static boolean comesBack(String start) {
        return start.contains("cleared") || start.contains("reopened");
    }

    private Set<WaitingFor> pauses(JsonPlace place) {
        Set<WaitingFor> reasons = EnumSet.noneOf(WaitingFor.class);
        for (String pause : conditions(place, "pause")) {
            if (pause.contains("waiting for customer") || pause.contains("customer")) {
                reasons.add(WaitingFor.CUSTOMER);
            } else if (pause.contains("vendor") || pause.contains("supplier") || pause.contains("third party")) {
                reasons.add(WaitingFor.SUPPLIER);
            } else if (pause.contains("change")) {
                reasons.add(WaitingFor.CHANGE);
            } else if (pause.contains("hold") || pause.contains("pending")) {
                reasons.addAll(EnumSet.allOf(WaitingFor.class));
            } else {
                draft.notes().noEqual(NoteCode.PAUSE_LEFT_OUT, ExportFiles.place(place.at("pause")), pause);
            }
        }
        return reasons;
    }

    /** A metric that an issue starts again when its resolution is cleared has another cycle then. */
    private void reopening(JsonPlace place, AgreementDraft agreement) {
        boolean again = conditions(place, "start").stream().anyMatch(TimeMetrics::comesBack);
        agreement.onReopening(again ? ReopeningPolicy.NEW_CYCLE : ReopeningPolicy.CONTINUE);
        if (again) {
            draft.notes().mapped(NoteCode.JIRA_NEW_CYCLE, ExportFiles.place(place.at("start")), agreement.place());
        } else {
            draft.notes().otherwise(NoteCode.JIRA_ONE_CYCLE, ExportFiles.place(place), agreement.place());
        }
    }

    private void goals(Metric metric, AgreementDraft agreement) {
        ConditionDraft taken = ConditionDraft.never();
        int number = 0;
        for (JsonPlace goal : metric.place().at("goals").atLeastOne("an array of goals", Optional::of)) {
            number++;
            ConditionDraft cases = cases(goal);
            if (taken.equals(ConditionDraft.always())) {
                draft.notes().noEqual(NoteCode.NEVER_APPLIES, ExportFiles.place(goal), metric.name() + " " + number);
                continue;
            }
            target(metric, agreement, goal, cases.and(taken.negate()), number);
            taken = ConditionDraft.any(List.of(taken, cases));
        }
    }

    private ConditionDraft cases(JsonPlace goal) {
        JsonPlace query = goal.at("jqlQuery");
        String text = query.scalar().orElse("").strip();
        return Query.read(text, (field, value) -> compared(query, field, value))
                .orElseGet(() -> fields.flag(ExportFiles.place(query), text));
    }

    private ConditionDraft compared(JsonPlace query, String field, String value) {
        String name = field.toLowerCase(Locale.ROOT);
        String here = value.toLowerCase(Locale.ROOT);
        if (name.equals("priority") && PRIORITIES.containsKey(here)) {
            return ConditionDraft.is("priority", PRIORITIES.getOrDefault(here, ""));
        }
        if ((name.equals("issuetype") || name.equals("type")) && KINDS.containsKey(here)) {
            return ConditionDraft.is("kind", KINDS.getOrDefault(here, ""));
        }
        return name.equals("project") ? ConditionDraft.always() : fields.choice(ExportFiles.place(query), field, value);
    }

    private void target(Metric metric, AgreementDraft agreement, JsonPlace goal, ConditionDraft cases, int number) {
        if (goal.at("duration").isNull() || !goal.at("duration").present()) {
            draft.notes()
                    .noEqual(NoteCode.POLICY_WITHOUT_TARGETS, ExportFiles.place(goal), metric.name() + " " + number);
            return;
        }
        Optional<Duration> budget = Amounts.of(goal.at("duration"), ChronoUnit.MILLIS);
        Optional<String> calendar = calendars.of(goal);
        if (budget.isEmpty() || calendar.isEmpty()) {
            return;
        }
        TargetDraft target = TargetDraft.of(
                        metric.name() + " " + number, metric.measure(), budget.get(), calendar.get())
                .appliesTo(cases)
                .pausedBy(metric.pauses().toArray(WaitingFor[]::new));
        tell(metric, ExportFiles.place(goal), agreement.add(target), Integer.toString(number));
    }

    private void tell(Metric metric, SourcePlace source, ModelPlace place, String number) {
        String measure = metric.measure().name();
        draft.notes().mapped(NoteCode.TARGET, source, place, number, metric.name(), measure, ModelDraft.SUPPORT);
    }
}
