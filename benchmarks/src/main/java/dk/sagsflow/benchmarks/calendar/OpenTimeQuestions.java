package dk.sagsflow.benchmarks.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/** Random starts in whole minutes over 20 years, always the same, in turn. Not thread-safe. */
final class OpenTimeQuestions {
    static final LocalDate FROM = LocalDate.of(2010, 1, 1);
    static final LocalDate UNTIL = LocalDate.of(2037, 1, 1);

    private static final int COUNT = 1 << 14;
    private static final int MINUTES = 20 * 365 * 24 * 60;

    /** A week has 168 hours, of which 39.5 are open. */
    private static final double ELAPSED_PER_OPEN = 168 / 39.5;

    private final Instant[] starts = new Instant[COUNT];
    private final Instant[] ends = new Instant[COUNT];
    private int current;

    /** OpenTimeQuestions about spans of so many hours of service time. */
    OpenTimeQuestions(int hours) {
        Random random = new Random(20);
        Instant first = FROM.plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration span = Duration.ofMinutes(Math.round(hours * 60 * ELAPSED_PER_OPEN));
        for (int i = 0; i < COUNT; i++) {
            starts[i] = first.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
            ends[i] = starts[i].plus(span);
        }
    }

    /** Goes on to the next question. */
    void next() {
        current = (current + 1) & (COUNT - 1);
    }

    Instant start() {
        return starts[current];
    }

    /** The start plus the time in which, without holidays, about the hours of the span are open. */
    Instant end() {
        return ends[current];
    }
}
