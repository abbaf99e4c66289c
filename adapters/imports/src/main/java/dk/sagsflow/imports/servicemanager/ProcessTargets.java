package dk.sagsflow.imports.servicemanager;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.imports.draft.AgreementDraft;
import dk.sagsflow.imports.draft.ConditionDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.TargetDraft;
import dk.sagsflow.imports.export.Amounts;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Agreements with their targets between two states. Of several that take a case the strictest counts there, so each leaves out what shorter ones
 * take. Not thread-safe.
 */
final class ProcessTargets {
    private static final Pattern INTERVAL = Pattern.compile("(?:(\\d{1,4})\\s+)?(\\d{1,3}):(\\d{2}):(\\d{2})");
    private static final Pattern CALCULATION =
            Pattern.compile("(?i).*(business day|business week|work.?schedule|catalog).*");

    private final ExportNames names;
    private final DutyHours hours;
    private final ModelDraft draft;
    private final Filter filter;
    private final Map<String, Held> agreements = new LinkedHashMap<>();
    /** What targets that are shorter take, by who promises what. */
    private final Map<String, ConditionDraft> taken = new HashMap<>();

    private record Held(AgreementDraft draft, AgreementKind kind, String name) {}

    private record Target(ExportRow row, String name, Held agreement, Measure measure, Duration budget) {}

    ProcessTargets(ExportNames names, DutyHours hours, ModelDraft draft) {
        this.names = names;
        this.hours = hours;
        this.draft = draft;
        this.filter = new Filter(draft);
    }

    void read(ImmutableList<ExportRow> agreementRows, ImmutableList<ExportRow> targetRows) {
        agreementRows.forEach(this::agreement);
        targetRows.stream()
                .flatMap(row -> target(row).stream())
                .sorted(Comparator.comparing(Target::budget))
                .forEach(this::add);
    }

    private void agreement(ExportRow row) {
        Optional<String> id = row.needed("id", "the id of an agreement");
        Optional<String> name = row.needed("name", "the name of an agreement");
        Optional<AgreementKind> kind = row.parsed(
                "type", "one of " + String.join(", ", names.types().keySet()), text -> value(names.types(), text));
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty()) {
            return;
        }
        if (agreements.containsKey(id.get())) {
            row.report("id", "agreement " + id.get() + " is there already; ids are given once");
            return;
        }
        AgreementDraft agreement = draft.agreement(name.get(), kind.get(), Optional.empty());
        agreements.put(id.get(), new Held(agreement, kind.get(), name.get()));
        told(row, agreement.place(), name.get());
    }

    private void told(ExportRow row, ModelPlace agreement, String name) {
        draft.notes().mapped(NoteCode.POLICIES, row.place(), agreement, name);
        draft.notes().guessed(NoteCode.SM_REOPENING, row.place(), agreement);
        draft.notes().guessed(NoteCode.SM_PRIORITY_CHANGE, row.place(), agreement);
    }

    private static <T> T value(ImmutableMap<String, T> known, String text) {
        return Optional.ofNullable(known.get(text)).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private Optional<Target> target(ExportRow row) {
        Optional<String> name = row.needed("name", "the name of a target");
        Optional<Held> agreement =
                row.needed("agreement", "the id of an agreement").flatMap(id -> held(row, id));
        Optional<String> available = row.text("kind").filter(ProcessTargets::isOfService);
        if (name.isPresent() && available.isPresent()) {
            draft.notes().noEqual(NoteCode.SM_SERVICE_TARGET, row.place("kind"), name.get());
            return Optional.empty();
        }
        Optional<ExportNames.State> from = state(row, "from");
        Optional<ExportNames.State> until = state(row, "until");
        if (name.isEmpty() || agreement.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        Optional<Measure> measure = measure(agreement.get().kind(), from.get(), until.get());
        if (measure.isEmpty()) {
            draft.notes()
                    .noEqual(
                            NoteCode.SM_STATES_LEFT_OUT,
                            row.place(),
                            name.get(),
                            row.text("from").orElse("-"),
                            row.text("until").orElse("-"));
        }
        return measure.flatMap(measured -> interval(row, name.get())
                .map(budget -> new Target(row, name.get(), agreement.get(), measured, budget)));
    }

    private static boolean isOfService(String kind) {
        String small = kind.toLowerCase(Locale.ROOT);
        return small.contains("service") || small.contains("availability");
    }

    private Optional<Held> held(ExportRow row, String id) {
        Optional<Held> held = Optional.ofNullable(agreements.get(id));
        if (held.isEmpty()) {
            row.report("agreement", "there is no agreement " + id + "; give the table of agreements too");
        }
        return held;
    }

    private Optional<ExportNames.State> state(ExportRow row, String column) {
        return row.parsed(
                column, "one of the states of the mapping, " + names.stateWords(), text -> value(names.states(), text));
    }

    /** What is measured between two states; empty if no measure is. */
    private static Optional<Measure> measure(AgreementKind kind, ExportNames.State from, ExportNames.State until) {
        if (from != ExportNames.State.REGISTERED) {
            return Optional.empty();
        }
        boolean customers = kind == AgreementKind.SLA;
        return switch (until) {
            case ACCEPTED -> Optional.of(customers ? Measure.FIRST_RESPONSE : Measure.ACCEPTANCE);
            case ANSWERED -> Optional.of(customers ? Measure.RESOLUTION : Measure.RESIDENCE);
            case CLOSED -> customers ? Optional.of(Measure.CLOSURE) : Optional.empty();
            case REGISTERED -> Optional.empty();
        };
    }

    /** {@code ddd hh:mm:ss}, of which a day has 24 hours; calculations by the end of a day or a week are told. */
    private Optional<Duration> interval(ExportRow row, String name) {
        Optional<String> text = row.needed("duration", "an interval as 1 04:00:00");
        if (text.isPresent() && CALCULATION.matcher(text.get()).matches()) {
            draft.notes().noEqual(NoteCode.SM_CALCULATION, row.place("duration"), name, text.get());
            return Optional.empty();
        }
        return text.flatMap(written -> parsed(row, written));
    }

    private static Optional<Duration> parsed(ExportRow row, String written) {
        Optional<Duration> interval = Optional.of(INTERVAL.matcher(written))
                .filter(Matcher::matches)
                .flatMap(parts -> Amounts.amount(seconds(parts), ChronoUnit.SECONDS));
        if (interval.isEmpty()) {
            row.report(
                    "duration",
                    "\"" + written
                            + "\" is no positive interval as 1 04:00:00, and no calculation as End of Business"
                            + " Day");
        }
        return interval;
    }

    private static BigDecimal seconds(Matcher parts) {
        long days = Optional.ofNullable(parts.group(1)).map(Long::parseLong).orElse(0L);
        long hours = days * 24 + Long.parseLong(parts.group(2));
        return BigDecimal.valueOf((hours * 60 + Long.parseLong(parts.group(3))) * 60 + Long.parseLong(parts.group(4)));
    }

    private void add(Target target) {
        hours.of(target.row()).ifPresent(calendar -> add(target, calendar));
    }

    private void add(Target target, String calendar) {
        String promised = target.agreement().kind() + " " + target.measure();
        ConditionDraft shorter = taken.getOrDefault(promised, ConditionDraft.never());
        ConditionDraft cases = cases(target.row());
        if (shorter.equals(ConditionDraft.always())) {
            draft.notes().noEqual(NoteCode.SM_NEVER_STRICTEST, target.row().place(), target.name());
            return;
        }
        TargetDraft made = TargetDraft.of(target.name(), target.measure(), target.budget(), calendar)
                .appliesTo(cases.and(shorter.negate()));
        stopsAndPauses(target, made);
        alerts(target, made);
        told(target, target.agreement().draft().add(made), calendar);
        taken.put(promised, ConditionDraft.any(ImmutableList.of(shorter, cases)));
    }

    private ConditionDraft cases(ExportRow row) {
        return row.text("filter")
                .map(text -> filter.read(text, row.place("filter")))
                .orElseGet(ConditionDraft::always);
    }

    private void stopsAndPauses(Target target, TargetDraft made) {
        if (target.measure() == Measure.FIRST_RESPONSE) {
            made.stoppedBy(EventKind.ACCEPTED, EventKind.ASSIGNED);
        }
        // Nothing waits before the first word: a question is one.
        if (target.measure() != Measure.FIRST_RESPONSE && target.measure() != Measure.ACCEPTANCE) {
            names.pausedBy().ifPresent(reasons -> made.pausedBy(reasons.toArray(WaitingFor[]::new)));
        }
    }

    private void alerts(Target target, TargetDraft made) {
        Optional<String> text = target.row().text("alerts");
        Alerts alerts = Alerts.of(text.orElse(""), target.budget());
        alerts.points().forEach(point -> alert(target, made, point));
        alerts.unread()
                .forEach(alert -> draft.notes()
                        .noEqual(NoteCode.SM_ALERT_LEFT_OUT, target.row().place("alerts"), alert, target.name()));
    }

    private void alert(Target target, TargetDraft made, String point) {
        ObjectNode threshold = JsonNodeFactory.instance.objectNode().put("at", point);
        threshold.putArray("actions").add("notify working group");
        made.threshold(threshold);
        draft.notes()
                .guessed(
                        NoteCode.SM_ALERT,
                        target.row().place("alerts"),
                        target.agreement().draft().place(),
                        target.name(),
                        point);
    }

    private void told(Target target, ModelPlace place, String calendar) {
        draft.notes()
                .mapped(
                        NoteCode.TARGET,
                        target.row().place(),
                        place,
                        target.name(),
                        target.agreement().name(),
                        target.measure().name(),
                        ModelDraft.SUPPORT);
        toldOtherwise(target, place, calendar);
    }

    /** What there is otherwise than here. */
    private void toldOtherwise(Target target, ModelPlace place, String calendar) {
        ExportRow row = target.row();
        draft.notes().guessed(NoteCode.SM_INTERVAL, row.place("duration"), place, target.name(), calendar);
        draft.notes().otherwise(NoteCode.SM_STRICTEST, row.place(), place);
        if (names.pausedBy().isEmpty()) {
            draft.notes().guessed(NoteCode.SM_SUSPENDED, row.place(), place);
        }
        if (target.agreement().kind() != AgreementKind.SLA) {
            draft.notes().otherwise(NoteCode.SM_INTERNAL, row.place(), place);
        }
    }
}
