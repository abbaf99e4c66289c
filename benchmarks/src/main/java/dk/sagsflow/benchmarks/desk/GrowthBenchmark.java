package dk.sagsflow.benchmarks.desk;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Visibility;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one more command costs on a case to which much has happened, by the agreements of the reference organisation. Every
 * invocation asks for ten of them; the case with few events is a new one each time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 10, time = 1)
public class GrowthBenchmark {
    private static final int COMMANDS = 10;
    private static final CaseCommand NOTE = new CaseCommand.AddNote(Visibility.INTERNAL, "Seen with others too.");
    private static final int FEW = 20;

    /** How many events the case has. */
    @Param({"20", "800", "10000"})
    public int events;

    private Counter counter = new Counter();
    private CaseNumber number = CaseNumber.of("none");
    private int asked;

    /** A case with so many notes and changes of priority. */
    @Setup(Level.Trial)
    public void grown() {
        counter = new Counter();
        grow();
    }

    /** One with few events has few events each time. */
    @Setup(Level.Invocation)
    public void few() {
        if (events <= FEW) {
            grow();
        }
    }

    private void grow() {
        number = counter.register();
        for (int more = 1; more < events; more++) {
            submit(more % 2 == 0 ? NOTE : changed());
        }
    }

    private CaseCommand changed() {
        asked++;
        return new CaseCommand.Prioritise(asked % 2 == 0 ? Impact.HIGH : Impact.LOW, Urgency.HIGH);
    }

    private void submit(CaseCommand command) {
        counter.moveTo(counter.instant().plus(Duration.ofMillis(1)));
        counter.submit(number, command);
    }

    /** Somebody writes something on it. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void note() {
        for (int command = 0; command < COMMANDS; command++) {
            submit(NOTE);
        }
    }

    /** Its priority changes, and its limits with it. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void priority() {
        for (int command = 0; command < COMMANDS; command++) {
            submit(changed());
        }
    }
}
