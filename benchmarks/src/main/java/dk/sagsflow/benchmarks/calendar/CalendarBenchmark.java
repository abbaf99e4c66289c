package dk.sagsflow.benchmarks.calendar;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Due times and service time between two instants, by contestant; random starts over 20 years. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CalendarBenchmark {
    private final ServiceCalendar sagsflow = ServiceHours.sagsflow();
    private final IdealTable ideal = new IdealTable(OpenTimeQuestions.FROM, OpenTimeQuestions.UNTIL);
    private final Peers peers = new Peers(OpenTimeQuestions.FROM, OpenTimeQuestions.UNTIL);

    /** The span in hours of service time: an hour, a day, a week, ten weeks, a year, five years. */
    @Param({"1", "8", "40", "400", "2030", "10165"})
    public int hours;

    private Duration budget = Duration.ZERO;
    private OpenTimeQuestions questions = new OpenTimeQuestions(1);

    /** Made beforehand, so that no contestant pays for it. */
    @Setup
    public void prepare() {
        budget = Duration.ofHours(hours);
        questions = new OpenTimeQuestions(hours);
    }

    /** This library. */
    @Benchmark
    public ServiceMoment dueSagsflow() {
        questions.next();
        return sagsflow.due(questions.start(), budget);
    }

    /** Plain arrays, indexed. */
    @Benchmark
    public long dueIdeal() {
        questions.next();
        return ideal.due(questions.start().getEpochSecond(), hours * 3600L);
    }

    /** Plain arrays, indexed, and the answer as this library gives it. */
    @Benchmark
    public ServiceMoment dueIdealMoment() {
        questions.next();
        long second = ideal.due(questions.start().getEpochSecond(), hours * 3600L);
        return new ServiceMoment.At(Instant.ofEpochSecond(second));
    }

    /** From day to day. */
    @Benchmark
    public Instant dueDayWalk() {
        questions.next();
        return DayWalk.due(questions.start(), budget);
    }

    /** KADAI. */
    @Benchmark
    public Instant dueKadai() {
        questions.next();
        return peers.kadaiDue(questions.start(), budget);
    }

    /** MPXJ. */
    @Benchmark
    public Instant dueMpxj() {
        questions.next();
        return peers.mpxjDue(questions.start(), hours * 60L);
    }

    /** This library. */
    @Benchmark
    public Duration openTimeSagsflow() {
        questions.next();
        return sagsflow.openTime(questions.start(), questions.end());
    }

    /** Plain arrays, indexed. */
    @Benchmark
    public long openTimeIdeal() {
        questions.next();
        return ideal.openTime(
                questions.start().getEpochSecond(), questions.end().getEpochSecond());
    }

    /** From day to day. */
    @Benchmark
    public Duration openTimeDayWalk() {
        questions.next();
        return DayWalk.openTime(questions.start(), questions.end());
    }

    /** KADAI. */
    @Benchmark
    public Duration openTimeKadai() {
        questions.next();
        return peers.kadaiOpenTime(questions.start(), questions.end());
    }

    /** MPXJ. */
    @Benchmark
    public double openTimeMpxj() {
        questions.next();
        return peers.mpxjOpenMinutes(questions.start(), questions.end());
    }
}
