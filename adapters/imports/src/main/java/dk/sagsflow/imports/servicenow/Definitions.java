package dk.sagsflow.imports.servicenow;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.imports.draft.AgreementDraft;
import dk.sagsflow.imports.draft.ConditionDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.TargetDraft;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Definitions, as targets of an agreement for each type, each group and each way to start. Not thread-safe. */
final class Definitions {
    private static final ImmutableMap<String, String> KINDS = ImmutableMap.of(
            "incident", "INCIDENT",
            "sc_request", "SERVICE_REQUEST",
            "sc_req_item", "SERVICE_REQUEST",
            "sc_task", "SERVICE_REQUEST",
            "change_request", "CHANGE_REQUEST");
    private static final ImmutableMap<String, WaitingFor> HOLDS = ImmutableMap.of(
            "1", WaitingFor.CUSTOMER,
            "3", WaitingFor.OTHER,
            "4", WaitingFor.SUPPLIER,
            "5", WaitingFor.CHANGE);
    private static final Pattern HOLD_REASON = Pattern.compile("hold_reason(?:=|IN)([\\d, ]+)");
    private static final ImmutableSet<String> ON_HOLD = ImmutableSet.of("state=3", "incident_state=3");
    private static final ImmutableList<String> LEFT_OUT =
            ImmutableList.of("reset_condition", "cancel_condition", "resume_condition");

    private final NowSchedules schedules;
    private final NowConditions conditions;
    private final ModelDraft draft;
    private final Map<String, AgreementDraft> agreements = new HashMap<>();

    Definitions(NowSchedules schedules, NowConditions conditions, ModelDraft draft) {
        this.schedules = schedules;
        this.conditions = conditions;
        this.draft = draft;
    }

    void read(Entry row) {
        Optional<String> name = row.needed("name", "the name of a definition");
        if (!row.yes("active", true)) {
            draft.notes().noEqual(NoteCode.INACTIVE, row.place(), name.orElse("-"));
            return;
        }
        if (row.text("duration_type").isPresent()) {
            draft.notes().noEqual(NoteCode.NOW_RELATIVE_DURATION, row.placeOf("duration_type"), name.orElse("-"));
            return;
        }
        Optional<Duration> budget = row.parsed("duration", "a duration as 1970-01-01 04:00:00", NowTimes::duration)
                .filter(amount -> positive(row, amount));
        Optional<AgreementKind> kind = kind(row);
        ConditionDraft cases = cases(row);
        Optional<String> calendar = schedules.of(row);
        if (name.isPresent() && budget.isPresent() && kind.isPresent() && calendar.isPresent()) {
            Optional<String> group = kind.get() == AgreementKind.SLA ? Optional.empty() : group(cases);
            TargetDraft target = TargetDraft.of(name.get(), measure(row, group), budget.get(), calendar.get())
                    .appliesTo(cases);
            stop(row, target);
            pause(row, target);
            add(row, agreement(row, kind.get(), group), target, measure(row, group));
            days(row, budget.get(), calendar.get());
        }
    }

    private static boolean positive(Entry row, Duration amount) {
        boolean good = !amount.isNegative() && !amount.isZero() && amount.compareTo(Bounds.LONGEST) <= 0;
        if (!good) {
            row.report("duration", "a duration is positive, and at most 100,000 days");
        }
        return good;
    }

    private static Optional<AgreementKind> kind(Entry row) {
        return row.text("type").isEmpty()
                ? Optional.of(AgreementKind.SLA)
                : row.parsed(
                        "type", "SLA, OLA or Underpinning contract", text -> switch (text.toLowerCase(Locale.ROOT)) {
                            case "sla" -> AgreementKind.SLA;
                            case "ola" -> AgreementKind.OLA;
                            case "underpinning contract", "uc" -> AgreementKind.UNDERPINNING_CONTRACT;
                            default -> throw new IllegalArgumentException(text);
                        });
    }

    private ConditionDraft cases(Entry row) {
        ConditionDraft start = conditions.read(row, "start_condition");
        String table = row.text("collection").or(() -> row.text("table")).orElse("task");
        if (KINDS.containsKey(table)) {
            return ConditionDraft.is("kind", KINDS.getOrDefault(table, "")).and(start);
        }
        if (!table.equals("task")) {
            draft.notes().noEqual(NoteCode.NOW_TABLE, row.placeOf("collection"), table);
        }
        return start;
    }

    private static Optional<String> group(ConditionDraft cases) {
        ImmutableList<ConditionDraft> parts =
                cases instanceof ConditionDraft.All all ? all.conditions() : ImmutableList.of(cases);
        return parts.stream()
                .filter(part ->
                        part instanceof ConditionDraft.Is is && is.field().equals("group"))
                .map(part -> ((ConditionDraft.Is) part).values().asList().get(0))
                .findFirst();
    }

    /** The target says it, else the name does; what groups promise is measured at the group. */
    private Measure measure(Entry row, Optional<String> group) {
        boolean said = row.text("target").filter(text -> !text.equals("none")).isPresent();
        String words = row.text("target")
                .filter(text -> said)
                .or(() -> row.text("name"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        boolean response = words.contains("respon");
        Measure measure = group.isPresent()
                ? response ? Measure.ACCEPTANCE : Measure.RESIDENCE
                : response ? Measure.FIRST_RESPONSE : Measure.RESOLUTION;
        if (!said) {
            guessed(row, measure);
        }
        return measure;
    }

    private void guessed(Entry row, Measure measure) {
        ModelPlace place = new ModelPlace("agreements.json", "/agreements");
        draft.notes()
                .guessed(NoteCode.MEASURE, row.place(), place, row.text("name").orElse("-"), measure.name());
    }

    private void stop(Entry row, TargetDraft target) {
        String query = row.text("stop_condition").orElse("");
        if (query.contains("assigned_toISNOTEMPTY") || query.contains("state=2")) {
            target.stoppedBy(EventKind.ACCEPTED, EventKind.ASSIGNED);
        } else if (!query.matches("(?s)(EQ|\\^|OR|active=false|(incident_)?state(=|IN|>=)[678,]+)*")) {
            draft.notes().noEqual(NoteCode.STOP_LEFT_OUT, row.placeOf("stop_condition"), query);
        }
        for (String field : LEFT_OUT) {
            row.text(field)
                    .filter(text -> !text.equals("EQ") && !text.equals("^EQ"))
                    .ifPresent(
                            text -> draft.notes().noEqual(NoteCode.SETTING_LEFT_OUT, row.placeOf(field), field, text));
        }
    }

    private void pause(Entry row, TargetDraft target) {
        Set<WaitingFor> reasons = EnumSet.noneOf(WaitingFor.class);
        List<String> terms = NowConditions.alternatives(
                        row.text("pause_condition").orElse(""))
                .stream()
                .flatMap(alternative -> alternative.stream())
                .toList();
        terms.forEach(term -> reasons.addAll(reasons(term)));
        List<String> unread = terms.stream()
                .filter(term -> reasons(term).isEmpty() && !ON_HOLD.contains(term))
                .toList();
        unread.forEach(term -> draft.notes().noEqual(NoteCode.PAUSE_LEFT_OUT, row.placeOf("pause_condition"), term));
        if (reasons.isEmpty() && unread.isEmpty() && terms.stream().anyMatch(ON_HOLD::contains)) {
            reasons.addAll(EnumSet.allOf(WaitingFor.class));
        }
        target.pausedBy(reasons.toArray(WaitingFor[]::new));
    }

    private static Set<WaitingFor> reasons(String term) {
        Matcher asked = HOLD_REASON.matcher(term);
        return !asked.matches()
                ? ImmutableSet.of()
                : Splitter.on(',')
                        .trimResults()
                        .splitToStream(asked.group(1))
                        .flatMap(reason -> Optional.ofNullable(HOLDS.get(reason)).stream())
                        .collect(ImmutableSet.toImmutableSet());
    }

    private AgreementDraft agreement(Entry row, AgreementKind kind, Optional<String> group) {
        boolean retroactive = row.yes("retroactive", false);
        String name = "ServiceNow " + kind + group.map(each -> " " + each).orElse("")
                + (retroactive ? " from the beginning" : "");
        return agreements.computeIfAbsent(name, fresh -> {
            AgreementDraft agreement = draft.agreement(name, kind, group);
            agreement.onChange(retroactive ? ChangePolicy.RECOMPUTE : ChangePolicy.RESTART);
            draft.notes().mapped(NoteCode.POLICIES, row.place(), agreement.place(), name);
            NoteCode change = retroactive ? NoteCode.NOW_RETROACTIVE : NoteCode.NOW_STARTS_ANEW;
            draft.notes().otherwise(change, row.place(), agreement.place());
            draft.notes().guessed(NoteCode.NOW_REOPENING, row.place(), agreement.place());
            return agreement;
        });
    }

    private void add(Entry row, AgreementDraft agreement, TargetDraft target, Measure measure) {
        boolean both = agreement.competes(target);
        ModelPlace place = agreement.add(target);
        String name = row.text("name").orElse("-");
        String called = row.text("target").orElse("-");
        draft.notes().mapped(NoteCode.TARGET, row.place(), place, called, name, measure.name(), ModelDraft.SUPPORT);
        if (both) {
            draft.notes().otherwise(NoteCode.BOTH_RUN, row.place(), place, name);
        }
    }

    private void days(Entry row, Duration budget, String calendar) {
        if (budget.toDays() > 0) {
            draft.notes()
                    .otherwise(
                            NoteCode.NOW_DAYS,
                            row.placeOf("duration"),
                            draft.placeOfCalendar(calendar),
                            Long.toString(budget.toDays()),
                            Long.toString(budget.toHours()));
        }
    }
}
