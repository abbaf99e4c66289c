package dk.sagsflow.benchmarks.desk;

import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Reads all clocks of a million open cases, with one thread and with two: {@code ReReading [CASES]}. A hundred thousand
 * histories of 20 events lie in memory and are read in turn. Each count of threads reads everything three times; the last
 * time counts.
 */
final class ReReading {
    private static final int DISTINCT = 100_000;
    private static final int ROUNDS = 3;

    private final Clocks clocks = OpenCases.clocks();
    private final List<CaseHistory> histories;
    private final int cases;

    private ReReading(int cases) {
        OpenCases open = new OpenCases();
        this.cases = cases;
        this.histories =
                Stream.generate(open::history).limit(Math.min(DISTINCT, cases)).toList();
    }

    /** Prints a line for each count of threads. */
    public static void main(String[] arguments) throws InterruptedException {
        ReReading reading = new ReReading(arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]));
        for (int threads = 1; threads <= 2; threads++) {
            for (int round = 1; round < ROUNDS; round++) {
                reading.read(threads);
            }
            System.out.println(reading.read(threads));
        }
    }

    private String read(int threads) throws InterruptedException {
        long[] clocksRead = new long[threads];
        long[] processorTime = new long[threads];
        List<Thread> readers = IntStream.range(0, threads)
                .mapToObj(thread -> new Thread(() -> {
                    clocksRead[thread] = share(thread, threads);
                    processorTime[thread] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                }))
                .toList();
        long begin = System.nanoTime();
        readers.forEach(Thread::start);
        for (Thread reader : readers) {
            reader.join();
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        return "%,d cases, %,d clocks, threads: %d, %,d ms, %.1f µs of processor time a case"
                .formatted(
                        cases,
                        LongStream.of(clocksRead).sum(),
                        threads,
                        time.toMillis(),
                        LongStream.of(processorTime).sum() / 1000.0 / cases);
    }

    private long share(int thread, int threads) {
        long read = 0;
        for (int number = thread; number < cases; number += threads) {
            read += clocks.read(histories.get(number % histories.size()), OpenCases.NOW)
                    .size();
        }
        return read;
    }
}
