package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.AMANDA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseDescription.Holder;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.ImportProblem;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.testkit.flow.ChainLaws;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cases that come from Cerberus (R37), at a desk of the reference organisation with all its agreements and rules. */
class ImportTest {
    private static final Instant THEN = Instant.parse("2007-08-01T08:00:00Z");
    private static final CaseNumber NUMBER = CaseNumber.of("CER-4711");

    private final SettableClock clock = SettableClock.at("2007-08-15T08:00:00Z");
    private final CaseRepository store = CaseRepository.inMemory();
    private final Mailbox mailbox = new Mailbox();
    private final SupportDesk desk = SupportDesk.builder(
                    ModelFolder.read(Path.of("../examples/models/ams")).model(), ReferenceOrganisation.people(), clock)
            .withRepository(store)
            .withNotifier(mailbox)
            .build();

    /** Carl's case: it came in two weeks ago and has lain at 2nd level since the day after. */
    private static CaseDescription.Builder carls() {
        return CaseDescription.builder()
                .number(NUMBER)
                .customer(CITIZEN_CARL)
                .subject("cannot log in")
                .system(AMANDA)
                .registeredAt(THEN)
                .addHolder(Holder.of(SUPPORT_CENTRE, THEN).takenBy(KAREN, THEN.plusSeconds(600)))
                .addHolder(Holder.of(BIT, THEN.plus(Duration.ofDays(1))));
    }

    private Outcome<SupportCase> brought(CaseImport.Past past) {
        return desk.operations().importCase(new CaseImport("Cerberus", past));
    }

    @Test
    @Tag("R37")
    void a_case_of_two_weeks_ago_stays_where_it_is_and_nobody_is_told_of_what_is_past() {
        SupportCase imported = brought(carls().build()).orElseThrow();

        sweepAndDeliver();

        assertThat(imported.working().orElseThrow().group()).isEqualTo(BIT);
        assertThat(imported.importedAt()).contains(clock.instant());
        assertThat(kinds()).containsExactly("Registered", "Assigned", "HandedOver", "Imported");
        assertThat(mailbox.received()).isEmpty();
        ChainLaws.assertKept(ReferenceOrganisation.organisation(), store.history(NUMBER));
    }

    @Test
    void many_are_brought_along_as_if_each_came_alone() {
        CaseImport first = new CaseImport("Cerberus", carls().build());
        CaseImport unknown = new CaseImport(
                "Cerberus", carls().build().withNumber(CaseNumber.of("CER-2")).withCustomer(CustomerId.of("nobody")));
        CaseImport third = new CaseImport(
                "Cerberus",
                carls().addReference(Reference.of("cerberus", "3")).build().withNumber(CaseNumber.of("CER-3")));
        CaseImport taken = new CaseImport(
                "Cerberus",
                carls().addReference(Reference.of("cerberus", "3")).build().withNumber(CaseNumber.of("CER-4")));
        CaseImport fifth = new CaseImport("Cerberus", carls().build().withNumber(CaseNumber.of("CER-5")));

        List<Outcome<SupportCase>> brought =
                desk.operations().importCases(List.of(first, first, unknown, third, taken, fifth));

        assertThat(brought).extracting(Outcome::wasAccepted).containsExactly(true, false, false, true, false, true);
        assertThat(((Outcome.Refused<SupportCase>) brought.get(1)).refusal()).isInstanceOf(Refusal.NumberTaken.class);
        assertThat(((Outcome.Refused<SupportCase>) brought.get(4)).refusal())
                .isInstanceOf(Refusal.ReferenceTaken.class);
        assertThat(store.history(NUMBER)).hasSize(4);
        assertThat(desk.operations().importCases(List.of())).isEmpty();
    }

    @Test
    void a_clock_that_was_exceeded_before_reads_so_and_what_comes_due_later_is_acted_on() {
        assertThat(brought(carls().build()).wasAccepted()).isTrue();

        assertThat(desk.clocks(KAREN, NUMBER).orElseThrow())
                .extracting(Explanation::reading)
                .anySatisfy(reading -> assertThat(reading.exceeded()).isTrue());
        assertThat(desk.submit(BO, NUMBER, new CaseCommand.Accept()).wasAccepted())
                .isTrue();
        assertThat(desk.submit(BO, NUMBER, new CaseCommand.Answer("restart it")).wasAccepted())
                .isTrue();
        clock.advance(Duration.ofDays(7));
        sweepAndDeliver();

        assertThat(store.history(NUMBER))
                .filteredOn(CaseEvent.ThresholdPassed.class::isInstance)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(
                                ((CaseEvent.ThresholdPassed) event).passed().dueAt())
                        .isAfter(Instant.parse("2007-08-15T08:00:00Z")));
    }

    @Test
    void a_description_says_what_it_knows_and_the_case_reads_so() {
        Instant day2 = THEN.plus(Duration.ofDays(1));
        SupportCase waiting = brought(carls().cause(Cause.TECHNICAL)
                        .addNote(new CaseDescription.Note(
                                day2, CITIZEN, Side.CUSTOMER, Visibility.CUSTOMER, "it still fails"))
                        .waiting(new CaseDescription.Waiting(
                                WaitingFor.SUPPLIER, day2.plusSeconds(60), Optional.empty(), "asked KMD"))
                        .build())
                .orElseThrow();
        SupportCase closed = brought(carls().answer(
                                new CaseDescription.Answer(day2.plusSeconds(60), KAREN, "restart it"))
                        .end(new CaseDescription.End(day2.plusSeconds(90), KAREN, ClosingReason.CONFIRMED, "thanks"))
                        .build()
                        .withNumber(CaseNumber.of("CER-2")))
                .orElseThrow();

        assertThat(waiting.status()).isEqualTo(CaseStatus.ON_HOLD);
        assertThat(waiting.cause()).isEqualTo(Cause.TECHNICAL);
        assertThat(waiting.hold().orElseThrow().since()).isEqualTo(day2.plusSeconds(60));
        assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(closed.answer()).contains("restart it");
        assertThat(closed.registeredAt()).isEqualTo(THEN);
        ChainLaws.assertKept(ReferenceOrganisation.organisation(), store.history(closed.number()));
        sweepAndDeliver();
        assertThat(mailbox.received()).isEmpty();
    }

    @Test
    void a_hold_whose_date_has_come_is_over_and_nobody_is_told() {
        SupportCase imported = brought(carls().waiting(new CaseDescription.Waiting(
                                WaitingFor.DATE,
                                THEN.plus(Duration.ofDays(2)),
                                Optional.of(THEN.plus(Duration.ofDays(5))),
                                "after the release"))
                        .build())
                .orElseThrow();
        sweepAndDeliver();

        assertThat(imported.status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(kinds()).endsWith("PutOnHold", "Resumed", "Imported");
        assertThat(mailbox.received()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_with_it_is_told_at_once() {
        Instant later = clock.instant().plusSeconds(1);
        Outcome<SupportCase> outcome = brought(CaseDescription.builder()
                .customer(CustomerId.of("nobody"))
                .subject(" ")
                .system(SystemId.of("windows"))
                .registeredAt(THEN)
                .putAttribute(AttributeId.of("shoe-size"), new AttributeValue.Choice("42"))
                .addHolder(Holder.of(SUPPORT_CENTRE, THEN))
                .addHolder(Holder.of(GroupId.of("attic"), THEN.minusSeconds(1)))
                .addNote(new CaseDescription.Note(
                        later, KAREN, Side.ORGANISATION, Visibility.INTERNAL, "from the future"))
                .build());

        assertThat(problems(outcome))
                .extracting(problem -> problem.what().getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "UnknownCustomer",
                        "TextMissing",
                        "UnknownSystem",
                        "UnknownAttribute",
                        "UnknownGroup",
                        "TimeOutOfOrder",
                        "TimeOutOfOrder");
        assertThat(Desks.refusal(outcome).describe()).contains("event 3", "attic", "windows");
        assertThat(desk.query(KAREN, CaseQuery.all()).orElseThrow().cases()).isEmpty();
    }

    @Test
    void a_history_is_taken_whole_if_it_is_one() {
        assertThat(brought(carls().build()).wasAccepted()).isTrue();
        ImmutableList<CaseEvent> history = store.history(NUMBER);

        assertThat(Desks.refusal(desk.operations().importCase(CaseImport.of("Cerberus", history))))
                .isEqualTo(new Refusal.NumberTaken(NUMBER));
        assertThat(problems(desk.operations().importCase(CaseImport.of("Cerberus", history.subList(1, 3)))))
                .containsExactly(new ImportProblem(1, new Refusal.BrokenHistory()));
        assertThat(problems(desk.operations().importCase(CaseImport.of("Cerberus", history.reverse()))))
                .containsExactly(new ImportProblem(1, new Refusal.BrokenHistory()));
        ImmutableList<CaseEvent> gap = ImmutableList.of(history.get(0), history.get(2));
        assertThat(problems(desk.operations().importCase(CaseImport.of("Cerberus", gap))))
                .containsExactly(new ImportProblem(2, new Refusal.BrokenHistory()));
    }

    @Test
    void a_group_that_moved_since_may_have_had_it_where_it_was_but_not_have_it_there() {
        EventHeader header = EventHeader.of(NUMBER, 1, THEN, CITIZEN, Side.CUSTOMER);
        assertThat(brought(carls().build()).wasAccepted()).isTrue();
        CaseEvent.Registered registered =
                (CaseEvent.Registered) store.history(NUMBER).get(0);
        CaseEvent elsewhere = new CaseEvent.Registered(
                header.toBuilder().caseNumber(CaseNumber.of("CER-5")).build(),
                new Station(SUPPORT_CENTRE, TierId.of("2nd")),
                registered.customer(),
                registered.customerKind(),
                registered.unit(),
                registered.kind(),
                registered.system(),
                registered.subject(),
                registered.description());

        assertThat(problems(desk.operations().importCase(CaseImport.of("Cerberus", ImmutableList.of(elsewhere)))))
                .extracting(ImportProblem::what)
                .hasOnlyElementsOfType(Refusal.GroupAtOtherTier.class);
    }

    @Test
    void a_case_without_a_number_gets_one_and_is_known_by_what_it_is_called_elsewhere() {
        Reference elsewhere = Reference.of("cerberus", "4711");
        CaseDescription told = carls().addReference(elsewhere).build().withNumber(Optional.empty());
        SupportCase imported = brought(told).orElseThrow();

        assertThat(store.find(imported.number())).isPresent();
        assertThat(imported.references()).containsExactly(elsewhere);
        assertThat(Desks.refusal(brought(told)))
                .isEqualTo(new Refusal.ReferenceTaken(elsewhere, Optional.of(imported.number())));
    }

    private static ImmutableList<ImportProblem> problems(Outcome<SupportCase> outcome) {
        return ((Refusal.NotImported) Desks.refusal(outcome)).problems();
    }

    private void sweepAndDeliver() {
        while (desk.operations().sweep(100).moreDue()) {
            assertThat(store.due(clock.instant(), 1)).isNotNull();
        }
        assertThat(desk.operations().deliver(100).sent()).isNotNegative();
    }

    private ImmutableList<String> kinds() {
        return store.history(NUMBER).stream()
                .map(event -> event.getClass().getSimpleName())
                .collect(ImmutableList.toImmutableList());
    }
}
