package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.followup.FollowUpDue;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a sweep does with a case that has come due: puts thresholds and follow-up rules on record and does what they ask
 * for, ends a hold whose date has come.
 */
final class DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final ActorId SAGSFLOW = Actor.sagsflow().id();

    private final CaseRepository repository;
    private final Storing storing;
    private final Histories histories;
    private final CaseDecisions decisions;
    private final Changes changes;
    private final Thresholds thresholds;
    private final Escalations escalations;
    private final FollowUps followUps;
    private final HandOverGuard guard;
    private final Assignments assignments;

    DueWork(
            CaseRepository repository,
            Storing storing,
            Histories histories,
            CaseDecisions decisions,
            Changes changes,
            Thresholds thresholds,
            Escalations escalations,
            FollowUps followUps,
            HandOverGuard guard,
            Assignments assignments) {
        this.repository = repository;
        this.storing = storing;
        this.histories = histories;
        this.decisions = decisions;
        this.changes = changes;
        this.thresholds = thresholds;
        this.escalations = escalations;
        this.followUps = followUps;
        this.guard = guard;
        this.assignments = assignments;
    }

    /** Does what has come due; others may have done it meanwhile, and then there is nothing to do. */
    Outcome<SupportCase> handle(CaseNumber number, Instant now) {
        return Retry.whileOthersAreFaster(
                () -> assignments.whileOthersAreFaster(assigning -> handle(number, now, assigning)));
    }

    private Outcome<SupportCase> handle(CaseNumber number, Instant now, Assignments assigning) {
        Optional<SupportCase> found = repository.find(number);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        CaseHistory before = histories.until(found.get());
        Handling handling = new Handling(before, now);
        // Thresholds first: they were passed before the hold ends now.
        for (Thresholds.Unrecorded unrecorded : thresholds.unrecorded(before, now)) {
            Optional<Refusal> refusal = handling.refusalOf(new CaseCommand.RecordThreshold(unrecorded.passed()));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            escalations
                    .of(unrecorded.passed(), unrecorded.actions(), handling.current())
                    .forEach(handling::tryInOrder);
        }
        Optional<Refusal> unfollowed = handling.followUp();
        if (unfollowed.isPresent()) {
            return Outcome.refused(unfollowed.get());
        }
        boolean holdEnds = handling.current()
                .hold()
                .flatMap(SupportCase.Hold::until)
                .filter(until -> !until.isAfter(now))
                .isPresent();
        Optional<Refusal> refusal = holdEnds ? handling.refusalOf(new CaseCommand.Resume()) : Optional.empty();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        int stored = before.events().size();
        Assignments.Step step = assigning.withAssignment(handling.history, now);
        if (step.history().events().size() == stored) {
            repository.reschedule(number, before.latest().version(), changes.nextDue(before, now));
        } else {
            storing.store(new PreparedStep(ImmutableList.of(changes.prepared(step.history(), stored)), step.claims()));
        }
        return Outcome.accepted(step.history().latest());
    }

    /** Puts on record, by this command, that the case could not be handled, or that it can. */
    Outcome<SupportCase> record(CaseNumber number, CaseCommand command, Instant now) {
        Optional<SupportCase> found = repository.find(number);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        SupportCase current = found.get();
        return decisions.decide(current, command, SAGSFLOW, now).map(events -> {
            PreparedChange change = changes.prepared(histories.until(current), events);
            storing.store(PreparedStep.of(change));
            return change.after();
        });
    }

    /** A case while a sweep handles it. */
    private final class Handling {
        private final Instant now;
        private final CaseHistory before;
        /** With what the sweep has done so far. */
        private CaseHistory history;

        Handling(CaseHistory before, Instant now) {
            this.before = before;
            this.history = before;
            this.now = now;
        }

        SupportCase current() {
            return history.latest();
        }

        Optional<Refusal> refusalOf(CaseCommand command) {
            Optional<Refusal> objection = guard.objection(SAGSFLOW, command, history);
            if (objection.isPresent()) {
                return objection;
            }
            Outcome<ImmutableList<CaseEvent>> outcome = decisions.decide(current(), command, SAGSFLOW, now);
            if (outcome instanceof Outcome.Refused<ImmutableList<CaseEvent>> refused) {
                return Optional.of(refused.refusal());
            }
            history = guard.withWordToLead(
                    history.followedBy(outcome.orElseThrow()), history.events().size());
            return Optional.empty();
        }

        Optional<Refusal> followUp() {
            for (FollowUpDue due : followUps.unrecorded(before, now)) {
                for (CaseCommand command : followUps.commands(due, current(), this::possible)) {
                    Optional<Refusal> refusal = refusalOf(command);
                    if (refusal.isPresent()) {
                        return refusal;
                    }
                }
            }
            return Optional.empty();
        }

        private boolean possible(CaseCommand command) {
            return guard.objection(SAGSFLOW, command, history).isEmpty()
                    && decisions.decide(current(), command, SAGSFLOW, now).wasAccepted();
        }

        /** The threshold stays on record even if nothing that it asks for can be done. */
        void tryInOrder(Escalations.Step step) {
            for (CaseCommand command : step.inOrder()) {
                Optional<Refusal> refusal = refusalOf(command);
                if (refusal.isEmpty()) {
                    return;
                }
                LOG.info(
                        "case {} is not escalated by {}: {}",
                        current().number(),
                        command,
                        refusal.get().describe());
            }
        }
    }
}
