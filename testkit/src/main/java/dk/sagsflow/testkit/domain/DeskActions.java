package dk.sagsflow.testkit.domain;

import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Sequences of what people, the clock, sweeps and deliveries do at a desk. */
public final class DeskActions {
    private static final ActorId SAGSFLOW = PlayedDesk.SAGSFLOW;

    private static final int LONGEST = 60;

    private DeskActions() {}

    /**
     * Sequences at a desk of this organisation: several cases, related to one another, that anybody asks anything of.
     *
     * @param repositories gives an empty repository for each sequence
     */
    public static Arbitrary<ActionChain<PlayedDesk>> sequences(
            SupportOrganisation organisation, Supplier<CaseRepository> repositories) {
        return ActionChain.startWith(() -> opened(organisation, repositories.get()))
                .withAction(2, action(registering(organisation)))
                .withAction(1, action(LifeActions.registering(organisation)))
                .withAction(1, action(bringingAlong(organisation)))
                .withAction(14, action(asking(organisation)))
                .withAction(2, action(holding()))
                .withAction(3, action(returning(organisation)))
                .withAction(2, action(relating(organisation)))
                .withAction(1, action(unrelating(organisation)))
                .withAction(1, action(repeating(organisation)))
                .withAction(4, action(replying()))
                .withAction(1, action(LifeActions.away(organisation)))
                .withAction(1, action(LifeActions.comingAndGoing(organisation)))
                .withAction(1, action(LifeActions.forgetting()))
                .withAction(1, action(LifeActions.reporting(organisation)))
                .withAction(1, action(LifeActions.attaching(organisation)))
                .withAction(1, action(LifeActions.watching(organisation)))
                .withAction(4, action(passing()))
                .withAction(2, Action.just(Transformer.mutate("sweep", PlayedDesk::sweep)))
                .withAction(1, Action.just(Transformer.mutate("a limit is over", DeskActions::limitIsOver)))
                .withAction(1, Action.just(Transformer.mutate("deliver", PlayedDesk::deliver)))
                .withMaxTransformations(LONGEST);
    }

    private static void limitIsOver(PlayedDesk desk) {
        desk.advance(PlayedDesk.LIMIT.plusSeconds(1));
        desk.sweep();
    }

    private static PlayedDesk opened(SupportOrganisation organisation, CaseRepository repository) {
        PlayedDesk desk = new PlayedDesk(organisation, repository);
        desk.register(SupportDomain.memberOf(organisation.contactEntrance()), Registration.of("citizen", "help"));
        return desk;
    }

    private static Action.Independent<PlayedDesk> action(Arbitrary<Transformer<PlayedDesk>> transformers) {
        return () -> transformers;
    }

    private static Arbitrary<Transformer<PlayedDesk>> registering(SupportOrganisation organisation) {
        return Combinators.combine(
                        registrars(organisation),
                        Arbitraries.of("citizen", "superuser", SupportDomain.HELPER.value()),
                        Arbitraries.of(whereRegistered(organisation)))
                .as((by, customer, group) -> {
                    Registration registration =
                            Registration.of(customer, "help").withGroup(group);
                    return Transformer.mutate(
                            by + " registers a case of " + customer, desk -> desk.register(by, registration));
                });
    }

    private static Arbitrary<ActorId> registrars(SupportOrganisation organisation) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(SupportDomain.memberOf(organisation.contactEntrance()))),
                Tuple.of(1, anybody(organisation)));
    }

    private static List<Optional<GroupId>> whereRegistered(SupportOrganisation organisation) {
        return organisation.groups().stream()
                .filter(group -> organisation.rank(group.tier()) <= organisation.rank(organisation.contactTier()))
                .map(group -> Optional.of(group.id()))
                .toList();
    }

    /** A case that came in elsewhere some hours ago, at the contact tier, and was handed over since. */
    private static Arbitrary<Transformer<PlayedDesk>> bringingAlong(SupportOrganisation organisation) {
        return Combinators.combine(
                        Arbitraries.of(organisation.groupIds()),
                        Arbitraries.integers().between(1, 200_000),
                        Arbitraries.of("citizen", "superuser", SupportDomain.HELPER.value()))
                .as((group, seconds, customer) ->
                        Transformer.mutate("a case of " + customer + " is brought along to " + group, desk -> {
                            Instant since = desk.clock().instant().minusSeconds(seconds);
                            desk.bringAlong(CaseDescription.builder()
                                    .customer(CustomerId.of(customer))
                                    .subject("help")
                                    .registeredAt(since)
                                    .addAllHolders(holders(organisation, group, since))
                                    .build());
                        }));
    }

    private static List<CaseDescription.Holder> holders(
            SupportOrganisation organisation, GroupId group, Instant since) {
        GroupId entrance = organisation.contactEntrance();
        CaseDescription.Holder first =
                CaseDescription.Holder.of(entrance, since).takenBy(SupportDomain.memberOf(entrance), since);
        return above(organisation, group)
                ? List.of(first, CaseDescription.Holder.of(group, since.plusMillis(500)))
                : List.of(first);
    }

    private static boolean above(SupportOrganisation organisation, GroupId group) {
        return organisation.rank(organisation.group(group).orElseThrow().tier())
                == organisation.rank(organisation.contactTier()) + 1;
    }

    private static Arbitrary<Transformer<PlayedDesk>> asking(SupportOrganisation organisation) {
        return Combinators.combine(which(), who(organisation), SupportDomain.commands(organisation))
                .as((which, who, command) -> Transformer.mutate(
                        who.map(ActorId::value).orElse("who works on it") + " asks for " + command + " of case "
                                + which,
                        desk -> ask(desk, which, who, command)));
    }

    private static Arbitrary<Transformer<PlayedDesk>> relating(SupportOrganisation organisation) {
        Arbitrary<CaseRelation> relations = Arbitraries.frequency(
                Tuple.of(3, CaseRelation.CHILD_OF),
                Tuple.of(1, CaseRelation.DUPLICATE_OF),
                Tuple.of(1, CaseRelation.CAUSED_BY));
        return Combinators.combine(which(), which(), who(organisation), relations)
                .as((which, other, who, relation) -> Transformer.mutate(
                        "case " + which + " becomes " + relation + " " + other,
                        desk -> desk.numbered(other)
                                .ifPresent(
                                        number -> ask(desk, which, who, new CaseCommand.LinkCase(relation, number)))));
    }

    /** Links that there are, and now and then one that there is not. */
    private static Arbitrary<Transformer<PlayedDesk>> unrelating(SupportOrganisation organisation) {
        return Combinators.combine(which(), who(organisation), Arbitraries.of(CaseRelation.values()))
                .as((which, who, relation) -> Transformer.mutate(
                        "a link of case " + which + " is undone",
                        desk -> desk.numbered(which)
                                .flatMap(desk.repository()::find)
                                .ifPresent(found -> ask(desk, which, who, unlinking(found, relation)))));
    }

    private static CaseCommand unlinking(SupportCase found, CaseRelation otherwise) {
        return found.relatedCases().stream()
                .findFirst()
                .map(related -> new CaseCommand.UnlinkCase(related.relation(), related.number()))
                .orElseGet(() -> new CaseCommand.UnlinkCase(otherwise, found.number()));
    }

    /** The contact tier finds that a case repeats another, and closes it. */
    private static Arbitrary<Transformer<PlayedDesk>> repeating(SupportOrganisation organisation) {
        Optional<ActorId> contact = Optional.of(SupportDomain.memberOf(organisation.contactEntrance()));
        return Combinators.combine(which(), which())
                .as((which, other) -> Transformer.mutate(
                        "case " + which + " repeats " + other,
                        desk -> desk.numbered(other).ifPresent(number -> {
                            ask(desk, which, contact, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, number));
                            ask(desk, which, contact, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
                        })));
    }

    /** Of a case that waits for its customer, if there is one and the customer gets round to it. */
    private static Arbitrary<Transformer<PlayedDesk>> replying() {
        return which().map(which -> Transformer.mutate(
                "the customer of case " + which + " writes",
                desk -> desk.cases().stream()
                        .filter(found -> which % 3 > 0)
                        .filter(DeskActions::waitsForCustomer)
                        .findFirst()
                        .or(() -> desk.numbered(which).flatMap(desk.repository()::find))
                        .ifPresent(found -> desk.submit(
                                ActorId.of(found.customer().value()),
                                found.number(),
                                new CaseCommand.AddNote(Visibility.CUSTOMER, "it is still the same")))));
    }

    private static boolean waitsForCustomer(SupportCase found) {
        return found.hold()
                .filter(hold -> hold.waitingFor() == WaitingFor.CUSTOMER)
                .isPresent();
    }

    /** Whoever works on a case gives it back, the contact tier takes it up again or closes it, an old one is erased. */
    private static Arbitrary<Transformer<PlayedDesk>> returning(SupportOrganisation organisation) {
        Optional<ActorId> contact = Optional.of(SupportDomain.memberOf(organisation.contactEntrance()));
        return Combinators.combine(
                        which(),
                        Arbitraries.of(GiveBackReason.values()),
                        Arbitraries.integers().between(0, 4))
                .as((which, reason, what) -> Transformer.mutate("case " + which + " is returned", desk -> {
                    switch (what) {
                        case 0 -> ask(desk, which, Optional.empty(), new CaseCommand.GiveBack(reason, "not ours"));
                        case 1 -> ask(desk, which, contact, new CaseCommand.Reopen("again"));
                        case 2 -> ask(desk, which, contact, new CaseCommand.Confirm());
                        case 3 -> ask(desk, which, contact, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
                        default -> ask(desk, which, Optional.of(SAGSFLOW), new CaseCommand.ErasePersonalData());
                    }
                }));
    }

    private static Arbitrary<Transformer<PlayedDesk>> holding() {
        Arbitrary<Optional<Duration>> lengths = Arbitraries.integers()
                .between(1, 60_000)
                .map(Duration::ofSeconds)
                .optional(0.8);
        Arbitrary<WaitingFor> reasons =
                Arbitraries.oneOf(Arbitraries.just(WaitingFor.CUSTOMER), Arbitraries.of(WaitingFor.values()));
        return Combinators.combine(which(), reasons, lengths)
                .as((which, waitingFor, length) ->
                        Transformer.mutate("case " + which + " waits for " + waitingFor + " " + length, desk -> {
                            Optional<Instant> until = length.map(desk.clock().instant()::plus);
                            ask(desk, which, Optional.empty(), new CaseCommand.Pause(waitingFor, until, "wait"));
                        }));
    }

    private static Arbitrary<Transformer<PlayedDesk>> passing() {
        Arbitrary<Integer> nanos = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 999_999_999)));
        return Combinators.combine(Arbitraries.integers().between(-600, 40_000), nanos)
                .as((seconds, nano) -> Duration.ofSeconds(seconds, nano))
                .map(length -> Transformer.mutate(length + " goes by", desk -> desk.advance(length)));
    }

    private static void ask(PlayedDesk desk, int which, Optional<ActorId> who, CaseCommand command) {
        desk.numbered(which).ifPresent(number -> {
            ActorId by = who.or(() -> desk.workingOn(number)).orElse(SAGSFLOW);
            desk.submit(by, number, command);
        });
    }

    private static Arbitrary<Integer> which() {
        return Arbitraries.integers().between(0, 5);
    }

    /** Empty for whoever works on the case. */
    private static Arbitrary<Optional<ActorId>> who(SupportOrganisation organisation) {
        return anybody(organisation).optional(0.4);
    }

    private static Arbitrary<ActorId> anybody(SupportOrganisation organisation) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(SAGSFLOW)),
                Tuple.of(1, Arbitraries.just(SupportDomain.HELPER)),
                Tuple.of(1, Arbitraries.of("citizen", "superuser", "clerk").map(ActorId::of)),
                Tuple.of(5, PlayedPeople.anybody(organisation)));
    }
}
