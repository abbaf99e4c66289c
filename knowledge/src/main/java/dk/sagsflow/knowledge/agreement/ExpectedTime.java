package dk.sagsflow.knowledge.agreement;

import dk.sagsflow.core.bounds.Bounds;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long a superuser is expected to work as one in a year, by kind of work (R28). Immutable.
 *
 * @param solving helping colleagues
 * @param training at courses
 * @param meetings at meetings
 * @param testing trying out what is new
 */
public record ExpectedTime(Duration solving, Duration training, Duration meetings, Duration testing) {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final long DAYS = 365;

    /** Refuses less than no time, and more than there is in a year. */
    public ExpectedTime {
        Stream.of(solving, training, meetings, testing)
                .forEach(time -> Bounds.require(
                        !time.isNegative() && time.compareTo(YEAR) <= 0,
                        "expected time of a year is %s; nothing up to a year is allowed",
                        time));
    }

    /** So many hours a year. */
    public static ExpectedTime hours(int solving, int training, int meetings, int testing) {
        return new ExpectedTime(
                Duration.ofHours(solving),
                Duration.ofHours(training),
                Duration.ofHours(meetings),
                Duration.ofHours(testing));
    }

    /** What is expected of this work in a year. */
    public Duration of(SuperuserWork work) {
        return switch (work) {
            case SOLVING -> solving;
            case TRAINING -> training;
            case MEETINGS -> meetings;
            case TESTING -> testing;
        };
    }

    /** The share of so many days, of 365; rounded down to the second. */
    Duration of(SuperuserWork work, long days) {
        return Duration.ofSeconds(of(work).toSeconds() * days / DAYS);
    }
}
