package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.Replies;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.desk.SupportDeskBuilder;
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
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A desk of the reference organisation and what its people do at it. */
final class Desks {
    final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    final Mailbox mailbox = new Mailbox();
    final CaseRepository repository;
    final SupportDesk desk;
    private final ServiceCalendar openingHours;

    Desks() {
        this(CaseRepository.inMemory());
    }

    Desks(CaseRepository repository) {
        this(repository, ServiceCalendar.always());
    }

    Desks(CaseRepository repository, ServiceCalendar openingHours) {
        this.repository = repository;
        this.openingHours = openingHours;
        this.desk = deskOn(repository);
    }

    /** A desk that is built in a way of its own. */
    Desks(CaseRepository repository, UnaryOperator<SupportDeskBuilder> building) {
        this.repository = repository;
        this.openingHours = ServiceCalendar.always();
        this.desk = building.apply(builder(repository).withNotifier(mailbox)).build();
    }

    /** A desk where this becomes of a word on a case that is over. */
    Desks(CaseRepository repository, Replies replies) {
        this.repository = repository;
        this.openingHours = ServiceCalendar.always();
        SupportModel model = deskModel();
        this.desk = SupportDesk.builder(
                        model.withRouting(model.routing().withReplies(replies)), ReferenceOrganisation.people(), clock)
                .withRepository(repository)
                .withNotifier(mailbox)
                .build();
    }

    SupportDesk deskOn(CaseRepository shared) {
        return deskOn(shared, mailbox);
    }

    SupportDesk deskOn(CaseRepository shared, Notifier notifier) {
        return builder(shared).withNotifier(notifier).build();
    }

    SupportModel deskModel() {
        return SupportModel.of(ReferenceOrganisation.organisation()).withAgreements(eightHoursAtTheCentre());
    }

    SupportDeskBuilder builder(CaseRepository shared) {
        return SupportDesk.builder(deskModel(), ReferenceOrganisation.people(), clock)
                .withRepository(shared);
    }

    private Agreements eightHoursAtTheCentre() {
        return Agreements.of(ImmutableList.of(Agreement.builder()
                .id("centre")
                .name("Support centre")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer())
                .addTarget(Target.builder()
                        .id("residence")
                        .measure(Measure.RESIDENCE)
                        .budget(Budget.of(Duration.ofHours(8)))
                        .calendar(openingHours)
                        .addPausedBy(WaitingFor.CUSTOMER)
                        .addThreshold(Threshold.at(100, new ThresholdAction.NotifyWorkingGroup()))
                        .build())
                .build()));
    }

    CaseNumber register(ActorId by, CustomerId customer) {
        return desk.register(by, Registration.of(customer.value(), "I cannot log in"))
                .orElseThrow()
                .number();
    }

    CaseNumber registerFor(CustomerId customer) {
        return register(ReferenceOrganisation.KAREN, customer);
    }

    SupportCase does(ActorId by, CaseNumber number, CaseCommand command) {
        clock.advance(Duration.ofMinutes(10));
        desk.submit(by, number, command).orElseThrow();
        return current(number);
    }

    void handsOver(ActorId by, CaseNumber number, GroupId to) {
        SupportCase unused = does(by, number, new CaseCommand.HandOver(to, "unknown to us"));
    }

    SupportCase answers(ActorId by, CaseNumber number) {
        return does(by, number, new CaseCommand.Answer("this is how"));
    }

    void places(CaseNumber number, Cause cause) {
        SupportCase unused = does(
                ReferenceOrganisation.KAREN,
                number,
                new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.empty(), cause));
    }

    SupportCase current(CaseNumber number) {
        return repository.find(number).orElseThrow();
    }

    static Refusal refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            return refused.refusal();
        }
        throw new AssertionError("accepted: " + outcome);
    }
}
