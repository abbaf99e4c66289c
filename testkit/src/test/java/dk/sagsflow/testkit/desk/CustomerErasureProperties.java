package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.ErasureReport;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A person is in every text, key, reference and id that a desk keeps, and then nowhere. */
class CustomerErasureProperties {
    private static final String MARK = "xyzzy";
    private static final int CASES = 3;

    record Asked(int which, ActorId by, CaseCommand command) {}

    @Provide
    Arbitrary<List<Asked>> asked() {
        Arbitrary<CaseCommand> commands = Arbitraries.of(
                new CaseCommand.AddNote(Visibility.CUSTOMER, MARK),
                new CaseCommand.AddNote(Visibility.INTERNAL, MARK),
                new CaseCommand.Accept(),
                new CaseCommand.HandOver(BIT, MARK),
                new CaseCommand.Answer(MARK),
                new CaseCommand.GiveBack(GiveBackReason.MISROUTED, MARK),
                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), MARK),
                new CaseCommand.Resume(),
                new CaseCommand.Escalate(HEAD, MARK),
                new CaseCommand.ProvideWorkaround(MARK),
                new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.of(MARK), Cause.TECHNICAL),
                new CaseCommand.SetAttribute(AttributeId.of("telephone"), Optional.of(new AttributeValue.Text(MARK))),
                new CaseCommand.Escalate(ASTRID, MARK),
                new CaseCommand.LinkKnowledge(MARK),
                new CaseCommand.ConvertToChange(ChangeKind.NORMAL, MARK),
                new CaseCommand.DocumentSupplierContact(KMD, MARK),
                new CaseCommand.Refer(MARK, MARK),
                new CaseCommand.Close(ClosingReason.WITHDRAWN, MARK),
                new CaseCommand.AddReference(Reference.of("mail", MARK)),
                new CaseCommand.AddWatcher(new Watcher.Colleague(MARK + "@example.dk")),
                new CaseCommand.AddWatcher(new Watcher.Member(ASTRID, Watcher.Copies.CUSTOMER)),
                new CaseCommand.RemoveWatcher(new Watcher.Colleague(MARK + "@example.dk")),
                new CaseCommand.Reopen(MARK));
        return Combinators.combine(
                        Arbitraries.integers().between(0, CASES - 1), Arbitraries.of(KAREN, BO, CITIZEN), commands)
                .as(Asked::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 100)
    void nothing_of_the_person_is_left_in_store_outbox_or_log_and_the_flow_is(@ForAll("asked") List<Asked> asked) {
        CaseRepository store = CaseRepository.inMemory();
        Desks world = new Desks(store);
        AttachmentStore contents = AttachmentStore.inMemory(1_000);
        SupportDesk desk = world.builder(store)
                .withNotifier(notification -> {
                    throw new IllegalStateException("no mail to " + MARK);
                })
                .withSubscription(SubscriptionName.of("broken"), SubscriptionStart.beginning(), step -> {
                    throw new IllegalStateException("no field for " + MARK);
                })
                .withAttachments(contents)
                .build();
        ImmutableList<CaseNumber> numbers = registered(desk);
        for (int turn = 0; turn < asked.size(); turn++) {
            world.clock.advance(Duration.ofMinutes(90));
            Asked next = asked.get(turn);
            boolean unused =
                    desk.submit(request(next, numbers.get(next.which()), turn)).wasAccepted();
            int seenTo = desk.operations().sweep(10).seenTo()
                    + desk.operations().deliver(10).sent()
                    + desk.operations().follow(3).handled();
            assertThat(seenTo).isNotNegative();
        }
        numbers.forEach(number -> closed(world, number));
        assertThat(kept(store)).contains(MARK);
        ImmutableList<String> flow = flow(store, numbers);

        ErasureReport report = desk.operations().eraseCustomer(CITIZEN_CARL).orElseThrow();

        assertThat(report.erased()).isEqualTo(CASES);
        assertThat(desk.operations().deliver(100).sent()).isEqualTo(CASES);
        assertThat(kept(store)).doesNotContain(MARK, CITIZEN_CARL.value(), "carl@example.dk", "Carl Citizen");
        assertThat(IntStream.range(0, CASES))
                .noneMatch(which -> contents.find(id(which)).isPresent());
        assertThat(flow(store, numbers)).isEqualTo(flow);
    }

    private static AttachmentId id(int which) {
        return AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-%012d".formatted(which));
    }

    private static Attachment handedIn(SupportDesk desk, int which) {
        return desk.keep(KAREN, new Upload(id(which), MARK + ".png", "image/png", InputStream.nullInputStream()))
                .orElseThrow();
    }

    private static ImmutableList<CaseNumber> registered(SupportDesk desk) {
        return IntStream.range(0, CASES)
                .mapToObj(which -> desk.register(
                                KAREN,
                                Registration.builder()
                                        .customer(CITIZEN_CARL)
                                        .subject(MARK)
                                        .description(MARK)
                                        .addReference(Reference.of("cerberus", MARK + which))
                                        .addAttachment(handedIn(desk, which))
                                        .build(),
                                RequestKey.of(MARK + which))
                        .orElseThrow()
                        .number())
                .collect(ImmutableList.toImmutableList());
    }

    private static CaseRequest request(Asked asked, CaseNumber number, int turn) {
        return CaseRequest.builder()
                .by(asked.by())
                .number(number)
                .command(asked.command())
                .key(RequestKey.of(MARK + "/" + turn))
                .circumstances(Circumstances.builder().correlation(MARK + turn).build())
                .build();
    }

    private static void closed(Desks world, CaseNumber number) {
        if (world.current(number).status() == CaseStatus.ON_HOLD) {
            does(world, number, new CaseCommand.Resume());
        }
        while (world.current(number).chain().links().size() > 1) {
            does(world, number, new CaseCommand.GiveBack(GiveBackReason.MISROUTED, MARK));
        }
        if (world.current(number).status() == CaseStatus.ANSWERED) {
            does(world, number, new CaseCommand.Confirm());
        } else if (world.current(number).status() != CaseStatus.CLOSED) {
            does(world, number, new CaseCommand.Close(ClosingReason.WITHDRAWN, MARK));
        }
    }

    private static void does(Desks world, CaseNumber number, CaseCommand command) {
        ActorId by = world.current(number)
                .working()
                .filter(station -> station.group().equals(BIT))
                .map(station -> BO)
                .orElse(KAREN);
        assertThat(world.does(by, number, command).version()).isPositive();
    }

    /** All that the store keeps, in words. */
    private static String kept(CaseRepository store) {
        ImmutableList<SupportCase> cases =
                store.query(CaseQuery.builder().pageSize(1_000).build()).cases();
        return cases.toString()
                + cases.stream().map(found -> store.history(found.number())).toList()
                + store.log().after(store.log().beginning(), 1_000_000)
                + store.outbox().waiting(1_000_000)
                + store.outbox().deadLetters(1_000_000)
                + store.setAside(1_000_000)
                + store.subscriptions().all()
                + store.subscriptions().parked(SubscriptionName.of("broken"), 1_000_000);
    }

    private static ImmutableList<String> flow(CaseRepository store, ImmutableList<CaseNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> store.history(number).stream())
                .filter(event -> !(event instanceof CaseEvent.PersonalDataErased))
                .map(event -> event.getClass().getSimpleName() + " " + event.occurredAt() + " " + event.side())
                .collect(ImmutableList.toImmutableList());
    }
}
