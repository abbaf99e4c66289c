package dk.sagsflow.routing.due;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.routing.assignment.Assignments;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a sweep must look at each case of a step next. */
public final class NextDue {
    private static final Logger LOG = LoggerFactory.getLogger(NextDue.class);

    private final Thresholds thresholds;
    private final FollowUps followUps;
    private final Assignments assignments;

    /** The earliest of what these say. */
    public NextDue(Thresholds thresholds, FollowUps followUps, Assignments assignments) {
        this.thresholds = thresholds;
        this.followUps = followUps;
        this.assignments = assignments;
    }

    /** The draft, with when each of its cases is due; one that is set aside is not. */
    public StepDraft withNextDue(StepDraft draft) {
        return draft.withEach(each ->
                each.dueAt(each.after().setAside().isPresent() ? Optional.empty() : nextDueOrNow(each, draft.now())));
    }

    /** A case whose clocks cannot be read can be worked on all the same; a sweep finds out and sets it aside. */
    private Optional<Instant> nextDueOrNow(CaseDraft draft, Instant now) {
        SupportCase after = draft.after();
        Instant from = draft.added().isEmpty() ? now : after.changedAt();
        try {
            return nextDue(draft.history(), from);
        } catch (RuntimeException failure) {
            LOG.warn("the clocks of case {} cannot be read; a sweep will look at it", after.number(), failure);
            return Optional.of(after.changedAt());
        }
    }

    /** When a sweep finds something to do if nothing happens to the case before; that may be past already. */
    private Optional<Instant> nextDue(CaseHistory history, Instant now) {
        SupportCase current = history.latest();
        return ImmutableList.of(
                        current.hold().flatMap(SupportCase.Hold::until),
                        current.untold().isEmpty() ? Optional.<Instant>empty() : Optional.of(current.changedAt()),
                        thresholds.nextDue(history, now),
                        followUps.nextDue(history, now),
                        assignments.nextAttempt(current, now))
                .stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
