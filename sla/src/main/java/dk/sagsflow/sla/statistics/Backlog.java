package dk.sagsflow.sla.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * How a pile of cases grows or shrinks (R35): each period so many come in, and so many are done as people have time for. It assumes
 * that work does not run out of order, and that who has nothing to do does not work ahead. Immutable.
 *
 * @param waiting how many lie there at the beginning
 * @param comingIn how many come in each period
 * @param people how many work on them
 * @param workingTime how long one person works in a period
 * @param handling how long somebody works on one
 */
public record Backlog(double waiting, double comingIn, double people, Duration workingTime, Duration handling) {
    /** Refuses less than nothing, and handling that takes no time. */
    public Backlog {
        checkArgument(
                waiting >= 0 && comingIn >= 0 && people >= 0,
                "%s waiting, %s coming in, %s people: none may be less than nothing",
                waiting,
                comingIn,
                people);
        Bounds.duration("handling", handling);
        Bounds.duration("working time", workingTime);
        checkArgument(
                !handling.isNegative() && !handling.isZero(), "handling takes %s, but more than no time", handling);
        checkArgument(!workingTime.isNegative(), "a person works %s, less than no time", workingTime);
    }

    /** How many can be done in a period. */
    public double capacity() {
        return people * workingTime.toNanos() / handling.toNanos();
    }

    /** How many lie there after each of so many periods. */
    public ImmutableList<Double> after(int periods) {
        return DoubleStream.iterate(next(waiting), this::next)
                .limit(periods)
                .boxed()
                .collect(ImmutableList.toImmutableList());
    }

    private double next(double before) {
        return Math.max(0, before + comingIn - capacity());
    }

    /** How many people it takes that no more than so many lie there after so many periods. */
    public double peopleFor(double atMost, int periods) {
        checkArgument(atMost >= 0, "at most %s, less than nothing", atMost);
        checkArgument(periods > 0, "%s periods; at least one is needed", periods);
        double each = Math.max(0, comingIn + (waiting - atMost) / periods);
        return workingTime.isZero() ? Double.POSITIVE_INFINITY : each * handling.toNanos() / workingTime.toNanos();
    }
}
