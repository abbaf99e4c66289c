package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.SubscriptionRegister;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A superuser acts, is asked for, watches, has cases of her own and is erased: the bare id stands nowhere, quoted or not. */
class SuperuserErasureProperties {
    private static final String BARE = "zqxsuperuser";
    private static final ActorId SELF = ActorId.of(BARE);
    private static final Customer PERSON = Customer.builder()
            .id(CustomerId.of(BARE))
            .name("Zqxsuperuser Zachariassen")
            .kind(CustomerKind.SUPERUSER)
            .unit(UnitId.of("jobcentre-aarhus"))
            .mailAddress(BARE + "@example.dk")
            .build();

    record Asked(int which, ActorId by, CaseCommand command) {}

    @Provide
    Arbitrary<List<Asked>> asked() {
        Arbitrary<CaseCommand> commands = Arbitraries.of(
                new CaseCommand.AddNote(Visibility.CUSTOMER, BARE),
                new CaseCommand.AddNote(Visibility.INTERNAL, BARE),
                new CaseCommand.Accept(),
                new CaseCommand.Assign(SELF),
                new CaseCommand.HandOver(SUPPORT_CENTRE, BARE),
                new CaseCommand.HandOver(BIT, BARE),
                new CaseCommand.GiveBack(GiveBackReason.MISROUTED, BARE),
                new CaseCommand.Answer(BARE),
                new CaseCommand.Escalate(SELF, BARE),
                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), BARE),
                new CaseCommand.Resume(),
                new CaseCommand.AddWatcher(new Watcher.Member(SELF, Watcher.Copies.CUSTOMER)),
                new CaseCommand.AddWatcher(new Watcher.Member(SELF, Watcher.Copies.GROUP)),
                new CaseCommand.RemoveWatcher(new Watcher.Member(SELF, Watcher.Copies.CUSTOMER)),
                new CaseCommand.AddWatcher(new Watcher.Colleague(BARE + "@example.dk")),
                new CaseCommand.Confirm(),
                new CaseCommand.Reopen(BARE));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1), Arbitraries.of(SELF, SELF, KAREN, BO), commands)
                .as(Asked::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 80)
    void the_bare_id_of_a_superuser_who_was_in_everything_is_left_nowhere(@ForAll("asked") List<Asked> asked) {
        new World().lives(asked);
    }

    /** What a desk keeps while she is there, and after. Not thread-safe. */
    private static final class World {
        private final CaseRepository store = CaseRepository.inMemory();
        private final Desks world = new Desks(store);
        private final SubscriptionRegister wishes = Subscriptions.inMemory();
        private final SupportDesk desk = desk();
        private final List<RequestKey> keys = new ArrayList<>();

        void lives(List<Asked> asked) {
            wishes.subscribe(PERSON.id(), Notification.Kind.STATUS_CHANGED, Subscriptions.Wish.IN_DIGEST);
            ImmutableList<CaseNumber> own = ImmutableList.of(registered(SUPERUSERS), registered(SUPPORT_CENTRE));
            CaseNumber others = watchedOfSomebodyElse();
            does(KAREN, own.get(1), new CaseCommand.Escalate(SELF, "she knows " + BARE));
            does(KAREN, own.get(1), new CaseCommand.AddWatcher(new Watcher.Member(SELF, Watcher.Copies.CUSTOMER)));
            for (Asked next : asked) {
                world.clock.advance(Duration.ofMinutes(50));
                boolean unused =
                        desk.submit(request(next, own.get(next.which()))).wasAccepted();
                swept();
            }
            own.forEach(this::closed);
            swept();
            assertThat(kept(own, others)).contains('"' + BARE + '"').contains(BARE + "@example.dk");
            assertThat(store.history(own.get(1))).anyMatch(CaseEvent.Escalated.class::isInstance);

            assertThat(desk.operations()
                            .eraseCustomer(PERSON.id())
                            .orElseThrow()
                            .left())
                    .isEmpty();
            swept();

            assertThat(left(kept(own, others))).isEmpty();
            assertThat(world.current(others).personalDataErased()).isFalse();
        }

        private SupportDesk desk() {
            Directory people = Directory.of(
                    ImmutableList.<Actor>builder()
                            .addAll(ReferenceOrganisation.actors())
                            .add(Actor.customer(BARE, PERSON)
                                    .withMemberships(SUPERUSERS)
                                    .withMailAddress(BARE + "@example.dk"))
                            .build(),
                    ImmutableList.<Customer>builder()
                            .addAll(ReferenceOrganisation.customers())
                            .add(PERSON)
                            .build());
            return SupportDesk.builder(world.deskModel(), people, world.clock)
                    .withRepository(store)
                    .withSubscriptions(wishes)
                    .withNotifier(notification -> {
                        throw new IllegalStateException("no mail with " + notification.text());
                    })
                    .withSubscription(SubscriptionName.of("broken"), SubscriptionStart.beginning(), steps -> {
                        throw new IllegalStateException("no field for " + steps);
                    })
                    .build();
        }

        private CaseNumber registered(GroupId group) {
            RequestKey key = key();
            return desk.register(
                            SELF,
                            Registration.of(BARE, "I, " + BARE + ", cannot log in")
                                    .withGroup(group),
                            key)
                    .orElseThrow()
                    .number();
        }

        private CaseNumber watchedOfSomebodyElse() {
            CaseNumber number = desk.register(KAREN, Registration.of(CASEWORKER_IN_AARHUS.value(), "help"))
                    .orElseThrow()
                    .number();
            does(KAREN, number, new CaseCommand.AddWatcher(new Watcher.Member(SELF, Watcher.Copies.CUSTOMER)));
            does(KAREN, number, new CaseCommand.AddWatcher(new Watcher.Colleague(BARE + "@example.dk")));
            does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "to all who watch"));
            return number;
        }

        private RequestKey key() {
            RequestKey key = RequestKey.of("request-" + keys.size());
            keys.add(key);
            return key;
        }

        private CaseRequest request(Asked asked, CaseNumber number) {
            return CaseRequest.builder()
                    .by(asked.by())
                    .number(number)
                    .command(asked.command())
                    .key(key())
                    .circumstances(Circumstances.builder().correlation(BARE).build())
                    .build();
        }

        private void does(ActorId by, CaseNumber number, CaseCommand command) {
            world.clock.advance(Duration.ofMinutes(1));
            desk.submit(by, number, command).orElseThrow();
        }

        private void closed(CaseNumber number) {
            if (world.current(number).status() == CaseStatus.ON_HOLD) {
                does(worker(number), number, new CaseCommand.Resume());
            }
            while (world.current(number).chain().links().size() > 1) {
                does(worker(number), number, new CaseCommand.GiveBack(GiveBackReason.MISROUTED, BARE));
            }
            if (world.current(number).status() == CaseStatus.ANSWERED) {
                does(SELF, number, new CaseCommand.Confirm());
            } else if (world.current(number).status() != CaseStatus.CLOSED) {
                does(worker(number), number, new CaseCommand.Close(ClosingReason.WITHDRAWN, BARE));
            }
        }

        private ActorId worker(CaseNumber number) {
            GroupId group = world.current(number).working().map(Station::group).orElse(SUPPORT_CENTRE);
            return group.equals(SUPERUSERS) ? SELF : group.equals(BIT) ? BO : KAREN;
        }

        private void swept() {
            while (desk.operations().sweep(100).handled() > 0) {
                Thread.onSpinWait();
            }
            int unused = desk.operations().deliver(100).sent()
                    + desk.operations().follow(3).handled();
        }

        /** All that the store keeps and tells of cases, in words, and as events are written, and of what members of groups have. */
        private String kept(ImmutableList<CaseNumber> own, CaseNumber others) {
            ImmutableList<SupportCase> cases =
                    store.query(CaseQuery.builder().pageSize(1_000).build()).cases();
            CaseEventJson json = new CaseEventJson();
            Stream<Object> kept = Stream.of(
                    cases,
                    cases.stream()
                            .flatMap(found -> store.history(found.number()).stream())
                            .map(event -> event + json.write(event))
                            .toList(),
                    store.log().after(store.log().beginning(), 1_000_000),
                    store.outbox().waiting(1_000_000),
                    store.outbox().deadLetters(1_000_000),
                    store.setAside(1_000_000),
                    store.postponed(1_000_000),
                    store.subscriptions().all(),
                    store.subscriptions().parked(SubscriptionName.of("broken"), 1_000_000),
                    keys.stream().map(store::request).toList(),
                    store.counts(
                            CaseQuery.all(), ImmutableSet.copyOf(CaseCounts.Field.values()), world.clock.instant()),
                    Stream.concat(own.stream(), Stream.of(others))
                            .map(number -> desk.view(KAREN, number) + " " + desk.clocks(KAREN, number))
                            .toList(),
                    Stream.of(SUPERUSERS, SUPPORT_CENTRE, BIT).map(store::loads).toList(),
                    Stream.of(Notification.Kind.values())
                            .map(kind -> wishes.wish(PERSON.id(), kind))
                            .toList());
            return String.join("\n", kept.map(Object::toString).toList());
        }

        /** Where the person is left, with what stands around it. */
        private static Optional<String> left(String all) {
            int place = all.toLowerCase(Locale.ROOT).indexOf("zqx");
            return place < 0
                    ? Optional.empty()
                    : Optional.of(all.substring(Math.max(0, place - 300), Math.min(all.length(), place + 150)));
        }
    }
}
