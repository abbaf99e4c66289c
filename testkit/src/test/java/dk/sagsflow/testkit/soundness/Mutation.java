package dk.sagsflow.testkit.soundness;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.RankedTarget;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A change of a model after which a desk does something otherwise. */
// What makes a change is a lambda without state.
@SuppressWarnings("ImmutableEnumChecker")
enum Mutation {
    LIMITS_DOUBLED(model -> targets(model, target -> target.withBudget(times(target.budget(), 2)))),
    ANSWER_SOONER(model -> targets(
            model,
            target -> target.measure() == Measure.RESOLUTION
                    ? target.withBudget(Budget.of(Duration.ofMinutes(7)))
                    : target)),
    AROUND_THE_CLOCK(model -> targets(
            model,
            target -> target.withCalendar(ServiceCalendar.always()).withBudget(Budget.of(Duration.ofMinutes(11))))),
    NOTHING_PAUSES_THEN_ALL_DOES(model -> targets(
            model,
            target -> target.pausedBy().isEmpty() ? target.withPausedBy(WaitingFor.SUPPLIER) : target.withPausedBy())),
    NOBODY_IS_TOLD(model -> targets(model, target -> target.withThresholds())),
    SOMEBODY_ELSE_IS_TOLD(model -> targets(
            model,
            target -> target.withThresholds(
                    Threshold.at(100, new ThresholdAction.EscalateTo(ActorId.of("the-director")))))),
    NO_ANSWER_PROMISED(model -> model.withAgreements(Agreements.of(model.agreements().all().stream()
            .map(agreement -> agreement.withTargets(agreement.targets().stream()
                    .filter(target -> target.measure() != Measure.RESOLUTION)
                    .toList()))
            .toList()))),
    REOPENED_ANEW(model -> agreements(model, agreement -> agreement.withOnReopening(ReopeningPolicy.NEW_CYCLE))),
    RULES_DROPPED(model -> model.withRouting(model.routing().withTriage(new Triage(ImmutableList.of())))),
    RULES_TO_ONE_GROUP(Mutation::redirected),
    A_RULE_WHERE_PEOPLE_BRING_CASES(Mutation::aside),
    ONE_LIMIT_LONGER(Mutation::oneLonger),
    A_FOLLOW_UP_COPIED(model -> followUps(model, rules -> {
        List<FollowUpRule> copied = new ArrayList<>(rules);
        rules.stream().findFirst().ifPresent(rule -> copied.add(rule.withName("a copy")));
        return copied;
    })),
    A_FOLLOW_UP_LATER(model -> followUps(
            model,
            rules -> rules.stream()
                    .map(rule -> rule.equals(rules.get(0)) ? rule.withAfter(times(rule.after(), 3)) : rule)
                    .toList())),
    A_FOLLOW_UP_FOR_FEWER(model -> followUps(
            model,
            rules -> rules.stream()
                    .map(rule -> rule.equals(rules.get(0))
                            ? rule.withWhen(rule.when().and(Condition.is(CaseField.KIND, "INCIDENT")))
                            : rule)
                    .toList())),
    A_LANGUAGE_CHANGED(model -> model.withOrganisation(model.organisation()
            .withGroups(model.organisation().groups().stream()
                    .map(group -> group.equals(model.organisation().groups().get(0))
                            ? group.withLanguage(Locale.FRENCH)
                            : group)
                    .toList()))),
    FOLLOW_UPS_DROPPED(model -> model.withRouting(model.routing().withFollowUps())),
    LEADS_CHANGED(model -> model.withOrganisation(model.organisation()
            .withGroups(model.organisation().groups().stream()
                    .map(group -> group.withLead(ActorId.of("somebody-new")))
                    .toList()))),
    GUARDED(model -> model.withRouting(model.routing().withHandOverLimit(Optional.of(3))));

    private final UnaryOperator<SupportModel> change;

    Mutation(UnaryOperator<SupportModel> change) {
        this.change = change;
    }

    /** The changed model; empty if there is nothing to change in this one. */
    Optional<SupportModel> of(SupportModel model) {
        return Optional.of(change.apply(model)).filter(changed -> !changed.equals(model));
    }

    static Budget times(Budget budget, int factor) {
        return budget instanceof Budget.ServiceTime time
                ? Budget.of(time.amount().multipliedBy(factor))
                : budget;
    }

    static SupportModel targets(SupportModel model, UnaryOperator<Target> change) {
        return agreements(
                model,
                agreement -> agreement.withTargets(
                        agreement.targets().stream().map(change).toList()));
    }

    private static SupportModel agreements(SupportModel model, UnaryOperator<Agreement> change) {
        return model.withAgreements(
                Agreements.of(model.agreements().all().stream().map(change).toList()));
    }

    /** The last target that is listed is doubled. */
    private static SupportModel oneLonger(SupportModel model) {
        List<RankedTarget> ranked = model.agreements().ranked();
        RankedTarget last = ranked.get(ranked.size() - 1);
        return agreements(
                model,
                agreement -> agreement.equals(last.agreement())
                        ? agreement.withTargets(agreement.targets().stream()
                                .map(target -> target.equals(last.target())
                                        ? target.withBudget(times(target.budget(), 2))
                                        : target)
                                .toList())
                        : agreement);
    }

    /** What comes to the last group of the highest tier, whoever brings it, is led to the first there. */
    private static SupportModel aside(SupportModel model) {
        List<SupportGroup> highest = model.organisation()
                .groupsAt(model.organisation().highestTier())
                .toList();
        TriageRule rule = new TriageRule(
                "aside",
                Condition.is(
                        CaseField.GROUP, highest.get(highest.size() - 1).id().value()),
                highest.get(0).id());
        return highest.size() < 2
                ? model
                : model.withRouting(model.routing()
                        .withTriage(new Triage(ImmutableList.<TriageRule>builder()
                                .addAll(model.triage().rules())
                                .add(rule)
                                .build())));
    }

    private static SupportModel followUps(SupportModel model, UnaryOperator<List<FollowUpRule>> change) {
        return model.withRouting(
                model.routing().withFollowUps(change.apply(model.routing().followUps())));
    }

    /** Every rule of the contact tier leads to the group of the first. */
    private static SupportModel redirected(SupportModel model) {
        ImmutableList<TriageRule> rules = model.triage().rules();
        return rules.isEmpty()
                ? model
                : model.withRouting(model.routing()
                        .withTriage(new Triage(rules.stream()
                                .map(rule -> new TriageRule(
                                        rule.name(),
                                        rule.when(),
                                        rule.during(),
                                        rules.get(0).to()))
                                .collect(ImmutableList.toImmutableList()))));
    }
}
