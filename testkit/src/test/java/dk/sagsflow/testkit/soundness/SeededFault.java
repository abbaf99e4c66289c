package dk.sagsflow.testkit.soundness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A mistake that somebody makes in a sound model, and what verification must say to it. */
// What makes a mistake is a lambda without state.
@SuppressWarnings("ImmutableEnumChecker")
enum SeededFault {
    LIMIT_DROPPED(
            FindingCode.NO_LIMIT,
            model -> agreements(
                    model,
                    list -> map(
                            list,
                            agreement -> without(
                                    agreement,
                                    measure ->
                                            measure == Measure.RESIDENCE || measure == Measure.CUMULATIVE_RESIDENCE)))),
    RESOLUTION_DROPPED(
            FindingCode.NO_RESOLUTION,
            model -> agreements(
                    model,
                    list -> map(list, agreement -> without(agreement, measure -> measure == Measure.RESOLUTION)))),
    PROMISED_LATER(
            FindingCode.NO_RESOLUTION,
            model -> versioned(model)
                    ? Optional.empty()
                    : agreements(
                            model,
                            list -> list.stream()
                                    .flatMap(agreement -> Stream.of(
                                            without(agreement, measure -> measure == Measure.RESOLUTION)
                                                    .withVersion("before"),
                                            agreement
                                                    .withVersion("later")
                                                    .withValidFrom(Instant.parse("2009-01-01T00:00:00Z"))))
                                    .collect(ImmutableList.toImmutableList()))),
    /** The clock of all visits is that of the entrance, which the group behind it has nothing from. */
    ONLY_OF_ALL_VISITS(
            FindingCode.NO_LIMIT,
            model -> sideDoor(model)
                    .filter(group -> model.routing().handOvers().isEmpty())
                    .flatMap(behind -> agreements(model, list -> limitsByGroup(model, list, behind)))),
    /** The clock of all visits asks for the entrance, and stands while another group of the tier has the case. */
    OF_ALL_VISITS_AT_THE_DOOR(
            FindingCode.NO_LIMIT,
            model -> sideDoor(model)
                    .filter(group -> model.routing().handOvers().isEmpty())
                    .flatMap(behind -> agreements(model, list -> map(list, agreement -> atOthers(agreement, behind))))),
    PAUSED_FOR_LIFE(
            FindingCode.SPAN_NEVER_COUNTS,
            model -> agreements(
                    model,
                    list -> map(
                            list,
                            agreement -> agreement.consumer() instanceof Party.EveryCustomer
                                    ? agreement.withTargets(add(
                                            agreement.targets(),
                                            target("stands", Measure.RESOLUTION).withSpan(forLife())))
                                    : agreement))),
    /** A case that is registered at the contact tier stands there until it is over. */
    PAUSED_SINCE_IT_CAME(
            FindingCode.SPAN_NEVER_COUNTS,
            model -> agreements(
                    model,
                    list -> map(
                            list,
                            agreement -> agreement.provider().equals(new Party.OfTier(contact(model)))
                                    ? agreement.withTargets(add(
                                            agreement.targets(),
                                            target("stands there", Measure.RESIDENCE)
                                                    .withSpan(forLife())))
                                    : agreement))),
    ROUND_IN_A_CIRCLE(
            FindingCode.ROUTE_LOOPS,
            model -> beside(model)
                    .flatMap(other -> first(
                                    model, in(other), model.organisation().contactEntrance())
                            .flatMap(there ->
                                    first(there, in(model.organisation().contactEntrance()), other)))),
    NOTHING_BETWEEN_TIERS(
            FindingCode.NO_AGREEMENT_BETWEEN_TIERS,
            model -> agreements(
                    model, list -> filter(list, agreement -> agreement.consumer() instanceof Party.EveryCustomer))),
    CONTRACT_LOST(
            FindingCode.SUPPLIER_WITHOUT_CONTRACT,
            model -> supplier(model)
                    .flatMap(supplier -> agreements(
                            model,
                            list -> filter(
                                    list,
                                    agreement -> !agreement.provider().equals(new Party.OfGroup(supplier.id())))))),
    CONTRACT_BEGINS_LATER(
            FindingCode.SUPPLIER_WITHOUT_CONTRACT,
            model -> supplier(model)
                    .filter(supplier -> !versioned(model))
                    .flatMap(supplier -> agreements(
                            model,
                            list -> map(
                                    list,
                                    agreement -> agreement.provider().equals(new Party.OfGroup(supplier.id()))
                                            ? agreement.withValidFrom(Instant.parse("2009-01-01T00:00:00Z"))
                                            : agreement)))),
    UPSIDE_DOWN(
            FindingCode.AGREEMENT_UPSIDE_DOWN,
            model -> agreements(
                    model,
                    list -> add(
                            list,
                            promise(
                                    "down",
                                    new Party.OfTier(tier(model, 0)),
                                    new Party.OfTier(tier(model, 1)),
                                    Measure.ANSWER)))),
    TARGET_REPEATED(FindingCode.TARGET_SHADOWED, model -> agreements(model, list -> map(list, SeededFault::repeated))),
    TARGET_FOR_NOTHING(
            FindingCode.TARGET_NEVER_HOLDS,
            model -> everywhere(model, target("never", Measure.RESIDENCE).withAppliesTo(never()))),
    MEASURED_NOWHERE(
            FindingCode.TARGET_WITHOUT_CLOCK,
            model -> agreements(
                    model,
                    list -> add(
                            list,
                            promise(
                                    "nobody",
                                    new Party.OfTier(contact(model)),
                                    new Party.EveryCustomer(),
                                    Measure.ANSWER)))),
    STARTED_BY_ITS_END(
            FindingCode.SPAN_NEVER_STARTS,
            model -> everywhere(model, target("too late", Measure.RESOLUTION).withSpan(Span.from(EventKind.CLOSED)))),
    LEAD_LEFT(
            FindingCode.NO_LEAD,
            model -> agreements(
                    organisation(model, group -> group.withLead(Optional.empty())),
                    list -> map(
                            list,
                            agreement ->
                                    thresholds(agreement, Threshold.at(100, new ThresholdAction.EscalateToLead()))))),
    NOBODY_LEADS(
            FindingCode.ESCALATION_FINDS_NOBODY,
            model -> agreements(
                    organisation(model, group -> group.withLead(Optional.empty())),
                    list -> map(
                            list,
                            agreement ->
                                    thresholds(agreement, Threshold.at(100, new ThresholdAction.EscalateToLead()))))),
    /** Limits only tell groups, none of which reads mail, and nobody leads who could be told in their stead. */
    NOBODY_READS(
            FindingCode.ESCALATION_FINDS_NOBODY,
            model -> agreements(
                    organisation(
                            model, group -> group.withLead(Optional.empty()).withMailAddress(Optional.empty())),
                    list -> map(
                            list,
                            agreement -> thresholds(
                                    agreement, Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()))))),
    NOTHING_ABOVE(
            FindingCode.ESCALATION_DEAD_END,
            model -> agreements(
                    model,
                    list -> map(
                            list,
                            agreement -> thresholds(
                                    agreement, Threshold.at(100, new ThresholdAction.EscalateFunctionally()))))),
    THRESHOLD_REPEATED(
            FindingCode.THRESHOLD_TWICE,
            model -> agreements(
                    model,
                    list -> map(
                            list,
                            agreement -> thresholds(
                                    agreement,
                                    Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()),
                                    Threshold.at(100, new ThresholdAction.EscalateToLead()))))),
    NEVER_OPEN(
            FindingCode.CALENDAR_CLOSED,
            model -> agreements(model, list -> map(list, agreement -> calendars(agreement, closed())))),
    NEVER_DUE(
            FindingCode.TARGET_NEVER_DUE,
            model -> agreements(
                    model,
                    list -> map(
                            list,
                            agreement -> agreement.withTargets(map(
                                    agreement.targets(),
                                    target -> target.withBudget(Budget.of(Duration.ofDays(100_000)))))))),
    CALENDAR_ENDS(
            FindingCode.TARGET_NEVER_DUE,
            model -> agreements(model, list -> map(list, agreement -> calendars(agreement, ending())))),
    NOBODY_ADVISED(
            FindingCode.ADVISORY_TELLS_NOBODY,
            model -> passedOver(model)
                    .map(tier -> organisation(
                            model,
                            group -> group.tier().equals(tier) ? group.withMailAddress(Optional.empty()) : group))),
    RULES_LOST(
            FindingCode.UNPLACED_STAYS,
            model -> rules(
                    model,
                    rules -> filter(rules, rule -> !leadsAway(model, rule)).isEmpty()
                            ? ImmutableList.of(rule(
                                    "never mind",
                                    Condition.is(
                                            CaseField.TIER,
                                            model.organisation().highestTier().value()),
                                    group(model, model.organisation().highestTier())))
                            : filter(rules, rule -> !leadsAway(model, rule)))),
    RULE_TWICE(
            FindingCode.RULE_SHADOWED,
            model -> rules(
                    model,
                    rules -> add(
                            rules,
                            new TriageRule(
                                    "again",
                                    rules.get(0).when(),
                                    rules.get(0).during(),
                                    otherThan(model, rules.get(0).to()))))),
    RULE_FOR_NOTHING(FindingCode.RULE_NEVER_HOLDS, model -> first(model, never(), group(model, contact(model)))),
    GROUP_MISSPELT(
            FindingCode.RULE_TO_UNKNOWN_GROUP, model -> first(model, at(contact(model)), GroupId.of("misspelt"))),
    NO_WAY_DECLARED(
            FindingCode.ROUTE_NOT_DECLARED,
            model -> Optional.of(
                    model.withRouting(model.routing().withHandOvers(new HandOverGraph(ImmutableList.of()))))),
    WAY_TO_NOWHERE(
            FindingCode.WAY_TO_UNKNOWN,
            model -> Optional.of(model.withRouting(model.routing()
                    .withHandOvers(new HandOverGraph(add(
                            model.routing().handOvers().map(HandOverGraph::ways).orElse(ImmutableList.of()),
                            HandOverWay.of(
                                    "misspelt",
                                    HandOverEnd.tier(contact(model).value()),
                                    HandOverEnd.group("misspelt")))))))),
    FOLLOWED_UP_BY_NOBODY(
            FindingCode.FOLLOW_UP_TO_UNKNOWN_GROUP,
            model -> Optional.of(model.withRouting(model.routing()
                    .withFollowUps(add(
                            model.routing().followUps(),
                            FollowUpRule.builder()
                                    .name("nobody looks")
                                    .occasion(FollowUpOccasion.SILENCE)
                                    .after(Budget.of(Duration.ofHours(8)))
                                    .calendar(ServiceCalendar.always())
                                    .addAction(new FollowUpAction.NotifyGroup(GroupId.of("misspelt")))
                                    .build()))))),
    TIER_SKIPPED(
            FindingCode.ROUTE_SKIPS_TIER,
            model -> beyondNext(model).flatMap(group -> first(model, at(contact(model)), group))),
    CONTACT_PASSED(
            FindingCode.ROUTE_PASSES_CONTACT_TIER,
            model -> model.organisation().rank(contact(model)) == 0
                    ? Optional.empty()
                    : first(
                            model,
                            at(tier(model, 0)),
                            group(model, tier(model, model.organisation().rank(contact(model)) + 1)))),
    SIDE_DOOR(
            FindingCode.ROUTE_BESIDE_ENTRANCE,
            model -> sideDoor(model).flatMap(group -> first(model, at(contact(model)), group))),
    SYSTEM_UNSUPPORTED(
            FindingCode.ROUTE_TO_GROUP_WITHOUT_SYSTEM,
            model -> unsupporting(model).flatMap(group -> first(model, at(contact(model)), group))),
    LOOP(
            FindingCode.ROUTE_LOOPS,
            model -> first(model, at(contact(model)), model.organisation().contactEntrance())),
    /** Back to a group that handed it over, or to another one there. */
    DOWNHILL(
            ImmutableSet.of(FindingCode.ROUTE_GOES_DOWN, FindingCode.ROUTE_LOOPS),
            model -> reached(model)
                    .flatMap(from ->
                            below(model).flatMap(to -> first(model, Condition.is(CaseField.GROUP, from.value()), to)))),
    /** Where people alone bring cases, by a group that the rule leads them back to. */
    LED_BACK_WHERE_PEOPLE_BRING_CASES(FindingCode.REFUSED_BY_HAND, SeededFault::ledBackByHand),
    /** To another group there, which may answer no more than the one that it comes from. */
    LED_ASIDE(
            ImmutableSet.of(FindingCode.UNPLACED_STAYS, FindingCode.UNPLACED_STUCK),
            model -> beside(model)
                    .flatMap(other -> rules(model, rules -> filter(rules, rule -> !leadsAway(model, rule)))
                            .flatMap(left -> first(left, in(model.organisation().contactEntrance()), other)))),
    GUARD_TOO_TIGHT(FindingCode.GUARD_STOPS_TRIAGE, SeededFault::guarded),
    /** Rules lead it on from where a limit has sent it, to where it was. */
    LED_BACK_AFTER_A_LIMIT(ImmutableSet.of(FindingCode.ROUTE_LOOPS, FindingCode.ROUTE_GOES_DOWN), SeededFault::ledBack),
    ESCALATED_TO_NOBODY(
            ImmutableSet.of(FindingCode.ESCALATION_WITHOUT_SYSTEM, FindingCode.ESCALATION_DEAD_END),
            SeededFault::welcomeNowhere),
    ESCALATED_TO_CLOSED_DOORS(FindingCode.ESCALATION_TO_CLOSED_GROUP, SeededFault::closedAbove),
    ACCEPTANCE_OUTLASTS(FindingCode.TARGET_DOES_NOT_FIT, model -> longer(model, Measure.ACCEPTANCE)),
    RESIDENCE_OUTLASTS(FindingCode.TARGET_DOES_NOT_FIT, model -> longer(model, Measure.RESIDENCE)),
    ALL_VISITS_OUTLAST(FindingCode.TARGET_DOES_NOT_FIT, model -> longer(model, Measure.CUMULATIVE_RESIDENCE)),
    ANSWER_OUTLASTS(FindingCode.TARGET_DOES_NOT_FIT, model -> longer(model, Measure.ANSWER)),
    FIRST_RESPONSE_OUTLASTS(FindingCode.TARGET_DOES_NOT_FIT, model -> longer(model, Measure.FIRST_RESPONSE)),
    NEXT_RESPONSE_OUTLASTS(FindingCode.TARGET_DOES_NOT_FIT, model -> longer(model, Measure.NEXT_RESPONSE)),
    SILENCE_OUTLASTS(FindingCode.TARGET_DOES_NOT_FIT, model -> longer(model, Measure.UPDATE_INTERVAL)),
    COMPETENCES_APART(FindingCode.COMPETENCE_MISSING, FaultyPeople::asking, FaultyPeople::apart),
    COMPETENT_WITHOUT_CAPACITY(FindingCode.COMPETENCE_MISSING, FaultyPeople::busy, FaultyPeople::together),
    COMPETENT_NEVER_ON_DUTY(FindingCode.COMPETENCE_MISSING, FaultyPeople::offDuty, FaultyPeople::together),
    COMPETENT_ALWAYS_AWAY(FindingCode.COMPETENCE_MISSING, FaultyPeople::asking, FaultyPeople::away),
    CERTIFICATE_ENDS(FindingCode.NOBODY_FROM_THEN_ON, FaultyPeople::asking, FaultyPeople::endingSoon),
    LEADS_AWAY(FindingCode.ESCALATION_FINDS_NOBODY, FaultyPeople::led, FaultyPeople::leadsAway),
    NOBODY_CERTIFIED(FindingCode.COMPETENCE_MISSING, FaultyPeople::asking, FaultyPeople::uncertified);

    private final ImmutableSet<FindingCode> codes;
    // Functions of a model and nothing else.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<SupportModel, Optional<SupportModel>> seed;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<SupportModel, Optional<People>> people;

    SeededFault(FindingCode code, Function<SupportModel, Optional<SupportModel>> seed) {
        this(ImmutableSet.of(code), seed);
    }

    SeededFault(ImmutableSet<FindingCode> codes, Function<SupportModel, Optional<SupportModel>> seed) {
        this.codes = codes;
        this.seed = seed;
        this.people = model -> Optional.empty();
    }

    SeededFault(FindingCode code, UnaryOperator<SupportModel> seed, Function<SupportModel, People> people) {
        this.codes = ImmutableSet.of(code);
        this.seed = model -> Optional.of(seed.apply(model));
        this.people = model -> Optional.of(people.apply(model));
    }

    /** Of these, verification must say one. */
    ImmutableSet<FindingCode> codes() {
        return codes;
    }

    /** What verification says to the model with the fault. */
    ImmutableList<Finding> found(SupportModel faulty, LocalDate from) {
        return people.apply(faulty)
                .map(known -> ModelVerification.of(faulty, from, known))
                .orElseGet(() -> ModelVerification.of(faulty, from))
                .findings();
    }

    /** The model with the fault; empty if there is no place for it. */
    Optional<SupportModel> in(SupportModel model) {
        return seed.apply(model);
    }

    private static Optional<SupportModel> agreements(
            SupportModel model, UnaryOperator<ImmutableList<Agreement>> change) {
        return Optional.of(model.withAgreements(
                Agreements.of(change.apply(model.agreements().all()))));
    }

    /** The model with one more target in every agreement. */
    private static Optional<SupportModel> everywhere(SupportModel model, Target target) {
        return agreements(
                model, list -> map(list, agreement -> agreement.withTargets(add(agreement.targets(), target))));
    }

    private static Optional<SupportModel> rules(SupportModel model, UnaryOperator<ImmutableList<TriageRule>> change) {
        return Optional.of(model.withRouting(model.routing()
                .withTriage(new Triage(change.apply(model.triage().rules())))));
    }

    /** The model with one more rule before all others. */
    private static Optional<SupportModel> first(SupportModel model, Condition when, GroupId to) {
        return rules(
                model,
                rules -> ImmutableList.<TriageRule>builder()
                        .add(rule("seeded", when, to))
                        .addAll(rules)
                        .build());
    }

    private static SupportModel organisation(SupportModel model, UnaryOperator<SupportGroup> change) {
        SupportOrganisation organisation = model.organisation();
        return model.withOrganisation(organisation.withGroups(map(organisation.groups(), change)));
    }

    private static TriageRule rule(String name, Condition when, GroupId to) {
        return new TriageRule(name, when, to);
    }

    private static Condition at(TierId tier) {
        return Condition.is(CaseField.TIER, tier.value());
    }

    private static Condition never() {
        return Condition.is(CaseField.KIND, CaseKind.QUESTION.name())
                .and(Condition.is(CaseField.KIND, CaseKind.INCIDENT.name()));
    }

    /** Whether the rule leads incidents of unknown cause away from the contact tier, maybe. */
    private static boolean leadsAway(SupportModel model, TriageRule rule) {
        int contact = model.organisation().rank(contact(model));
        return model.organisation()
                        .group(rule.to())
                        .map(SupportGroup::tier)
                        .map(model.organisation()::rank)
                        .orElse(0)
                == contact + 1;
    }

    private static Agreement without(Agreement agreement, Predicate<Measure> dropped) {
        return agreement.withTargets(filter(agreement.targets(), target -> !dropped.test(target.measure())));
    }

    private static Agreement repeated(Agreement agreement) {
        Target last = agreement.targets().get(agreement.targets().size() - 1);
        return agreement.withTargets(add(agreement.targets(), last.withId("repeated")));
    }

    private static Agreement thresholds(Agreement agreement, Threshold... thresholds) {
        return agreement.withTargets(map(agreement.targets(), target -> target.withThresholds(thresholds)));
    }

    private static Agreement calendars(Agreement agreement, ServiceCalendar calendar) {
        return agreement.withTargets(map(agreement.targets(), target -> target.withCalendar(calendar)));
    }

    private static ServiceCalendar closed() {
        return ServiceCalendar.always().minus(ServiceCalendar.always(ZoneOffset.UTC));
    }

    private static ServiceCalendar ending() {
        ServiceCalendar always = ServiceCalendar.always(ZoneOffset.UTC);
        return ServiceCalendar.versions(always, ImmutableMap.of(LocalDate.of(2008, 1, 1), always.minus(always)));
    }

    /** The tier after the contact tier, if business questions go past it and no way need be declared. */
    private static Optional<TierId> passedOver(SupportModel model) {
        int contact = model.organisation().rank(contact(model));
        boolean passed = model.organisation().groups().stream()
                .filter(group -> group.kind() == GroupKind.BUSINESS_SPECIALISTS)
                .filter(group -> model.organisation().rank(group.tier()) > contact + 1)
                .anyMatch(group -> model.organisation()
                        .tier(group.tier())
                        .flatMap(Tier::entrance)
                        .map(group.id()::equals)
                        .orElse(true));
        return passed && model.routing().handOvers().isEmpty()
                ? Optional.of(tier(model, contact + 1))
                : Optional.empty();
    }

    private static boolean versioned(SupportModel model) {
        return model.agreements().all().stream()
                .anyMatch(agreement -> !agreement.validFrom().equals(Instant.MIN));
    }

    private static Span forLife() {
        return Span.builder()
                .addPausedBetween(
                        new Span.Break(ImmutableSet.of(EventKind.REGISTERED), ImmutableSet.of(EventKind.CLOSED)))
                .build();
    }

    /** A limit for each visit to every group but one, which has one for all visits. */
    private static ImmutableList<Agreement> limitsByGroup(
            SupportModel model, ImmutableList<Agreement> list, GroupId behind) {
        ImmutableList.Builder<Agreement> all = ImmutableList.builder();
        all.addAll(map(
                list,
                agreement -> without(
                        agreement,
                        measure -> measure == Measure.RESIDENCE || measure == Measure.CUMULATIVE_RESIDENCE)));
        for (GroupId group : model.organisation().groupIds()) {
            all.add(promise(
                    "own-" + group,
                    new Party.OfGroup(group),
                    new Party.EveryCustomer(),
                    group.equals(behind) ? Measure.CUMULATIVE_RESIDENCE : Measure.RESIDENCE));
        }
        return all.build();
    }

    private static Agreement atOthers(Agreement agreement, GroupId but) {
        return agreement.withTargets(map(
                agreement.targets(),
                target -> target.measure() == Measure.RESIDENCE || target.measure() == Measure.CUMULATIVE_RESIDENCE
                        ? target.withMeasure(Measure.CUMULATIVE_RESIDENCE)
                                .withAppliesTo(target.appliesTo().and(in(but).negate()))
                        : target));
    }

    private static Condition in(GroupId group) {
        return Condition.is(CaseField.GROUP, group.value());
    }

    /** Another group of the contact tier, to which no way need be declared. */
    private static Optional<GroupId> beside(SupportModel model) {
        return model.routing().handOvers().isPresent()
                ? Optional.empty()
                : model.organisation()
                        .groupsAt(contact(model))
                        .map(SupportGroup::id)
                        .filter(group -> !group.equals(model.organisation().contactEntrance()))
                        .findFirst();
    }

    private static Agreement promise(String id, Party provider, Party consumer, Measure measure) {
        return Agreement.builder()
                .id(id)
                .name(id)
                .kind(AgreementKind.OLA)
                .provider(provider)
                .consumer(consumer)
                .addTarget(target("promised", measure))
                .build();
    }

    private static Target target(String id, Measure measure) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .budget(Budget.of(Duration.ofHours(8)))
                .calendar(ServiceCalendar.always())
                .build();
    }

    private static TierId contact(SupportModel model) {
        return model.organisation().contactTier();
    }

    private static TierId tier(SupportModel model, int rank) {
        return model.organisation().tiers().get(rank).id();
    }

    private static GroupId group(SupportModel model, TierId tier) {
        return model.organisation().groupsAt(tier).findFirst().orElseThrow().id();
    }

    private static GroupId otherThan(SupportModel model, GroupId group) {
        return model.organisation().groupIds().stream()
                .filter(other -> !other.equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<SupportGroup> supplier(SupportModel model) {
        return model.organisation().groups().stream()
                .filter(group -> group.kind() == GroupKind.SUPPLIER)
                .findFirst();
    }

    /** A group that is no specialist, two tiers or more beyond the contact tier, to which not every case may go straight from there. */
    private static Optional<GroupId> beyondNext(SupportModel model) {
        int contact = model.organisation().rank(contact(model));
        return model.organisation().groups().stream()
                .filter(group -> model.organisation().rank(group.tier()) >= contact + 2)
                .filter(group -> group.kind() != GroupKind.BUSINESS_SPECIALISTS)
                .filter(group -> !ledDirectly(model, group))
                .map(SupportGroup::id)
                .findFirst();
    }

    /** Whether every case may go from the contact tier straight to this group; ways from elsewhere do not help a case there. */
    private static boolean ledDirectly(SupportModel model, SupportGroup to) {
        return model.routing().handOvers().stream()
                .flatMap(graph -> graph.ways().stream())
                .filter(way -> way.direct() && way.when().equals(Condition.always()))
                .anyMatch(way -> model.organisation()
                        .groupsAt(contact(model))
                        .anyMatch(from -> way.joins(station(from), station(to))));
    }

    private static Station station(SupportGroup group) {
        return new Station(group.id(), group.tier());
    }

    /** A group behind the entrance of the tier after the contact tier. */
    private static Optional<GroupId> sideDoor(SupportModel model) {
        Tier next = model.organisation().tiers().get(model.organisation().rank(contact(model)) + 1);
        return next.entrance()
                .flatMap(entrance -> model.organisation()
                        .groupsAt(next.id())
                        .map(SupportGroup::id)
                        .filter(group -> !group.equals(entrance))
                        .findFirst());
    }

    private static Optional<GroupId> unsupporting(SupportModel model) {
        int contact = model.organisation().rank(contact(model));
        ImmutableSet<?> all = model.organisation().systems().stream()
                .map(system -> system.id())
                .collect(ImmutableSet.toImmutableSet());
        return model.organisation().groups().stream()
                .filter(group -> model.organisation().rank(group.tier()) == contact + 1)
                .filter(group -> !group.systems().isEmpty() && !group.systems().equals(all))
                .map(SupportGroup::id)
                .findFirst();
    }

    /** A group up to the contact tier where cases come by that do not come from there. */
    private static Optional<GroupId> below(SupportModel model) {
        return model.organisation()
                .groupsAt(tier(model, 0))
                .map(SupportGroup::id)
                .filter(group -> !group.equals(model.organisation().contactEntrance()))
                .findFirst();
    }

    /** A group beyond the contact tier to which a rule leads cases. */
    private static Optional<GroupId> reached(SupportModel model) {
        Condition unplaced = Condition.is(CaseField.CAUSE, Cause.UNKNOWN.name());
        return model.triage().rules().stream()
                .filter(rule -> leadsAway(model, rule) && rule.when().describe().contains(unplaced.describe()))
                .map(TriageRule::to)
                .findFirst();
    }

    /** Triage leads everything on twice, and once is allowed. */
    private static Optional<SupportModel> guarded(SupportModel model) {
        int contact = model.organisation().rank(contact(model));
        if (contact + 2 >= model.organisation().tiers().size()
                || model.routing().handOvers().isPresent()) {
            return Optional.empty();
        }
        Optional<GroupId> next = open(model, contact + 1);
        Optional<GroupId> last = open(model, contact + 2);
        SupportModel led = organisation(model, group -> group.withLead(ActorId.of("lead-of-" + group.id())));
        return last.flatMap(to -> first(led, at(tier(model, contact + 1)), to))
                .flatMap(on -> next.flatMap(to -> first(on, at(contact(model)), to)))
                .map(on -> on.withRouting(on.routing().withHandOverLimit(1)));
    }

    /** A user error stays at the contact tier until its limit sends it on, and is led back there. */
    private static Optional<SupportModel> ledBack(SupportModel model) {
        int next = model.organisation().rank(contact(model)) + 1;
        if (model.routing().handOvers().isPresent()) {
            return Optional.empty();
        }
        Condition error = Condition.is(CaseField.CAUSE, Cause.USER_ERROR.name());
        Condition unplaced = Condition.is(CaseField.CAUSE, Cause.UNKNOWN.name());
        return open(model, next)
                .flatMap(to -> rules(
                        model,
                        rules -> ImmutableList.of(
                                rule("on", at(contact(model)).and(unplaced), to),
                                rule(
                                        "back",
                                        at(tier(model, next)).and(error),
                                        model.organisation().contactEntrance()))))
                .flatMap(led -> agreements(led, list -> map(list, agreement -> escalating(led, agreement))));
    }

    /** No rule leads to a group behind an entrance, and one leads from there to the entrance. */
    private static Optional<SupportModel> ledBackByHand(SupportModel model) {
        Tier next = model.organisation().tiers().get(model.organisation().rank(contact(model)) + 1);
        return sideDoor(model)
                .filter(behind -> model.routing().handOvers().isEmpty())
                .flatMap(behind -> rules(
                                model, rules -> filter(rules, rule -> !rule.to().equals(behind)))
                        .flatMap(left -> first(left, in(behind), next.entrance().orElseThrow())));
    }

    /** Where cases of every system come into a tier. */
    private static Optional<GroupId> open(SupportModel model, int rank) {
        Tier tier = model.organisation().tiers().get(rank);
        return model.organisation()
                .groupsAt(tier.id())
                .filter(group -> group.systems().isEmpty())
                .filter(group -> tier.entrance().map(group.id()::equals).orElse(true))
                .map(SupportGroup::id)
                .findFirst();
    }

    /** Limits of the contact tier escalate, and the next tier takes cases of one system alone. */
    private static Optional<SupportModel> welcomeNowhere(SupportModel model) {
        // An entrance takes what is of no known system, and has every case if there is one system alone.
        if (model.organisation().systems().size() < 2) {
            return Optional.empty();
        }
        TierId next = tier(model, model.organisation().rank(contact(model)) + 1);
        SystemId one = model.organisation().systems().get(0).id();
        SupportModel narrow = organisation(model, group -> group.tier().equals(next) ? group.withSystems(one) : group);
        return agreements(narrow, list -> map(list, agreement -> escalating(model, agreement)));
    }

    /** The clock of all visits is over by night, when the next tier is closed until customers have waited too long. */
    private static Optional<SupportModel> closedAbove(SupportModel model) {
        ServiceCalendar days = ServiceCalendar.in(ZoneOffset.UTC)
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                .build();
        return agreements(
                model,
                list -> map(
                        list,
                        agreement -> agreement.provider().equals(new Party.OfTier(contact(model)))
                                ? escalating(model, hasty(calendars(agreement, ServiceCalendar.always())))
                                : calendars(agreement, days)));
    }

    private static Agreement hasty(Agreement agreement) {
        return agreement.withTargets(map(
                agreement.targets(),
                target -> target.withBudget(
                        Budget.of(Duration.ofHours(target.measure() == Measure.RESOLUTION ? 10 : 8)))));
    }

    private static Agreement escalating(SupportModel model, Agreement agreement) {
        return agreement.provider().equals(new Party.OfTier(contact(model)))
                ? agreement.withTargets(map(
                        agreement.targets(),
                        target -> target.measure() == Measure.RESIDENCE
                                        || target.measure() == Measure.CUMULATIVE_RESIDENCE
                                ? target.withMeasure(Measure.CUMULATIVE_RESIDENCE)
                                        .withThresholds(Threshold.at(100, new ThresholdAction.EscalateFunctionally()))
                                : target))
                : agreement;
    }

    /** What is measured so takes longer than anything around it allows, at a tier that every model leads cases to. */
    private static Optional<SupportModel> longer(SupportModel model, Measure measure) {
        int rank = model.organisation().rank(contact(model)) + (measure == Measure.ANSWER ? 1 : 0);
        Party provider = new Party.OfTier(tier(model, rank));
        boolean measured = model.agreements().all().stream()
                .filter(agreement -> agreement.provider().equals(provider))
                .flatMap(agreement -> agreement.targets().stream())
                .anyMatch(target -> lastsForAll(target, measure));
        return measured
                ? agreements(
                        model,
                        list -> map(
                                list,
                                agreement -> agreement.withTargets(map(
                                        agreement.targets(),
                                        target -> target.measure() == measure
                                                ? target.withBudget(Budget.of(Duration.ofDays(125)))
                                                : target))))
                : Optional.empty();
    }

    private static boolean lastsForAll(Target target, Measure measure) {
        return target.measure() == measure
                && target.span().equals(Span.whole())
                && target.appliesTo().equals(Condition.always());
    }

    private static <T> ImmutableList<T> map(ImmutableList<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).collect(ImmutableList.toImmutableList());
    }

    private static <T> ImmutableList<T> filter(ImmutableList<T> list, Predicate<T> kept) {
        return list.stream().filter(kept).collect(ImmutableList.toImmutableList());
    }

    private static <T> ImmutableList<T> add(ImmutableList<T> list, T one) {
        return ImmutableList.<T>builder().addAll(list).add(one).build();
    }
}
