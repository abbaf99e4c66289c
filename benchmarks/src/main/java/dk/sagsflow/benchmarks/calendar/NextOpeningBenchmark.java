package dk.sagsflow.benchmarks.calendar;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import java.time.Instant;
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

/** The next opening, by contestant; random starts over 20 years. KADAI does not tell it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NextOpeningBenchmark {
    private final OpenTimeQuestions questions = new OpenTimeQuestions(1);
    private final ServiceCalendar calendar = ServiceHours.sagsflow();
    private final IdealTable table = new IdealTable(OpenTimeQuestions.FROM, OpenTimeQuestions.UNTIL);
    private final Peers peers = new Peers(OpenTimeQuestions.FROM, OpenTimeQuestions.UNTIL);

    /** This library. */
    @Benchmark
    public ServiceMoment sagsflow() {
        questions.next();
        return calendar.nextOpening(questions.start());
    }

    /** Plain arrays, indexed. */
    @Benchmark
    public long ideal() {
        questions.next();
        return table.nextOpening(questions.start().getEpochSecond());
    }

    /** From day to day. */
    @Benchmark
    public Instant dayWalk() {
        questions.next();
        return DayWalk.nextOpening(questions.start());
    }

    /** MPXJ. */
    @Benchmark
    public Instant mpxj() {
        questions.next();
        return peers.mpxjNextOpening(questions.start());
    }
}
