package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.RepeatedRequestException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What a store that several open, or one again after a restart, must know each time: all of it. Inherit it and say how the same
 * store is opened again.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ReopeningContract extends StoreContract {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final RequestKey KEY = RequestKey.of("mail:1");
    private static final SubscriptionName INDEX = SubscriptionName.of("index");

    /** For those who inherit. */
    protected ReopeningContract() {}

    /** The same store, as another process opens it, or the same one after a restart; the object itself if nobody else can. */
    protected abstract CaseRepository openedAgain(CaseRepository store);

    /** Two cases, of which one is due, with a mail, a key, a subscription and what it has handled. */
    private void fill() {
        bench.register(FIRST, MORNING);
        bench.register(SECOND, MORNING);
        CaseChange change = RepositoryBench.dueAt(
                bench.changeOf(bench.found(FIRST), new CaseCommand.LinkKnowledge("FAQ 7")), Optional.of(MORNING));
        repository.append(RepositoryBench.withMail(change, "a@example.dk")
                .withRequest(HandledRequest.of(
                        KEY, new HandledRequest.Fingerprint(1, "ab12"), FIRST, change.expectedVersion() + 1, MORNING)));
        repository.setAside(SECOND, "unreadable");
        handleFirstStep();
    }

    private void handleFirstStep() {
        assertThat(repository.subscriptions().begin(INDEX, repository.log().beginning()))
                .isTrue();
        SubscriptionClaim claim =
                repository.subscriptions().claim(INDEX, MORNING, LEASE).orElseThrow();
        repository
                .subscriptions()
                .handled(
                        claim,
                        repository
                                .log()
                                .after(repository.log().beginning(), 1)
                                .get(0)
                                .position());
    }

    private void assertKnowsAll(CaseRepository opened) {
        assertThat(opened.load(FIRST)).isEqualTo(repository.load(FIRST)).isPresent();
        assertThat(opened.query(CaseQuery.all()).cases()).hasSize(2);
        assertThat(opened.due(MORNING, 10)).containsExactly(FIRST);
        assertThat(opened.setAside(10)).hasSize(1);
        assertThat(opened.outbox().waiting(10)).hasSize(1);
        assertThat(opened.request(KEY)).isPresent().isEqualTo(repository.request(KEY));
        assertThat(opened.log().after(opened.log().beginning(), 10))
                .hasSize(3)
                .isEqualTo(repository.log().after(repository.log().beginning(), 10));
        assertThat(opened.subscriptions().all())
                .isEqualTo(repository.subscriptions().all());
    }

    @Test
    void what_was_stored_is_there_for_whoever_opens_it_later() {
        fill();

        assertKnowsAll(openedAgain(repository));
    }

    @Test
    void and_for_whoever_had_it_open_before() {
        CaseRepository other = openedAgain(repository);
        bench.register(THIRD, MORNING);
        assertThat(other.find(THIRD)).isPresent();
        bench.submit(THIRD, new CaseCommand.Accept());
        assertThat(other.load(THIRD)).isEqualTo(repository.load(THIRD));
        assertThat(other.loadAfter(THIRD, 1).orElseThrow().events()).hasSize(1);
    }

    @Test
    void a_repetition_is_refused_and_a_stale_version_too_whoever_stored_first() {
        CaseRepository other = openedAgain(repository);
        fill();
        CaseStep again = CaseStep.of(bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()))
                .withRequest(repository.request(KEY));

        assertThatThrownBy(() -> other.append(again)).isInstanceOf(RepeatedRequestException.class);
        bench.submit(FIRST, new CaseCommand.Accept());
        assertThatThrownBy(() -> other.append(again.withRequest(Optional.empty())))
                .isInstanceOf(ConcurrentUpdateException.class);
        assertThat(other.history(FIRST)).isEqualTo(repository.history(FIRST));
    }

    @Test
    void what_one_has_claimed_the_other_does_not_get() {
        CaseRepository other = openedAgain(repository);
        fill();
        assertThat(repository.claimDue(MORNING, LEASE, 10)).hasSize(1);
        ImmutableList<ClaimedLane> lanes = repository.outbox().claim(MORNING, LEASE, 10, 10);
        assertThat(lanes).hasSize(1);

        assertThat(other.claimDue(MORNING, LEASE, 10)).isEmpty();
        assertThat(other.outbox().claim(MORNING, LEASE, 10, 10)).isEmpty();
        assertThat(other.subscriptions().claim(INDEX, MORNING, LEASE)).isEmpty();
    }
}
