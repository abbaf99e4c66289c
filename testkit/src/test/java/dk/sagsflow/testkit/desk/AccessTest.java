package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Entitled;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what with a case of a caseworker in Aarhus that the support centre handed over to BIT. */
class AccessTest {
    private static final ImmutableSet<ActorId> EVERYBODY = ImmutableSet.of(
            ReferenceOrganisation.ASTRID,
            ReferenceOrganisation.OLE,
            ReferenceOrganisation.KAREN,
            ReferenceOrganisation.HEAD,
            ReferenceOrganisation.BO,
            ReferenceOrganisation.KIM,
            ReferenceOrganisation.BIRGIT,
            ReferenceOrganisation.CITIZEN,
            ReferenceOrganisation.OUTSIDER);
    private static final ImmutableSet<ActorId> WORKING = ImmutableSet.of(ReferenceOrganisation.BO);
    private static final ImmutableSet<ActorId> ANSWERABLE =
            ImmutableSet.of(ReferenceOrganisation.BO, ReferenceOrganisation.KAREN, ReferenceOrganisation.HEAD);
    private static final ImmutableSet<ActorId> CONTACT_AND_UNIT =
            ImmutableSet.of(ReferenceOrganisation.ASTRID, ReferenceOrganisation.KAREN, ReferenceOrganisation.HEAD);
    private static final CaseNumber OTHER = CaseNumber.of("C-2");

    private static final ImmutableMap<CaseCommand, ImmutableSet<ActorId>> ENTITLED =
            ImmutableMap.<CaseCommand, ImmutableSet<ActorId>>builder()
                    .put(new CaseCommand.Accept(), WORKING)
                    .put(new CaseCommand.Assign(ReferenceOrganisation.BO), WORKING)
                    .put(new CaseCommand.HandOver(ReferenceOrganisation.KMD, "yours"), WORKING)
                    .put(new CaseCommand.Answer("so"), WORKING)
                    .put(new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "not ours"), WORKING)
                    .put(new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.empty(), ""), WORKING)
                    .put(new CaseCommand.Resume(), ImmutableSet.of(ReferenceOrganisation.BO))
                    .put(
                            new CaseCommand.Classify(
                                    CaseKind.INCIDENT, Optional.empty(), Optional.empty(), Cause.TECHNICAL),
                            WORKING)
                    .put(new CaseCommand.Prioritise(Impact.LOW, Urgency.LOW), WORKING)
                    .put(new CaseCommand.SetAttribute(AttributeId.of("telephone"), Optional.empty()), WORKING)
                    .put(new CaseCommand.AddNote(Visibility.INTERNAL, "hm"), ANSWERABLE)
                    .put(
                            new CaseCommand.AddNote(Visibility.CUSTOMER, "hello"),
                            with(ANSWERABLE, ReferenceOrganisation.ASTRID))
                    .put(new CaseCommand.DocumentSupplierContact(ReferenceOrganisation.KMD, "spoke"), WORKING)
                    .put(new CaseCommand.Escalate(ReferenceOrganisation.HEAD, "urgent"), WORKING)
                    .put(new CaseCommand.ProvideWorkaround("restart"), WORKING)
                    .put(new CaseCommand.ConvertToChange(ChangeKind.NORMAL, "CR-1"), WORKING)
                    .put(new CaseCommand.Refer("their own IT", "call them"), WORKING)
                    .put(new CaseCommand.LinkKnowledge("article"), ANSWERABLE)
                    .put(new CaseCommand.AddReference(Reference.of("servicecenter", "IM1")), ANSWERABLE)
                    .put(
                            new CaseCommand.AddWatcher(new Watcher.Colleague("colleague@example.dk")),
                            with(ANSWERABLE, ReferenceOrganisation.ASTRID))
                    .put(
                            new CaseCommand.RemoveWatcher(new Watcher.Colleague("colleague@example.dk")),
                            with(ANSWERABLE, ReferenceOrganisation.ASTRID))
                    .put(
                            new CaseCommand.AddWatcher(
                                    new Watcher.Member(ReferenceOrganisation.HEAD, Watcher.Copies.GROUP)),
                            ANSWERABLE)
                    .put(
                            new CaseCommand.RemoveWatcher(
                                    new Watcher.Member(ReferenceOrganisation.HEAD, Watcher.Copies.CUSTOMER)),
                            ANSWERABLE)
                    .put(new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, OTHER), ANSWERABLE)
                    .put(new CaseCommand.UnlinkCase(CaseRelation.DUPLICATE_OF, OTHER), ANSWERABLE)
                    .put(new CaseCommand.Reopen("again"), CONTACT_AND_UNIT)
                    .put(new CaseCommand.Confirm(), CONTACT_AND_UNIT)
                    .put(new CaseCommand.Close(ClosingReason.WITHDRAWN, ""), ANSWERABLE)
                    .put(new CaseCommand.TakeUp(), ANSWERABLE)
                    .put(new CaseCommand.ErasePersonalData(), ImmutableSet.of(ReferenceOrganisation.HEAD))
                    .buildOrThrow();

    private final Directory people = ReferenceOrganisation.people();
    private final AccessPolicy access = AccessPolicy.standard(ReferenceOrganisation.organisation(), people);
    private final SupportCase atBit = atBit();

    @TestFactory
    Stream<DynamicTest> each_command_is_for_those_and_no_others() {
        return ENTITLED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().toString(),
                        () -> assertThat(entitled(entry)).containsExactlyInAnyOrderElementsOf(entry.getValue())));
    }

    @Test
    void every_kind_of_command_has_its_line() {
        assertThat(ENTITLED.keySet().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(CaseCommand.class.getPermittedSubclasses());
    }

    @Test
    void cases_are_seen_by_their_unit_the_groups_that_had_them_and_those_who_oversee_all() {
        assertThat(EVERYBODY.stream().filter(id -> access.scope(actor(id)).contains(atBit)))
                .containsExactlyInAnyOrder(
                        ReferenceOrganisation.ASTRID,
                        ReferenceOrganisation.KAREN,
                        ReferenceOrganisation.HEAD,
                        ReferenceOrganisation.BO);
    }

    @TestFactory
    Stream<DynamicTest> a_program_may_do_what_its_rights_say_and_nothing_else() {
        return Arrays.stream(ProgramRight.values())
                .map(right -> DynamicTest.dynamicTest(
                        right.name(),
                        () -> assertThat(ENTITLED.keySet().stream()
                                        .filter(command -> access.objection(program(right), command, atBit)
                                                .isEmpty())
                                        .map(CaseCommand::action))
                                .containsExactlyInAnyOrderElementsOf(actions(right))));
    }

    @Test
    void a_program_sees_and_does_little_unless_said_otherwise() {
        Actor adapter = Actor.program("adapter", "Adapter");

        assertThat(access.scope(adapter).contains(atBit)).isTrue();
        assertThat(access.objection(adapter, Registration.of("somebody", "help")))
                .isEmpty();
        assertThat(access.objection(adapter, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""), atBit))
                .isPresent();
        assertThat(access.objection(adapter, new CaseCommand.ErasePersonalData(), atBit))
                .isPresent();
        assertThat(access.scope(program(ProgramRight.WORK)).contains(atBit)).isFalse();
        assertThat(access.objection(program(ProgramRight.READ), Registration.of("somebody", "help")))
                .isPresent();
    }

    @Test
    void a_host_keeps_actors_within_a_mandate_of_its_own() {
        AccessPolicy aarhusAlone =
                access.within(actor -> CaseScope.where(Condition.is(CaseField.UNIT, "jobcentre-aarhus")));
        AccessPolicy odenseAlone =
                access.within(actor -> CaseScope.where(Condition.is(CaseField.UNIT, "jobcentre-odense")));

        assertThat(EVERYBODY)
                .allSatisfy(id -> assertThat(aarhusAlone.scope(actor(id)).contains(atBit))
                        .isEqualTo(access.scope(actor(id)).contains(atBit)))
                .noneMatch(id -> odenseAlone.scope(actor(id)).contains(atBit));
    }

    @Test
    void who_has_no_access_to_the_helpdesk_cannot_view_or_write_there_either() {
        Desks world = new Desks();
        CaseNumber ofCarl = world.registerFor(ReferenceOrganisation.CITIZEN_CARL);
        CaseNumber ofClara = world.registerFor(ReferenceOrganisation.CITIZEN_CLARA);

        assertThat(Desks.refusal(world.desk.view(ReferenceOrganisation.CITIZEN, ofCarl)))
                .isEqualTo(new Refusal.UnknownCase(ofCarl));
        assertThat(Desks.refusal(world.desk.clocks(ReferenceOrganisation.CITIZEN, ofCarl)))
                .isEqualTo(new Refusal.UnknownCase(ofCarl));
        assertThat(Desks.refusal(world.desk.submit(
                        ReferenceOrganisation.CITIZEN,
                        ofCarl,
                        new CaseCommand.AddNote(Visibility.CUSTOMER, "it is worse"))))
                .isEqualTo(new Refusal.UnknownCase(ofCarl));
        assertThat(world.desk
                        .query(ReferenceOrganisation.CITIZEN, CaseQuery.all())
                        .orElseThrow()
                        .cases())
                .isEmpty();
        assertThat(world.desk.view(ReferenceOrganisation.CLARA, ofClara).wasAccepted())
                .isTrue();
    }

    @Test
    void a_customer_chooses_no_number_and_learns_of_none() {
        Desks world = new Desks();
        CaseNumber taken = world.registerFor(ReferenceOrganisation.CITIZEN_CARL);
        Refusal refused = new Refusal.NotEntitled(
                ReferenceOrganisation.CLARA,
                CaseAction.BRING_NUMBER,
                ImmutableSet.of(new Entitled.Operators(), new Entitled.Programs(ProgramRight.REGISTER)));
        Registration claras = Registration.of(ReferenceOrganisation.CITIZEN_CLARA.value(), "help");

        assertThat(Stream.of(taken, CaseNumber.of("C-404"))
                        .map(number -> Desks.refusal(
                                world.desk.register(ReferenceOrganisation.CLARA, claras.withNumber(number)))))
                .containsOnly(refused);
        assertThat(refused.describe()).contains("choose the number of a case");
        assertThat(Desks.refusal(world.desk.register(ReferenceOrganisation.KAREN, claras.withNumber(taken))))
                .isEqualTo(new Refusal.NumberTaken(taken));
        assertThat(access.objection(program(ProgramRight.REGISTER), claras.withNumber(OTHER)))
                .isEmpty();
    }

    @Test
    void a_key_gives_no_case_to_somebody_who_may_not_see_it_any_more() {
        Desks world = new Desks();
        RequestKey key = RequestKey.of("mail:1");
        Registration help = Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "help");
        CaseNumber number = world.desk
                .register(ReferenceOrganisation.KAREN, help, key)
                .orElseThrow()
                .number();
        SupportDesk later = with(world, Actor.supporter(ReferenceOrganisation.KAREN.value(), "Karen"));

        assertThat(Desks.refusal(later.register(ReferenceOrganisation.KAREN, help, key)))
                .isEqualTo(Desks.refusal(later.view(ReferenceOrganisation.KAREN, number)))
                .isEqualTo(new Refusal.UnknownCase(number));
        assertThat(Desks.refusal(later.register(ReferenceOrganisation.KAREN, help.withSubject("other"), key)))
                .isEqualTo(new Refusal.KeyOfAnotherRequest(key, Optional.empty()));
        assertThat(Desks.refusal(world.desk.register(ReferenceOrganisation.KAREN, help.withSubject("other"), key)))
                .isEqualTo(new Refusal.KeyOfAnotherRequest(key, Optional.of(number)));
    }

    @Test
    void a_program_that_sees_no_cases_hears_of_its_own_registration_as_often_as_it_asks() {
        Desks world = new Desks();
        Actor bridge = program(ProgramRight.REGISTER);
        SupportDesk desk = with(world, bridge);
        RequestKey key = RequestKey.of("event:1");
        Registration help = Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "help");

        assertThat(desk.register(bridge.id(), help, key).orElseThrow())
                .isEqualTo(desk.register(bridge.id(), help, key).orElseThrow());
    }

    private static SupportDesk with(Desks world, Actor one) {
        ImmutableList.Builder<Actor> all = ImmutableList.<Actor>builder().add(one);
        ReferenceOrganisation.actors().stream()
                .filter(actor -> !actor.id().equals(one.id()))
                .forEach(all::add);
        return SupportDesk.builder(
                        world.deskModel(), Directory.of(all.build(), ReferenceOrganisation.customers()), world.clock)
                .withRepository(world.repository)
                .build();
    }

    @Test
    void the_library_itself_may_whatever_a_program_may() {
        assertThat(ENTITLED.keySet())
                .allSatisfy(command -> assertThat(access.objection(Actor.sagsflow(), command, atBit))
                        .isEmpty());
    }

    private static List<CaseAction> actions(ProgramRight right) {
        return switch (right) {
            case READ, REGISTER -> List.of();
            case NOTE ->
                List.of(
                        CaseAction.ADD_NOTE,
                        CaseAction.ADD_NOTE,
                        CaseAction.LINK_KNOWLEDGE,
                        CaseAction.ADD_REFERENCE,
                        CaseAction.ADD_WATCHER,
                        CaseAction.REMOVE_WATCHER,
                        CaseAction.ADD_WATCHER,
                        CaseAction.REMOVE_WATCHER,
                        CaseAction.LINK_CASE,
                        CaseAction.UNLINK_CASE);
            case WORK ->
                ENTITLED.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(WORKING))
                        .map(entry -> entry.getKey().action())
                        .toList();
            case CLOSE -> List.of(CaseAction.CLOSE, CaseAction.CONFIRM, CaseAction.REOPEN);
            case ERASE -> List.of(CaseAction.ERASE_PERSONAL_DATA);
            case OPERATE -> List.of(CaseAction.TAKE_UP);
        };
    }

    private static Actor program(ProgramRight right) {
        return Actor.program("program", "Program", right);
    }

    private ImmutableSet<ActorId> entitled(Map.Entry<CaseCommand, ImmutableSet<ActorId>> entry) {
        return EVERYBODY.stream()
                .filter(id -> access.objection(actor(id), entry.getKey(), atBit).isEmpty())
                .collect(ImmutableSet.toImmutableSet());
    }

    private Actor actor(ActorId id) {
        return people.actor(id).orElseThrow();
    }

    private static SupportCase atBit() {
        Desks world = new Desks();
        CaseNumber number = world.registerFor(ReferenceOrganisation.CASEWORKER_IN_AARHUS);
        world.handsOver(ReferenceOrganisation.KAREN, number, ReferenceOrganisation.BIT);
        return world.current(number);
    }

    private static ImmutableSet<ActorId> with(ImmutableSet<ActorId> some, ActorId... more) {
        return ImmutableSet.<ActorId>builder()
                .addAll(some)
                .addAll(Arrays.asList(more))
                .build();
    }
}
