package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an organisation routes its cases, by chance. Not thread-safe. */
final class RandomRouting {
    private static final Condition UNPLACED = Condition.is(CaseField.CAUSE, Cause.UNKNOWN.name())
            .and(Condition.is(CaseField.KIND, CaseKind.INCIDENT.name()));

    private final Chance chance;
    private final SupportOrganisation organisation;
    private final int tiers;
    private final int contact;
    /** Which cases go straight beyond the next tier, where ways are declared. */
    private final Condition hurried;

    RandomRouting(Chance chance, SupportOrganisation organisation) {
        this.chance = chance;
        this.organisation = organisation;
        this.tiers = organisation.tiers().size();
        this.contact = organisation.rank(organisation.contactTier());
        this.hurried = fields();
    }

    Routing made() {
        Optional<HandOverGraph> ways = ways();
        boolean straight = ways.stream().flatMap(graph -> graph.ways().stream()).anyMatch(HandOverWay::direct);
        return Routing.of(new Triage(rules(straight))).withHandOvers(ways).withFollowUps(followUps());
    }

    /**
     * The ways from tier to tier, within a tier, and of business questions to specialists, one of which somebody may have
     * forgotten; or none, so that every way is open.
     */
    private Optional<HandOverGraph> ways() {
        // Only where ways are declared may a rule pass a tier.
        if (chance.of(contact + 2 < tiers ? 40 : 65)) {
            return Optional.empty();
        }
        List<HandOverWay> ways = new ArrayList<>(tierByTier());
        ways.addAll(businessQuestions());
        if (contact + 2 < tiers) {
            ways.add(way("straight", contact, contact + 2).when(hurried).directly());
        }
        if (chance.of(15)) {
            ways.remove(chance.between(0, ways.size() - 1));
        }
        return Optional.of(new HandOverGraph(ImmutableList.copyOf(ways)));
    }

    private List<HandOverWay> tierByTier() {
        List<HandOverWay> ways = new ArrayList<>();
        for (int rank = 0; rank < tiers; rank++) {
            if (organisation.groupsAt(tier(rank)).count() > 1) {
                ways.add(way("within " + rank, rank, rank));
            }
            if (rank < tiers - 1) {
                ways.add(way("up " + rank, rank, rank + 1));
            }
        }
        return ways;
    }

    private List<HandOverWay> businessQuestions() {
        HandOverEnd from = HandOverEnd.tier(tier(contact).value());
        return organisation.groups().stream()
                .filter(group -> group.kind() == GroupKind.BUSINESS_SPECIALISTS)
                .filter(group -> organisation.rank(group.tier()) > contact + 1)
                .filter(this::entered)
                .map(SupportGroup::id)
                .map(to -> HandOverWay.of("business " + to, from, HandOverEnd.group(to.value()))
                        .when(Condition.is(CaseField.CAUSE, Cause.BUSINESS.name())))
                .toList();
    }

    private HandOverWay way(String name, int from, int to) {
        return HandOverWay.of(name, HandOverEnd.tier(tier(from).value()), HandOverEnd.tier(tier(to).value()));
    }

    /** Rules for what cases wait in; those that wait for their customer may be closed in the end. */
    private ImmutableList<FollowUpRule> followUps() {
        ImmutableList.Builder<FollowUpRule> rules = ImmutableList.builder();
        if (chance.of(40)) {
            rules.add(reminder("remind", FollowUpOccasion.ANSWERED));
        }
        if (chance.of(20)) {
            rules.add(reminder("ask again", FollowUpOccasion.WAITING_FOR_CUSTOMER));
        }
        if (chance.of(30)) {
            rules.add(keepInTouch());
        }
        if (chance.of(30)) {
            rules.add(lookAfter());
        }
        return rules.build();
    }

    private FollowUpRule lookAfter() {
        return followUp("look after", FollowUpOccasion.HANDED_OVER)
                .addAction(new FollowUpAction.PutOnFollowUpList())
                .addAction(new FollowUpAction.NotifyResponsibleGroup())
                .build();
    }

    private FollowUpRule keepInTouch() {
        return followUp("keep in touch", FollowUpOccasion.SILENCE)
                .times(chance.between(1, 3))
                .addAction(new FollowUpAction.TellCustomer())
                .build();
    }

    private FollowUpRule reminder(String name, FollowUpOccasion occasion) {
        return followUp(name, occasion)
                .addAction(new FollowUpAction.TellCustomer())
                .last(new FollowUpRule.LastStep(
                        Budget.of(Duration.ofHours(60)), ImmutableList.of(new FollowUpAction.Close())))
                .build();
    }

    private FollowUpRule.Builder followUp(String name, FollowUpOccasion occasion) {
        return FollowUpRule.builder()
                .name(name)
                .occasion(occasion)
                .after(Budget.of(Duration.ofHours(chance.between(4, 48))))
                .calendar(chance.hours());
    }

    private ImmutableList<TriageRule> rules(boolean straight) {
        List<TriageRule> rules = new ArrayList<>();
        if (straight) {
            upward(rules, contact, contact + 2, hurried, 90);
        }
        for (int rank = 0; rank < contact; rank++) {
            upward(rules, rank, rank + 1, Condition.always(), 80);
        }
        for (int rank = contact; rank < tiers - 1; rank++) {
            onwards(rules, rank);
        }
        upward(rules, contact, contact + 1, UNPLACED, 100);
        if (chance.of(10)) {
            GroupId anywhere = chance.one(organisation.groupIds().asList());
            rules.add(new TriageRule("anything goes", fields(), anywhere));
        }
        return ImmutableList.copyOf(rules);
    }

    /** Rules for the cases at a tier from which they can go on. */
    private void onwards(List<TriageRule> rules, int rank) {
        specialists(rules, rank);
        for (int i = chance.between(0, 2); i > 0; i--) {
            sorted(rules, rank);
        }
        sideways(rules, rank);
    }

    /** Rules for cases of some sort, now and then for some time of the day alone. */
    private void sorted(List<TriageRule> rules, int rank) {
        int before = rules.size();
        upward(rules, rank, rank + 1, fields(), 90);
        if (chance.of(20)) {
            CalendarState state = new CalendarState("office", Chance.OFFICE, chance.of(50));
            rules.subList(before, rules.size()).replaceAll(rule -> rule.during(state));
        }
    }

    /** Rules that lead cases to a higher tier: to each group there those of its systems, to the first one that has all the rest. */
    private void upward(List<TriageRule> rules, int rank, int to, Condition which, int percent) {
        List<SupportGroup> doors = organisation
                .groupsAt(tier(to))
                .filter(this::entered)
                .filter(group -> group.kind() != GroupKind.BUSINESS_SPECIALISTS)
                .toList();
        Condition here = Condition.is(CaseField.TIER, tier(rank).value()).and(which);
        for (SupportGroup door : doors) {
            Condition when = door.systems().isEmpty() || chance.of(3) ? here : here.and(ofItsSystems(door));
            if (chance.of(percent)) {
                rules.add(new TriageRule("up " + rules.size(), when, door.id()));
            }
        }
    }

    private static Condition ofItsSystems(SupportGroup group) {
        return new Condition.Is(
                CaseField.SYSTEM, group.systems().stream().map(SystemId::value).collect(ImmutableSet.toImmutableSet()));
    }

    /** Whether cases may come to the group from another tier. */
    private boolean entered(SupportGroup group) {
        return organisation
                .tier(group.tier())
                .orElseThrow()
                .entrance()
                .map(group.id()::equals)
                .orElse(true);
    }

    /** The direct way of business questions (R07), and the way to specialists of the next tier. */
    private void specialists(List<TriageRule> rules, int rank) {
        Condition business = Condition.is(CaseField.TIER, tier(rank).value())
                .and(Condition.is(CaseField.CAUSE, Cause.BUSINESS.name()));
        organisation.groups().stream()
                .filter(group -> group.kind() == GroupKind.BUSINESS_SPECIALISTS)
                .filter(group -> group.systems().isEmpty())
                .filter(this::entered)
                .filter(group -> organisation.rank(group.tier()) > rank)
                .filter(group -> rank == contact || organisation.rank(group.tier()) == rank + 1)
                .findFirst()
                .filter(group -> chance.of(80))
                .ifPresent(group -> rules.add(new TriageRule("business " + rules.size(), business, group.id())));
    }

    private void sideways(List<TriageRule> rules, int rank) {
        List<SupportGroup> there = organisation.groupsAt(tier(rank)).toList();
        if (there.size() > 1 && chance.of(30)) {
            SupportGroup to = there.get(1);
            Condition from =
                    Condition.is(CaseField.GROUP, there.get(0).id().value()).and(fields());
            Condition when = to.systems().isEmpty() ? from : from.and(ofItsSystems(to));
            rules.add(new TriageRule("aside " + rules.size(), when, to.id()));
        }
    }

    private Condition fields() {
        return switch (chance.between(0, 7)) {
            case 6 -> Condition.mentions(chance.one(ImmutableList.of("log", "log ind", "printer")));
            case 7 ->
                Condition.has(RandomModel.SEVERITY, new AttributeValue.Choice(chance.one(ImmutableList.of("A", "B"))));
            case 0 -> chance.oneIn(CaseField.KIND, CaseKind.values());
            case 1 -> chance.oneIn(CaseField.PRIORITY, Priority.values());
            case 2 -> chance.oneIn(CaseField.CUSTOMER_KIND, CustomerKind.values());
            case 3 -> Condition.is(CaseField.CATEGORY, "login");
            case 4 ->
                chance.oneIn(CaseField.CAUSE, Cause.values()).and(chance.oneIn(CaseField.KIND, CaseKind.values()));
            default -> chance.oneIn(CaseField.CAUSE, Cause.values());
        };
    }

    private TierId tier(int rank) {
        return organisation.tiers().get(rank).id();
    }
}
