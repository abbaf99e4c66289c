package dk.sagsflow.examples.sagsflow.log.time;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A format in which the values of a column are times. Immutable.
 *
 * @param format as a mapping writes it
 * @param danish whether names are Danish
 * @param time what it means
 */
public record TimeGuess(String format, boolean danish, LogTime time) {
    private static final ImmutableList<String> PATTERNS = ImmutableList.of(
            "d/M/yyyy HH:mm[:ss]",
            "M/d/yyyy HH:mm[:ss]",
            "d-M-yyyy HH:mm[:ss]",
            "d.M.yyyy HH:mm[:ss]",
            "d.M.yyyy HH.mm[.ss]",
            "yyyy/M/d HH:mm[:ss]",
            "M/d/yyyy h:mm[:ss] a",
            "d/M/yyyy h:mm[:ss] a",
            "d-MMM-yyyy HH:mm[:ss]",
            "d-MMM-yyyy h:mm[:ss] a",
            "d/MMM/yy h:mm a",
            "d/MMM/yy HH:mm[:ss]",
            "d MMM yyyy HH:mm[:ss]",
            "d. MMM yyyy HH:mm[:ss]",
            "d. MMMM yyyy HH:mm[:ss]",
            "d/M/yyyy",
            "M/d/yyyy",
            "d-M-yyyy",
            "d.M.yyyy",
            "d-MMM-yyyy");
    private static final double NEARLY_ALL = 0.95;
    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

    /**
     * The format that most of these values have, if nearly all of them have one; of two as good, that in which time runs forth.
     *
     * @param candidates see {@link #candidates}: those of one zone do for all columns
     */
    public static Optional<TimeGuess> of(List<String> values, List<TimeGuess> candidates) {
        return candidates.stream()
                .filter(guess -> guess.readsNearlyAll(values))
                .max(Comparator.<TimeGuess>comparingLong(guess -> guess.read(values))
                        .thenComparing(Comparator.<TimeGuess>comparingLong(guess -> guess.back(values))
                                .reversed()));
    }

    /** What is looked for, the likeliest first: of those that are as good, it wins. */
    public static ImmutableList<TimeGuess> candidates(ZoneId zone) {
        ImmutableList.Builder<TimeGuess> guesses = ImmutableList.builder();
        guesses.add(new TimeGuess("iso-offset", false, LogTime.isoOffset()))
                .add(new TimeGuess("iso", false, LogTime.iso(zone)))
                .add(new TimeGuess("epoch-seconds", false, LogTime.epochSeconds()))
                .add(new TimeGuess("epoch-milliseconds", false, LogTime.epochMilliseconds()))
                .add(new TimeGuess("spreadsheet", false, LogTime.spreadsheet(zone)));
        for (String pattern : PATTERNS) {
            guesses.add(new TimeGuess(pattern, false, LogTime.pattern(pattern, Optional.of(zone))));
            if (pattern.contains("MMM")) {
                guesses.add(new TimeGuess(pattern, true, LogTime.danishPattern(pattern, Optional.of(zone))));
            }
        }
        return guesses.build();
    }

    private boolean readsNearlyAll(List<String> values) {
        int left = values.size();
        for (String value : values) {
            left -= reads(value) ? 0 : 1;
            if (left < NEARLY_ALL * values.size()) {
                return false;
            }
        }
        return !values.isEmpty();
    }

    private long read(List<String> values) {
        return values.stream().filter(this::reads).count();
    }

    /** What has no digit is no time, and need not be tried. */
    private boolean reads(String value) {
        return DIGIT.matchesAnyOf(value)
                && time.parse(value).filter(this::likely).isPresent();
    }

    /** A number may be anything, so it is a time only if it is one of our day. */
    private boolean likely(Instant at) {
        return !(time instanceof NumberTime)
                || (at.isAfter(Instant.parse("1995-01-01T00:00:00Z"))
                        && at.isBefore(Instant.parse("2060-01-01T00:00:00Z")));
    }

    private long back(List<String> values) {
        long back = 0;
        Optional<Instant> previous = Optional.empty();
        for (String value : values) {
            Optional<Instant> at = time.parse(value);
            back += at.isPresent() && previous.filter(at.get()::isBefore).isPresent() ? 1 : 0;
            previous = at.isPresent() ? at : previous;
        }
        return back;
    }
}
