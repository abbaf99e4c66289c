package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableLongArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The exact optimum of a limit: between two times that cases used, every limit explains the same verdicts, so the times
 * are sorted and one walk counts. A limit is at least a nanosecond, as that of an agreement is. Times are nanoseconds.
 */
final class LimitSearch {
    private static final long SHORTEST = 1;
    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** From the roundest on. */
    private static final ImmutableLongArray UNITS = ImmutableLongArray.copyOf(new long[] {
        DAY,
        12 * HOUR,
        8 * HOUR,
        6 * HOUR,
        4 * HOUR,
        2 * HOUR,
        HOUR,
        30 * MINUTE,
        15 * MINUTE,
        10 * MINUTE,
        5 * MINUTE,
        MINUTE,
        10_000_000_000L,
        1_000_000_000,
        1_000_000,
        1_000,
        1
    });

    private final long[] met;
    private final long[] missed;

    /** A range of limits that explain as many verdicts; the end is exclusive, and none if it is the largest number. */
    private record LimitRange(long from, long to) {
        long width() {
            return to - from;
        }

        boolean unbounded() {
            return to == Long.MAX_VALUE;
        }

        Range<Duration> range() {
            return unbounded()
                    ? Range.atLeast(Duration.ofNanos(from))
                    : Range.closedOpen(Duration.ofNanos(from), Duration.ofNanos(to));
        }
    }

    private LimitSearch(long[] met, long[] missed) {
        this.met = met;
        this.missed = missed;
    }

    /**
     * The best limit.
     *
     * @param met the times that cases used that met it
     * @param missed the times that the others used
     */
    static FittedLimit fit(LimitKey key, ImmutableLongArray met, ImmutableLongArray missed) {
        long[] sortedMet = met.toArray();
        long[] sortedMissed = missed.toArray();
        Arrays.sort(sortedMet);
        Arrays.sort(sortedMissed);
        return new LimitSearch(sortedMet, sortedMissed).fit(key);
    }

    private FittedLimit fit(LimitKey key) {
        List<LimitRange> best = new ArrayList<>();
        long most = -1;
        int within = 0;
        int beyond = 0;
        long from = SHORTEST;
        while (from != Long.MAX_VALUE) {
            while (within < met.length && met[within] <= from) {
                within++;
            }
            while (beyond < missed.length && missed[beyond] <= from) {
                beyond++;
            }
            long to = Math.min(next(met, within), next(missed, beyond));
            long explained = (long) within + missed.length - beyond;
            if (explained > most) {
                best.clear();
                most = explained;
            }
            if (explained == most) {
                addJoined(best, from, to);
            }
            from = to;
        }
        return fitted(key, best, most);
    }

    private static long next(long[] times, int index) {
        return index < times.length ? times[index] : Long.MAX_VALUE;
    }

    private static void addJoined(List<LimitRange> ranges, long from, long to) {
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).to() == from) {
            ranges.set(last, new LimitRange(ranges.get(last).from(), to));
        } else {
            ranges.add(new LimitRange(from, to));
        }
    }

    private FittedLimit fitted(LimitKey key, List<LimitRange> best, long explained) {
        // The first of the widest: the comparison is strict.
        LimitRange widest = best.stream()
                .reduce((one, other) -> other.width() > one.width() ? other : one)
                .orElseThrow();
        return new FittedLimit(
                key.priority(),
                key.type(),
                kind(widest),
                Duration.ofNanos(roundest(widest)),
                best.stream().map(LimitRange::range).collect(ImmutableList.toImmutableList()),
                met.length + (long) missed.length,
                explained);
    }

    private static FittedLimit.Kind kind(LimitRange range) {
        if (range.unbounded()) {
            return FittedLimit.Kind.ALWAYS_MET;
        }
        return range.from() == SHORTEST ? FittedLimit.Kind.NEVER_MET : FittedLimit.Kind.AT_MOST;
    }

    private static long roundest(LimitRange range) {
        return UNITS.stream()
                .map(unit -> -Math.floorDiv(-range.from(), unit) * unit)
                .filter(round -> round < range.to())
                .findFirst()
                .orElse(range.from());
    }
}
