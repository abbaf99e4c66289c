package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.sla.agreement.Agreement;
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

    private final Agreements agreements;
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
        this.agreements = agreements;
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
        SupportCase state = SupportCase.of(history.subList(0, 1));
        for (int i = 1; i < history.size(); i++) {
            state = state.after(history.get(i));
            if (history.get(i) instanceof CaseEvent.ThresholdPassed event
                    && !event.passed().superseded()) {
                Evaluation.TargetKey key = new Evaluation.TargetKey(
                        event.passed().agreement(), event.passed().target());
                boolean there = state.working().isPresent()
                        && (event.passed().station().isEmpty()
                                || event.passed().station().equals(state.working()));
                escalations.merge(
                        key,
                        tally(event.passed(), there, history.subList(i + 1, history.size())),
                        EscalationTally::plus);
            }
        }
    }

    /** What follows a threshold on record, until the next one, is what it asked for. */
    private EscalationTally tally(PassedThreshold passed, boolean there, ImmutableList<CaseEvent> after) {
        long handedOver = 0;
        long toPeople = 0;
        for (CaseEvent event : after) {
            if (event instanceof CaseEvent.ThresholdPassed || !event.actor().equals(SAGSFLOW)) {
                break;
            }
            handedOver += event instanceof CaseEvent.HandedOver ? 1 : 0;
            toPeople += event instanceof CaseEvent.Escalated ? 1 : 0;
        }
        long groupsTold = passed.told().size();
        boolean untold = there && handedOver + toPeople + groupsTold == 0 && asksForSomething(passed);
        return new EscalationTally(1, passed.exceeded() ? 1 : 0, handedOver, toPeople, groupsTold, untold ? 1 : 0);
    }

    /** Whether the threshold has an action. */
    private boolean asksForSomething(PassedThreshold passed) {
        return agreements.all().stream()
                .filter(agreement -> agreement.id().equals(passed.agreement())
                        && agreement.version().equals(passed.version()))
                .map(Agreement::targets)
                .flatMap(targets -> targets.stream())
                .filter(target -> target.id().equals(passed.target()))
                .flatMap(target -> target.thresholds().stream())
                .anyMatch(threshold -> passed.id().endsWith("/" + threshold.at().describe())
                        && !threshold.actions().isEmpty());
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
