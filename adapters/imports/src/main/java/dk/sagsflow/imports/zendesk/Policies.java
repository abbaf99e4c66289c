package dk.sagsflow.imports.zendesk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.AgreementDraft;
import dk.sagsflow.imports.draft.ConditionDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.TargetDraft;
import dk.sagsflow.imports.export.Amounts;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.sla.agreement.AgreementKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Policies, as agreements. The first that takes a ticket holds there, so each agreement leaves out what those before it take. Not thread-safe.
 */
final class Policies {
    private final Schedules schedules;
    private final Filters filters;
    private final ModelDraft draft;

    private record Policy(JsonPlace place, String name, ConditionDraft cases) {}

    Policies(Schedules schedules, Groups groups, ModelDraft draft) {
        this.schedules = schedules;
        this.filters = new Filters(groups, draft);
        this.draft = draft;
    }

    /** Reads what customers are promised. */
    void customers(List<JsonPlace> places) {
        ConditionDraft taken = ConditionDraft.never();
        for (Policy policy : inOrder(places)) {
            if (neverApplies(policy, taken)) {
                continue;
            }
            AgreementDraft agreement = draft.agreement(policy.name(), AgreementKind.SLA, Optional.empty());
            tell(policy, agreement);
            targets(
                    policy,
                    agreement,
                    policy.cases().and(taken.negate()),
                    ZendeskMetric.of(false).values().asList());
            taken = ConditionDraft.any(ImmutableList.of(taken, policy.cases()));
        }
    }

    /** Reads what groups promise. */
    void groups(List<JsonPlace> places) {
        ConditionDraft taken = ConditionDraft.never();
        for (Policy policy : inOrder(places)) {
            if (neverApplies(policy, taken)) {
                continue;
            }
            promises(policy, policy.cases().and(taken.negate()));
            taken = ConditionDraft.any(ImmutableList.of(taken, policy.cases()));
        }
    }

    /** Each group that a policy names promises the same. */
    private void promises(Policy policy, ConditionDraft left) {
        Set<String> asked = groupsOf(policy.cases());
        List<Optional<String>> providers = asked.isEmpty()
                ? List.of(Optional.empty())
                : asked.stream().map(Optional::of).toList();
        for (Optional<String> provider : providers) {
            AgreementDraft agreement = draft.agreement(
                    policy.name() + provider.map(group -> ", " + group).orElse(""), AgreementKind.OLA, provider);
            tell(policy, agreement);
            targets(policy, agreement, left, ZendeskMetric.of(true).values().asList());
        }
    }

    private boolean neverApplies(Policy policy, ConditionDraft taken) {
        boolean never = taken.equals(ConditionDraft.always());
        if (never) {
            draft.notes().noEqual(NoteCode.NEVER_APPLIES, ExportFiles.place(policy.place()), policy.name());
        }
        return never;
    }

    /** The groups that a filter names, if it names some for all of its cases. */
    private static Set<String> groupsOf(ConditionDraft cases) {
        ImmutableList<ConditionDraft> parts =
                cases instanceof ConditionDraft.All all ? all.conditions() : ImmutableList.of(cases);
        for (ConditionDraft part : parts) {
            ImmutableList<ConditionDraft> choices =
                    part instanceof ConditionDraft.Any any ? any.conditions() : ImmutableList.of(part);
            boolean groups = choices.stream()
                    .allMatch(each ->
                            each instanceof ConditionDraft.Is is && is.field().equals("group"));
            if (groups) {
                return choices.stream()
                        .map(ConditionDraft.Is.class::cast)
                        .flatMap(is -> is.values().stream())
                        .collect(ImmutableSet.toImmutableSet());
            }
        }
        return ImmutableSet.of();
    }

    private List<Policy> inOrder(List<JsonPlace> places) {
        checkIds(places);
        List<Policy> policies = new ArrayList<>();
        for (JsonPlace place : sorted(places)) {
            Optional<String> name = place.at("title").text("the title of a policy");
            ConditionDraft cases = filters.read(place.at("filter"));
            name.ifPresent(title -> policies.add(new Policy(place, title, cases)));
        }
        return policies;
    }

    private static void checkIds(List<JsonPlace> places) {
        Set<String> ids = new HashSet<>();
        for (JsonPlace place : places) {
            Optional<String> id = place.at("id").scalar();
            if (id.isEmpty() || !ids.add(id.get())) {
                place.at("id")
                        .report(id.map(same -> "policy " + same + " is there already; ids are given once")
                                .orElse("missing; the id of a policy is required"));
            }
        }
    }

    /** By position; those without one are last, as they come. */
    private static List<JsonPlace> sorted(List<JsonPlace> places) {
        return places.stream()
                .sorted(Comparator.comparing(place ->
                        place.at("position").isNull() || !place.at("position").present()
                                ? BigDecimal.valueOf(Long.MAX_VALUE)
                                : place.at("position").number("a position").orElse(BigDecimal.ZERO)))
                .toList();
    }

    private void tell(Policy policy, AgreementDraft agreement) {
        ModelPlace place = agreement.place();
        draft.notes().mapped(NoteCode.POLICY, ExportFiles.place(policy.place()), place, policy.name());
        draft.notes().guessed(NoteCode.ZENDESK_REOPENING, ExportFiles.place(policy.place()), place);
        draft.notes().guessed(NoteCode.ZENDESK_PRIORITY_CHANGE, ExportFiles.place(policy.place()), place);
        JsonPlace settings = policy.place().at("metric_settings");
        if (settings.isObject() && !settings.keys().isEmpty()) {
            draft.notes()
                    .noEqual(
                            NoteCode.SETTING_LEFT_OUT,
                            ExportFiles.place(settings),
                            "metric_settings",
                            String.join(", ", settings.keys()));
        }
    }

    private void targets(
            Policy policy, AgreementDraft agreement, ConditionDraft cases, ImmutableList<ZendeskMetric> known) {
        JsonPlace list = policy.place().at("policy_metrics");
        if (list.isNull() || (list.isArray() && list.elements("metrics").isEmpty())) {
            draft.notes().noEqual(NoteCode.POLICY_WITHOUT_TARGETS, ExportFiles.place(policy.place()), policy.name());
            return;
        }
        list.elements("an array of metrics").forEach(metric -> target(metric, agreement, cases, known));
    }

    private void target(
            JsonPlace place, AgreementDraft agreement, ConditionDraft cases, ImmutableList<ZendeskMetric> known) {
        Optional<ZendeskMetric> metric =
                place.at("metric").oneOf("metrics", Maps.uniqueIndex(known, ZendeskMetric::named));
        Optional<Priority> priority = place.at("priority").oneOf("priorities", ZendeskPriority.ALL);
        Optional<Duration> budget = budget(place);
        Optional<String> calendar = place.at("business_hours")
                .flag()
                .flatMap(business ->
                        business ? schedules.business(place.at("business_hours")) : Optional.of(schedules.always()));
        if (metric.isPresent() && priority.isPresent() && budget.isPresent() && calendar.isPresent()) {
            String urgency = place.at("priority").scalar().orElse("");
            TargetDraft target = metric.get()
                    .target(Optional.of(urgency), budget.get(), calendar.get())
                    .appliesTo(
                            ConditionDraft.is("priority", priority.get().name()).and(cases));
            add(place, agreement, metric.get(), target, priority.get());
        }
    }

    private void add(
            JsonPlace place, AgreementDraft agreement, ZendeskMetric metric, TargetDraft target, Priority priority) {
        if (agreement.competes(target)) {
            place.report("metric " + metric.named() + " of priority " + priority
                    + " is there already in this policy; a policy has one of each");
            return;
        }
        tell(place, metric, priority, agreement.add(target));
    }

    private void tell(JsonPlace place, ZendeskMetric metric, Priority priority, ModelPlace added) {
        draft.notes()
                .mapped(
                        NoteCode.TARGET,
                        ExportFiles.place(place),
                        added,
                        metric.named(),
                        place.at("priority").scalar().orElse(""),
                        metric.measure().name(),
                        priority.name());
        draft.notes().otherwise(metric.otherwise(), ExportFiles.place(place), added);
    }

    /** Newer answers say seconds beside minutes. */
    private static Optional<Duration> budget(JsonPlace place) {
        JsonPlace seconds = place.at("target_in_seconds");
        return seconds.present() && !seconds.isNull()
                ? Amounts.of(seconds, ChronoUnit.SECONDS)
                : Amounts.of(place.at("target"), ChronoUnit.MINUTES);
    }
}
