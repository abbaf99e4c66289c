package dk.sagsflow.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.editing.EditorialEvent;
import dk.sagsflow.knowledge.editing.EditorialScope;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.StaleRecordException;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link KnowledgeStore} must hold. Extend it, and give the store. */
public abstract class KnowledgeStoreContract {
    private static final RecordId ONE = RecordId.of("article", "one");
    private static final RecordId OTHER = RecordId.of("article", "other");
    private static final int WRITERS = 3;
    private static final int STEPS = 25;
    private static final Instant NOW = Instant.parse("2007-09-03T08:00:00Z");

    private KnowledgeStore store;

    /** For subclasses. */
    protected KnowledgeStoreContract() {}

    @BeforeEach
    void openStore() {
        store = emptyStore();
    }

    /** A store in which nothing is kept. Called for each test. */
    protected abstract KnowledgeStore emptyStore();

    /** The same store as it is opened again; a store that ends with the process gives itself. */
    protected KnowledgeStore reopened(KnowledgeStore before) {
        return before;
    }

    private static KnowledgeEvent event(RecordId record, long sequence) {
        return new EditorialEvent.LetIn(
                new Stamp(record, sequence, NOW, ActorId.of("editor")),
                RightHolder.person("bo"),
                EditorialScope.everything());
    }

    private List<KnowledgeEvent> logged() {
        return store.after(store.beginning(), 1_000).stream()
                .flatMap(step -> step.events().stream())
                .toList();
    }

    @Test
    void a_step_is_kept_whole_in_the_histories_of_its_records_and_in_the_log() {
        store.append(List.of(event(ONE, 1), event(OTHER, 1), event(ONE, 2)));

        assertThat(store.history(ONE)).containsExactly(event(ONE, 1), event(ONE, 2));
        assertThat(store.history(OTHER)).containsExactly(event(OTHER, 1));
        assertThat(store.history(RecordId.of("topic", "one"))).isEmpty();
        assertThat(store.after(store.beginning(), 10))
                .singleElement()
                .satisfies(step -> assertThat(step.events()).hasSize(3));
    }

    @Test
    void what_does_not_follow_on_what_there_is_leaves_nothing_behind() {
        store.append(List.of(event(ONE, 1)));

        assertThatThrownBy(() -> store.append(List.of(event(OTHER, 1), event(ONE, 1))))
                .isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> store.append(List.of(event(OTHER, 1), event(ONE, 3))))
                .isInstanceOf(StaleRecordException.class);
        assertThat(store.history(OTHER)).isEmpty();
        assertThat(logged()).containsExactly(event(ONE, 1));
    }

    @Test
    void the_log_is_read_on_from_any_of_its_positions() {
        for (int sequence = 1; sequence <= 5; sequence++) {
            store.append(List.of(event(ONE, sequence)));
        }

        ImmutableList<KnowledgeStep> first = store.after(store.beginning(), 2);
        ImmutableList<KnowledgeStep> rest = store.after(first.get(1).position(), 10);
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(3);
        assertThat(store.after(rest.get(2).position(), 10)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store.after(LogPosition.of("of another store"), 1));
    }

    @Test
    void of_many_who_go_on_with_a_record_at_once_one_does() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> tries = IntStream.range(0, 20)
                    .mapToObj(unused -> many.submit(this::goesOn))
                    .toList();
            long done = 0;
            for (Future<Boolean> attempt : tries) {
                done += attempt.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
            assertThat(logged()).containsExactly(event(ONE, 1));
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void of_a_step_that_meets_one_stale_record_among_many_nothing_is_kept() {
        store.append(List.of(event(ONE, 1), event(ONE, 2)));
        List<KnowledgeEvent> step = new ArrayList<>();
        for (int number = 0; number < 700; number++) {
            step.add(event(RecordId.of("article", "a" + number), 1));
        }
        step.add(event(ONE, 2));

        assertThatThrownBy(() -> store.append(step)).isInstanceOf(StaleRecordException.class);
        assertThat(store.history(RecordId.of("article", "a1"))).isEmpty();
        store.append(step.subList(0, 700));
        assertThat(logged()).hasSize(702);
    }

    @Test
    void whoever_follows_the_log_beside_many_writers_skips_nothing_and_reads_nothing_twice() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> many.submit(() -> write(RecordId.of("article", "w" + writer))))
                    .toList();
            List<KnowledgeEvent> followed = follow(() -> writers.stream().allMatch(Future::isDone));
            for (Future<?> writer : writers) {
                assertThat(writer.get()).isNull();
            }
            assertThat(followed).isEqualTo(logged()).hasSize(WRITERS * STEPS).doesNotHaveDuplicates();
        } finally {
            many.shutdownNow();
        }
    }

    private void write(RecordId record) {
        for (int sequence = 1; sequence <= STEPS; sequence++) {
            store.append(List.of(event(record, sequence)));
        }
    }

    private List<KnowledgeEvent> follow(BooleanSupplier over) {
        List<KnowledgeEvent> followed = new ArrayList<>();
        LogPosition position = store.beginning();
        boolean last = false;
        while (true) {
            ImmutableList<KnowledgeStep> steps = store.after(position, 7);
            for (KnowledgeStep step : steps) {
                followed.addAll(step.events());
                position = step.position();
            }
            if (steps.isEmpty() && last) {
                return followed;
            }
            last = over.getAsBoolean();
        }
    }

    @Test
    void what_was_stored_is_there_when_the_store_is_opened_again() {
        store.append(List.of(event(ONE, 1), event(OTHER, 1)));
        store.append(List.of(event(ONE, 2)));
        ImmutableList<KnowledgeStep> before = store.after(store.beginning(), 10);

        KnowledgeStore again = reopened(store);

        assertThat(again.after(again.beginning(), 10)).isEqualTo(before);
        assertThat(again.after(before.get(0).position(), 10)).containsExactly(before.get(1));
        assertThat(again.history(ONE)).containsExactly(event(ONE, 1), event(ONE, 2));
        assertThatThrownBy(() -> again.append(List.of(event(ONE, 2)))).isInstanceOf(StaleRecordException.class);
    }

    @Test
    void what_is_written_anew_keeps_its_place_and_loses_what_it_said() {
        RecordId erased = RecordId.of("article", "erased");
        store.append(List.of(event(ONE, 1), event(OTHER, 1)));
        store.append(List.of(event(ONE, 2)));
        LogPosition between = store.after(store.beginning(), 1).get(0).position();

        store.rewrite(
                event -> event.stamp().record().equals(ONE)
                        ? event(erased, event.stamp().sequence())
                        : event,
                event(RecordId.of("erasure", "erased"), 1));

        assertThat(store.history(ONE)).isEmpty();
        assertThat(store.history(erased)).containsExactly(event(erased, 1), event(erased, 2));
        assertThat(store.history(OTHER)).containsExactly(event(OTHER, 1));
        assertThat(store.after(between, 10)).hasSize(2);
        assertThat(logged())
                .containsExactly(
                        event(erased, 1),
                        event(OTHER, 1),
                        event(erased, 2),
                        event(RecordId.of("erasure", "erased"), 1));
        store.append(List.of(event(erased, 3)));
    }

    private boolean goesOn() {
        try {
            store.append(List.of(event(ONE, 1)));
            return true;
        } catch (StaleRecordException faster) {
            return false;
        }
    }
}
