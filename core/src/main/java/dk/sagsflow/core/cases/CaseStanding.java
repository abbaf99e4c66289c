package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a case stands after its latest event. What most events change stands together, so that a case is copied once for each.
 * Immutable.
 *
 * @param latest what its latest event says of itself: when it happened, and whose doing it was
 * @param happenedUntil until when things happened to it, what programs put on record about it apart: a report of something
 *     earlier comes too late to be told in order
 * @param status where it stands
 * @param chain who answers for it
 * @param hold the hold that it is on, if it is
 */
record CaseStanding(
        EventHeader latest,
        Instant happenedUntil,
        CaseStatus status,
        ResponsibilityChain chain,
        Optional<SupportCase.Hold> hold) {
    /** Refuses null. */
    CaseStanding {
        requireNonNull(latest, "latest");
        requireNonNull(happenedUntil, "happenedUntil");
        requireNonNull(status, "status");
        requireNonNull(chain, "chain");
        requireNonNull(hold, "hold");
    }

    /** In the queue of whom it came to first. */
    static CaseStanding begun(CaseEvent.Registered event) {
        ResponsibilityChain chain = ResponsibilityChain.empty().push(Link.begun(event.station(), event.occurredAt()));
        return new CaseStanding(event.header(), event.occurredAt(), CaseStatus.QUEUED, chain, Optional.empty());
    }

    /** The same after one more event, that nothing follows from yet. */
    CaseStanding after(CaseEvent event) {
        boolean happened = !event.ownRecord() && event.occurredAt().isAfter(happenedUntil);
        return new CaseStanding(event.header(), happened ? event.occurredAt() : happenedUntil, status, chain, hold);
    }

    /** On hold. */
    CaseStanding onHold(SupportCase.Hold begun) {
        return new CaseStanding(latest, happenedUntil, CaseStatus.ON_HOLD, chain, Optional.of(begun));
    }

    /** Whoever has it works on it. */
    CaseStanding inProgress(ResponsibilityChain accepted) {
        return new CaseStanding(latest, happenedUntil, CaseStatus.IN_PROGRESS, accepted, hold);
    }

    /** Whoever has it put something on record about it. */
    CaseStanding noted(ResponsibilityChain noted) {
        return new CaseStanding(latest, happenedUntil, status, noted, hold);
    }

    /** With whoever these end with, no longer on hold: in the queue, or as somebody there had it before. */
    CaseStanding with(ResponsibilityChain holders) {
        boolean had = holders.working().flatMap(Link::assignee).isPresent();
        return new CaseStanding(
                latest, happenedUntil, had ? CaseStatus.IN_PROGRESS : CaseStatus.QUEUED, holders, Optional.empty());
    }

    /** With nobody any more. */
    CaseStanding over(CaseStatus end) {
        return new CaseStanding(latest, happenedUntil, end, ResponsibilityChain.empty(), Optional.empty());
    }
}
