package dk.sagsflow.jdbc;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a command asks the database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatementsTest {
    private static final TestDatabase DATABASE = PostgresDatabase.required();

    private final SentStatements sent = new SentStatements();
    private final CaseRepository others = DATABASE.empty().cases();
    private final SupportDesk desk =
            desk(SagsflowStore.open(sent.of(DATABASE.source())).cases());

    /** What somebody does with a case that the support centre has and BIT had, and has answered. */
    private record Deed(ActorId by, CaseCommand command) {
        @Override
        public String toString() {
            return command.toString();
        }
    }

    static Stream<Deed> ordinary() {
        return Stream.of(
                new Deed(KAREN, new CaseCommand.LinkKnowledge("FAQ 7")),
                new Deed(KAREN, new CaseCommand.AddNote(Visibility.CUSTOMER, "we look at it")),
                new Deed(KAREN, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "a number is missing")),
                new Deed(KAREN, new CaseCommand.Assign(KAREN)),
                new Deed(KAREN, new CaseCommand.Answer("it is up again")),
                new Deed(KAREN, new CaseCommand.HandOver(BIT, "theirs")),
                new Deed(KAREN, new CaseCommand.AddReference(Reference.of("jira", "P-1"))),
                new Deed(KAREN, new CaseCommand.AddWatcher(new Watcher.Colleague("ib@example.dk"))));
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void an_accepted_command_on_one_case_reads_twice_and_writes_once(Deed deed) {
        assertReadsTwiceAndWritesOnce(lived(desk), deed, Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void so_does_one_with_a_key(Deed deed) {
        assertReadsTwiceAndWritesOnce(lived(desk), deed, Optional.of(RequestKey.of("mail:1")));
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void so_does_one_on_a_case_that_the_node_has_never_met(Deed deed) {
        assertReadsTwiceAndWritesOnce(lived(desk(others)), deed, Optional.of(RequestKey.of("mail:1")));
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void and_one_on_a_case_with_which_others_went_on(Deed deed) {
        CaseNumber number = lived(desk);
        does(desk(others), KAREN, number, new CaseCommand.LinkKnowledge("FAQ 8"));
        does(desk(others), KAREN, number, new CaseCommand.LinkKnowledge("FAQ 9"));
        assertReadsTwiceAndWritesOnce(number, deed, Optional.of(RequestKey.of("mail:1")));
    }

    @Test
    void and_one_by_the_next_tier_whose_answer_comes_back() {
        CaseNumber number = lived(desk);
        does(desk, KAREN, number, new CaseCommand.HandOver(BIT, "theirs again"));
        assertReadsTwiceAndWritesOnce(number, new Deed(BO, new CaseCommand.Accept()), Optional.empty());
        assertReadsTwiceAndWritesOnce(number, new Deed(BO, new CaseCommand.Answer("restarted")), Optional.empty());
    }

    private void assertReadsTwiceAndWritesOnce(CaseNumber number, Deed deed, Optional<RequestKey> key) {
        sent.all().clear();
        CaseNumber changed = key.map(named -> desk.submit(deed.by(), number, deed.command(), named))
                .orElseGet(() -> desk.submit(deed.by(), number, deed.command()))
                .orElseThrow()
                .number();
        assertThat(changed).isEqualTo(number);
        assertThat(reads()).hasSizeLessThanOrEqualTo(2);
        assertThat(writes()).hasSize(1);
    }

    /** A number is drawn in a transaction of its own, and it is looked whether a case was brought along under it. */
    @Test
    void a_registration_reads_twice_and_with_a_key_once_more_and_writes_once() {
        Registration plain = Registration.of(CITIZEN_CARL.value(), "down");
        assertRegisters(2, () -> desk.register(KAREN, plain).wasAccepted());
        assertRegisters(
                2,
                () -> desk.register(
                                KAREN,
                                Registration.builder()
                                        .customer(CITIZEN_CARL)
                                        .subject("down")
                                        .addReferences(Reference.of("mail", "1"), Reference.of("mail", "2"))
                                        .build())
                        .wasAccepted());
        assertRegisters(
                3, () -> desk.register(KAREN, plain, RequestKey.of("mail:1")).wasAccepted());
    }

    private void assertRegisters(int reads, BooleanSupplier registration) {
        sent.all().clear();
        assertThat(registration.getAsBoolean()).isTrue();
        assertThat(reads()).hasSize(reads);
        assertThat(writes()).hasSize(2);
        assertThat(writes().get(0)).startsWith("INSERT INTO sagsflow_series");
    }

    /** To join them looks at both of them. */
    @Test
    void a_child_of_a_major_incident_and_the_incident_take_no_more() {
        CaseNumber parent = lived(desk);
        CaseNumber child = lived(desk);
        does(desk, KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent));

        assertReadsTwiceAndWritesOnce(
                child,
                new Deed(KAREN, new CaseCommand.AddNote(Visibility.CUSTOMER, "we look at it")),
                Optional.of(RequestKey.of("mail:1")));
        assertReadsTwiceAndWritesOnce(
                parent, new Deed(KAREN, new CaseCommand.LinkKnowledge("FAQ 8")), Optional.of(RequestKey.of("mail:2")));
    }

    @Test
    void a_repeated_request_writes_nothing() {
        CaseNumber number = lived(desk);
        RequestKey key = RequestKey.of("mail:1");
        CaseCommand command = new CaseCommand.LinkKnowledge("FAQ 7");
        assertThat(desk.submit(KAREN, number, command, key).wasAccepted()).isTrue();
        sent.all().clear();
        assertThat(desk.submit(KAREN, number, command, key).wasAccepted()).isTrue();
        assertThat(writes()).isEmpty();
        assertThat(reads()).hasSizeLessThanOrEqualTo(4);
        assertThat(others.load(number).orElseThrow().history())
                .filteredOn(CaseEvent.KnowledgeLinked.class::isInstance)
                .hasSize(1);
    }

    private static CaseNumber lived(SupportDesk desk) {
        CaseNumber number = desk.register(
                        KAREN,
                        Registration.builder()
                                .customer(CITIZEN_CARL)
                                .subject("down")
                                .cause(Cause.TECHNICAL)
                                .build())
                .orElseThrow()
                .number();
        does(desk, KAREN, number, new CaseCommand.Accept());
        return number;
    }

    private static void does(SupportDesk desk, ActorId by, CaseNumber number, CaseCommand command) {
        assertThat(desk.submit(by, number, command).orElseThrow().number()).isEqualTo(number);
    }

    private static SupportDesk desk(CaseRepository cases) {
        return SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(cases)
                .build();
    }

    private List<String> reads() {
        return sent.all().stream()
                .filter(SentStatements.Sent::reads)
                .map(SentStatements.Sent::sql)
                .toList();
    }

    private List<String> writes() {
        return sent.all().stream()
                .filter(each -> !each.reads())
                .map(SentStatements.Sent::sql)
                .toList();
    }
}
