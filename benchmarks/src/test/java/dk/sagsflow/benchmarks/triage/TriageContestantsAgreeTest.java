package dk.sagsflow.benchmarks.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Speed is only compared where the answers are the same. */
class TriageContestantsAgreeTest {
    private static final int ASKED_OF_THE_SLOWEST = 10;

    private final TriageQuestions questions = new TriageQuestions();
    private final BareList bare = new BareList(questions.rules());

    @Test
    void on_where_cases_go() {
        Triage triage = SagsflowTriage.of(questions.rules());

        for (TriageQuestions.Request request : questions.requests()) {
            assertThat(triage.propose(request.asCase(), TriageQuestions.NOW).map(TriageRule::name))
                    .contains(queue(request));
        }
        assertThat(oneForEachQueue()).hasSizeGreaterThan(20);
    }

    /** A case for each rule that is the first for any: engines take long to warm up. */
    @Test
    void and_so_do_the_engines_for_every_queue() {
        DmnTriage legacy = new DmnTriage(questions.rules(), true);
        try (DroolsTriage drools = new DroolsTriage(questions.rules())) {
            oneForEachQueue().forEach((queue, request) -> {
                assertThat(drools.queueStateful(new TriageRequest(request))).isEqualTo(queue);
                assertThat(drools.queueStateless(new TriageRequest(request))).isEqualTo(queue);
                assertThat(legacy.queue(request)).isEqualTo(queue);
            });
        }
    }

    /** It takes milliseconds for each. */
    @Test
    void and_so_does_the_slowest_for_some() {
        DmnTriage dmn = new DmnTriage(questions.rules(), false);

        oneForEachQueue().entrySet().stream()
                .limit(ASKED_OF_THE_SLOWEST)
                .forEach(one -> assertThat(dmn.queue(one.getValue())).isEqualTo(one.getKey()));
    }

    private String queue(TriageQuestions.Request request) {
        return bare.queue(BareList.interned(request));
    }

    private Map<String, TriageQuestions.Request> oneForEachQueue() {
        Map<String, TriageQuestions.Request> first = new LinkedHashMap<>();
        questions.requests().forEach(request -> first.putIfAbsent(queue(request), request));
        return first;
    }
}
