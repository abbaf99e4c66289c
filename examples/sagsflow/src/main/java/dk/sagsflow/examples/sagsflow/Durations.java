package dk.sagsflow.examples.sagsflow;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
final class Durations {
    private Durations() {}

    /** Hours and minutes, however many hours; ISO 8601 if they are not whole minutes. */
    static String inHours(Duration duration) {
        boolean wholeMinutes = duration.equals(Duration.ofMinutes(duration.toMinutes()));
        return wholeMinutes
                ? String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart())
                : duration.toString();
    }

    /** Days and hours, or hours and minutes below a day. */
    static String inWords(Duration duration) {
        return duration.toDays() > 0
                ? String.format(Locale.ROOT, "%,d d %02d h", duration.toDays(), duration.toHoursPart())
                : String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
    }
}
