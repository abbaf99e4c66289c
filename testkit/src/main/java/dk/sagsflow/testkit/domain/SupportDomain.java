package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Organisations of every shape, the people in them, what they ask for, and the histories that come of it. A property
 * names it with {@code @Domain(SupportDomain.class)}.
 */
public final class SupportDomain extends DomainContextBase {
    /** The one customer that {@link #people} knows who has no access to the helpdesk. */
    public static final CustomerId CITIZEN = CustomerId.of("citizen");

    /** A supporter who is a customer too, at desks that are played on. */
    static final ActorId HELPER = ActorId.of("helper");

    private static final Watcher COLLEAGUE = new Watcher.Colleague("colleague@example.org");
    private static final Instant START = Instant.parse("2007-08-01T06:00:00Z");
    private static final AttributeId COLOUR = AttributeId.of("colour");

    /** Called by jqwik. */
    public SupportDomain() {}

    /** Two to five tiers of one to three groups, any but the highest the contact tier, with and without entrances. */
    @Provide
    public Arbitrary<SupportOrganisation> organisations() {
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(tiers -> Combinators.combine(
                                Arbitraries.integers().between(0, tiers - 2),
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(GroupKind.values()).list().ofSize(tiers * 3),
                                Arbitraries.of(true, false).list().ofSize(tiers))
                        .as((contact, groupsEach, kinds, entrances) ->
                                organisation(tiers, contact, groupsEach, kinds, entrances)));
    }

    /** A member of each group, named {@code member-of-} and the group, a superuser, a citizen, and somebody outside. */
    public static Directory people(SupportOrganisation organisation) {
        Customer superuser = superuser();
        Customer citizen = citizen();
        ImmutableList.Builder<Actor> actors = ImmutableList.builder();
        organisation.groups().forEach(group -> actors.add(member(group)));
        actors.add(Actor.customer("superuser", superuser), Actor.customer("citizen", citizen));
        actors.add(Actor.supporter("outsider", "Outsider"), Actor.sagsflow());
        return Directory.of(actors.build(), ImmutableList.of(superuser, citizen));
    }

    private static Customer superuser() {
        return Customer.builder()
                .id(CustomerId.of("superuser"))
                .name("Superuser")
                .kind(CustomerKind.SUPERUSER)
                .unit(UnitId.of("unit"))
                .build();
    }

    private static Customer citizen() {
        return Customer.builder()
                .id(CITIZEN)
                .name("Citizen")
                .kind(CustomerKind.CITIZEN)
                .mailAddress("citizen@example.dk")
                .build();
    }

    private static Actor member(SupportGroup group) {
        return Actor.supporter(
                memberOf(group.id()).value(), group.name(), group.id().value());
    }

    /** Customers of every kind, with and without unit, mail address and access to the helpdesk, in several languages. */
    @Provide
    public Arbitrary<Customer> customers() {
        Arbitrary<Optional<UnitId>> units =
                Arbitraries.of("aarhus", "odense").map(UnitId::of).optional();
        Arbitrary<Optional<String>> addresses = Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .map(name -> name + "@example.dk")
                .optional();
        return Combinators.combine(
                        Arbitraries.of(CustomerKind.values()),
                        units,
                        addresses,
                        Arbitraries.of(true, false),
                        Arbitraries.of("da", "da-DK", "en", "de", "kl").map(Locale::forLanguageTag))
                .as((kind, unit, address, access, language) -> Customer.builder()
                        .id(CustomerId.of("somebody"))
                        .name("Somebody")
                        .kind(kind)
                        .unit(unit)
                        .mailAddress(address)
                        .helpdeskAccess(access)
                        .language(language)
                        .build());
    }

    /** The actor of {@link #people} who works in this group. */
    public static ActorId memberOf(GroupId group) {
        return ActorId.of("member-of-" + group);
    }

    /** Anybody of {@link #people}, and sometimes somebody whom the directory does not know. */
    public static Arbitrary<ActorId> actors(SupportOrganisation organisation) {
        List<ActorId> known = new ArrayList<>(
                organisation.groupIds().stream().map(SupportDomain::memberOf).toList());
        known.addAll(List.of(
                ActorId.of("superuser"), ActorId.of("citizen"), ActorId.of("outsider"), ActorId.of("stranger")));
        return Arbitraries.of(known);
    }

    /** Commands of every kind but those on other cases, sensible and senseless; those that move a case come often. */
    public static Arbitrary<CaseCommand> commands(SupportOrganisation organisation) {
        Arbitrary<GroupId> groups = Arbitraries.of(organisation.groupIds());
        Arbitrary<CaseCommand> handOvers = groups.map(group -> new CaseCommand.HandOver(group, "needs you"));
        Arbitrary<CaseCommand> classifications = Arbitraries.of(Cause.values())
                .map(cause ->
                        new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.of("login"), cause));
        return Arbitraries.frequencyOf(
                Tuple.of(10, handOvers),
                Tuple.of(3, Arbitraries.just(new CaseCommand.Answer("like this"))),
                Tuple.of(2, Arbitraries.just(new CaseCommand.Accept())),
                Tuple.of(2, classifications),
                Tuple.of(5, rarer(groups)),
                Tuple.of(1, Arbitraries.of(new CaseCommand.Confirm(), new CaseCommand.Reopen("again"))));
    }

    /** Histories of one case: its registration and what up to 40 commands made of it, some of them refused. */
    public static Arbitrary<ImmutableList<CaseEvent>> histories(SupportOrganisation organisation) {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 200_000);
        Arbitrary<Boolean> setAside = Arbitraries.integers().between(0, 49).map(number -> number == 0);
        return Combinators.combine(commands(organisation), seconds, setAside)
                .as((command, later, aside) -> new Step(command, Duration.ofSeconds(later), aside))
                .list()
                .ofMaxSize(40)
                .map(steps -> history(organisation, steps));
    }

    /** A command, or in its place a sweep that cannot handle the case. */
    private record Step(CaseCommand command, Duration later, boolean setAside) {
        Outcome<ImmutableList<CaseEvent>> decided(CaseDecisions decisions, SupportCase state, Actor by) {
            Instant now = state.changedAt().plus(later);
            return setAside
                    ? Outcome.accepted(ImmutableList.of(decisions.record(
                            state, new SweepRecord.LeftAlone("the calendar ends before the case"), now)))
                    : decisions.decide(state, command, Act.of(by, now));
        }
    }

    private static Arbitrary<CaseCommand> rarer(Arbitrary<GroupId> groups) {
        return Arbitraries.oneOf(
                Arbitraries.of(GiveBackReason.values()).map(reason -> new CaseCommand.GiveBack(reason, "not ours")),
                pauses(),
                Arbitraries.just(new CaseCommand.Resume()),
                groups.map(group -> new CaseCommand.Assign(memberOf(group))),
                Combinators.combine(Arbitraries.of(Impact.values()), Arbitraries.of(Urgency.values()))
                        .as(CaseCommand.Prioritise::new),
                Arbitraries.of(Visibility.values()).map(visibility -> new CaseCommand.AddNote(visibility, "a note")),
                groups.map(group -> new CaseCommand.DocumentSupplierContact(group, "spoke")),
                groups.map(group -> new CaseCommand.Escalate(memberOf(group), "urgent")),
                Arbitraries.of(ChangeKind.values()).map(kind -> new CaseCommand.ConvertToChange(kind, "CR-1")),
                colours(),
                Arbitraries.of(ClosingReason.values()).map(reason -> new CaseCommand.Close(reason, "")),
                Arbitraries.of(true, false)
                        .map(added -> added
                                ? new CaseCommand.AddWatcher(COLLEAGUE)
                                : new CaseCommand.RemoveWatcher(COLLEAGUE)),
                theSame());
    }

    private static Arbitrary<CaseCommand> pauses() {
        Arbitrary<Optional<Instant>> untils = Arbitraries.integers()
                .between(-100_000, 400_000)
                .map(seconds -> START.plusSeconds(seconds))
                .optional();
        return Combinators.combine(Arbitraries.of(WaitingFor.values()), untils)
                .as((waitingFor, until) -> new CaseCommand.Pause(waitingFor, until, ""));
    }

    private static Arbitrary<CaseCommand> colours() {
        return Arbitraries.of("red", "green", "")
                .map(colour -> new CaseCommand.SetAttribute(
                        COLOUR, colour.isEmpty() ? Optional.empty() : Optional.of(new AttributeValue.Choice(colour))));
    }

    /** Of which there is no other form. */
    private static Arbitrary<CaseCommand> theSame() {
        return Arbitraries.of(
                new CaseCommand.ProvideWorkaround("restart"),
                new CaseCommand.LinkKnowledge("article"),
                new CaseCommand.AddReference(Reference.of("elsewhere", "1")),
                new CaseCommand.AddReference(Reference.of("elsewhere", "2")),
                new CaseCommand.Refer("their own IT", "call them"),
                new CaseCommand.Answer(""),
                new CaseCommand.TakeUp(),
                new CaseCommand.ErasePersonalData());
    }

    private static ImmutableList<CaseEvent> history(SupportOrganisation organisation, List<Step> steps) {
        CaseDecisions decisions = new CaseDecisions(organisation, people(organisation));
        Actor anybody = Actor.supporter("outsider", "Outsider", "any");
        List<CaseEvent> history = new ArrayList<>(decisions
                .register(CaseNumber.of("C-1"), Registration.of(CITIZEN.value(), "help"), Act.of(anybody, START))
                .orElseThrow());
        SupportCase state = SupportCase.of(history);
        for (Step step : steps) {
            Outcome<ImmutableList<CaseEvent>> outcome = step.decided(decisions, state, anybody);
            if (outcome instanceof Outcome.Accepted<ImmutableList<CaseEvent>> accepted) {
                history.addAll(accepted.value());
                state = SupportCase.of(history);
            }
        }
        return ImmutableList.copyOf(history);
    }

    private static SupportOrganisation organisation(
            int tiers, int contact, int groupsEach, List<GroupKind> kinds, List<Boolean> entrances) {
        SupportOrganisation.Builder builder = SupportOrganisation.builder()
                .name("random")
                .contactTier(TierId.of("t" + contact))
                .addSystem(new SupportedSystem(SystemId.of("system"), "System"))
                .addAttribute(colour());
        for (int tier = 0; tier < tiers; tier++) {
            boolean oneDoor = tier >= contact && tier < tiers - 1 && entrances.get(tier);
            builder.addTier(tier(tier, oneDoor));
            for (int i = 0; i < groupsEach; i++) {
                builder.addGroup(
                        group(tier, i, tier > contact ? kinds.get(tier * groupsEach + i) : GroupKind.INTERNAL));
            }
        }
        return builder.build();
    }

    private static AttributeDefinition colour() {
        return AttributeDefinition.builder()
                .id(COLOUR)
                .name("Colour")
                .type(AttributeType.CHOICE)
                .addChoices("red", "green")
                .build();
    }

    private static Tier tier(int tier, boolean oneDoor) {
        Tier plain = Tier.of("t" + tier, "tier " + tier);
        return oneDoor ? plain.enteredThrough("g" + tier + "-0") : plain;
    }

    private static SupportGroup group(int tier, int index, GroupKind kind) {
        String id = "g" + tier + "-" + index;
        SupportGroup group =
                SupportGroup.of(id, "group", "t" + tier).withKind(kind).withMailAddress(id + "@example.dk");
        return index == 0 ? group.withLead(ActorId.of("lead-of-" + id)) : group;
    }
}
