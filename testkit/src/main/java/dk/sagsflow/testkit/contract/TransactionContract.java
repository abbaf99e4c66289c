package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What a store does in a transaction that its host has open. Inherit it and say where an empty store and a transaction come
 * from.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class TransactionContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final SubscriptionName INDEX = SubscriptionName.of("index");
    private static final RequestKey KEY = RequestKey.of("mail:1");

    /** For those who inherit. */
    protected TransactionContract() {}

    /** A transaction that a host has open, and how the host ends it. */
    public interface Opened {
        /** The transaction, as the store sees it. */
        StoreTransaction transaction();

        /** The host commits. */
        void commit();

        /** The host rolls back. */
        void rollback();
    }

    /** Opens a transaction in which this store takes part. */
    protected abstract Opened begin(CaseRepository store);

    private CaseStep registration() {
        CaseChange change = bench.registration(FIRST, MORNING, ReferenceOrganisation.CITIZEN_CARL, "help")
                .withAgenda(Agenda.due(Optional.of(MORNING)));
        return CaseStep.builder()
                .addChange(change)
                .addAllNotifications(RepositoryBench.mails(change, "carl@example.dk"))
                .request(HandledRequest.of(KEY, new HandledRequest.Fingerprint(1, "a"), FIRST, 1, MORNING))
                .build();
    }

    private void assertNothingIsThere() {
        assertThat(repository.find(FIRST)).isEmpty();
        assertThat(repository.history(FIRST)).isEmpty();
        assertThat(repository.query(CaseQuery.all()).cases()).isEmpty();
        assertThat(repository.due(MORNING, 10)).isEmpty();
        assertThat(repository.outbox().waiting(10)).isEmpty();
        assertThat(repository.request(KEY)).isEmpty();
        assertThat(repository.log().countAfter(repository.log().beginning())).isZero();
    }

    @Test
    void what_was_stored_is_there_after_the_commit_and_then_others_are_told() {
        List<String> told = new ArrayList<>();
        Opened opened = begin(repository);
        opened.transaction().repository().append(registration());
        opened.transaction().afterCommit(() -> told.add("committed"));
        assertThat(opened.transaction().repository().find(FIRST)).isPresent();
        assertThat(told).isEmpty();

        opened.commit();

        assertThat(told).containsExactly("committed");
        assertThat(repository.history(FIRST)).hasSize(1);
        assertThat(repository.outbox().waiting(10)).hasSize(1);
        assertThat(repository.request(KEY)).isPresent();
        assertThat(repository.log().countAfter(repository.log().beginning())).isEqualTo(1);
    }

    @Test
    void nothing_of_what_was_stored_is_there_after_a_rollback() {
        List<String> told = new ArrayList<>();
        Opened opened = begin(repository);
        opened.transaction().repository().append(registration());
        opened.transaction().afterCommit(() -> told.add("committed"));

        opened.rollback();

        assertNothingIsThere();
        assertThat(told).isEmpty();
        repository.append(registration());
        assertThat(repository.log().after(repository.log().beginning(), 10)).hasSize(1);
    }

    @Test
    void a_case_that_was_changed_is_as_before_after_a_rollback() {
        repository.append(registration());
        Opened opened = begin(repository);
        changeAndClaim(opened.transaction().repository());

        opened.rollback();

        assertThat(bench.found(FIRST).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(repository.history(FIRST)).hasSize(1);
        assertThat(repository.loads(ReferenceOrganisation.SUPPORT_CENTRE)).isEmpty();
        assertThat(repository.due(MORNING, 10)).containsExactly(FIRST);
        assertThat(repository.outbox().claim(MORNING, LEASE, 10, 10)).hasSize(1);
        bench.submit(FIRST, new CaseCommand.Accept());
        assertThat(repository.history(FIRST)).hasSize(2);
        assertThat(repository.log().countAfter(repository.log().beginning())).isEqualTo(2);
    }

    private static void changeAndClaim(CaseRepository within) {
        RepositoryBench changing = new RepositoryBench(within);
        changing.submit(FIRST, new CaseCommand.Assign(ReferenceOrganisation.KAREN));
        changing.submit(FIRST, new CaseCommand.LinkKnowledge("FAQ 7"));
        var claimed = within.outbox().claim(MORNING, LEASE, 10, 10);
        var due = within.claimDue(MORNING, LEASE, 10);
        assertThat(claimed.size() + due.size()).isPositive();
    }

    @Test
    void others_see_nothing_of_it_before_the_commit() {
        Opened opened = begin(repository);
        opened.transaction().repository().append(registration());
        CompletableFuture<Integer> seen = CompletableFuture.supplyAsync(
                () -> repository.history(FIRST).size()
                        + repository
                                .log()
                                .after(repository.log().beginning(), 10)
                                .size(),
                task -> new Thread(task).start());

        opened.rollback();

        assertThat(seen).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(0);
    }

    @Test
    void a_step_that_is_refused_leaves_the_transaction_as_it_was_and_it_goes_on() {
        bench.register(SECOND, MORNING);
        CaseChange stale = bench.changeOf(bench.found(SECOND), new CaseCommand.Accept());
        bench.submit(SECOND, new CaseCommand.Accept());
        Opened opened = begin(repository);
        CaseRepository within = opened.transaction().repository();

        assertThatThrownBy(() -> within.append(CaseStep.of(ImmutableList.of(
                        bench.registration(THIRD, MORNING, ReferenceOrganisation.COMPANY, "help"), stale))))
                .isInstanceOf(ConcurrentUpdateException.class);
        within.append(registration());
        opened.commit();

        assertThat(repository.find(THIRD)).isEmpty();
        assertThat(repository.find(FIRST)).isPresent();
    }

    @Test
    void a_position_that_a_handler_stores_in_its_own_transaction_goes_with_it() {
        bench.register(SECOND, MORNING);
        assertThat(repository.subscriptions().begin(INDEX, repository.log().beginning()))
                .isTrue();
        SubscriptionClaim claim =
                repository.subscriptions().claim(INDEX, MORNING, LEASE).orElseThrow();
        LogPosition end = repository.log().end();

        Opened undone = begin(repository);
        undone.transaction().repository().subscriptions().handled(claim, end);
        undone.rollback();
        assertThat(repository.subscriptions().all().get(0).lag()).isEqualTo(1);

        Opened done = begin(repository);
        done.transaction().repository().subscriptions().handled(claim, end);
        done.commit();
        assertThat(repository.subscriptions().all().get(0).lag()).isZero();
    }

    @Test
    void a_number_given_out_in_a_transaction_is_given_to_nobody_else() {
        Opened opened = begin(repository);
        long number = opened.transaction().repository().nextNumber("C-");
        opened.commit();

        assertThat(repository.nextNumber("C-")).isNotEqualTo(number);
    }
}
