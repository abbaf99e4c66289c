package dk.sagsflow.core.bounds;

import com.google.common.base.Strings;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The bounds of durations and decimal numbers, wherever they enter: in a model that is read or built, and in the fields of
 * a case. What lies outside is refused by name, with what would be allowed; what lies inside can be reckoned with and told.
 */
public final class Bounds {
    /** The longest duration, in either direction: longer than calendars reach, and a thousand of them can be added up. */
    public static final Duration LONGEST = Duration.ofDays(1_000_000);

    /** How many digits a number may have, those after the point among them. */
    public static final int MOST_DIGITS = 60;

    /** By how many places the point of a number may be moved, to the left or to the right. */
    public static final int MOST_PLACES = 60;

    /** How many files may come with one case. */
    public static final int MOST_ATTACHMENTS = 1_000;

    /** No number of that many digits has more bits. */
    private static final int MOST_BITS = 4 * MOST_DIGITS;

    private Bounds() {}

    /**
     * Refuses what does not lie within bounds that are stated where they hold.
     *
     * @param template the refusal, with {@code %s} for each of the values: what is out of bounds, and what is allowed
     * @throws OutOfBoundsException if it lies outside
     */
    public static void require(boolean within, String template, Object... values) {
        if (!within) {
            throw new OutOfBoundsException(Strings.lenientFormat(template, values));
        }
    }

    /**
     * This duration.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if it is longer than {@link #LONGEST}, whether forth or back
     */
    @CanIgnoreReturnValue
    public static Duration duration(String what, Duration duration) {
        require(
                duration.compareTo(LONGEST) <= 0 && duration.compareTo(LONGEST.negated()) >= 0,
                "%s is %s; at most %s, which is %s days, is allowed",
                what,
                duration,
                LONGEST,
                LONGEST.toDays());
        return duration;
    }

    /**
     * This number.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if it has more than {@link #MOST_DIGITS} digits, or an exponent beyond {@link
     *     #MOST_PLACES}
     */
    @CanIgnoreReturnValue
    public static BigDecimal number(String what, BigDecimal number) {
        require(
                Math.abs((long) number.scale()) <= MOST_PLACES,
                "%s has the exponent %s; from %s to %s is allowed",
                what,
                -(long) number.scale(),
                -MOST_PLACES,
                MOST_PLACES);
        require(
                number.unscaledValue().bitLength() <= MOST_BITS && number.precision() <= MOST_DIGITS,
                "%s has more than %s digits, which are not allowed",
                what,
                MOST_DIGITS);
        return number;
    }
}
