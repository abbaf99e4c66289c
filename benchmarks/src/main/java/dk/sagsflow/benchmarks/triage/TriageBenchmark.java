package dk.sagsflow.benchmarks.triage;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.routing.triage.TriageWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One triage decision over 50 rules and five fields, by contestant; 1,024 cases in turn. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TriageBenchmark {
    private static int next(int number, int size) {
        return number + 1 == size ? 0 : number + 1;
    }

    /** The cases as this library has them, and its rules. */
    @State(Scope.Thread)
    public static class Ours {
        private final TriageQuestions questions = new TriageQuestions();
        private final Triage triage = SagsflowTriage.of(questions.rules());
        private final TriageWords words = TriageWords.in(Locale.ENGLISH);
        private final SupportCase[] cases = questions.requests().stream()
                .map(TriageQuestions.Request::asCase)
                .toArray(SupportCase[]::new);
        private int number;

        SupportCase nextCase() {
            number = next(number, cases.length);
            return cases[number];
        }
    }

    /** The requests, and the bare list. */
    @State(Scope.Thread)
    public static class Bare {
        private final TriageQuestions questions = new TriageQuestions();
        private final BareList list = new BareList(questions.rules());
        private final TriageQuestions.Request[] requests =
                questions.requests().stream().map(BareList::interned).toArray(TriageQuestions.Request[]::new);
        private int number;

        TriageQuestions.Request nextRequest() {
            number = next(number, requests.length);
            return requests[number];
        }
    }

    /** Drools. */
    @State(Scope.Thread)
    public static class Drools {
        private final TriageQuestions questions = new TriageQuestions();
        private final DroolsTriage drools = new DroolsTriage(questions.rules());
        private int number;

        TriageRequest nextRequest() {
            number = next(number, questions.requests().size());
            return new TriageRequest(questions.requests().get(number));
        }
    }

    /** Camunda's engine for DMN, with the older of its expression engines. */
    @State(Scope.Thread)
    public static class LegacyDmn {
        private final DmnTriage dmn = new DmnTriage(new TriageQuestions().rules(), true);
    }

    /** Camunda's engine for DMN, as it comes. */
    @State(Scope.Thread)
    public static class DefaultDmn {
        private final DmnTriage dmn = new DmnTriage(new TriageQuestions().rules(), false);
    }

    /** This library: the rule. */
    @Benchmark
    public Optional<TriageRule> sagsflow(Ours ours) {
        return ours.triage.propose(ours.nextCase(), TriageQuestions.NOW);
    }

    /** This library: the decision, which can say why. */
    @Benchmark
    public TriageDecision sagsflowDecision(Ours ours) {
        return ours.triage.decide(ours.nextCase(), TriageQuestions.NOW);
    }

    /** This library: the decision, and all its reasons in words. */
    @Benchmark
    public List<String> sagsflowExplained(Ours ours) {
        return ours.words.of(ours.triage.decide(ours.nextCase(), TriageQuestions.NOW));
    }

    /** This library without its index: the conditions of each rule in turn. */
    @Benchmark
    public Optional<TriageRule> sagsflowWithoutIndex(Ours ours) {
        SupportCase current = ours.nextCase();
        for (TriageRule rule : ours.triage.rules()) {
            if (rule.matches(current, TriageQuestions.NOW)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** A bare list. */
    @Benchmark
    public String bareList(Bare bare) {
        return bare.list.queue(bare.nextRequest());
    }

    /** Drools with a session that goes on. */
    @Benchmark
    public String droolsStateful(Drools drools) {
        return drools.drools.queueStateful(drools.nextRequest());
    }

    /** Drools with a session for each request. */
    @Benchmark
    public String droolsStateless(Drools drools) {
        return drools.drools.queueStateless(drools.nextRequest());
    }

    /** Camunda's DMN with the older of its expression engines. */
    @Benchmark
    public String camundaLegacy(Bare bare, LegacyDmn dmn) {
        return dmn.dmn.queue(bare.nextRequest());
    }

    /** Camunda's DMN as it comes. */
    @Benchmark
    public String camunda(Bare bare, DefaultDmn dmn) {
        return dmn.dmn.queue(bare.nextRequest());
    }
}
