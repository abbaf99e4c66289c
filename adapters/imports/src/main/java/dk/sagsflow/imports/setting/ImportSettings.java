package dk.sagsflow.imports.setting;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What an export does not say and an import must know. What is not set is guessed, and the report says so. Immutable.
 *
 * @param zone the zone of hours that name none
 * @param calendar which schedule counts where the other system decides it elsewhere, by its id or name
 */
public record ImportSettings(Optional<ZoneId> zone, Optional<String> calendar) {
    /** Refuses null. */
    public ImportSettings {
        requireNonNull(zone, "zone");
        requireNonNull(calendar, "calendar");
    }

    /** Nothing is set. */
    public static ImportSettings standard() {
        return new ImportSettings(Optional.empty(), Optional.empty());
    }

    /** The same with this zone. */
    public ImportSettings inZone(ZoneId value) {
        return new ImportSettings(Optional.of(value), calendar);
    }

    /** The same with this schedule. */
    public ImportSettings withCalendar(String value) {
        return new ImportSettings(zone, Optional.of(value));
    }
}
