package dk.sagsflow.knowledge.agreement;

import dk.sagsflow.core.bounds.Bounds;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * For which time something is agreed. Immutable.
 *
 * @param from the first day
 * @param until the first day on which it holds no longer
 * @param followUpEvery after how long the parties look at it again
 */
public record AgreementPeriod(LocalDate from, LocalDate until, Period followUpEvery) {
    private static final Period LONGEST = Period.ofYears(20);

    /** Refuses null, no time at all, more than twenty years, and a follow-up after no time. */
    public AgreementPeriod {
        Bounds.instant("begin of an agreement", from.atStartOfDay().toInstant(ZoneOffset.UTC));
        Bounds.require(
                from.isBefore(until) && !until.isAfter(from.plus(LONGEST)),
                "an agreement from %s until %s holds on no day, or for more than 20 years",
                from,
                until);
        Bounds.require(
                !Bounds.period("time after which an agreement is followed up", followUpEvery)
                        .isZero(),
                "an agreement is followed up after no time; some is needed");
    }

    /** A year from this day on, followed up after half of it. */
    public static AgreementPeriod yearFrom(LocalDate day) {
        return new AgreementPeriod(day, day.plusYears(1), Period.ofMonths(6));
    }

    /** Whether it holds on this day. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** How many days of it there are in this time: from, inclusive; to, exclusive. */
    long days(LocalDate first, LocalDate end) {
        LocalDate begin = first.isAfter(from) ? first : from;
        LocalDate over = end.isBefore(until) ? end : until;
        return Math.max(0, ChronoUnit.DAYS.between(begin, over));
    }

    AgreementPeriod endedOn(LocalDate day) {
        return new AgreementPeriod(from, day, followUpEvery);
    }
}
