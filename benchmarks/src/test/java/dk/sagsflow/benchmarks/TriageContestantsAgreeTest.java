package dk.sagsflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Speed is only compared where the answers are the same. */
class TriageContestantsAgreeTest {
    private static final int ASKED_OF_THE_SLOW = 20;

    private final TriageQuestions questions = new TriageQuestions();
    private final BareList bare = new BareList(questions.rules());

    @Test
    void on_where_cases_go() {
        Triage triage = SagsflowTriage.of(questions.rules());
        DmnTriage legacy = new DmnTriage(questions.rules(), true);
        Set<String> queues = new HashSet<>();
        try (DroolsTriage drools = new DroolsTriage(questions.rules())) {
            for (TriageQuestions.Request request : questions.requests()) {
                String queue = bare.queue(BareList.interned(request));
                queues.add(queue);

                assertThat(triage.propose(request.asCase(), TriageQuestions.NOW).map(TriageRule::name))
                        .contains(queue);
                assertThat(drools.queueStateful(new TriageRequest(request))).isEqualTo(queue);
                assertThat(drools.queueStateless(new TriageRequest(request))).isEqualTo(queue);
                assertThat(legacy.queue(request)).isEqualTo(queue);
            }
        }
        assertThat(queues).hasSizeGreaterThan(20);
    }

    /** It takes milliseconds for each. */
    @Test
    void and_so_does_the_slow_one() {
        ImmutableList<TriageQuestions.Request> some = questions.requests().subList(0, ASKED_OF_THE_SLOW);
        DmnTriage dmn = new DmnTriage(questions.rules(), false);

        assertThat(some).allMatch(request -> dmn.queue(request).equals(bare.queue(BareList.interned(request))));
    }
}
