package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A note inside says nothing to clocks, unless an agreement names notes. */
class NoteInsideTest {
    private static final ActorId KAREN = ActorId.of("karen");
    private static final Span BROKEN = Span.whole()
            .withPausedBetween(
                    new Span.Break(ImmutableSet.of(EventKind.NOTE_ADDED), ImmutableSet.of(EventKind.ANSWERED)));

    private final CaseRepository store = CaseRepository.inMemory();
    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");

    static List<Span> namingNotes() {
        return List.of(Span.from(EventKind.NOTE_ADDED), Span.whole().withStoppedBy(EventKind.NOTE_ADDED), BROKEN);
    }

    @ParameterizedTest
    @MethodSource("namingNotes")
    void one_that_an_agreement_names_changes_what_is_ahead(Span span) {
        Agreements agreements = promising(span);
        SupportDesk desk = desk(agreements);
        CaseNumber number = registered(desk);
        Optional<Agenda.Limit> before = ahead(number);

        noted(desk, number);

        assertThat(agreements.namedBySpans(EventKind.NOTE_ADDED)).isTrue();
        assertThat(agreements.namedBySpans(EventKind.CLOSED)).isFalse();
        assertThat(ahead(number).isPresent()).isNotEqualTo(before.isPresent());
    }

    private Optional<Agenda.Limit> ahead(CaseNumber number) {
        return store.load(number).orElseThrow().agenda().members().first();
    }

    private static CaseNumber registered(SupportDesk desk) {
        Registration help = Registration.builder()
                .customer(CustomerId.of("anna"))
                .subject("I cannot log in")
                .build();
        return desk.register(KAREN, help).orElseThrow().number();
    }

    private void noted(SupportDesk desk, CaseNumber number) {
        clock.advance(Duration.ofMinutes(10));
        desk.submit(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "seen"))
                .orElseThrow();
    }

    private SupportDesk desk(Agreements agreements) {
        Customer anna = Customer.builder()
                .id(CustomerId.of("anna"))
                .name("Anna")
                .kind(CustomerKind.CITIZEN)
                .mailAddress("anna@example.dk")
                .build();
        Directory people = Directory.of(List.of(Actor.supporter("karen", "Karen", "support-centre")), List.of(anna));
        SupportModel model =
                SupportModel.of(ReferenceOrganisation.organisation()).withAgreements(agreements);
        return SupportDesk.builder(model, people, clock).withRepository(store).build();
    }

    private static Agreements promising(Span span) {
        Target target = Target.builder()
                .id("resolution")
                .measure(Measure.RESOLUTION)
                .span(span)
                .budget(Budget.of(Duration.ofHours(4)))
                .calendar(ServiceCalendar.always())
                .build();
        return Agreements.of(List.of(Agreement.builder()
                .id("sla")
                .name("promised to customers")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(ReferenceOrganisation.organisation().contactTier()))
                .consumer(new Party.EveryCustomer())
                .addTarget(target)
                .build()));
    }
}
