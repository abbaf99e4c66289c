package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SPECIALISTS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
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
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A registration that brings along what the organisation judges the case to be. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JudgedRegistrationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Registration URGENT = Registration.of(CITIZEN_CARL.value(), "nothing works")
            .withImpact(Impact.MAJOR)
            .withUrgency(Urgency.HIGH);

    private final SettableClock clock = SettableClock.at("2007-08-01T08:00:00Z");
    private final CaseRepository store = CaseRepository.inMemory();
    private final SupportModel ams =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private final SupportDesk desk = SupportDesk.builder(
                    ams.withAgreements(anHourForTheMostUrgent()), ReferenceOrganisation.people(), clock)
            .withRepository(store)
            .build();

    @Test
    void a_case_of_the_first_priority_is_one_from_its_first_instant() {
        CaseNumber number = registered(URGENT);
        clock.advance(HOUR.plusSeconds(1));
        desk.operations().sweep(10);

        assertThat(store.history(number).subList(0, 2))
                .extracting(CaseEvent::eventKind, CaseEvent::occurredAt)
                .containsExactly(
                        tuple(EventKind.REGISTERED, registeredAt(number)),
                        tuple(EventKind.PRIORITISED, registeredAt(number)));
        assertThat(store.find(number).orElseThrow().priority()).contains(Priority.P1);
        assertThat(store.history(number))
                .filteredOn(CaseEvent.ThresholdPassed.class::isInstance)
                .extracting(event -> ((CaseEvent.ThresholdPassed) event).passed())
                .extracting(PassedThreshold::dueAt)
                .contains(registeredAt(number).plus(HOUR));
    }

    @Test
    void category_and_cause_are_known_to_whoever_asks_where_it_should_go() {
        CaseNumber number = registered(Registration.of(CITIZEN_CARL.value(), "how?")
                .withCategory("benefits")
                .withCause(Cause.BUSINESS));

        SupportCase current = desk.propose(KAREN, number).orElseThrow().current();
        assertThat(current.category()).contains("benefits");
        assertThat(current.cause()).isEqualTo(Cause.BUSINESS);
    }

    @Test
    void where_a_case_should_go_is_decided_by_what_its_registration_said_of_it() {
        SupportDesk deciding = SupportDesk.builder(
                        ams.withRouting(ams.routing().withTriage(new Triage(rules()))),
                        ReferenceOrganisation.people(),
                        clock)
                .withRepository(store)
                .build();
        Registration plain = Registration.of(CITIZEN_CARL.value(), "how?");
        ImmutableMap<Registration, Optional<GroupId>> expected = ImmutableMap.of(
                plain,
                Optional.empty(),
                plain.withCategory("benefits"),
                Optional.of(SPECIALISTS),
                plain.withCategory("printing"),
                Optional.empty(),
                plain.withCause(Cause.SYSTEM),
                Optional.of(BIT),
                plain.withImpact(Impact.MAJOR).withUrgency(Urgency.HIGH),
                Optional.of(KMD),
                plain.withImpact(Impact.LOW).withUrgency(Urgency.LOW),
                Optional.empty());

        expected.forEach((registration, group) -> {
            CaseNumber number =
                    deciding.register(KAREN, registration).orElseThrow().number();
            assertThat(deciding.propose(KAREN, number).orElseThrow().group())
                    .as("%s", registration)
                    .isEqualTo(group);
        });
    }

    private static ImmutableList<TriageRule> rules() {
        return ImmutableList.of(
                new TriageRule("benefits", Condition.is(CaseField.CATEGORY, "benefits"), SPECIALISTS),
                new TriageRule("errors", Condition.is(CaseField.CAUSE, Cause.SYSTEM.name()), BIT),
                new TriageRule("most urgent", Condition.is(CaseField.PRIORITY, Priority.P1.name()), KMD));
    }

    @Test
    void customers_and_superusers_leave_judging_to_the_organisation() {
        Registration own = Registration.of("astrid", "help");

        assertThat(refused(own.withImpact(Impact.HIGH).withUrgency(Urgency.HIGH)))
                .isEqualTo(CaseAction.PRIORITISE);
        assertThat(refused(own.withCategory("log-in"))).isEqualTo(CaseAction.CLASSIFY);
        assertThat(refused(own.withCause(Cause.SYSTEM))).isEqualTo(CaseAction.CLASSIFY);
        assertThat(refused(own.withReferences(Reference.of("hp", "IM1")))).isEqualTo(CaseAction.ADD_REFERENCE);
        // In the group of superusers she works on the case herself.
        assertThat(desk.register(
                                ASTRID,
                                own.withGroup(SUPERUSERS).withImpact(Impact.LOW).withUrgency(Urgency.LOW))
                        .wasAccepted())
                .isTrue();
    }

    @Test
    void an_impact_without_an_urgency_is_refused_in_words() {
        Registration half = Registration.of(CITIZEN_CARL.value(), "help").withImpact(Impact.HIGH);

        assertThat(Desks.refusal(desk.register(KAREN, half)))
                .isEqualTo(new Refusal.HalfJudged(Optional.of(Impact.HIGH), Optional.empty()))
                .extracting(Refusal::describe)
                .asString()
                .contains("bring both, or neither");
    }

    private CaseAction refused(Registration registration) {
        Outcome<?> outcome = desk.register(ASTRID, registration);
        return ((Refusal.NotEntitled) Desks.refusal(outcome)).action();
    }

    private CaseNumber registered(Registration registration) {
        return desk.register(KAREN, registration).orElseThrow().number();
    }

    private Instant registeredAt(CaseNumber number) {
        return store.find(number).orElseThrow().registeredAt();
    }

    private static Agreements anHourForTheMostUrgent() {
        return Agreements.of(ImmutableList.of(Agreement.builder()
                .id("customers")
                .name("Customers")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer())
                .addTarget(Target.builder()
                        .id("most-urgent")
                        .measure(Measure.RESOLUTION)
                        .appliesTo(Condition.is(CaseField.PRIORITY, Priority.P1.name()))
                        .budget(Budget.of(HOUR))
                        .calendar(ServiceCalendar.always())
                        .addThreshold(Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()))
                        .build())
                .build()));
    }
}
