package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.domain.PlayedDesk;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.flow.ChainLaws;
import dk.sagsflow.testkit.flow.RuleLaws;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;

/**
 * The rules of the case flow, at a desk where those who have a case do what they like with it: hand it wherever they want,
 * answer, give back, refer, convert. What the desk lets them do keeps every rule, in the reference organisation and in others.
 */
class RuleProperties {
    private static final int LONGEST = 80;
    private static final ImmutableSet<String> RULES = ImmutableSet.of(
            "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R10 told", "R11", "R12", "R13", "R15");

    @Provide
    Arbitrary<ActionChain<PlayedDesk>> anywhere() {
        return new SupportDomain().organisations().flatMap(RuleProperties::sequences);
    }

    @Provide
    Arbitrary<ActionChain<PlayedDesk>> inTheReferenceOrganisation() {
        return sequences(ReferenceOrganisation.organisation());
    }

    @Property(tries = 150, seed = "2007")
    @Tag("R01")
    @Tag("R02")
    @Tag("R03")
    @Tag("R04")
    @Tag("R05")
    @Tag("R06")
    @Tag("R07")
    @Tag("R08")
    @Tag("R09")
    @Tag("R10")
    @Tag("R11")
    @Tag("R12")
    @Tag("R13")
    @Tag("R15")
    void every_organisation_keeps_the_rules(@ForAll("anywhere") ActionChain<PlayedDesk> sequence) {
        assertRulesKept(sequence.run());
    }

    @Property(tries = 80, seed = "2007")
    @Tag("R01")
    @Tag("R02")
    @Tag("R03")
    @Tag("R04")
    @Tag("R05")
    @Tag("R06")
    @Tag("R07")
    @Tag("R08")
    @Tag("R09")
    @Tag("R10")
    @Tag("R11")
    @Tag("R12")
    @Tag("R13")
    @Tag("R15")
    void the_reference_organisation_keeps_the_rules(
            @ForAll("inTheReferenceOrganisation") ActionChain<PlayedDesk> sequence) {
        assertRulesKept(sequence.run());
    }

    /** Also fails if no sequence gets where a rule could be broken. */
    private static void assertRulesKept(PlayedDesk desk) {
        RuleLaws laws = new RuleLaws(desk.organisation());
        desk.histories().values().forEach(history -> {
            ChainLaws.assertKept(desk.organisation(), history);
            laws.assertKept(history);
        });
        for (String rule : RULES) {
            Statistics.label(rule)
                    .collect(laws.reached().contains(rule))
                    .coverage(coverage -> coverage.check(true).count(count -> count >= 1));
        }
    }

    private static Arbitrary<ActionChain<PlayedDesk>> sequences(SupportOrganisation organisation) {
        return ActionChain.startWith(() -> new PlayedDesk(organisation, CaseRepository.inMemory()))
                .withAction(1, action(registering(organisation)))
                .withAction(14, action(working(organisation)))
                .withAction(2, action(passing()))
                .withAction(1, Action.just(Transformer.mutate("sweep", PlayedDesk::sweep)))
                .withMaxTransformations(LONGEST);
    }

    private static Action.Independent<PlayedDesk> action(Arbitrary<Transformer<PlayedDesk>> transformers) {
        return () -> transformers;
    }

    /** At any group, those where no case may come in among them. */
    private static Arbitrary<Transformer<PlayedDesk>> registering(SupportOrganisation organisation) {
        ActorId contact = SupportDomain.memberOf(organisation.contactEntrance());
        return Combinators.combine(
                        Arbitraries.of(organisation.groupIds()).optional(0.5),
                        Arbitraries.of("citizen", "superuser"),
                        Arbitraries.of(CaseKind.values()))
                .as((group, customer, kind) -> Transformer.mutate(
                        kind + " of " + customer + " at " + group,
                        desk -> desk.register(
                                contact,
                                Registration.of(customer, "help").withKind(kind).withGroup(group))));
    }

    /** Whoever has the case does something with it. */
    private static Arbitrary<Transformer<PlayedDesk>> working(SupportOrganisation organisation) {
        return Combinators.combine(Arbitraries.integers().between(0, 1), commands(organisation))
                .as((which, command) -> Transformer.mutate(
                        "who has case " + which + " asks for " + command, desk -> ask(desk, which, command)));
    }

    private static Arbitrary<CaseCommand> commands(SupportOrganisation organisation) {
        Arbitrary<CaseCommand> classifications = Combinators.combine(
                        Arbitraries.of(CaseKind.values()),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(Cause.BUSINESS)),
                                Tuple.of(1, Arbitraries.of(Cause.values()))))
                .as((kind, cause) -> new CaseCommand.Classify(kind, Optional.empty(), Optional.empty(), cause));
        Arbitrary<CaseCommand> contacts = groups(organisation, GroupKind.SUPPLIER)
                .map(group -> new CaseCommand.DocumentSupplierContact(group, "agreed"));
        return Arbitraries.frequencyOf(
                Tuple.of(6, handOvers(Arbitraries.of(organisation.groupIds()))),
                Tuple.of(4, handOvers(groups(organisation, GroupKind.BUSINESS_SPECIALISTS))),
                Tuple.of(4, handOvers(groups(organisation, GroupKind.SUPPLIER))),
                Tuple.of(5, classifications),
                Tuple.of(5, Arbitraries.just(new CaseCommand.Answer("like this"))),
                Tuple.of(4, contacts),
                Tuple.of(3, Arbitraries.just(new CaseCommand.ConvertToChange(ChangeKind.NORMAL, "CR-1"))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                new CaseCommand.Refer("their own IT", "call them"),
                                new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "not ours"),
                                new CaseCommand.Reopen("again"))));
    }

    private static Arbitrary<CaseCommand> handOvers(Arbitrary<GroupId> groups) {
        return groups.map(group -> new CaseCommand.HandOver(group, "needs you"));
    }

    /** Groups of this kind; any, if there is none. */
    private static Arbitrary<GroupId> groups(SupportOrganisation organisation, GroupKind kind) {
        ImmutableList<GroupId> ofKind = organisation.groups().stream()
                .filter(group -> group.kind() == kind)
                .map(SupportGroup::id)
                .collect(ImmutableList.toImmutableList());
        return Arbitraries.of(ofKind.isEmpty() ? organisation.groupIds().asList() : ofKind);
    }

    private static Arbitrary<Transformer<PlayedDesk>> passing() {
        return Arbitraries.integers()
                .between(1, 40_000)
                .map(seconds ->
                        Transformer.mutate(seconds + " s go by", desk -> desk.advance(Duration.ofSeconds(seconds))));
    }

    private static void ask(PlayedDesk desk, int which, CaseCommand command) {
        List<SupportCase> cases = desk.cases();
        if (!cases.isEmpty()) {
            SupportCase one = cases.get(which % cases.size());
            ActorId by = one.working()
                    .map(station -> SupportDomain.memberOf(station.group()))
                    .orElse(SupportDomain.memberOf(desk.organisation().contactEntrance()));
            var unused = desk.submit(by, one.number(), command);
        }
    }
}
