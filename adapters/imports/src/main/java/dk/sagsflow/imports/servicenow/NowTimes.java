package dk.sagsflow.imports.servicenow;

import com.google.common.base.Splitter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How times and durations are written there. */
final class NowTimes {
    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private NowTimes() {}

    /** A duration: {@code 1970-01-01 04:00:00}, as time since 1970, or {@code 0 04:00:00}, as days and time. */
    static Duration duration(String text) {
        List<String> parts = Splitter.on(' ').splitToList(text);
        if (parts.size() != 2) {
            throw new IllegalArgumentException(text);
        }
        if (parts.get(0).matches("\\d{1,6}")) {
            Duration time = Duration.between(EPOCH, LocalDateTime.parse("1970-01-01T" + parts.get(1)));
            return time.plusDays(Long.parseLong(parts.get(0)));
        }
        return Duration.between(EPOCH, LocalDateTime.parse(parts.get(0) + "T" + parts.get(1)));
    }

    /** A time of a schedule: {@code 20260101T080000}, with a {@code Z} or without, or {@code 2026-01-01 08:00:00}. */
    static LocalDateTime moment(String text) {
        String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return plain.contains(" ") ? LocalDateTime.parse(plain.replace(' ', 'T')) : LocalDateTime.parse(plain, COMPACT);
    }
}
