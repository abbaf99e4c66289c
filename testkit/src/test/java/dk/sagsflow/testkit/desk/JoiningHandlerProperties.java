package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.routing.desk.DeskOperations;
import dk.sagsflow.routing.listening.JoiningHandler;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Patience;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A handler that stores its own rows and how far it has come in one transaction has each step once, whatever goes wrong. */
class JoiningHandlerProperties {
    private static final SubscriptionName INDEX = SubscriptionName.of("search-index");

    /** What goes wrong when steps are handed over. */
    enum Trouble {
        NONE,
        BEFORE_THE_TRANSACTION,
        BEFORE_THE_COMMIT,
        /** As when the connection breaks before the answer to the commit is there. */
        AFTER_THE_COMMIT,
        ANOTHER_NODE_WAS_FASTER
    }

    private static final class Scene {
        private final InMemoryStore store = CaseRepository.inMemory();
        private final List<LogPosition> rows = new ArrayList<>();
        private final Deque<Trouble> troubles = new ArrayDeque<>();
        private final Desks world = new Desks(
                store,
                desk -> desk.withSubscription(INDEX, SubscriptionStart.beginning(), this::handle)
                        .withFollowing(Patience.builder().attempts(1_000).build()));
        private int lost;

        void handle(ImmutableList<LoggedStep> steps, JoiningHandler.Progress progress) {
            Trouble trouble = troubles.isEmpty() ? Trouble.NONE : troubles.poll();
            if (trouble == Trouble.BEFORE_THE_TRANSACTION) {
                throw new IllegalStateException("index is down");
            }
            if (trouble == Trouble.ANOTHER_NODE_WAS_FASTER) {
                anotherNodeGoesOn();
            }
            try (InMemoryStore.Transaction transaction = store.begin()) {
                steps.forEach(step -> transaction.afterCommit(() -> rows.add(step.position())));
                progress.storeIn(transaction);
                if (trouble == Trouble.BEFORE_THE_COMMIT) {
                    throw new IllegalStateException("index is full");
                }
                transaction.commit();
            }
            if (trouble == Trouble.AFTER_THE_COMMIT) {
                throw new IllegalStateException("nobody knows");
            }
        }

        private void anotherNodeGoesOn() {
            int before = rows.size();
            world.clock.advance(Duration.ofHours(1));
            var unused = operations().follow(1_000);
            lost += rows.size() > before ? 1 : 0;
        }

        DeskOperations operations() {
            return world.desk.operations();
        }

        List<LogPosition> log() {
            return store.log().after(store.log().beginning(), 1_000).stream()
                    .map(LoggedStep::position)
                    .toList();
        }

        void registers(int cases) {
            for (int i = 0; i < cases; i++) {
                var unused = world.registerFor(CITIZEN_CARL);
            }
        }
    }

    @Property(tries = 150)
    void every_step_has_its_rows_once_in_order(
            @ForAll @Size(max = 12) List<Trouble> troubles,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 4) Integer> cases) {
        Scene scene = new Scene();
        scene.troubles.addAll(troubles);
        for (int several : cases) {
            scene.registers(several);
            var unused = scene.operations().follow(3);
        }
        for (int round = 0; round <= troubles.size(); round++) {
            scene.world.clock.advance(Duration.ofDays(1));
            var unused = scene.operations().follow(1_000);
        }

        assertThat(scene.rows).containsExactlyElementsOf(scene.log());
        assertThat(scene.operations().parked(INDEX, 10)).isEmpty();
    }

    @Example
    void a_node_that_lost_the_subscription_while_it_handled_stores_nothing() {
        Scene scene = new Scene();
        scene.registers(3);
        scene.troubles.add(Trouble.ANOTHER_NODE_WAS_FASTER);

        assertThat(scene.operations().follow(100).handled()).isZero();

        assertThat(scene.lost).isEqualTo(1);
        assertThat(scene.rows).containsExactlyElementsOf(scene.log());
    }

    @Example
    void a_step_that_is_revived_leaves_the_parked_ones_in_the_transaction_that_handles_it() {
        Scene scene = new Scene();
        Desks impatient = new Desks(
                scene.store,
                desk -> desk.withSubscription(INDEX, SubscriptionStart.beginning(), scene::handle)
                        .withFollowing(Patience.builder().attempts(1).build()));
        scene.registers(1);
        scene.troubles.add(Trouble.BEFORE_THE_COMMIT);
        assertThat(impatient.desk.operations().follow(100).parked()).isEqualTo(1);
        assertThat(scene.operations().revive(INDEX, scene.log().get(0))).isTrue();
        scene.troubles.add(Trouble.BEFORE_THE_COMMIT);
        assertThat(scene.operations().follow(100).parked()).isEqualTo(1);
        assertThat(scene.operations().revive(INDEX, scene.log().get(0))).isTrue();
        scene.troubles.add(Trouble.AFTER_THE_COMMIT);

        assertThat(scene.operations().follow(100).handled()).isEqualTo(1);

        assertThat(scene.rows).containsExactlyElementsOf(scene.log());
        assertThat(scene.operations().parked(INDEX, 10)).isEmpty();
    }
}
