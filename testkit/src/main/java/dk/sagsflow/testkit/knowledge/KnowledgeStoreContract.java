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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link KnowledgeStore} must hold. Extend it, and give the store. */
public abstract class KnowledgeStoreContract {
    private static final RecordId ONE = RecordId.of("article", "one");
    private static final RecordId OTHER = RecordId.of("article", "other");
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

    private boolean goesOn() {
        try {
            store.append(List.of(event(ONE, 1)));
            return true;
        } catch (StaleRecordException faster) {
            return false;
        }
    }
}
