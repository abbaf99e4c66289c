package dk.sagsflow.routing.notice;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.routing.operation.DigestSchedule;
import dk.sagsflow.routing.template.NotificationTemplates;
import java.time.ZoneId;

/**
 * How a desk writes to people. Immutable.
 *
 * @param templates by which texts
 * @param zone in the time of which zone
 * @param subscriptions who wishes to be told, and how
 * @param digest when what goes out together is sent
 */
public record Correspondence(
        NotificationTemplates templates, ZoneId zone, Subscriptions subscriptions, DigestSchedule digest) {
    /** Refuses null. */
    public Correspondence {
        requireNonNull(templates, "templates");
        requireNonNull(zone, "zone");
        requireNonNull(subscriptions, "subscriptions");
        requireNonNull(digest, "digest");
    }
}
