package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.ListMultimap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What must hold of every {@link Outbox}, whatever is stored, claimed, sent and given up in whatever order. Inherit it and
 * say where an empty repository comes from.
 */
public abstract class OutboxProperties {
    private static final Instant MORNING = Instant.parse("2007-08-01T06:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** For those who inherit. */
    protected OutboxProperties() {}

    /** An empty repository; called once for each try. */
    protected abstract CaseRepository emptyRepository();

    /** What is done to an outbox; numbers choose among what is there. */
    enum Act {
        STORE,
        CLAIM,
        SENT,
        POSTPONE,
        RELEASE,
        BURY,
        REVIVE,
        DROP
    }

    record Step(Act act, int choice, Duration later) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(4, Act.STORE),
                Tuple.of(5, Act.CLAIM),
                Tuple.of(2, Act.SENT),
                Tuple.of(2, Act.POSTPONE),
                Tuple.of(1, Act.RELEASE),
                Tuple.of(1, Act.BURY),
                Tuple.of(1, Act.REVIVE),
                Tuple.of(1, Act.DROP));
        Arbitrary<Duration> times =
                Arbitraries.of(0, 0, 0, 10, 60, 299, 300, 4_000).map(Duration::ofSeconds);
        return Combinators.combine(acts, Arbitraries.integers().between(0, 20), times)
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 400)
    void nothing_is_lost_nothing_is_given_out_twice_and_everybody_is_served_in_order(
            @ForAll("steps") List<Step> steps) {
        Model model = new Model(emptyRepository());
        steps.forEach(model::take);

        model.everythingElseIsSentInOrder();
    }

    @Property(tries = 50)
    void what_fails_for_ever_keeps_nobody_from_being_served(
            @ForAll("failing") int failing, @ForAll("failing") int others, @ForAll("limits") int limit) {
        CaseRepository repository = emptyRepository();
        Model model = new Model(repository);
        for (int each = 0; each < failing + others; each++) {
            model.store(each < failing ? "bad" + each + "@example.dk" : "good" + each + "@example.dk");
        }
        Instant now = model.now.plus(Duration.ofDays(1));
        int rounds = (failing + others + limit - 1) / limit;

        for (int round = 0; round < rounds; round++) {
            sendWhatCanBeSent(repository.outbox(), now, limit);
            now = now.plusSeconds(30);
        }

        assertThat(repository.outbox().waiting(1_000))
                .hasSize(failing)
                .allSatisfy(left -> assertThat(((Notification) left).address()).startsWith("bad"));
    }

    private static void sendWhatCanBeSent(Outbox outbox, Instant now, int limit) {
        for (ClaimedLane claimed : outbox.claim(now, LEASE, limit, 100)) {
            if (notification(claimed).address().startsWith("bad")) {
                outbox.postpone(claimed, "down", now, now.plusSeconds(30));
            } else {
                outbox.sent(claimed, claimed.ids());
            }
        }
    }

    @Provide
    Arbitrary<Integer> failing() {
        return Arbitraries.integers().between(0, 30);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(1, 10);
    }

    private static Notification notification(ClaimedLane claimed) {
        return (Notification) claimed.messages().get(0).message();
    }

    /** What must be true of the outbox, kept by hand. */
    private static final class Model {
        private static final int KINDS = 7;

        private final RepositoryBench bench;
        private final CaseRepository repository;
        private final Outbox outbox;
        private final Map<MessageId, OutgoingMessage> waiting = new LinkedHashMap<>();
        private final Map<MessageId, OutgoingMessage> dead = new LinkedHashMap<>();
        private final Map<MessageId, Integer> order = new HashMap<>();
        private final List<ClaimedLane> claims = new ArrayList<>();
        private final Map<MessageId, ClaimedLane> inForce = new HashMap<>();
        private final Map<MessageId, Instant> postponed = new HashMap<>();
        private Instant now = MORNING.plusSeconds(60);
        private int stored;

        Model(CaseRepository repository) {
            this.repository = repository;
            this.outbox = repository.outbox();
            this.bench = new RepositoryBench(repository);
            bench.register(CaseNumber.of("C-0"), MORNING);
            bench.register(CaseNumber.of("C-1"), MORNING);
        }

        void take(Step step) {
            now = now.plus(step.later());
            act(step);
            assertThat(ids(outbox.waiting(1_000))).isEqualTo(inOrder(waiting));
            assertThat(outbox.deadLetters(1_000))
                    .extracting(DeadLetter::message)
                    .containsExactlyElementsOf(dead.values());
        }

        private void act(Step step) {
            switch (step.act()) {
                case STORE -> store(step.choice() % KINDS);
                case CLAIM -> claim(step.choice() % 4);
                case REVIVE -> chosen(dead, step.choice()).ifPresent(this::revive);
                case DROP -> chosen(dead, step.choice()).ifPresent(this::drop);
                default -> {
                    if (!claims.isEmpty()) {
                        settle(step.act(), claims.get(step.choice() % claims.size()));
                    }
                }
            }
        }

        /** A mail to somebody, one for a digest, now or in some minutes, or a message of the host. */
        private void store(int kind) {
            CaseStep step = mail((kind == 4 ? 0 : kind % 3) + "@example.dk");
            switch (kind) {
                case 0, 1, 2 -> append(step);
                case 3, 4, 5 ->
                    append(step.withNotifications(
                            step.notifications().get(0).inDigestAt(now.plusSeconds(stored % 2 * 300L))));
                default -> append(step.withNotifications(ImmutableList.of()).withHostMessages(ofHost()));
            }
        }

        void store(String address) {
            append(mail(address));
        }

        private CaseStep mail(String address) {
            CaseNumber number = CaseNumber.of("C-" + stored % 2);
            return RepositoryBench.withMail(
                    bench.changeOf(bench.found(number), new CaseCommand.LinkKnowledge("FAQ")), address);
        }

        private HostMessage ofHost() {
            return new HostMessage(
                    MessageId.of("host/" + stored),
                    Lane.ofHost("bridge"),
                    "changed",
                    "{}",
                    now,
                    Optional.empty(),
                    stored % 2 == 0 ? Optional.empty() : Optional.of(CaseNumber.of("C-1")));
        }

        private void append(CaseStep step) {
            repository.append(step);
            Iterables.concat(step.notifications(), step.hostMessages()).forEach(message -> {
                waiting.put(message.id(), message);
                stored++;
                order.put(message.id(), stored);
            });
        }

        private void claim(int limit) {
            ImmutableList<ClaimedLane> claimed = outbox.claim(now, LEASE, limit, 100);
            assertThat(claimed).hasSizeLessThanOrEqualTo(limit);
            inForce.values().removeIf(claim -> !now.isBefore(claim.until()));
            claimed.forEach(this::mayBeGivenOut);
            if (claimed.size() < limit) {
                assertThat(waiting.values())
                        .allSatisfy(left -> assertThat(isBlocked(left)).isTrue());
            }
        }

        /** The first of a lane, or all of a digest that are ready. */
        private void mayBeGivenOut(ClaimedLane claimed) {
            List<OutgoingMessage> lane = lane(claimed.lane());
            List<MessageId> expected = lane.stream()
                    .filter(message -> message.inDigest() ? isReady(message) : message.equals(lane.get(0)))
                    .map(OutgoingMessage::id)
                    .toList();
            assertThat(claimed.ids()).isEqualTo(expected);
            assertThat(lane).noneMatch(message -> inForce.containsKey(message.id()));
            assertThat(claimed.messages())
                    .allSatisfy(queued -> assertThat(isReady(queued.message())).isTrue());
            claims.add(claimed);
            claimed.ids().forEach(id -> inForce.put(id, claimed));
        }

        private boolean isReady(OutgoingMessage message) {
            return !postponed.getOrDefault(message.id(), MORNING).isAfter(now)
                    && message.notBefore().filter(now::isBefore).isEmpty();
        }

        private boolean isBlocked(OutgoingMessage message) {
            List<OutgoingMessage> lane = lane(message.lane());
            return !isReady(message)
                    || (!message.inDigest() && !message.equals(lane.get(0)))
                    || lane.stream().anyMatch(other -> inForce.containsKey(other.id()));
        }

        /** What waits in a lane, in order. */
        private List<OutgoingMessage> lane(Lane lane) {
            return waiting.values().stream()
                    .filter(message -> message.lane().equals(lane))
                    .sorted(Comparator.comparing(message -> placeOf(message.id())))
                    .toList();
        }

        private void settle(Act act, ClaimedLane claimed) {
            List<MessageId> current = claimed.ids().stream()
                    .filter(id -> claimed.equals(inForce.get(id)) && waiting.containsKey(id))
                    .toList();
            switch (act) {
                case SENT -> outbox.sent(claimed, claimed.ids());
                case POSTPONE -> outbox.postpone(claimed, "down", now, now.plusSeconds(60));
                case RELEASE -> outbox.release(claimed);
                default -> outbox.bury(claimed, claimed.ids(), "no such mailbox", now);
            }
            remember(act, claimed, current);
            current.forEach(inForce::remove);
        }

        private void remember(Act act, ClaimedLane claimed, List<MessageId> current) {
            switch (act) {
                case SENT -> claimed.ids().forEach(this::gone);
                case POSTPONE -> current.forEach(id -> postponed.put(id, now.plusSeconds(60)));
                case RELEASE -> {}
                default -> current.forEach(id -> dead.put(id, waiting.remove(id)));
            }
        }

        private void gone(MessageId id) {
            waiting.remove(id);
            dead.remove(id);
            inForce.remove(id);
        }

        private void revive(MessageId id) {
            assertThat(outbox.revive(id)).isTrue();
            waiting.put(id, dead.remove(id));
            postponed.remove(id);
        }

        private void drop(MessageId id) {
            assertThat(outbox.drop(id)).isTrue();
            dead.remove(id);
        }

        /** Once nobody fails any more, all that is not dead goes out, each once, each lane in order. */
        void everythingElseIsSentInOrder() {
            now = now.plus(LEASE).plusSeconds(4_000);
            ListMultimap<Lane, Integer> sent = ArrayListMultimap.create();
            int before = waiting.size();
            ImmutableList<ClaimedLane> claimed = outbox.claim(now, LEASE, 3, 100);
            while (!claimed.isEmpty()) {
                for (ClaimedLane each : claimed) {
                    each.ids().forEach(id -> sent.put(each.lane(), placeOf(id)));
                    outbox.sent(each, each.ids());
                }
                claimed = outbox.claim(now, LEASE, 3, 100);
            }
            assertThat(sent.size()).isEqualTo(before);
            assertThat(sent.asMap().values())
                    .allSatisfy(lane -> assertThat(List.copyOf(lane)).isSorted().doesNotHaveDuplicates());
        }

        private int placeOf(MessageId id) {
            return order.getOrDefault(id, 0);
        }

        private List<MessageId> inOrder(Map<MessageId, OutgoingMessage> some) {
            return some.keySet().stream()
                    .sorted(Comparator.comparing(this::placeOf))
                    .toList();
        }

        private static List<MessageId> ids(ImmutableList<OutgoingMessage> messages) {
            return messages.stream().map(OutgoingMessage::id).toList();
        }

        private static Optional<MessageId> chosen(Map<MessageId, OutgoingMessage> some, int choice) {
            return some.keySet().stream()
                    .skip(choice % Math.max(1, some.size()))
                    .findFirst();
        }
    }
}
