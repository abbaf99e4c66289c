package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.CaseListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A desk within a transaction that the host has open: the host's order row and our case commit together. */
class TransactionTest {
    private static final Registration HELP = Registration.of(CITIZEN_CARL.value(), "where is my order");

    private final InMemoryStore store = CaseRepository.inMemory();
    private final List<CaseNumber> heard = new ArrayList<>();
    private final CaseListener listener = new CaseListener() {
        @Override
        public void changed(SupportCase after, ImmutableList<CaseEvent> events) {
            heard.add(after.number());
        }
    };
    private final Desks world = new Desks(store, desk -> desk.withListener(listener));

    @Test
    void what_it_stores_is_there_when_the_host_commits_and_listeners_hear_of_it_then() {
        try (InMemoryStore.Transaction transaction = store.begin()) {
            SupportDesk desk = world.desk.within(transaction);
            CaseNumber number = desk.register(KAREN, HELP).orElseThrow().number();
            assertThat(desk.submit(KAREN, number, new CaseCommand.Accept()).wasAccepted())
                    .isTrue();
            assertThat(heard).isEmpty();

            transaction.commit();

            assertThat(heard).containsExactly(number, number);
            assertThat(store.find(number)).isPresent();
        }
    }

    @Test
    void nothing_of_it_is_left_when_the_host_rolls_back() {
        try (InMemoryStore.Transaction transaction = store.begin()) {
            assertThat(world.desk.within(transaction).register(KAREN, HELP).wasAccepted())
                    .isTrue();
            transaction.rollback();
        }

        assertThat(store.query(CaseQuery.all()).entries()).isEmpty();
        assertThat(store.outbox().waiting(10)).isEmpty();
        assertThat(store.log().countAfter(store.log().beginning())).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void a_refusal_leaves_the_transaction_to_go_on() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        try (InMemoryStore.Transaction transaction = store.begin()) {
            SupportDesk desk = world.desk.within(transaction);
            assertThat(refusal(desk.submit(KAREN, number, new CaseCommand.TakeUp())))
                    .isInstanceOf(Refusal.NotSetAside.class);
            assertThat(desk.submit(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "order 17"))
                            .wasAccepted())
                    .isTrue();
            transaction.commit();
        }

        assertThat(store.history(number)).hasSize(2);
    }

    /** The host has read by then what others have changed; it begins again itself. */
    @Test
    void what_others_were_faster_with_is_said_to_the_host_and_not_tried_again() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        AtomicInteger tries = new AtomicInteger();
        Desks alone = new Desks(contended(store, number, tries));
        assertThatThrownBy(() -> alone.desk.submit(KAREN, number, new CaseCommand.Accept()))
                .isInstanceOf(ConcurrentUpdateException.class);
        assertThat(tries).hasValueGreaterThan(1);
        tries.set(0);

        try (InMemoryStore.Transaction transaction = store.begin()) {
            CaseRepository within = contended(transaction.repository(), number, tries);
            SupportDesk desk = world.desk.within(new StoreTransaction() {
                @Override
                public CaseRepository repository() {
                    return within;
                }

                @Override
                public void afterCommit(Runnable action) {
                    transaction.afterCommit(action);
                }
            });

            assertThatThrownBy(() -> desk.submit(KAREN, number, new CaseCommand.Accept()))
                    .isInstanceOf(ConcurrentUpdateException.class);
        }
        assertThat(tries).hasValue(1);
    }

    private static CaseRepository contended(CaseRepository same, CaseNumber number, AtomicInteger tries) {
        return new MeddlingRepository(same) {
            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                tries.incrementAndGet();
                throw new ConcurrentUpdateException(number, 1, 2);
            }
        };
    }

    @Test
    void a_desk_is_not_run_within_a_transaction() {
        try (InMemoryStore.Transaction transaction = store.begin()) {
            SupportDesk desk = world.desk.within(transaction);

            assertThatThrownBy(desk::operations)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ask the desk that it was made of");
        }
    }
}
