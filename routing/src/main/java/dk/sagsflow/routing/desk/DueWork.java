package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseDecisions;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Outcome;
import dk.sagsflow.core.cases.Refusal;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.repository.CaseRepository;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a sweep does with a case that has come due: puts thresholds on record and does what they ask for, ends a hold whose
 * date has come.
 */
final class DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final ActorId SAGSFLOW = Actor.sagsflow().id();

    private final CaseRepository repository;
    private final Storing storing;
    private final CaseDecisions decisions;
    private final Changes changes;
    private final Thresholds thresholds;
    private final Escalations escalations;

    DueWork(
            CaseRepository repository,
            Storing storing,
            CaseDecisions decisions,
            Changes changes,
            Thresholds thresholds,
            Escalations escalations) {
        this.repository = repository;
        this.storing = storing;
        this.decisions = decisions;
        this.changes = changes;
        this.thresholds = thresholds;
        this.escalations = escalations;
    }

    /** Does what has come due; others may have done it meanwhile, and then there is nothing to do. */
    Outcome<SupportCase> handle(CaseNumber number, Instant now) {
        Optional<SupportCase> found = repository.find(number);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        SupportCase current = found.get();
        ImmutableList<CaseEvent> history = repository.history(number).subList(0, (int) current.version());
        Handling handling = new Handling(current, now);
        // Thresholds first: they were passed before the hold ends now.
        for (Thresholds.Unrecorded unrecorded : thresholds.unrecorded(history, now)) {
            Optional<Refusal> refusal = handling.refusalOf(new CaseCommand.RecordThreshold(unrecorded.passed()));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            escalations
                    .of(unrecorded.passed(), unrecorded.actions(), handling.after)
                    .forEach(handling::tryInOrder);
        }
        boolean holdEnds = handling.after
                .hold()
                .flatMap(SupportCase.Hold::until)
                .filter(until -> !until.isAfter(now))
                .isPresent();
        Optional<Refusal> refusal = holdEnds ? handling.refusalOf(new CaseCommand.Resume()) : Optional.empty();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ImmutableList<CaseEvent> events = handling.events.build();
        if (events.isEmpty()) {
            repository.reschedule(number, current.version(), changes.nextDue(current, history, now));
        } else {
            storing.store(ImmutableList.of(changes.change(history, handling.after, events)));
        }
        return Outcome.accepted(handling.after);
    }

    /** Puts on record, by this command, that the case could not be handled, or that it can. */
    Outcome<SupportCase> record(CaseNumber number, CaseCommand command, Instant now) {
        Optional<SupportCase> found = repository.find(number);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        SupportCase current = found.get();
        ImmutableList<CaseEvent> history = repository.history(number).subList(0, (int) current.version());
        return decisions.decide(current, command, SAGSFLOW, now).map(events -> {
            SupportCase after = Changes.fold(current, events);
            storing.store(ImmutableList.of(changes.change(history, after, events)));
            return after;
        });
    }

    /** A case while a sweep handles it. */
    private final class Handling {
        private final Instant now;
        private final ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        private SupportCase after;

        Handling(SupportCase current, Instant now) {
            this.after = current;
            this.now = now;
        }

        Optional<Refusal> refusalOf(CaseCommand command) {
            Outcome<ImmutableList<CaseEvent>> outcome = decisions.decide(after, command, SAGSFLOW, now);
            if (outcome instanceof Outcome.Refused<ImmutableList<CaseEvent>> refused) {
                return Optional.of(refused.refusal());
            }
            events.addAll(outcome.orElseThrow());
            after = Changes.fold(after, outcome.orElseThrow());
            return Optional.empty();
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
                        after.number(),
                        command,
                        refusal.get().describe());
            }
        }
    }
}
