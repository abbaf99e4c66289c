package dk.sagsflow.benchmarks;

import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Outcome;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.organisation.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One command on a desk that keeps its cases in memory, by the agreements of the reference organisation: access, decision,
 * next due time, notifications, and storing. Each iteration begins with new cases that somebody has accepted, and every
 * command takes the next of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeskBenchmark {
    private static final int CASES = 20_000;
    private static final CaseCommand NOTE = new CaseCommand.AddNote(Visibility.INTERNAL, "Seen with others too.");
    private static final CaseCommand TO_BIT = new CaseCommand.HandOver(GroupId.of("bit"), "unknown error");

    private Counter counter = new Counter();
    private List<CaseNumber> numbers = List.of();
    private int next;

    /** New cases. */
    @Setup(Level.Iteration)
    public void cases() {
        counter = new Counter();
        List<CaseNumber> accepted = new ArrayList<>();
        for (int each = 0; each < CASES; each++) {
            CaseNumber number = counter.register();
            counter.desk.submit(Counter.KAREN, number, new CaseCommand.Accept()).orElseThrow();
            accepted.add(number);
        }
        numbers = accepted;
        next = 0;
    }

    private CaseNumber nextCase() {
        next = (next + 1) % CASES;
        return numbers.get(next);
    }

    /** A case comes in. */
    @Benchmark
    public CaseNumber register() {
        return counter.register();
    }

    /** Somebody writes something on a case. */
    @Benchmark
    public Outcome<SupportCase> note() {
        return counter.desk.submit(Counter.KAREN, nextCase(), NOTE);
    }

    /** A case goes to the next tier; refused of a case that went there before in the same iteration. */
    @Benchmark
    public Outcome<SupportCase> handOver() {
        return counter.desk.submit(Counter.KAREN, nextCase(), TO_BIT);
    }
}
