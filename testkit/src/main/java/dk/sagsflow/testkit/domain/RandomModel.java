package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.AttributeDefinition;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeType;
import dk.sagsflow.core.organisation.AttributeValue;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.Impact;
import dk.sagsflow.core.organisation.Priority;
import dk.sagsflow.core.organisation.PriorityMatrix;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.SupportedSystem;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.Urgency;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One model, made by chance. Not thread-safe. */
final class RandomModel {
    private static final AttributeId SEVERITY = AttributeId.of("severity");
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final ImmutableList<ServiceCalendar> CALENDARS = ImmutableList.of(
            ServiceCalendar.always(ZONE),
            ServiceCalendar.in(ZONE)
                    .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                    .publicHolidays("DK")
                    .build(),
            ServiceCalendar.in(ZONE)
                    .open(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "07:30", "12:00")
                    .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "12:30", "20:00")
                    .build(),
            ServiceCalendar.in(ZONE)
                    .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "18:00", "02:00")
                    .build());

    private final Random random;
    private final int tiers;
    private final int contact;
    private final ImmutableList<SystemId> systems;
    private final SupportOrganisation organisation;

    RandomModel(Random random) {
        this.random = random;
        this.tiers = between(2, 4);
        this.contact = between(0, Math.min(1, tiers - 2));
        this.systems = ImmutableList.of(SystemId.of("a"), SystemId.of("b"), SystemId.of("c"))
                .subList(0, between(0, 3));
        this.organisation = organisation();
    }

    SupportModel model() {
        return SupportModel.builder()
                .organisation(organisation)
                .agreements(agreements())
                .routing(Routing.of(new Triage(rules())).withFollowUps(followUps()))
                .build();
    }

    private SupportOrganisation organisation() {
        SupportOrganisation.Builder builder =
                SupportOrganisation.builder().name("random").contactTier(tier(contact));
        builder.addAttribute(AttributeDefinition.builder()
                .id(SEVERITY)
                .name("Severity")
                .type(AttributeType.CHOICE)
                .addChoices("A", "B", "C")
                .build());
        if (chance(30)) {
            builder.priorityMatrix(matrix());
        }
        systems.forEach(system -> builder.addSystem(new SupportedSystem(system, system.value())));
        for (int rank = 0; rank < tiers; rank++) {
            int groups = rank <= contact ? between(1, 2) : between(1, 3);
            Tier plain = Tier.of(tier(rank).value(), "tier " + rank);
            boolean oneDoor = rank >= contact && chance(rank == contact ? 80 : 40);
            builder.addTier(oneDoor ? plain.enteredThrough("g" + rank + "-0") : plain);
            for (int i = 0; i < groups; i++) {
                builder.addGroup(group(rank, i, oneDoor));
            }
        }
        return builder.build();
    }

    /** Any priority for any pair. */
    private PriorityMatrix matrix() {
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                cells.put(impact, urgency, one(Arrays.asList(Priority.values())));
            }
        }
        return new PriorityMatrix(cells.build());
    }

    /** A rule that reminds customers of an answer, and closes the case if they stay silent. */
    private ImmutableList<FollowUpRule> followUps() {
        return chance(40)
                ? ImmutableList.of(FollowUpRule.builder()
                        .name("remind")
                        .occasion(FollowUpOccasion.ANSWERED)
                        .after(Budget.of(Duration.ofHours(between(4, 48))))
                        .calendar(hours())
                        .addAction(new FollowUpAction.TellCustomer())
                        .last(new FollowUpRule.LastStep(
                                Budget.of(Duration.ofHours(60)), ImmutableList.of(new FollowUpAction.Close())))
                        .build())
                : ImmutableList.of();
    }

    private SupportGroup group(int rank, int index, boolean oneDoor) {
        String id = "g" + rank + "-" + index;
        SupportGroup.Builder group =
                SupportGroup.builder().id(GroupId.of(id)).name(id).tier(tier(rank));
        if (chance(95)) {
            group.mailAddress(id + "@example.dk");
        }
        if (chance(95)) {
            group.lead(ActorId.of("lead-of-" + id));
        }
        boolean door = oneDoor && index == 0;
        if (rank > contact && !door) {
            int kind = between(0, 9);
            group.kind(kind < 3 ? GroupKind.SUPPLIER : kind < 5 ? GroupKind.BUSINESS_SPECIALISTS : GroupKind.INTERNAL);
        }
        if (rank > contact && index > 0 && chance(50)) {
            group.addAllSystems(some(systems));
        }
        return group.build();
    }

    private Agreements agreements() {
        ImmutableList.Builder<Agreement> all = ImmutableList.builder();
        Agreement.Builder customers = agreement("customers", AgreementKind.SLA, new Party.OfTier(tier(contact)))
                .consumer(new Party.EveryCustomer())
                .addTarget(target("first", Measure.FIRST_RESPONSE, 4, hours()))
                .addTarget(target("resolution", Measure.RESOLUTION, 200, hours()));
        if (chance(50)) {
            customers.addTarget(target("urgent", Measure.RESOLUTION, 40, hours())
                    .withAppliesTo(Condition.is(CaseField.PRIORITY, "P1", "P2")));
        }
        if (chance(30)) {
            customers.addTarget(target("update", Measure.UPDATE_INTERVAL, 24, hours()));
        }
        all.add(customers.build());
        for (int rank = 0; rank < tiers; rank++) {
            Party consumer = rank == 0 ? new Party.EveryCustomer() : new Party.OfTier(tier(rank - 1));
            all.add(limits("tier-" + rank, AgreementKind.OLA, new Party.OfTier(tier(rank)), consumer, rank));
        }
        organisation.groups().stream()
                .filter(group -> group.kind() == GroupKind.SUPPLIER)
                .filter(group -> chance(97))
                .forEach(group -> all.add(limits(
                        "contract-" + group.id(),
                        AgreementKind.UNDERPINNING_CONTRACT,
                        new Party.OfGroup(group.id()),
                        new Party.OfTier(tier(organisation.rank(group.tier()) - 1)),
                        organisation.rank(group.tier()))));
        return Agreements.of(all.build());
    }

    private Agreement limits(String id, AgreementKind kind, Party provider, Party consumer, int rank) {
        ServiceCalendar hours = hours();
        Measure lying = chance(80) ? Measure.RESIDENCE : Measure.CUMULATIVE_RESIDENCE;
        Agreement.Builder agreement = agreement(id, kind, provider)
                .consumer(consumer)
                .addTarget(limit("residence", lying, 8 * (rank + 1), hours, rank));
        if (chance(40)) {
            agreement.addTarget(limit("acceptance", Measure.ACCEPTANCE, 2, hours, rank));
        }
        if (chance(50)) {
            Target urgent = limit("urgent", lying, 4, hours, rank);
            agreement.addTarget(urgent.withAppliesTo(oneIn(CaseField.PRIORITY, Priority.values())));
        }
        if (rank > 0) {
            agreement.addTarget(target("answer", Measure.ANSWER, 60, hours));
        }
        return agreement.build();
    }

    private static Agreement.Builder agreement(String id, AgreementKind kind, Party provider) {
        return Agreement.builder().id(id).name(id).kind(kind).provider(provider);
    }

    /** One whose thresholds may also send the case to the next tier. */
    private Target limit(String id, Measure measure, int hours, ServiceCalendar calendar, int rank) {
        Target plain = target(id, measure, hours, calendar);
        return rank < tiers - 1 && measure != Measure.ACCEPTANCE && chance(50)
                ? plain.withThresholds(
                        Threshold.at(75, new ThresholdAction.NotifyWorkingGroup()),
                        Threshold.at(100, new ThresholdAction.EscalateFunctionally()))
                : plain;
    }

    private Target target(String id, Measure measure, int hours, ServiceCalendar calendar) {
        Target.Builder target = Target.builder()
                .id(id)
                .measure(measure)
                .budget(Budget.of(Duration.ofHours(hours)))
                .calendar(calendar)
                .addThreshold(Threshold.at(100, telling()));
        if (measure != Measure.FIRST_RESPONSE && chance(60)) {
            target.addPausedBy(WaitingFor.CUSTOMER);
        }
        return target.build();
    }

    private ThresholdAction telling() {
        return switch (between(0, 3)) {
            case 0 -> new ThresholdAction.EscalateToLead();
            case 1 -> new ThresholdAction.NotifyGroup(organisation.contactEntrance());
            default -> new ThresholdAction.NotifyWorkingGroup();
        };
    }

    private ImmutableList<TriageRule> rules() {
        List<TriageRule> rules = new ArrayList<>();
        for (int rank = 0; rank < contact; rank++) {
            upward(rules, rank, Condition.always(), 80);
        }
        Condition unplaced = Condition.is(CaseField.CAUSE, Cause.UNKNOWN.name())
                .and(Condition.is(CaseField.KIND, CaseKind.INCIDENT.name()));
        for (int rank = contact; rank < tiers - 1; rank++) {
            specialists(rules, rank);
            for (int i = between(0, 2); i > 0; i--) {
                int before = rules.size();
                upward(rules, rank, fields(), 90);
                if (chance(20)) {
                    CalendarState state = new CalendarState("office", CALENDARS.get(1), chance(50));
                    rules.subList(before, rules.size()).replaceAll(rule -> rule.during(state));
                }
            }
            sideways(rules, rank);
        }
        upward(rules, contact, unplaced, 100);
        if (chance(10)) {
            rules.add(new TriageRule(
                    "anything goes", fields(), one(organisation.groupIds().asList())));
        }
        return ImmutableList.copyOf(rules);
    }

    /** Rules that lead cases to the next tier: to each group there those of its systems, to the first one that has all the rest. */
    private void upward(List<TriageRule> rules, int rank, Condition which, int percent) {
        TierId next = tier(rank + 1);
        List<SupportGroup> doors = organisation
                .groupsAt(next)
                .filter(group -> organisation
                        .tier(next)
                        .orElseThrow()
                        .entrance()
                        .map(group.id()::equals)
                        .orElse(true))
                .filter(group -> group.kind() != GroupKind.BUSINESS_SPECIALISTS)
                .toList();
        Condition here = Condition.is(CaseField.TIER, tier(rank).value()).and(which);
        for (SupportGroup door : doors) {
            boolean all = door.systems().isEmpty();
            Condition when = all || chance(3)
                    ? here
                    : here.and(new Condition.Is(
                            CaseField.SYSTEM,
                            door.systems().stream().map(SystemId::value).collect(ImmutableSet.toImmutableSet())));
            if (chance(percent)) {
                rules.add(new TriageRule("up " + rules.size(), when, door.id()));
            }
        }
    }

    /** The direct way of business questions (R07), and the way to specialists of the next tier. */
    private void specialists(List<TriageRule> rules, int rank) {
        Condition business = Condition.is(CaseField.TIER, tier(rank).value())
                .and(Condition.is(CaseField.CAUSE, Cause.BUSINESS.name()));
        organisation.groups().stream()
                .filter(group -> group.kind() == GroupKind.BUSINESS_SPECIALISTS)
                .filter(group -> group.systems().isEmpty())
                .filter(group ->
                        organisation.tier(group.tier()).orElseThrow().entrance().isEmpty())
                .filter(group -> organisation.rank(group.tier()) > rank)
                .filter(group -> rank == contact || organisation.rank(group.tier()) == rank + 1)
                .findFirst()
                .filter(group -> chance(80))
                .ifPresent(group -> rules.add(new TriageRule("business " + rules.size(), business, group.id())));
    }

    private void sideways(List<TriageRule> rules, int rank) {
        List<SupportGroup> there = organisation.groupsAt(tier(rank)).toList();
        if (there.size() > 1 && chance(30)) {
            SupportGroup to = there.get(1);
            Condition from =
                    Condition.is(CaseField.GROUP, there.get(0).id().value()).and(fields());
            Condition when = to.systems().isEmpty()
                    ? from
                    : from.and(new Condition.Is(
                            CaseField.SYSTEM,
                            to.systems().stream().map(SystemId::value).collect(ImmutableSet.toImmutableSet())));
            rules.add(new TriageRule("aside " + rules.size(), when, to.id()));
        }
    }

    private Condition fields() {
        return switch (between(0, 7)) {
            case 6 -> Condition.mentions(one(ImmutableList.of("log", "log ind", "printer")));
            case 7 -> Condition.has(SEVERITY, new AttributeValue.Choice(one(ImmutableList.of("A", "B"))));
            case 0 -> oneIn(CaseField.KIND, CaseKind.values());
            case 1 -> oneIn(CaseField.PRIORITY, Priority.values());
            case 2 -> oneIn(CaseField.CUSTOMER_KIND, CustomerKind.values());
            case 3 -> Condition.is(CaseField.CATEGORY, "login");
            case 4 -> oneIn(CaseField.CAUSE, Cause.values()).and(oneIn(CaseField.KIND, CaseKind.values()));
            default -> oneIn(CaseField.CAUSE, Cause.values());
        };
    }

    private Condition oneIn(CaseField field, Enum<?>[] constants) {
        return new Condition.Is(
                field, some(Arrays.asList(constants)).stream().map(Enum::name).collect(ImmutableSet.toImmutableSet()));
    }

    private ServiceCalendar hours() {
        return one(CALENDARS);
    }

    private static TierId tier(int rank) {
        return TierId.of("t" + rank);
    }

    /** At least one of these, if there is one. */
    private <T> List<T> some(List<T> from) {
        List<T> mixed = new ArrayList<>(from);
        Collections.shuffle(mixed, random);
        return mixed.isEmpty() ? mixed : mixed.subList(0, between(1, mixed.size()));
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
