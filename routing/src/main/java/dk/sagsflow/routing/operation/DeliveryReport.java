package dk.sagsflow.routing.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.notification.DeadLetter;

/**
 * What a delivery did. Immutable.
 *
 * @param sent how many notifications were sent
 * @param postponed how many failed and are tried again later
 * @param dead those that failed once too often, each with its last failure
 * @param mayBeMore whether it ended at its limit; otherwise nothing else could be sent now
 */
public record DeliveryReport(int sent, int postponed, ImmutableList<DeadLetter> dead, boolean mayBeMore) {
    /** Refuses null. */
    public DeliveryReport {
        requireNonNull(dead, "dead");
    }

    /** How many notifications were looked at. */
    public int tried() {
        return sent + postponed + dead.size();
    }
}
