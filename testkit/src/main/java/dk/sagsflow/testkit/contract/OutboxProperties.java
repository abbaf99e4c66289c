package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.notification.ClaimedLane;
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
            for (ClaimedLane claimed : repository.outbox().claim(now, LEASE, limit, 100)) {
                if (notification(claimed).address().startsWith("bad")) {
                    repository.outbox().postpone(claimed, "down", now, now.plusSeconds(30));
                } else {
                    repository.outbox().sent(claimed, claimed.ids());
                }
            }
            now = now.plusSeconds(30);
        }

        assertThat(repository.outbox().waiting(1_000))
                .hasSize(failing)
                .allSatisfy(left -> assertThat(((Notification) left).address()).startsWith("bad"));
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
        private final RepositoryBench bench;
        private final CaseRepository repository;
        private final Outbox outbox;
        private final Map<MessageId, Notification> waiting = new LinkedHashMap<>();
        private final Map<MessageId, Notification> dead = new LinkedHashMap<>();
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
            switch (step.act()) {
                case STORE -> store(step.choice() % 3 + "@example.dk");
                case CLAIM -> claim(step.choice() % 4);
                case REVIVE -> chosen(dead, step.choice()).ifPresent(this::revive);
                case DROP -> chosen(dead, step.choice()).ifPresent(this::drop);
                default -> {
                    if (!claims.isEmpty()) {
                        settle(step.act(), claims.get(step.choice() % claims.size()));
                    }
                }
            }
            assertThat(ids(outbox.waiting(1_000))).isEqualTo(inOrder(waiting));
            assertThat(outbox.deadLetters(1_000))
                    .extracting(letter -> (Notification) letter.message())
                    .containsExactlyElementsOf(dead.values());
        }

        void store(String address) {
            CaseNumber number = CaseNumber.of("C-" + stored % 2);
            CaseStep step = RepositoryBench.withMail(
                    bench.changeOf(bench.found(number), new CaseCommand.LinkKnowledge("FAQ")), address);
            repository.append(step);
            Notification notification = step.notifications().get(0);
            waiting.put(notification.id(), notification);
            stored++;
            order.put(notification.id(), stored);
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

        private void mayBeGivenOut(ClaimedLane claimed) {
            Notification notification = notification(claimed);
            assertThat(waiting).containsKey(notification.id());
            assertThat(inForce).doesNotContainKey(notification.id());
            assertThat(postponed.getOrDefault(notification.id(), MORNING)).isBeforeOrEqualTo(now);
            assertThat(before(notification))
                    .allSatisfy(earlier -> assertThat(inForce.get(earlier.id()))
                            .extracting(ClaimedLane::until)
                            .isEqualTo(claimed.until()));
            claims.add(claimed);
            inForce.put(notification.id(), claimed);
        }

        private boolean isBlocked(Notification notification) {
            return inForce.containsKey(notification.id())
                    || postponed.getOrDefault(notification.id(), MORNING).isAfter(now)
                    || before(notification).stream().anyMatch(earlier -> true)
                    || sameLane(notification).stream().anyMatch(other -> inForce.containsKey(other.id()));
        }

        private List<Notification> before(Notification notification) {
            return sameLane(notification).stream()
                    .filter(other -> placeOf(other) < placeOf(notification))
                    .toList();
        }

        private List<Notification> sameLane(Notification notification) {
            return waiting.values().stream()
                    .filter(other -> other.address().equals(notification.address())
                            && other.caseNumber().equals(notification.caseNumber()))
                    .toList();
        }

        private void settle(Act act, ClaimedLane claimed) {
            MessageId id = notification(claimed).id();
            boolean current = claimed.equals(inForce.get(id)) && waiting.containsKey(id);
            switch (act) {
                case SENT -> {
                    outbox.sent(claimed, claimed.ids());
                    waiting.remove(id);
                    dead.remove(id);
                    inForce.remove(id);
                }
                case POSTPONE -> {
                    outbox.postpone(claimed, "down", now, now.plusSeconds(60));
                    if (current) {
                        postponed.put(id, now.plusSeconds(60));
                    }
                }
                case RELEASE -> outbox.release(claimed);
                default -> {
                    outbox.bury(claimed, claimed.ids(), "no such mailbox", now);
                    if (current) {
                        dead.put(id, waiting.remove(id));
                    }
                }
            }
            if (current) {
                inForce.remove(id);
            }
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

        /** Once nobody fails any more, all that is not dead goes out, each once, each recipient's in order. */
        void everythingElseIsSentInOrder() {
            now = now.plus(LEASE).plusSeconds(4_000);
            Map<String, List<Integer>> sent = new HashMap<>();
            int before = waiting.size();
            ImmutableList<ClaimedLane> claimed = outbox.claim(now, LEASE, 3, 100);
            int count = 0;
            while (!claimed.isEmpty()) {
                for (ClaimedLane each : claimed) {
                    sent.computeIfAbsent(
                                    notification(each).address()
                                            + notification(each).caseNumber(),
                                    lane -> new ArrayList<>())
                            .add(placeOf(notification(each)));
                    outbox.sent(each, each.ids());
                    count++;
                }
                claimed = outbox.claim(now, LEASE, 3, 100);
            }
            assertThat(count).isEqualTo(before);
            assertThat(sent.values())
                    .allSatisfy(lane -> assertThat(lane).isSorted().doesNotHaveDuplicates());
        }

        private int placeOf(Notification notification) {
            return order.getOrDefault(notification.id(), 0);
        }

        private List<MessageId> inOrder(Map<MessageId, Notification> some) {
            return some.values().stream()
                    .sorted(Comparator.comparing(this::placeOf))
                    .map(Notification::id)
                    .toList();
        }

        private static List<MessageId> ids(ImmutableList<OutgoingMessage> messages) {
            return messages.stream().map(OutgoingMessage::id).toList();
        }

        private static Optional<MessageId> chosen(Map<MessageId, Notification> some, int choice) {
            return some.keySet().stream()
                    .skip(choice % Math.max(1, some.size()))
                    .findFirst();
        }
    }
}
