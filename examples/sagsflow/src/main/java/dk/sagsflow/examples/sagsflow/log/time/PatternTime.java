package dk.sagsflow.examples.sagsflow.log.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times in a pattern; a date that does not exist, as 31 February, is unreadable. */
final class PatternTime implements LogTime {
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2021, 11, 23, 14, 0);
    private static final ZoneId SAMPLE_ZONE = ZoneId.of("Europe/Athens");
    private static final Pattern DAY_AND_MONTH_IN_NUMBERS = Pattern.compile("(?=.*d)(?=.*M)(?!.*MMM).*");

    private final String pattern;
    private final DateTimeFormatter formatter;
    private final Optional<ZoneId> local;
    private final boolean danish;

    private PatternTime(String pattern, DateTimeFormatter formatter, Optional<ZoneId> local, boolean danish) {
        this.pattern = pattern;
        this.formatter = formatter;
        this.local = local;
        this.danish = danish;
    }

    static PatternTime of(String pattern, Optional<ZoneId> zone, boolean danish) {
        // A strict formatter wants an era with y, and takes u alone for the same year.
        String withoutEra = pattern.indexOf('G') >= 0 ? pattern : yearsWithoutEra(pattern);
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withoutEra)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        checkArgument(
                readsItsOwn(formatter, false) || readsItsOwn(formatter, true), "%s does not give a date", pattern);
        checkArgument(
                zone.isPresent() || !readsItsOwn(formatter, false),
                "%s gives times without an offset, so a zone is needed, as Europe/Copenhagen",
                pattern);
        return new PatternTime(pattern, formatter, zone, danish);
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

    private static boolean readsItsOwn(DateTimeFormatter formatter, boolean withOffset) {
        TemporalAccessor sample = withOffset ? SAMPLE.atZone(SAMPLE_ZONE) : SAMPLE;
        try {
            TemporalAccessor read = formatter.parse(formatter.format(sample));
            return SAMPLE.toLocalDate().equals(read.query(TemporalQueries.localDate()));
        } catch (DateTimeException incomplete) {
            return false;
        }
    }

    @Override
    public Optional<Instant> parse(String text) {
        return read(text).flatMap(read -> instant(read, Optional.empty()));
    }

    @Override
    public Optional<Instant> parseAfter(Instant earlier, String text) {
        return read(text).flatMap(read -> instant(read, Optional.of(earlier)));
    }

    private Optional<TemporalAccessor> read(String text) {
        try {
            return Optional.of(formatter.parse(danish ? DanishNames.inEnglish(text) : text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public boolean skipped(String text) {
        Optional<TemporalAccessor> read = read(text);
        return read.isPresent()
                && !read.get().isSupported(ChronoField.OFFSET_SECONDS)
                && at(read.get())
                        .flatMap(at ->
                                zone(read.get()).map(zone -> zone.getRules().getValidOffsets(at)))
                        .filter(List::isEmpty)
                        .isPresent();
    }

    private static Optional<LocalDateTime> at(TemporalAccessor read) {
        LocalTime time = read.query(TemporalQueries.localTime());
        return Optional.ofNullable(read.query(TemporalQueries.localDate()))
                .map(date -> date.atTime(time == null ? LocalTime.MIDNIGHT : time));
    }

    private Optional<ZoneId> zone(TemporalAccessor read) {
        ZoneId said = read.query(TemporalQueries.zone());
        return said == null ? local : Optional.of(said);
    }

    private Optional<Instant> instant(TemporalAccessor read, Optional<Instant> earlier) {
        Optional<LocalDateTime> at = at(read);
        return read.isSupported(ChronoField.OFFSET_SECONDS)
                ? at.map(local -> local.toInstant(ZoneOffset.ofTotalSeconds(read.get(ChronoField.OFFSET_SECONDS))))
                : at.flatMap(local -> zone(read).map(zone -> inZone(local.atZone(zone), earlier)));
    }

    private static Instant inZone(ZonedDateTime first, Optional<Instant> earlier) {
        boolean back = earlier.filter(first.toInstant()::isBefore).isPresent();
        return (back ? first.withLaterOffsetAtOverlap() : first).toInstant();
    }

    @Override
    public ZoneId zone() {
        return local.orElse(ZoneOffset.UTC);
    }

    @Override
    public String describe() {
        return pattern + local.map(zone -> " in " + zone).orElse("");
    }

    @Override
    public boolean confusable() {
        return DAY_AND_MONTH_IN_NUMBERS.matcher(pattern).matches();
    }
}
