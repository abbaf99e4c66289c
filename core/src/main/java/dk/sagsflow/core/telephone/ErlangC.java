package dk.sagsflow.core.telephone;

import static com.google.common.base.Preconditions.checkArgument;

import dk.sagsflow.core.bounds.Bounds;
import java.time.Duration;

/**
 * How many people must sit at the telephones (R35), by Erlang's formula C. It assumes that calls come at random and evenly over the
 * hour, that times of handling vary as those of telephones do, that whoever waits goes on waiting, and that each person takes any
 * call. Where callers give up, fewer people serve as well: it errs on the side of too many. Immutable.
 *
 * @param load how many calls are handled at once on average: calls for each hour times the hours that one takes, work after
 *     the call included
 * @param handling how long one takes on average
 */
public record ErlangC(double load, Duration handling) {
    private static final int MOST = 100_000;

    /** Refuses what is no load, and handling that takes no time. */
    public ErlangC {
        Bounds.duration("handling", handling);
        checkArgument(load >= 0 && load < MOST, "a load of %s: from 0, less than 100,000", load);
        checkArgument(
                !handling.isNegative() && !handling.isZero(), "handling takes %s, but more than no time", handling);
    }

    /** The load of so many calls for each hour. */
    public static ErlangC of(double callsPerHour, Duration handling) {
        checkArgument(callsPerHour >= 0, "%s calls for each hour: less than none", callsPerHour);
        return new ErlangC(callsPerHour * seconds(handling) / seconds(Duration.ofHours(1)), handling);
    }

    /** Nanoseconds of what is allowed are more than a long holds. */
    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    /** The share of calls that must wait, from 0 to 1; all, if there are too few people for the load. */
    public double waiting(int people) {
        checkArgument(people >= 0, "%s people: less than none", people);
        if (people <= load) {
            return load == 0 ? 0 : 1;
        }
        double inverseOfB = 1;
        for (int n = 1; n <= people; n++) {
            inverseOfB = 1 + inverseOfB * n / load;
        }
        double blocked = load == 0 ? 0 : 1 / inverseOfB;
        return blocked / (1 - load / people * (1 - blocked));
    }

    /** The share of calls that are answered within this time, from 0 to 1. */
    public double serviceLevel(int people, Duration within) {
        if (people <= load) {
            return load == 0 ? 1 : 0;
        }
        double times = seconds(Bounds.duration("time to wait", within)) / seconds(handling);
        return 1 - waiting(people) * Math.exp(-(people - load) * times);
    }

    /** How many people it takes that this share of calls is answered within this time. */
    public int people(double share, Duration within) {
        checkArgument(share > 0 && share < 1, "a share of %s: more than 0, less than 1", share);
        int people = (int) Math.floor(load);
        while (serviceLevel(people, within) < share) {
            people++;
        }
        return people;
    }
}
