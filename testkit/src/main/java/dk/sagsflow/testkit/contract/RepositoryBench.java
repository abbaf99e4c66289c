package dk.sagsflow.testkit.contract;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A repository under test and what is put into it: changes as the library itself decides them. */
final class RepositoryBench {
    private static final Actor KAREN =
            ReferenceOrganisation.people().actor(ReferenceOrganisation.KAREN).orElseThrow();
    private final CaseDecisions decisions =
            new CaseDecisions(ReferenceOrganisation.organisation(), ReferenceOrganisation.people());
    private final CaseRepository repository;

    RepositoryBench(CaseRepository repository) {
        this.repository = repository;
    }

    SupportCase found(CaseNumber number) {
        return repository.find(number).orElseThrow();
    }

    List<CaseNumber> numbers(CaseQuery.Builder query) {
        return numbers(query.build());
    }

    List<CaseNumber> numbers(CaseQuery query) {
        return repository.query(query).cases().stream().map(SupportCase::number).toList();
    }

    @CanIgnoreReturnValue
    ImmutableList<CaseEvent> register(CaseNumber number, Instant at) {
        return register(number, at, ReferenceOrganisation.CITIZEN_CARL, "help Carl");
    }

    @CanIgnoreReturnValue
    ImmutableList<CaseEvent> register(CaseNumber number, Instant at, CustomerId customer, String subject) {
        CaseChange change = registration(number, at, customer, subject);
        repository.append(ImmutableList.of(change));
        return change.events();
    }

    void registerDue(CaseNumber number, Instant at, Instant due) {
        CaseChange change = registration(number, at, ReferenceOrganisation.CITIZEN_CARL, "help");
        repository.append(ImmutableList.of(dueAt(change, Optional.of(due))));
    }

    CaseChange registration(CaseNumber number, Instant at, CustomerId customer, String subject) {
        Registration registration = Registration.builder()
                .customer(customer)
                .subject(subject)
                .system(ReferenceOrganisation.AMANDA)
                .build();
        ImmutableList<CaseEvent> events =
                decisions.register(number, registration, Act.of(KAREN, at)).orElseThrow();
        return CaseChange.of(events);
    }

    @CanIgnoreReturnValue
    ImmutableList<CaseEvent> submit(CaseNumber number, CaseCommand command) {
        CaseChange change = changeOf(found(number), command);
        repository.append(ImmutableList.of(change));
        return change.events();
    }

    CaseChange changeOf(SupportCase current, CaseCommand command) {
        ImmutableList<CaseEvent> events = decisions
                .decide(current, command, Act.of(KAREN, current.changedAt().plusSeconds(60)))
                .orElseThrow();
        return CaseChange.of(events);
    }

    /** Fills in a field of the organisation's own, or clears it. */
    void fill(CaseNumber number, AttributeId field, Optional<AttributeValue> value) {
        SupportCase current = found(number);
        EventHeader header = EventHeader.of(
                number, current.version() + 1, current.changedAt().plusSeconds(60), KAREN.id(), Side.ORGANISATION);
        repository.append(
                CaseStep.of(CaseChange.of(ImmutableList.of(new CaseEvent.AttributeSet(header, field, value, false)))));
    }

    /** Puts on record what a sweep noticed. */
    void record(CaseNumber number, SweepRecord record) {
        SupportCase current = found(number);
        CaseEvent event = decisions.record(current, record, current.changedAt().plusSeconds(60));
        repository.append(CaseStep.of(ImmutableList.of(CaseChange.of(ImmutableList.of(event)))));
    }

    /** Erases whatever says who somebody is from a case that is over. */
    void erase(CaseNumber number) {
        erase(number, actor -> true);
    }

    /** Erases a case that is over, with the names of these. */
    void erase(CaseNumber number, Predicate<ActorId> names) {
        ImmutableList<CaseEvent> erased = PersonalData.erasedFrom(repository.history(number), names);
        repository.append(CaseStep.of(
                changeOf(found(number), new CaseCommand.ErasePersonalData()).erasing(erased)));
    }

    boolean allows(SupportCase current, CaseCommand command) {
        return decisions.decide(current, command, Act.of(KAREN, current.changedAt()))
                instanceof Outcome.Accepted<ImmutableList<CaseEvent>>;
    }

    static CaseChange dueAt(CaseChange change, Optional<Instant> due) {
        return change.withAgenda(Agenda.due(due));
    }

    static CaseStep withMail(CaseChange change, String... addresses) {
        return CaseStep.builder()
                .addChange(change)
                .addAllNotifications(mails(change, addresses))
                .build();
    }

    static ImmutableList<Notification> mails(CaseChange change, String... addresses) {
        return Stream.of(addresses)
                .map(address -> Notification.builder()
                        .id(MessageId.of(change.number() + "/" + change.expectedVersion() + "/" + address))
                        .caseNumber(change.number())
                        .kind(Notification.Kind.ANSWERED)
                        .address(address)
                        .language(Locale.ENGLISH)
                        .subject("subject")
                        .text("text")
                        .at(change.events().get(0).recordedAt())
                        .build())
                .collect(ImmutableList.toImmutableList());
    }
}
