package dk.sagsflow.examples.sagsflow.log.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as numbers of what has passed since a moment. */
final class NumberTime implements LogTime {
    private static final LocalDateTime SPREADSHEETS_BEGIN =
            LocalDate.of(1899, 12, 30).atStartOfDay();
    /** Before it, spreadsheets count a day that never was. */
    private static final BigDecimal FIRST_SURE_DAY = BigDecimal.valueOf(61);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,15})?");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private final Count count;
    private final ZoneId zone;

    /** What is counted. */
    enum Count {
        EPOCH_SECONDS("seconds since 1970, as 1186992000"),
        EPOCH_MILLISECONDS("milliseconds since 1970, as 1186992000000"),
        SPREADSHEET_DAYS("days as spreadsheets count them, as 39307.34");

        private final String words;

        Count(String words) {
            this.words = words;
        }
    }

    NumberTime(Count count, ZoneId zone) {
        this.count = count;
        this.zone = zone;
    }

    @Override
    public Optional<Instant> parse(String text) {
        if (count == Count.SPREADSHEET_DAYS) {
            return local(text).map(at -> at.atZone(zone).toInstant());
        }
        try {
            return number(text)
                    .map(number -> count == Count.EPOCH_SECONDS ? instant(number) : instant(number.divide(MILLIS)));
        } catch (DateTimeException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> parseAfter(Instant earlier, String text) {
        Optional<Instant> first = parse(text);
        return count == Count.SPREADSHEET_DAYS && first.filter(earlier::isAfter).isPresent()
                ? local(text)
                        .map(at -> at.atZone(zone).withLaterOffsetAtOverlap().toInstant())
                : first;
    }

    @Override
    public boolean skipped(String text) {
        return count == Count.SPREADSHEET_DAYS
                && local(text)
                        .filter(at -> zone.getRules().getValidOffsets(at).isEmpty())
                        .isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    private static Instant instant(BigDecimal seconds) {
        BigDecimal whole = new BigDecimal(seconds.toBigInteger());
        long nanos = seconds.subtract(whole).multiply(NANOS).longValue();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }

    /** Spreadsheets keep 15 digits, which is not quite a millisecond: to the second. */
    private static Optional<LocalDateTime> local(String text) {
        try {
            return number(text)
                    .filter(days -> days.compareTo(FIRST_SURE_DAY) >= 0)
                    .map(days -> SPREADSHEETS_BEGIN.plusSeconds(days.multiply(SECONDS_OF_DAY)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact()));
        } catch (DateTimeException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public String describe() {
        return count == Count.SPREADSHEET_DAYS ? count.words + " in " + zone : count.words;
    }
}
