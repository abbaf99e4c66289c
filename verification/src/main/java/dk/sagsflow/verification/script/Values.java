package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.routing.configuration.SupportModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times and amounts as scenarios write them. Immutable.
 *
 * @param zone where times without an offset are meant
 */
public record Values(ZoneId zone) {
    /** What stands for nothing. */
    public static final String NONE = "none";

    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d)");
    private static final Pattern WORDS = Pattern.compile("(?:(\\d+) ?h)? ?(?:(\\d+) ?min)?");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    /** Refuses null. */
    public Values {
        requireNonNull(zone, "zone");
    }

    /** The zone in which most people of a model think: that of its first target. */
    public static ZoneId zoneOf(SupportModel model) {
        return model.agreements().all().stream()
                .flatMap(agreement -> agreement.targets().stream())
                .map(target -> target.calendar().zone())
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    /**
     * What a field of the organisation's own holds.
     *
     * @throws java.time.DateTimeException if it is to hold a date and this is none
     * @throws IllegalArgumentException if it is to hold something else and this is none, or out of bounds
     */
    public static AttributeValue attribute(AttributeType type, String text) {
        return switch (type) {
            case TEXT -> new AttributeValue.Text(text);
            case NUMBER -> new AttributeValue.Decimal(new BigDecimal(text));
            case YES_NO -> new AttributeValue.YesNo(text.equals("yes"));
            case DATE -> new AttributeValue.Date(LocalDate.parse(text));
            case CHOICE -> new AttributeValue.Choice(text);
        };
    }

    /** Such as 2007-09-03T08:10, 2007-09-03 08:10 or 2007-09-03T08:10+02:00. */
    public Instant time(String text) {
        String iso = text.strip().replace(' ', 'T');
        Instant time = OFFSET.matcher(iso).matches()
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
        return Bounds.instant("time", time);
    }

    /** As short as it can be said: without offset unless the local time comes twice. */
    public String text(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        String shown = local.getSecond() == 0 && local.getNano() == 0
                ? local.toLocalDateTime().toString()
                : LOCAL.format(local);
        return twice ? shown + local.getOffset() : shown;
    }

    /** Such as PT4H30M, 4 h 30 min or 2 h. */
    public static Duration duration(String text) {
        Matcher words = WORDS.matcher(text.strip());
        Duration duration = words.matches() && (words.group(1) != null || words.group(2) != null)
                ? Duration.ofHours(number(words.group(1))).plusMinutes(number(words.group(2)))
                : Duration.parse(text.strip());
        return Bounds.duration("amount", duration);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
