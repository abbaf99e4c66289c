package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is stored with new events of a case: when a sweep must look at it next, and who is told. */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final Directory directory;
    private final NotificationRules notifications;
    private final Thresholds thresholds;
    private final FollowUps followUps;
    private final Assignments assignments;

    Changes(
            Directory directory,
            NotificationRules notifications,
            Thresholds thresholds,
            FollowUps followUps,
            Assignments assignments) {
        this.directory = directory;
        this.notifications = notifications;
        this.thresholds = thresholds;
        this.followUps = followUps;
        this.assignments = assignments;
    }

    /** What happens next to a case of which everything so far is stored. */
    PreparedChange prepared(CaseHistory stored, ImmutableList<CaseEvent> events) {
        return prepared(stored.followedBy(events), stored.events().size());
    }

    /**
     * New events of a case.
     *
     * @param history all events, the new ones last
     * @param stored how many of them are stored already
     */
    PreparedChange prepared(CaseHistory history, int stored) {
        ImmutableList<CaseEvent> events =
                history.events().subList(stored, history.events().size());
        boolean erased = events.stream().anyMatch(CaseEvent.PersonalDataErased.class::isInstance);
        SupportCase after = history.latest();
        CaseChange change = new CaseChange(
                after.number(),
                stored,
                events,
                after.setAside().isPresent() ? Optional.empty() : nextDueOrNow(history),
                erased ? ImmutableList.of() : notifications.of(history, stored),
                erased
                        ? Optional.of(PersonalData.erasedFrom(history.events().subList(0, stored), this::supporter))
                        : Optional.empty());
        return new PreparedChange(change, after);
    }

    /** A case whose clocks cannot be read can be worked on all the same; a sweep finds out and sets it aside. */
    private Optional<Instant> nextDueOrNow(CaseHistory history) {
        SupportCase after = history.latest();
        try {
            return nextDue(history, after.changedAt());
        } catch (RuntimeException failure) {
            LOG.warn("the clocks of case {} cannot be read; a sweep will look at it", after.number(), failure);
            return Optional.of(after.changedAt());
        }
    }

    /** When a sweep finds something to do if nothing happens to the case before; that may be past already. */
    Optional<Instant> nextDue(CaseHistory history, Instant now) {
        SupportCase current = history.latest();
        return earliest(ImmutableList.of(
                current.hold().flatMap(SupportCase.Hold::until),
                thresholds.nextDue(history, now),
                followUps.nextDue(history, now),
                assignments.nextAttempt(current, now)));
    }

    private static Optional<Instant> earliest(ImmutableList<Optional<Instant>> times) {
        Optional<Instant> earliest = Optional.empty();
        for (Optional<Instant> time : times) {
            if (earliest.isEmpty() || (time.isPresent() && time.get().isBefore(earliest.get()))) {
                earliest = time;
            }
        }
        return earliest;
    }

    private boolean supporter(ActorId id) {
        return id.equals(Actor.sagsflow().id())
                || directory
                        .actor(id)
                        .filter(actor -> actor.customer().isEmpty())
                        .isPresent();
    }
}
