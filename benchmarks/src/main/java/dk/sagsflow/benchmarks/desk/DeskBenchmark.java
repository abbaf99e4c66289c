package dk.sagsflow.benchmarks.desk;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Visibility;
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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One command on a desk that keeps its cases in memory, by the agreements of the reference organisation: access, decision,
 * next due time, notifications, and storing. Every invocation takes new cases that somebody has accepted, and asks for one
 * command on each of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 30, time = 1)
@Measurement(iterations = 10, time = 1)
public class DeskBenchmark {
    private static final int CASES = 5_000;
    private static final CaseCommand NOTE = new CaseCommand.AddNote(Visibility.INTERNAL, "Seen with others too.");
    private static final CaseCommand TO_BIT = new CaseCommand.HandOver(GroupId.of("bit"), "unknown error");

    private final int cases;
    private Counter counter = new Counter();
    private List<CaseNumber> numbers = List.of();

    /** With as many cases as are counted for an invocation. */
    public DeskBenchmark() {
        this(CASES);
    }

    /** With so many cases, for whoever does not measure. */
    DeskBenchmark(int cases) {
        this.cases = cases;
    }

    /** New cases. */
    @Setup(Level.Invocation)
    public void cases() {
        counter = new Counter();
        List<CaseNumber> accepted = new ArrayList<>();
        for (int each = 0; each < cases; each++) {
            CaseNumber number = counter.register();
            counter.desk.submit(Counter.KAREN, number, new CaseCommand.Accept()).orElseThrow();
            accepted.add(number);
        }
        numbers = accepted;
    }

    /** A case comes in. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public CaseNumber register() {
        CaseNumber latest = counter.register();
        for (int more = 1; more < cases; more++) {
            latest = counter.register();
        }
        return latest;
    }

    /** Somebody writes something on a case. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public long note() {
        return submitted(NOTE);
    }

    /** A case goes to the next tier. */
    @Benchmark
    @OperationsPerInvocation(CASES)
    public long handOver() {
        return submitted(TO_BIT);
    }

    /** How many events all cases have after this command. */
    private long submitted(CaseCommand command) {
        long events = 0;
        for (CaseNumber number : numbers) {
            events += counter.desk
                    .submit(Counter.KAREN, number, command)
                    .orElseThrow()
                    .version();
        }
        return events;
    }
}
