package dk.sagsflow.imports.zendesk;

import java.time.ZoneId;
import java.util.ResourceBundle;

/** Zones as Zendesk names them, by their cities. */
final class RailsZones {
    private static final ResourceBundle NAMES = ResourceBundle.getBundle("dk.sagsflow.imports.zendesk.zones");

    private RailsZones() {}

    /** The zone of this name, or with this id. */
    static ZoneId zone(String name) {
        String key = name.strip().replace(' ', '_');
        return ZoneId.of(NAMES.containsKey(key) ? NAMES.getString(key) : name.strip());
    }
}
