package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;

/**
 * An address from which mail came back, so that nothing is sent there until its owner confirms it or another one. Immutable.
 *
 * @param actor whose it is
 * @param address the address
 * @param reason what the mail system said
 * @param at since when
 */
public record SetAsideAddress(ActorId actor, String address, String reason, Instant at) {
    /** Refuses null. */
    public SetAsideAddress {
        requireNonNull(actor, "actor");
        requireNonNull(address, "address");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }
}
