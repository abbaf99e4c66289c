package dk.sagsflow.sla.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Around the clock, every day. */
final class AlwaysOpen implements ServiceCalendar {
    static final AlwaysOpen INSTANCE = new AlwaysOpen();

    private AlwaysOpen() {}

    @Override
    public boolean openAt(Instant instant) {
        return true;
    }

    @Override
    public Duration openTime(Instant from, Instant to) {
        return Duration.between(from, to);
    }

    @Override
    public DueTime due(Instant startInclusive, Duration budget) {
        checkBudget(budget);
        try {
            return new DueTime.At(startInclusive.plus(budget));
        } catch (DateTimeException | ArithmeticException beyond) {
            return new DueTime.Never(budget + " after " + startInclusive + " is beyond the end of time");
        }
    }

    static void checkBudget(Duration budget) {
        checkArgument(!budget.isNegative(), "budget is %s, negative; a clock runs from zero upward", budget);
    }
}
