package dk.sagsflow.benchmarks.desk;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.routing.desk.CaseOptions;
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

/** What can be done with a case, asked by whoever works on it: every command and choice, each as far as storing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OptionsBenchmark {
    private Counter counter = new Counter();
    private CaseNumber number = CaseNumber.of("none");

    /** A case that somebody has accepted, of a customer with four more. */
    @Setup(Level.Trial)
    public void cases() {
        counter = new Counter();
        for (int more = 0; more < 4; more++) {
            number = counter.register();
        }
        number = counter.register();
        counter.desk.submit(Counter.KAREN, number, new CaseCommand.Accept()).orElseThrow();
    }

    /** Everything that a page draws its buttons from. */
    @Benchmark
    public CaseOptions options() {
        return counter.desk.options(Counter.KAREN, number).orElseThrow();
    }
}
