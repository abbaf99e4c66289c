package dk.sagsflow.examples.sagsflow.log.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ISO 8601: the usual widths by hand, everything else by the JDK, with the same results. A blank may stand for the T, and an
 * offset may have no colon or no minutes.
 */
final class IsoTime implements LogTime {
    private static final int DATE_WIDTH = 10;
    private static final int SECONDS_END = 19;
    private static final int OFFSET_WIDTH = 6;
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)?$");

    /** Of the times that say no offset; empty if all do. */
    private final Optional<ZoneId> local;

    IsoTime(Optional<ZoneId> local) {
        this.local = local;
    }

    @Override
    public Optional<Instant> parse(String text) {
        Optional<Instant> fast = parseUsualWidth(text);
        if (fast.isPresent()) {
            return fast;
        }
        Optional<Instant> exact = parseByFormatter(text);
        return exact.isPresent() || local.isEmpty()
                ? exact
                : local(text).map(time -> time.atZone(local.get()).toInstant());
    }

    @Override
    public Optional<Instant> parseAfter(Instant earlier, String text) {
        Optional<Instant> at = parse(text);
        Optional<ZonedDateTime> twice = local.flatMap(zone -> local(text).map(time -> time.atZone(zone)));
        return twice.isPresent() && twice.get().toInstant().isBefore(earlier)
                ? Optional.of(twice.get().withLaterOffsetAtOverlap().toInstant())
                : at;
    }

    @Override
    public boolean skipped(String text) {
        return local.isPresent()
                && parseByFormatter(text).isEmpty()
                && local(text)
                        .filter(at -> local.get().getRules().getValidOffsets(at).isEmpty())
                        .isPresent();
    }

    @Override
    public String describe() {
        return local.isEmpty()
                ? "ISO 8601 with an offset, as 2026-03-01T08:15:00+01:00"
                : "ISO 8601, as 2026-03-01T08:15:00, in " + local.get();
    }

    @Override
    public ZoneId zone() {
        return local.orElse(ZoneOffset.UTC);
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
            return Optional.of(OffsetDateTime.parse(usual(text)).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(
                    text.length() == DATE_WIDTH
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(withT(text)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String withT(String text) {
        return text.length() > DATE_WIDTH && text.charAt(DATE_WIDTH) == ' '
                ? text.substring(0, DATE_WIDTH) + 'T' + text.substring(DATE_WIDTH + 1)
                : text;
    }

    /** As the JDK wants it. */
    private static String usual(String text) {
        String joined = withT(text);
        int time = Math.min(joined.length(), DATE_WIDTH + 1);
        String compact = joined.substring(0, time) + joined.substring(time).replace(" ", "");
        return compact.length() > DATE_WIDTH + 5
                ? SHORT_OFFSET
                        .matcher(compact)
                        .replaceFirst(found -> found.group(1) + ":" + (found.group(2) == null ? "00" : found.group(2)))
                : compact;
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
