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
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        try {
            return switch (count) {
                case EPOCH_SECONDS -> Optional.of(instant(number));
                case EPOCH_MILLISECONDS -> Optional.of(instant(number.divide(MILLIS)));
                case SPREADSHEET_DAYS -> days(number);
            };
        } catch (DateTimeException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    private static Instant instant(BigDecimal seconds) {
        BigDecimal whole = new BigDecimal(seconds.toBigInteger());
        long nanos = seconds.subtract(whole).multiply(NANOS).longValue();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }

    /** Spreadsheets keep 15 digits, which is not quite a millisecond: to the second. */
    private Optional<Instant> days(BigDecimal days) {
        if (days.compareTo(FIRST_SURE_DAY) < 0) {
            return Optional.empty();
        }
        long seconds =
                days.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Optional.of(SPREADSHEETS_BEGIN.plusSeconds(seconds).atZone(zone).toInstant());
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
