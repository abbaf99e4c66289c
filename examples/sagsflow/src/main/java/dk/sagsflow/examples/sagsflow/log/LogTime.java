package dk.sagsflow.examples.sagsflow.log;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** How a log writes its times. Immutable. */
public sealed interface LogTime {

    /** The instant that a text means; empty when the text is not in this format or no such date exists. */
    Optional<Instant> parse(String text);

    /**
     * As {@link #parse(String)}, for a row that follows another one. The earlier row decides only where a local time
     * occurs twice, when clocks go back.
     */
    default Optional<Instant> parseAfter(Instant earlier, String text) {
        return parse(text);
    }

    /** The zone in which times are told; UTC where they carry their offset. */
    ZoneId zone();

    /** The expected format in words, for messages. */
    String describe();

    /** ISO 8601 with an offset from UTC. */
    static LogTime isoOffset() {
        return new IsoOffset();
    }

    /**
     * Local times in a pattern of {@link DateTimeFormatter}, names in English.
     *
     * @throws IllegalArgumentException if the pattern is invalid or does not give both date and time of day
     */
    static LogTime pattern(String pattern, ZoneId zone) {
        return LocalPattern.of(pattern, zone);
    }

    /** ISO 8601 with an offset: the usual widths by hand, everything else by the JDK, with the same results. */
    final class IsoOffset implements LogTime {

        private static final int SECONDS_END = 19;
        private static final int OFFSET_WIDTH = 6;
        private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

        private IsoOffset() {}

        @Override
        public Optional<Instant> parse(String text) {
            Optional<Instant> fast = parseUsualWidth(text);
            return fast.isPresent() ? fast : parseByFormatter(text);
        }

        @Override
        public String describe() {
            return "ISO 8601 with an offset, as 2026-03-01T08:15:00+01:00";
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        /** Reads yyyy-MM-ddTHH:mm:ss[.SSS]±HH:mm; empty for anything else, invalid dates included. */
        static Optional<Instant> parseUsualWidth(String text) {
            int offsetAt = text.length() - OFFSET_WIDTH;
            boolean millis = offsetAt == SECONDS_END + 4;
            if (!(offsetAt == SECONDS_END || (millis && text.charAt(SECONDS_END) == '.'))) {
                return Optional.empty();
            }
            long date = epochDay(text);
            int time = secondOfDay(text);
            int offset = offsetSeconds(text, offsetAt);
            int fraction = millis ? digits(text, SECONDS_END + 1, 3) : 0;
            if (date == Long.MIN_VALUE || time < 0 || offset == Integer.MIN_VALUE || fraction < 0) {
                return Optional.empty();
            }
            return Optional.of(Instant.ofEpochSecond(date * 86_400 + time - offset, fraction * 1_000_000L));
        }

        static Optional<Instant> parseByFormatter(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }

        private static long epochDay(String text) {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 2);
            int day = digits(text, 8, 2);
            boolean shaped = text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T';
            if (!shaped || year < 0 || month < 1 || month > 12 || day < 1 || day > monthDays(year, month)) {
                return Long.MIN_VALUE;
            }
            return daysSinceEpoch(year, month, day);
        }

        private static int monthDays(int year, int month) {
            return month == 2 && IsoChronology.INSTANCE.isLeapYear(year) ? 29 : MONTH_DAYS[month - 1];
        }

        /** Counts in years that begin in March, so that the leap day is the last one. */
        private static long daysSinceEpoch(int year, int month, int day) {
            int marchYear = month > 2 ? year : year - 1;
            int marchMonth = month > 2 ? month - 3 : month + 9;
            int dayOfMarchYear = (153 * marchMonth + 2) / 5 + day - 1;
            int leapDays = Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
            return 365L * marchYear + leapDays + dayOfMarchYear - 719_468;
        }

        private static int secondOfDay(String text) {
            int hour = digits(text, 11, 2);
            int minute = digits(text, 14, 2);
            int second = digits(text, 17, 2);
            boolean shaped = text.charAt(13) == ':' && text.charAt(16) == ':';
            boolean valid = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
            return shaped && valid ? (hour * 60 + minute) * 60 + second : -1;
        }

        private static int offsetSeconds(String text, int at) {
            char sign = text.charAt(at);
            int hours = digits(text, at + 1, 2);
            int minutes = digits(text, at + 4, 2);
            boolean shaped = (sign == '+' || sign == '-') && text.charAt(at + 3) == ':';
            if (!shaped || hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
                return Integer.MIN_VALUE;
            }
            int seconds = (hours * 60 + minutes) * 60;
            return sign == '+' ? seconds : -seconds;
        }

        /** The number in the given digits, or -1 if one of them is none. */
        private static int digits(String text, int from, int count) {
            int value = 0;
            for (int i = from; i < from + count; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                value = value * 10 + digit;
            }
            return value;
        }
    }

    /** Local times of one zone in a pattern; a date that does not exist, as 31 February, is unreadable. */
    final class LocalPattern implements LogTime {

        private final String pattern;
        private final DateTimeFormatter formatter;
        private final ZoneId zone;

        private LocalPattern(String pattern, DateTimeFormatter formatter, ZoneId zone) {
            this.pattern = pattern;
            this.formatter = formatter;
            this.zone = zone;
        }

        private static LocalPattern of(String pattern, ZoneId zone) {
            // A strict formatter wants an era with y, and takes u alone for the same year.
            String withoutEra = pattern.indexOf('G') >= 0 ? pattern : yearsWithoutEra(pattern);
            DateTimeFormatter formatter =
                    DateTimeFormatter.ofPattern(withoutEra, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
            checkArgument(readsItsOwnTimes(formatter), "%s does not give a date and a time of day", pattern);
            return new LocalPattern(pattern, formatter, zone);
        }

        private static String yearsWithoutEra(String pattern) {
            StringBuilder result = new StringBuilder(pattern.length());
            boolean quoted = false;
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                quoted ^= c == '\'';
                result.append(!quoted && c == 'y' ? 'u' : c);
            }
            return result.toString();
        }

        private static boolean readsItsOwnTimes(DateTimeFormatter formatter) {
            LocalDateTime sample = LocalDateTime.of(2021, 11, 23, 14, 0);
            try {
                return LocalDateTime.parse(formatter.format(sample), formatter).equals(sample);
            } catch (DateTimeException incomplete) {
                return false;
            }
        }

        @Override
        public Optional<Instant> parse(String text) {
            return local(text).map(local -> local.atZone(zone).toInstant());
        }

        @Override
        public Optional<Instant> parseAfter(Instant earlier, String text) {
            return local(text).map(local -> {
                ZonedDateTime first = local.atZone(zone);
                boolean back = first.toInstant().isBefore(earlier);
                return (back ? first.withLaterOffsetAtOverlap() : first).toInstant();
            });
        }

        private Optional<LocalDateTime> local(String text) {
            try {
                return Optional.of(LocalDateTime.parse(text, formatter));
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public ZoneId zone() {
            return zone;
        }

        @Override
        public String describe() {
            return pattern + " in " + zone;
        }
    }
}
