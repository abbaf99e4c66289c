package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.RepeatedRequestException;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a store keeps of requests that have a key. Inherit it and say where an empty store comes from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class RequestsContract extends StoreContract {
    /** For those who inherit. */
    protected RequestsContract() {}

    private final RequestKey key = RequestKey.of("mail:1");

    private HandledRequest handled(String fingerprint) {
        return handled(fingerprint, FIRST, 2);
    }

    private HandledRequest handled(String fingerprint, CaseNumber number, long version) {
        return HandledRequest.of(key, new HandledRequest.Fingerprint(1, fingerprint), number, version, MORNING);
    }

    private void carryOut(HandledRequest request, CaseChange... changes) {
        repository.append(CaseStep.of(ImmutableList.copyOf(changes)).withRequest(request));
    }

    @Test
    void are_kept_with_the_step_that_carried_them_out() {
        bench.register(FIRST, MORNING);
        assertThat(repository.request(key)).isEmpty();

        carryOut(handled("a"), bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()));

        assertThat(repository.request(key)).contains(handled("a"));
        assertThat(repository.request(RequestKey.of("mail:2"))).isEmpty();
        assertThat(repository.history(FIRST)).hasSize(2);
    }

    @Test
    void are_refused_the_second_time_and_nothing_of_the_step_is_stored() {
        bench.register(FIRST, MORNING);
        carryOut(handled("a"), bench.changeOf(bench.found(FIRST), new CaseCommand.Accept()));
        CaseChange next = bench.changeOf(bench.found(FIRST), new CaseCommand.LinkKnowledge("FAQ"));
        CaseChange fresh = bench.registration(SECOND, MORNING, ReferenceOrganisation.COMPANY, "help");

        RepeatedRequestException refused =
                catchThrowableOfType(RepeatedRequestException.class, () -> carryOut(handled("b"), next, fresh));

        assertThat(refused.before()).isEqualTo(handled("a"));
        assertThat(repository.history(FIRST)).hasSize(2);
        assertThat(repository.find(SECOND)).isEmpty();
        assertThat(repository.request(key)).contains(handled("a"));
    }

    @Test
    void are_not_kept_if_the_step_came_too_late() {
        bench.register(FIRST, MORNING);
        CaseChange stale = bench.changeOf(bench.found(FIRST), new CaseCommand.Accept());
        bench.submit(FIRST, new CaseCommand.Accept());

        assertThatThrownBy(() -> carryOut(handled("a"), stale)).isInstanceOf(ConcurrentUpdateException.class);

        assertThat(repository.request(key)).isEmpty();
    }

    @Test
    void of_many_threads_that_send_one_exactly_one_is_carried_out() throws InterruptedException {
        AtomicInteger threads = new AtomicInteger();
        Queue<HandledRequest> before = new ConcurrentLinkedQueue<>();

        inParallel(8, () -> {
            CaseNumber own = CaseNumber.of("T-" + threads.incrementAndGet());
            try {
                carryOut(handled("a", own, 1), bench.registration(own, MORNING, ReferenceOrganisation.COMPANY, "help"));
            } catch (RepeatedRequestException repeated) {
                before.add(repeated.before());
            }
        });

        assertThat(repository.query(CaseQuery.all()).cases()).hasSize(1);
        assertThat(before).hasSize(7).containsOnly(repository.request(key).orElseThrow());
    }

    @Test
    void come_back_as_they_were_kept_with_every_case_of_the_step() {
        HandledRequest together = new HandledRequest(
                key,
                Optional.of(new HandledRequest.Fingerprint(2, "ab12")),
                ImmutableMap.of(SECOND, 1L, FIRST, 1L),
                MORNING.plusNanos(123_456_000));
        carryOut(
                together,
                bench.registration(SECOND, MORNING, ReferenceOrganisation.COMPANY, "help"),
                bench.registration(FIRST, MORNING, ReferenceOrganisation.COMPANY, "help"));

        assertThat(repository.request(key)).contains(together);
        assertThat(repository.request(key).orElseThrow().number()).isEqualTo(SECOND);
    }

    @Test
    void are_forgotten_when_they_are_old_the_oldest_first() {
        IntStream.range(0, 4).forEach(this::carryOutAged);

        assertThat(repository.forgetRequests(MORNING, 10)).isZero();
        assertThat(repository.forgetRequests(MORNING.plusNanos(1), 10)).isEqualTo(1);
        assertThat(repository.forgetRequests(MORNING.plusSeconds(4), 2)).isEqualTo(2);
        assertThat(repository.request(RequestKey.of("mail:1"))).isEmpty();
        assertThat(repository.request(RequestKey.of("mail:2"))).isEmpty();
        assertThat(repository.request(RequestKey.of("mail:3"))).isPresent();
        assertThat(repository.forgetRequests(MORNING.plusSeconds(4), 2)).isEqualTo(1);
        assertThat(repository.forgetRequests(MORNING.plusSeconds(4), 2)).isZero();
    }

    @Test
    void may_come_again_when_they_are_forgotten() {
        carryOutAged(0);
        assertThat(repository.forgetRequests(MORNING.plusSeconds(1), 1)).isEqualTo(1);

        carryOut(
                HandledRequest.of(RequestKey.of("mail:0"), new HandledRequest.Fingerprint(1, "b"), FIRST, 1, MORNING),
                bench.registration(FIRST, MORNING, ReferenceOrganisation.COMPANY, "help"));

        assertThat(repository.request(RequestKey.of("mail:0")).orElseThrow().number())
                .isEqualTo(FIRST);
    }

    private void carryOutAged(int age) {
        CaseNumber number = CaseNumber.of("R-" + age);
        RequestKey aged = RequestKey.of("mail:" + age);
        carryOut(
                HandledRequest.of(aged, new HandledRequest.Fingerprint(1, "a"), number, 1, MORNING.plusSeconds(age)),
                bench.registration(number, MORNING, ReferenceOrganisation.COMPANY, "help"));
    }

    @Test
    void of_a_case_that_is_erased_are_known_again_and_hold_nothing_that_could_be_read() {
        RequestKey personal = RequestKey.of("mail:carl@example.dk");
        carryOut(
                HandledRequest.of(personal, new HandledRequest.Fingerprint(1, "hash"), FIRST, 1, MORNING),
                bench.registration(FIRST, MORNING, ReferenceOrganisation.CITIZEN_CARL, "help"));
        bench.submit(FIRST, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
        bench.erase(FIRST);

        HandledRequest left = repository.request(personal).orElseThrow();
        assertThat(left.toString()).doesNotContain("carl", "hash");
        assertThat(left.number()).isEqualTo(FIRST);
        assertThatThrownBy(() -> carryOut(
                        HandledRequest.of(personal, new HandledRequest.Fingerprint(1, "x"), SECOND, 1, MORNING),
                        bench.registration(SECOND, MORNING, ReferenceOrganisation.COMPANY, "help")))
                .isInstanceOf(RepeatedRequestException.class);
    }
}
