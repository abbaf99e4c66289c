package dk.sagsflow.core.organisation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import java.time.Duration;

/**
 * The buckets in which an organisation tells how old its open cases are (R33): up to the first of these ages, from there up to the
 * next, and beyond the last. The same ages serve calendar time and the time in which the service is open. Immutable.
 *
 * @param limits the upper ends of the buckets, inclusive, from the shortest on; the last bucket has none
 */
public record AgeBuckets(ImmutableList<Duration> limits) {
    /** How many ages there may be: a page shows each beside the others. */
    public static final int MOST = 20;

    private static final AgeBuckets STANDARD =
            of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(14), Duration.ofDays(30));

    /** Refuses no age or too many, ages that do not grow from no time on, and parts of minutes, which no page tells. */
    public AgeBuckets {
        checkArgument(
                !limits.isEmpty() && limits.size() <= MOST,
                "there are %s ages; 1 to %s are allowed",
                limits.size(),
                MOST);
        Duration before = Duration.ZERO;
        for (Duration limit : limits) {
            Bounds.duration("the age", limit);
            checkArgument(
                    limit.compareTo(before) > 0,
                    before.isZero() ? "age %s is not longer than no time" : "age %s is not longer than %s before it",
                    limit,
                    before);
            checkArgument(limit.equals(Duration.ofMinutes(limit.toMinutes())), "age %s is not of whole minutes", limit);
            before = limit;
        }
    }

    /** Buckets that end at these ages. */
    public static AgeBuckets of(Duration... limits) {
        return new AgeBuckets(ImmutableList.copyOf(limits));
    }

    /** One, three, seven, fourteen and thirty days. */
    public static AgeBuckets standard() {
        return STANDARD;
    }

    /** In which bucket an age lies, by its place from 0. */
    public int bucket(Duration age) {
        int bucket = 0;
        while (bucket < limits.size() && age.compareTo(limits.get(bucket)) > 0) {
            bucket++;
        }
        return bucket;
    }
}
