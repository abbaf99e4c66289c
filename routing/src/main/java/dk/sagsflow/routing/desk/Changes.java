package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What is stored with new events of a case: when a sweep must look at it next, and who is told. */
final class Changes {
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

    /** The first events of a case. */
    CaseChange registration(ImmutableList<CaseEvent> events) {
        return change(ImmutableList.of(), SupportCase.of(events), events);
    }

    /**
     * Further events of a case.
     *
     * @param history everything that happened before
     * @param after the case with the new events
     */
    CaseChange change(ImmutableList<CaseEvent> history, SupportCase after, ImmutableList<CaseEvent> events) {
        boolean erased = events.stream().anyMatch(CaseEvent.PersonalDataErased.class::isInstance);
        ImmutableList<CaseEvent> all = ImmutableList.<CaseEvent>builder()
                .addAll(history)
                .addAll(events)
                .build();
        return new CaseChange(
                after.number(),
                history.size(),
                events,
                nextDue(after, all, after.changedAt()),
                erased ? ImmutableList.of() : notifications.of(after, events),
                erased ? Optional.of(PersonalData.erasedFrom(history, this::supporter)) : Optional.empty());
    }

    /** Nothing but another time at which a sweep looks at the case: the first after an instant. */
    CaseChange postponed(ImmutableList<CaseEvent> history, SupportCase current, Instant now) {
        return new CaseChange(
                current.number(),
                history.size(),
                ImmutableList.of(),
                nextDue(current, history, now),
                ImmutableList.of(),
                Optional.empty());
    }

    /** The case with these events. */
    static SupportCase fold(SupportCase before, ImmutableList<CaseEvent> events) {
        SupportCase after = before;
        for (CaseEvent event : events) {
            after = after.after(event);
        }
        return after;
    }

    private Optional<Instant> nextDue(SupportCase after, ImmutableList<CaseEvent> history, Instant now) {
        return Stream.of(
                        after.hold().flatMap(SupportCase.Hold::until),
                        thresholds.nextDue(history, now),
                        followUps.nextDue(history, now),
                        assignments.nextAttempt(after, now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private boolean supporter(ActorId id) {
        return id.equals(Actor.sagsflow().id())
                || directory
                        .actor(id)
                        .filter(actor -> actor.customer().isEmpty())
                        .isPresent();
    }
}
