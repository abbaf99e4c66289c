package dk.sagsflow.imports.export;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.document.JsonPlace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Amounts of time as numbers of a unit. */
public final class Amounts {
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Bounds.LONGEST.toSeconds());

    private Amounts() {}

    /** A positive amount within what a model takes; reported if it is none. */
    public static Optional<Duration> of(JsonPlace place, ChronoUnit unit) {
        String needed = "a positive number of " + unit.toString().toLowerCase(Locale.ROOT) + ", at most "
                + Bounds.LONGEST.dividedBy(unit.getDuration());
        Optional<BigDecimal> number = place.number(needed);
        Optional<Duration> amount = number.flatMap(value -> amount(value, unit));
        if (number.isPresent() && amount.isEmpty()) {
            place.report(number.get().toPlainString() + " is not " + needed);
        }
        return amount;
    }

    /** The amount; empty if it is not positive, longer than a model takes, or not whole to the millisecond. */
    public static Optional<Duration> amount(BigDecimal number, ChronoUnit unit) {
        BigDecimal millis =
                number.multiply(BigDecimal.valueOf(unit.getDuration().toMillis()));
        boolean good = number.signum() > 0
                && millis.stripTrailingZeros().scale() <= 0
                && millis.compareTo(MOST_SECONDS.movePointRight(3)) <= 0;
        return good ? Optional.of(Duration.ofMillis(millis.longValueExact())) : Optional.empty();
    }
}
