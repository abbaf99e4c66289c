package dk.sagsflow.core.bounds;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.text.Unseen;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;

/**
 * The bounds of everything that enters, in a model, a request, a history or a setting. What lies outside is refused by name,
 * with what would be allowed and without what was said; what lies inside can be stored, read, listed, explained and judged.
 */
public final class Bounds {
    /** The longest duration, in either direction: some 270 years, whose nanoseconds a {@code long} holds. */
    public static final Duration LONGEST = Duration.ofDays(100_000);

    private static final long DAYS_OF_A_MONTH = 31;

    private static final long MOST_DAYS = 100 * 12 * DAYS_OF_A_MONTH;

    /** How many digits a number may have, those after the point among them. */
    public static final int MOST_DIGITS = 60;

    /** By how many places the point of a number may be moved, to the left or to the right. */
    public static final int MOST_PLACES = 60;

    /** How long an id, a name or a mail address may be; they are on one line. */
    public static final int LONGEST_NAME = 320;

    /** How long what stands in a line may be: a subject, a category. */
    public static final int LONGEST_LINE = 1_000;

    /** How long what people write may be: a description, a note, an answer. */
    public static final int LONGEST_TEXT = 500_000;

    /** The first instant at which something may happen, where calendars begin. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** The first instant at which nothing may happen any more, a year before calendars end. */
    public static final Instant END = Instant.parse("2189-01-01T00:00:00Z");

    /** How many files may come with one case. */
    public static final int MOST_ATTACHMENTS = 1_000;

    /** How many may watch one case. */
    public static final int MOST_WATCHERS = 50;

    private static final Duration SHORTEST = LONGEST.negated();

    /** No number of that many digits has more bits. */
    private static final int MOST_BITS = 4 * MOST_DIGITS;

    /** What stands where no text stood. */
    private static final int REPLACEMENT = 0xFFFD;

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
     * This id, name or address.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if it is longer than {@link #LONGEST_NAME}, or has control characters, line breaks among
     *     them, or characters that are not seen, those that turn the direction of writing among them
     */
    @CanIgnoreReturnValue
    public static String name(String what, String name) {
        written(what, name, LONGEST_NAME);
        require(
                !hides(name),
                "%s has control characters, line breaks, or characters that are not seen or turn the direction of"
                        + " writing, none of which is allowed",
                what);
        return name;
    }

    /** Asked of the number of every case and of every id, so without a stream. */
    private static boolean hides(String name) {
        int place = 0;
        while (place < name.length()) {
            int character = name.codePointAt(place);
            if (hidden(character)) {
                return true;
            }
            place += Character.charCount(character);
        }
        return false;
    }

    /** Whether this character does something to the line in which it stands, or makes what looks the same differ. */
    private static boolean hidden(int character) {
        if (character >= ' ' && character <= '~') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> Unseen.ignorable(character) && !Unseen.variation(character);
        };
    }

    /**
     * This line.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if it is longer than {@link #LONGEST_LINE}, or holds what is no text
     */
    @CanIgnoreReturnValue
    public static String line(String what, String line) {
        return written(what, line, LONGEST_LINE);
    }

    /**
     * What another system said, as a {@linkplain #line line} that can be kept: what is no text is replaced by {@code U+FFFD}, and what is
     * too long is cut off. For what must be put on record whatever it is.
     */
    public static String asLine(String said) {
        StringBuilder line = new StringBuilder();
        int place = 0;
        while (place < said.length()) {
            int point = said.codePointAt(place);
            place += Character.charCount(point);
            if (line.length() + Character.charCount(point) > LONGEST_LINE) {
                break;
            }
            line.appendCodePoint(point == 0 || isHalf(point) ? REPLACEMENT : point);
        }
        return line.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /**
     * This text.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if it is longer than {@link #LONGEST_TEXT}, or holds what is no text
     */
    @CanIgnoreReturnValue
    public static String text(String what, String text) {
        return written(what, text, LONGEST_TEXT);
    }

    @CanIgnoreReturnValue
    private static String written(String what, String text, int longest) {
        requireNonNull(text, what);
        require(
                text.length() <= longest,
                "%s is %s characters long; at most %s are allowed",
                what,
                text.length(),
                longest);
        require(isText(text), "%s has the character 0 or half of a pair of surrogates, which are no text", what);
        return text;
    }

    /** Whether it has nothing that databases do not keep. Asked of all that is written, so without a stream. */
    private static boolean isText(String text) {
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (Character.isHighSurrogate(character)
                    && place + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(place + 1))) {
                place++;
            } else if (character == 0 || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    /**
     * This instant.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if it is before {@link #EARLIEST}, or not before {@link #END}
     */
    @CanIgnoreReturnValue
    public static Instant instant(String what, Instant instant) {
        // Of every event; what is to be said is put together only if it is said.
        if (instant.isBefore(EARLIEST) || !instant.isBefore(END)) {
            require(false, "%s is %s; from %s on and before %s is allowed", what, instant, EARLIEST, END);
        }
        return instant;
    }

    /**
     * This duration.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if it is longer than {@link #LONGEST}, whether forth or back
     */
    @CanIgnoreReturnValue
    public static Duration duration(String what, Duration duration) {
        if (duration.compareTo(LONGEST) > 0 || duration.compareTo(SHORTEST) < 0) {
            require(
                    false,
                    "%s is %s; at most %s, which is %s days, is allowed",
                    what,
                    duration,
                    LONGEST,
                    LONGEST.toDays());
        }
        return duration;
    }

    /**
     * This period.
     *
     * @param what what it is, for the refusal
     * @throws OutOfBoundsException if a part of it is negative, or it is longer than a hundred years
     */
    @CanIgnoreReturnValue
    @SuppressWarnings("JavaPeriodGetDays") // the months are counted beside
    public static Period period(String what, Period period) {
        require(
                !period.isNegative() && period.toTotalMonths() * DAYS_OF_A_MONTH + period.getDays() <= MOST_DAYS,
                "%s is %s; from nothing to 100 years is allowed",
                what,
                period);
        return period;
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
