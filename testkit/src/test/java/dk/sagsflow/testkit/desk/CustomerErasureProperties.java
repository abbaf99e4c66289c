package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
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
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.ErasureReport;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                    throw new IllegalStateException("no mail with " + notification.text());
                })
                .withSubscription(SubscriptionName.of("broken"), SubscriptionStart.beginning(), steps -> {
                    throw new IllegalStateException("no field for " + steps);
                })
                .withAttachments(contents)
                .build();
        ImmutableList<CaseNumber> numbers = registered(desk);
        ImmutableList<CaseNumber> others = others(world, numbers);
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
        numbers.forEach(number -> answered(world, number));
        swept(desk);
        numbers.forEach(number -> closed(world, number));
        swept(desk);
        assertThat(kept(store)).contains(MARK);
        ImmutableList<String> flow = flow(store, numbers);

        ErasureReport report = desk.operations().eraseCustomer(CITIZEN_CARL).orElseThrow();
        assertThat(flow(store, numbers)).isEqualTo(flow);
        swept(desk);

        assertThat(report).isEqualTo(new ErasureReport(CASES, ImmutableList.of()));
        assertThat(others).noneMatch(number -> world.current(number).personalDataErased());
        assertThat(desk.operations().deliver(100).sent()).isEqualTo(CASES);
        assertThat(left(kept(store)
                        + json(store)
                        + others.stream()
                                .map(number -> desk.view(KAREN, number))
                                .toList()))
                .isEmpty();
        assertThat(IntStream.range(0, CASES))
                .noneMatch(which -> contents.find(id(which)).isPresent());
    }

    /** Cases of somebody else: a child of each case, one of that, a duplicate, and one that the person alone watches. */
    private static ImmutableList<CaseNumber> others(Desks world, ImmutableList<CaseNumber> numbers) {
        ImmutableList.Builder<CaseNumber> others = ImmutableList.builder();
        for (CaseNumber number : numbers) {
            CaseNumber child = related(world, CaseRelation.CHILD_OF, number);
            CaseNumber duplicate = related(world, CaseRelation.DUPLICATE_OF, number);
            does(world, duplicate, new CaseCommand.Close(ClosingReason.DUPLICATE, ""));
            others.add(child, related(world, CaseRelation.CHILD_OF, child), duplicate);
        }
        CaseNumber watched = world.register(KAREN, COMPANY);
        does(world, watched, new CaseCommand.AddWatcher(new Watcher.Colleague("Carl@example.dk")));
        does(world, watched, new CaseCommand.AddNote(Visibility.CUSTOMER, "to all who watch"));
        return others.add(watched).build();
    }

    private static CaseNumber related(Desks world, CaseRelation relation, CaseNumber to) {
        CaseNumber number = world.register(KAREN, COMPANY);
        does(world, number, new CaseCommand.LinkCase(relation, to));
        return number;
    }

    private static void swept(SupportDesk desk) {
        while (desk.operations().sweep(100).handled() > 0) {
            Thread.onSpinWait();
        }
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

    /** The answer goes to those who wait for it, if the case can be answered. */
    private static void answered(Desks world, CaseNumber number) {
        world.clock.advance(Duration.ofMinutes(10));
        boolean unused = world.current(number).status() == CaseStatus.ON_HOLD
                && world.desk.submit(KAREN, number, new CaseCommand.Resume()).wasAccepted();
        unused = world.desk
                        .submit(
                                KAREN,
                                number,
                                new CaseCommand.Classify(
                                        CaseKind.INCIDENT, Optional.empty(), Optional.of(MARK), Cause.USER_ERROR))
                        .wasAccepted()
                && world.desk
                        .submit(KAREN, number, new CaseCommand.Answer(MARK))
                        .wasAccepted();
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

    /** Where the person is left, with what stands around it. */
    private static ImmutableList<String> left(String all) {
        String lower = all.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(MARK, '"' + CITIZEN_CARL.value() + '"', "Carl Citizen")
                                .map(all::indexOf),
                        Stream.of(lower.indexOf("carl@example.dk")))
                .filter(place -> place >= 0)
                .map(place -> all.substring(Math.max(0, place - 300), Math.min(all.length(), place + 100)))
                .collect(ImmutableList.toImmutableList());
    }

    /** All events as they are written, addresses among them, which {@code toString} does not tell. */
    private static String json(CaseRepository store) {
        CaseEventJson json = new CaseEventJson();
        return store.query(CaseQuery.builder().pageSize(1_000).build()).cases().stream()
                .flatMap(found -> store.history(found.number()).stream())
                .map(json::write)
                .collect(Collectors.joining("\n"));
    }

    private static ImmutableList<String> flow(CaseRepository store, ImmutableList<CaseNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> store.history(number).stream())
                .filter(event -> !(event instanceof CaseEvent.PersonalDataErased))
                .map(event -> event.getClass().getSimpleName() + " " + event.occurredAt() + " " + event.side())
                .collect(ImmutableList.toImmutableList());
    }
}
