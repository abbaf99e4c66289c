package dk.sagsflow.benchmarks.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A desk of the reference organisation that keeps its cases in memory, and those who work at it. Not thread-safe. */
final class Counter implements InstantSource {
    /** A supporter of the support centre. */
    static final ActorId KAREN = ActorId.of("karen");

    /** What the customer says. */
    static final Registration HELP = Registration.builder()
            .customer(CustomerId.of("anna"))
            .subject("I cannot log in")
            .system(SystemId.of("amanda"))
            .build();

    /** The customer. */
    static final Customer ANNA = Customer.builder()
            .id(CustomerId.of("anna"))
            .name("Anna")
            .kind(CustomerKind.CITIZEN)
            .mailAddress("anna@example.dk")
            .build();

    final CaseRepository repository = CaseRepository.inMemory();
    final SupportDesk desk;
    private Instant now = OpenCases.NOW;

    Counter() {
        SupportModel model = OpenCases.model();
        Directory people = Directory.of(
                List.of(Actor.supporter("karen", "Karen", "support-centre"), Actor.supporter("bo", "Bo", "bit")),
                List.of(ANNA));
        this.desk = SupportDesk.builder(model, people, this)
                .withRepository(repository)
                .build();
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock. */
    void moveTo(Instant instant) {
        now = instant;
    }

    /** One more case, which came in now. */
    CaseNumber register() {
        return desk.register(KAREN, HELP).orElseThrow().number();
    }

    /** Karen asks for this. */
    void submit(CaseNumber number, CaseCommand command) {
        var unused = desk.submit(KAREN, number, command).orElseThrow();
    }

    /** Stores a copy of the only event of a case under another number, due at an instant, as a desk would have. */
    void copy(CaseEvent.Registered event, CaseNumber number, Instant due) {
        EventHeader header = event.header().toBuilder().caseNumber(number).build();
        CaseEvent copy = new CaseEvent.Registered(
                header,
                event.station(),
                event.customer(),
                event.customerKind(),
                event.unit(),
                event.kind(),
                event.system(),
                event.subject(),
                event.description());
        repository.append(
                ImmutableList.of(CaseChange.of(ImmutableList.of(copy)).withAgenda(Agenda.due(Optional.of(due)))));
    }
}
