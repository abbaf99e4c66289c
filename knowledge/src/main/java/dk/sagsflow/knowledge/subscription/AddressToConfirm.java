package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;

/**
 * An address that somebody reported: the host mails the token there, and nowhere else. It is told this once. Immutable.
 *
 * @param actor whose it is
 * @param address where the token goes
 * @param token what {@link TopicSubscriptions#confirmAddress} takes
 * @param until when it is taken no longer
 */
public record AddressToConfirm(ActorId actor, String address, String token, Instant until) {
    /** Refuses null. */
    public AddressToConfirm {
        requireNonNull(actor, "actor");
        requireNonNull(address, "address");
        requireNonNull(token, "token");
        requireNonNull(until, "until");
    }

    /** Without token and address, so that no log has them. */
    @Override
    public String toString() {
        return "AddressToConfirm[actor=" + actor + ", until=" + until + "]";
    }
}
