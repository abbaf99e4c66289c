package dk.sagsflow.examples.sagsflow.log.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** How a log writes its times. Immutable. */
public sealed interface LogTime permits IsoTime, PatternTime, NumberTime {

    /** The instant that a text means; empty when the text is not in this format or no such date exists. */
    Optional<Instant> parse(String text);

    /**
     * As {@link #parse(String)}, for a row that follows another one. The earlier row decides only where a local time
     * occurs twice, when clocks go back.
     */
    default Optional<Instant> parseAfter(Instant earlier, String text) {
        return parse(text);
    }

    /** Whether a text means a local time that never was, because clocks went forward; it is read as later by as much. */
    default boolean skipped(String text) {
        return false;
    }

    /** The zone in which times are told; UTC where they carry their offset. */
    ZoneId zone();

    /** The expected format in words, for messages. */
    String describe();

    /** Whether day and month are both numbers, so that one may be taken for the other. */
    default boolean confusable() {
        return false;
    }

    /** ISO 8601 with an offset from UTC. */
    static LogTime isoOffset() {
        return new IsoTime(Optional.empty());
    }

    /** ISO 8601, in this zone where a time says no offset of its own; a date alone is its first moment. */
    static LogTime iso(ZoneId zone) {
        return new IsoTime(Optional.of(zone));
    }

    /**
     * Times in a pattern of {@link java.time.format.DateTimeFormatter}, names in English, large and small letters alike. A
     * time that says its offset means that; a date alone is its first moment.
     *
     * @param zone of the times that say no offset
     * @throws IllegalArgumentException if the pattern is invalid, gives no date, or gives local times and there is no zone
     */
    static LogTime pattern(String pattern, Optional<ZoneId> zone) {
        return PatternTime.of(pattern, zone, false);
    }

    /** The same with names in Danish. */
    static LogTime danishPattern(String pattern, Optional<ZoneId> zone) {
        return PatternTime.of(pattern, zone, true);
    }

    /** Seconds since 1970 in UTC. */
    static LogTime epochSeconds() {
        return new NumberTime(NumberTime.Count.EPOCH_SECONDS, ZoneOffset.UTC);
    }

    /** Milliseconds since 1970 in UTC. */
    static LogTime epochMilliseconds() {
        return new NumberTime(NumberTime.Count.EPOCH_MILLISECONDS, ZoneOffset.UTC);
    }

    /** Days since the end of 1899 in local time, as spreadsheets count. */
    static LogTime spreadsheet(ZoneId zone) {
        return new NumberTime(NumberTime.Count.SPREADSHEET_DAYS, zone);
    }
}
