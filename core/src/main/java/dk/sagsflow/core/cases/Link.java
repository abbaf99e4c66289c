package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;
import java.util.Optional;

/**
 * A group that has taken responsibility for a case and has not given it back. Immutable.
 *
 * @param station the group and its tier
 * @param since when the case came to it first, to answer for
 * @param visitBegan when the case came to it last, to work on: later than {@code since} once an answer came back to it
 * @param acceptedAt when somebody there accepted it first; empty until then
 * @param assignee who works on it there; empty while it is queued
 * @param returned whether the case came back to whoever has it, and was not taken on or given to anybody since
 * @param supplierContactDocumented whether contact with a supplier was documented while this link stood (R09)
 */
public record Link(
        Station station,
        Instant since,
        Instant visitBegan,
        Optional<Instant> acceptedAt,
        Optional<ActorId> assignee,
        boolean returned,
        boolean supplierContactDocumented) {
    /** Refuses null. */
    public Link {
        requireNonNull(station, "station");
        requireNonNull(since, "since");
        requireNonNull(visitBegan, "visitBegan");
        requireNonNull(acceptedAt, "acceptedAt");
        requireNonNull(assignee, "assignee");
    }

    static Link begun(Station station, Instant since) {
        return new Link(station, since, since, Optional.empty(), Optional.empty(), false, false);
    }

    Link accepted(Instant at, ActorId by) {
        return new Link(
                station,
                since,
                visitBegan,
                Optional.of(acceptedAt.orElse(at)),
                Optional.of(by),
                false,
                supplierContactDocumented);
    }

    Link nobodys() {
        return new Link(station, since, visitBegan, acceptedAt, Optional.empty(), false, supplierContactDocumented);
    }

    Link withSupplierContact() {
        return new Link(station, since, visitBegan, acceptedAt, assignee, returned, true);
    }

    Link backAt(Instant at) {
        return new Link(station, since, at, acceptedAt, assignee, assignee.isPresent(), supplierContactDocumented);
    }
}
