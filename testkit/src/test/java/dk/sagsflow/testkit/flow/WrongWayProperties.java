package dk.sagsflow.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.decision.HandOverWays;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.testkit.domain.SupportDomain;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever group a refusal names as possible is possible from where the case is, and every group that is possible is named. */
class WrongWayProperties {
    private static final Condition NEVER = Condition.always().negate();
    private static final GroupId NOWHERE = GroupId.of("nowhere");
    private static final Instant LATER = Instant.parse("2007-09-01T06:00:00Z");
    private static final Actor OUTSIDER = Actor.supporter("outsider", "Outsider");

    /** An organisation, some of whose groups support no system, a case in it, and ways declared at random. */
    private record Scene(SupportOrganisation organisation, SupportCase current, int ways) {
        CaseDecisions decisions() {
            return new CaseDecisions(organisation, SupportDomain.people(organisation), declared());
        }

        /** Between any two groups there is no way, one tier by tier, or a direct one; all ways if there need be none. */
        private HandOverWays declared() {
            return ways == 0
                    ? HandOverWays.all()
                    : new HandOverWays() {
                        @Override
                        public Condition declared(Station from, Station to) {
                            return kind(from, to) > 0 ? Condition.always() : NEVER;
                        }

                        @Override
                        public Condition direct(Station from, Station to) {
                            return kind(from, to) > 1 ? Condition.always() : NEVER;
                        }
                    };
        }

        private int kind(Station from, Station to) {
            return Math.floorMod((from.group() + ">" + to.group()).hashCode() * ways, 3);
        }

        Outcome<ImmutableList<CaseEvent>> decided(SupportCase from, CaseCommand command) {
            return decisions().decide(from, command, Act.of(OUTSIDER, LATER));
        }

        Outcome<ImmutableList<CaseEvent>> handedOver(GroupId to) {
            return decided(current, new CaseCommand.HandOver(to, "perhaps"));
        }

        Stream<GroupId> everyGroup() {
            return Stream.concat(organisation.groupIds().stream(), Stream.of(NOWHERE));
        }

        Stream<Refusal> refusals() {
            return everyGroup().map(this::handedOver).flatMap(outcome -> refusal(outcome).stream());
        }
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return new SupportDomain()
                .organisations()
                .flatMap(organisation -> Combinators.combine(
                                Arbitraries.frequencyOf(
                                        Tuple.of(3, SupportDomain.histories(organisation)),
                                        Tuple.of(1, Arbitraries.just(atTheLowestTier(organisation)))),
                                Arbitraries.integers().between(0, 50),
                                Arbitraries.integers().between(0, 3))
                        .as((history, ways, systems) ->
                                new Scene(withSystems(organisation, systems), placed(history, systems), ways)));
    }

    private static ImmutableList<CaseEvent> atTheLowestTier(SupportOrganisation organisation) {
        Registration registration = Registration.of(SupportDomain.CITIZEN.value(), "help")
                .withGroup(organisation.groups().get(0).id());
        CaseDecisions decisions = new CaseDecisions(organisation, SupportDomain.people(organisation));
        Outcome<ImmutableList<CaseEvent>> low =
                decisions.register(CaseNumber.of("C-1"), registration, Act.of(OUTSIDER, LATER));
        return low.wasAccepted()
                ? low.orElseThrow()
                : decisions
                        .register(
                                CaseNumber.of("C-1"), registration.withGroup(Optional.empty()), Act.of(OUTSIDER, LATER))
                        .orElseThrow();
    }

    private static SupportOrganisation withSystems(SupportOrganisation organisation, int systems) {
        return systems == 0
                ? organisation
                : knowing(organisation, "another")
                        .withGroups(organisation.groups().stream()
                                .map(group -> group.id().value().hashCode() % (systems + 1) == 0
                                        ? group.withSystems(SystemId.of("system"))
                                        : group)
                                .toList());
    }

    private static SupportOrganisation knowing(SupportOrganisation organisation, String system) {
        return organisation.withSystems(Stream.concat(
                        organisation.systems().stream(), Stream.of(new SupportedSystem(SystemId.of(system), system)))
                .toList());
    }

    private static SupportCase placed(ImmutableList<CaseEvent> history, int systems) {
        SupportCase current = SupportCase.of(history);
        return systems > 1 ? current.withSystem(Optional.of(SystemId.of("another"))) : current;
    }

    @Property(tries = 600)
    void a_refused_hand_over_names_the_groups_that_get_the_case_from_there_and_no_others(
            @ForAll("scenes") Scene scene) {
        Set<GroupId> possible = new HashSet<>(scene.everyGroup()
                .filter(group -> scene.handedOver(group).wasAccepted())
                .toList());

        assertThat(scene.refusals().filter(Refusal.WrongWay.class::isInstance).map(Refusal.WrongWay.class::cast))
                .allSatisfy(refusal -> assertThat(refusal.open()).isEqualTo(possible));
    }

    @Property(tries = 600)
    void what_is_said_to_be_open_to_business_questions_is(@ForAll("scenes") Scene scene) {
        scene.everyGroup()
                .forEach(group -> refusal(scene.handedOver(group))
                        .filter(Refusal.TierSkipped.class::isInstance)
                        .map(Refusal.TierSkipped.class::cast)
                        .ifPresent(skipped -> assertThat(
                                        scene.decided(asBusiness(scene), new CaseCommand.HandOver(group, "perhaps"))
                                                .wasAccepted())
                                .isEqualTo(skipped.onceBusiness())));
    }

    private static SupportCase asBusiness(Scene scene) {
        SupportCase current = scene.current();
        CaseCommand place = new CaseCommand.Classify(
                CaseKind.QUESTION, known(scene, current.system()), Optional.empty(), Cause.BUSINESS);
        return scene.decided(current, place)
                .map(events -> {
                    SupportCase placed = current;
                    for (CaseEvent event : events) {
                        placed = placed.after(event);
                    }
                    return placed.withSystem(current.system());
                })
                .orElseThrow();
    }

    private static Optional<SystemId> known(Scene scene, Optional<SystemId> system) {
        return system.filter(scene.organisation().systemIds()::contains);
    }

    @Property(tries = 200)
    void a_refused_registration_names_the_groups_where_a_case_comes_in(@ForAll("scenes") Scene scene) {
        Set<GroupId> possible = new HashSet<>(scene.everyGroup()
                .filter(group -> registered(scene, group).wasAccepted())
                .toList());

        assertThat(scene.everyGroup().flatMap(group -> refusal(registered(scene, group)).stream()))
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                Refusal.WrongWay.class,
                                wrong -> assertThat(wrong.open()).isEqualTo(possible)));
    }

    /** A law over what never happens says nothing. */
    @Example
    void every_kind_of_wrong_way_comes_up() {
        Set<Class<?>> kinds = new HashSet<>();
        scenes().sampleStream()
                .limit(1_500)
                .filter(scene -> scene.current().status() == CaseStatus.QUEUED
                        || scene.current().status() == CaseStatus.IN_PROGRESS)
                .forEach(scene -> scene.refusals().forEach(refusal -> kinds.add(refusal.getClass())));

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        Refusal.UnknownGroup.class,
                        Refusal.AlreadyInChain.class,
                        Refusal.DownwardHandOver.class,
                        Refusal.SystemNotSupported.class,
                        Refusal.ContactTierPassed.class,
                        Refusal.TierSkipped.class,
                        Refusal.NotTheEntrance.class,
                        Refusal.WayNotDeclared.class);
    }

    private static Outcome<ImmutableList<CaseEvent>> registered(Scene scene, GroupId group) {
        Registration registration =
                Registration.of(SupportDomain.CITIZEN.value(), "help").withGroup(group);
        return scene.decisions().register(CaseNumber.of("C-2"), registration, Act.of(OUTSIDER, LATER));
    }

    private static Optional<Refusal> refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }
}
