package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseDecisions;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Outcome;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Refusal;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.repository.CaseRepository;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a sweep does with a case that has come due: ends a hold whose date has come, puts thresholds on record. */
final class DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final ActorId SAGSFLOW = Actor.sagsflow().id();

    private final CaseRepository repository;
    private final CaseDecisions decisions;
    private final Changes changes;
    private final Thresholds thresholds;

    DueWork(CaseRepository repository, CaseDecisions decisions, Changes changes, Thresholds thresholds) {
        this.repository = repository;
        this.decisions = decisions;
        this.changes = changes;
        this.thresholds = thresholds;
    }

    int sweep(Instant now, int limit) {
        ImmutableList<CaseNumber> due = repository.due(now, limit);
        for (CaseNumber number : due) {
            try {
                if (Retry.whileOthersAreFaster(() -> handle(number, now))
                        instanceof Outcome.Refused<SupportCase> refused) {
                    LOG.warn(
                            "sweep left case {} alone: {}",
                            number,
                            refused.refusal().describe());
                }
            } catch (RuntimeException failure) {
                LOG.warn("sweep failed at case {}, which stays due, and goes on", number, failure);
            }
        }
        return due.size();
    }

    private Outcome<SupportCase> handle(CaseNumber number, Instant now) {
        Optional<SupportCase> found = repository.find(number);
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        SupportCase current = found.get();
        ImmutableList<CaseEvent> history = repository.history(number).subList(0, (int) current.version());
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        SupportCase after = current;
        for (CaseCommand command : due(current, history, now)) {
            Outcome<ImmutableList<CaseEvent>> outcome = decisions.decide(after, command, SAGSFLOW, now);
            if (outcome instanceof Outcome.Refused<ImmutableList<CaseEvent>> refused) {
                return Outcome.refused(refused.refusal());
            }
            events.addAll(outcome.orElseThrow());
            after = Changes.fold(after, outcome.orElseThrow());
        }
        ImmutableList<CaseEvent> all = events.build();
        if (!all.isEmpty()) {
            repository.append(ImmutableList.of(changes.change(history, after, all)));
        }
        return Outcome.accepted(after);
    }

    /** Thresholds first: they were passed before the hold ends now. */
    private ImmutableList<CaseCommand> due(SupportCase current, ImmutableList<CaseEvent> history, Instant now) {
        ImmutableList.Builder<CaseCommand> commands = ImmutableList.builder();
        for (PassedThreshold passed : thresholds.unrecorded(history, now)) {
            commands.add(new CaseCommand.RecordThreshold(passed));
        }
        current.hold()
                .flatMap(SupportCase.Hold::until)
                .filter(until -> !until.isAfter(now))
                .ifPresent(until -> commands.add(new CaseCommand.Resume()));
        return commands.build();
    }
}
