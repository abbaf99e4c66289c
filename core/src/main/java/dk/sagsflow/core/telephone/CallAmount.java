package dk.sagsflow.core.telephone;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.statistics.Lengths;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What there is of calls. Immutable.
 *
 * @param waited how long those waited that were answered
 * @param gaveUp how long those waited that were given up
 * @param talked how long those lasted that were answered, from when they were taken
 * @param withCase how many of the answered belong to a case that is known
 * @param solved how many of those had their answer by the end of the call
 */
public record CallAmount(Lengths waited, Lengths gaveUp, Lengths talked, long withCase, long solved) {
    /** Refuses null. */
    public CallAmount {
        requireNonNull(waited, "waited");
        requireNonNull(gaveUp, "gaveUp");
        requireNonNull(talked, "talked");
    }

    /** Of no call. */
    public static CallAmount none() {
        return new CallAmount(Lengths.none(), Lengths.none(), Lengths.none(), 0, 0);
    }

    /** How many calls. */
    public long calls() {
        return answered() + abandoned();
    }

    /** How many were answered. */
    public long answered() {
        return waited.count();
    }

    /** How many were given up. */
    public long abandoned() {
        return gaveUp.count();
    }

    /** The share that was given up, from 0 to 1; of no call, none. */
    public OptionalDouble abandonment() {
        return share(abandoned(), calls());
    }

    /**
     * The service level: the share that was answered within this time, from 0 to 1, of all calls but those that were given
     * up within it. Of no such call, none.
     */
    public OptionalDouble serviceLevel(Duration within) {
        checkArgument(!within.isNegative(), "%s is less than no time", within);
        return share(waited.atMost(within), calls() - gaveUp.atMost(within));
    }

    /** The share solved in the call, of those answered that belong to a known case; if there is none, none. */
    public OptionalDouble solvedInCall() {
        return share(solved, withCase);
    }

    private static OptionalDouble share(long some, long all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / all);
    }

    /** These and those. */
    public CallAmount plus(CallAmount more) {
        return new CallAmount(
                waited.plus(more.waited),
                gaveUp.plus(more.gaveUp),
                talked.plus(more.talked),
                withCase + more.withCase,
                solved + more.solved);
    }
}
