package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.evaluation.Evaluation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what a run brought about. Not thread-safe. */
final class Accounts {
    private static final ActorId SAGSFLOW = Actor.sagsflow().id();

    private final Clocks clocks;
    private final Map<GroupId, Workload> groups = new HashMap<>();
    private final Map<String, Long> refusals = new HashMap<>();
    private final Map<Notification.Kind, Long> mails = new EnumMap<>(Notification.Kind.class);
    private final Map<Waiting, SimulationReport.Unanswered> unanswered = new EnumMap<>(Waiting.class);
    private final Map<Evaluation.TargetKey, EscalationTally> escalations = new HashMap<>();
    private Evaluation evaluation = Evaluation.none();
    private long registered;
    private long answered;

    Accounts(Agreements agreements) {
        this.clocks = new Clocks(agreements);
    }

    void refused(String what, Refusal refusal) {
        refusals.merge(what + ": " + refusal.describe(), 1L, Long::sum);
    }

    void mailed(Notification notification) {
        mails.merge(notification.kind(), 1L, Long::sum);
    }

    void add(GroupId group, Workload workload) {
        groups.put(group, workload);
    }

    void add(SimulatedCase simulated, ImmutableList<CaseEvent> history, Optional<Waiting> waiting, Instant end) {
        registered++;
        if (waiting.isPresent()) {
            unanswered.merge(
                    waiting.get(), SimulationReport.Unanswered.of(simulated.number), SimulationReport.Unanswered::plus);
        } else {
            answered++;
        }
        evaluation = evaluation.merge(Evaluation.of(clocks, CaseHistory.of(history), end));
        escalations(history);
    }

    private void escalations(ImmutableList<CaseEvent> history) {
        for (int i = 1; i < history.size(); i++) {
            if (history.get(i) instanceof CaseEvent.ThresholdPassed event
                    && !event.passed().superseded()) {
                Evaluation.TargetKey key = new Evaluation.TargetKey(
                        event.passed().agreement(), event.passed().target());
                escalations.merge(key, tally(event, history.subList(i + 1, history.size())), EscalationTally::plus);
            }
        }
    }

    /** What follows a threshold on record, until the next one, is what it asked for. */
    private static EscalationTally tally(CaseEvent.ThresholdPassed event, ImmutableList<CaseEvent> after) {
        long handedOver = 0;
        long toPeople = 0;
        for (CaseEvent next : after) {
            if (next instanceof CaseEvent.ThresholdPassed || !next.actor().equals(SAGSFLOW)) {
                break;
            }
            handedOver += next instanceof CaseEvent.HandedOver ? 1 : 0;
            toPeople += next instanceof CaseEvent.Escalated ? 1 : 0;
        }
        PassedThreshold passed = event.passed();
        long groupsTold = passed.told().size();
        return new EscalationTally(
                1, passed.exceeded() ? 1 : 0, handedOver, toPeople, groupsTold, event.unheard() ? 1 : 0);
    }

    SimulationReport report(Duration simulated) {
        return SimulationReport.builder()
                .simulated(simulated)
                .registered(registered)
                .answered(answered)
                .putAllGroups(groups)
                .evaluation(evaluation)
                .putAllEscalations(escalations)
                .putAllUnanswered(unanswered)
                .putAllRefusals(refusals)
                .putAllMails(mails)
                .build();
    }
}
