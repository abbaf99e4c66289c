package dk.sagsflow.benchmarks.calendar;

import static com.google.common.base.Preconditions.checkState;

import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * How much heap a calendar takes once 30 years of it were asked for: what many of them leave in use after a collection,
 * divided by their number. What calendars share, such as the rules of a zone, is not counted.
 */
final class CalendarMemory {
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:00Z");
    private static final int CALENDARS = 100;

    private CalendarMemory() {}

    /** Prints the figure. */
    public static void main(String[] arguments) {
        System.out.printf("a compiled calendar of 30 years takes %,d bytes%n", bytesOfThirtyYears());
    }

    static long bytesOfThirtyYears() {
        ServiceCalendar[] calendars = new ServiceCalendar[CALENDARS];
        for (int i = 0; i < CALENDARS; i++) {
            calendars[i] = ServiceHours.sagsflow();
        }
        // Whatever the first question loads and caches is there before the count.
        Duration open = ServiceHours.sagsflow().openTime(FROM, UNTIL);
        long before = used();
        checkState(Stream.of(calendars).allMatch(calendar -> open.equals(calendar.openTime(FROM, UNTIL))));
        long after = used();
        // Asked again, so that all are in use until here.
        checkState(Stream.of(calendars).allMatch(calendar -> open.equals(calendar.openTime(FROM, UNTIL))));
        return (after - before) / CALENDARS;
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
