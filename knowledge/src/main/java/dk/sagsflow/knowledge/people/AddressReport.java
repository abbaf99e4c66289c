package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;

/**
 * An address that somebody reported: what the host mails there, so that whoever reads it can confirm it. The token is told this
 * once and kept nowhere. Immutable.
 *
 * @param person whose it is
 * @param address where the token goes, and nowhere else
 * @param token what {@link PeopleBook#confirmAddress} takes
 * @param until when it is taken no longer
 */
public record AddressReport(ActorId person, String address, String token, Instant until) {
    /** Refuses null. */
    public AddressReport {
        requireNonNull(person, "person");
        requireNonNull(address, "address");
        requireNonNull(token, "token");
        requireNonNull(until, "until");
    }

    /** Without the token, so that no log has it. */
    @Override
    public String toString() {
        return "AddressReport[person=" + person + ", until=" + until + "]";
    }
}
