package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of the host's own that is stored in the same step as what happens to a case, and delivered as notifications are:
 * at least once, in the order of its lane, tried again when it fails, given up in the end. Immutable.
 *
 * @param id tells repeats apart
 * @param lane what it must not overtake
 * @param topic who carries it: the name under which a host has given a {@link MessageCarrier} to the desk
 * @param payload what is to be carried
 * @param at when it was written
 * @param notBefore from when on it may be sent; empty if at once
 * @param about the case that it is about: erasing that drops it while it waits; empty if it is about none
 */
public record HostMessage(
        MessageId id,
        Lane lane,
        String topic,
        String payload,
        Instant at,
        Optional<Instant> notBefore,
        Optional<CaseNumber> about)
        implements OutgoingMessage {
    /** Refuses null. */
    public HostMessage {
        requireNonNull(id, "id");
        requireNonNull(lane, "lane");
        requireNonNull(topic, "topic");
        requireNonNull(payload, "payload");
        requireNonNull(at, "at");
        requireNonNull(notBefore, "notBefore");
        requireNonNull(about, "about");
    }

    @Override
    public boolean inDigest() {
        return false;
    }
}
