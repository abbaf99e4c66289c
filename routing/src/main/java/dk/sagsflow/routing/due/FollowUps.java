package dk.sagsflow.routing.due;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpDue;
import dk.sagsflow.routing.followup.FollowUpPlan;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The follow-up rules that are due for a case and not on record, what they ask for, and when the next one is (R14, R20). */
public final class FollowUps {
    private final FollowUpPlan plan;

    public FollowUps(SupportModel model) {
        this.plan = new FollowUpPlan(model.organisation(), model.routing().followUps());
    }

    /** Those due until now on what the case still waits in, the first due first. */
    public ImmutableList<FollowUpDue> unrecorded(CaseHistory history, Instant now) {
        return plan.unrecorded(history, now);
    }

    /** When a sweep finds the next one, which may be past already; empty if none comes unless something happens. */
    public Optional<Instant> nextDue(CaseHistory history, Instant now) {
        return plan.next(history, now);
    }

    /** When the case will be closed if nothing happens after its latest event. */
    public Optional<Instant> nextClosing(CaseHistory history) {
        return plan.nextClosing(history, history.latest().changedAt());
    }

    /**
     * What a due rule asks for.
     *
     * @param record that it came due, and who is told
     * @param closing the command that closes the case, if it asks for that and it is possible
     */
    public record FollowingUp(SweepRecord record, Optional<CaseCommand> closing) {}

    /**
     * What a due rule asks for; empty on a case that is closed already.
     *
     * @param possible whether a command can be carried out on the case
     */
    public Optional<FollowingUp> of(FollowUpDue due, SupportCase current, Predicate<CaseCommand> possible) {
        if (current.status() == CaseStatus.CLOSED) {
            return Optional.empty();
        }
        Optional<CaseCommand> closing = asks(due, FollowUpAction.Close.class)
                ? Optional.of(new CaseCommand.Close(reason(due), ""))
                : Optional.empty();
        Optional<CaseCommand> closes = closing.filter(possible);
        FollowUp record = record(due, current, closing.isPresent() && closes.isEmpty());
        return Optional.of(new FollowingUp(new SweepRecord.RuleDue(record), closes));
    }

    private static ClosingReason reason(FollowUpDue due) {
        return due.rule().occasion() == FollowUpOccasion.ANSWERED ? ClosingReason.UNANSWERED : ClosingReason.WITHDRAWN;
    }

    private static FollowUp record(FollowUpDue due, SupportCase current, boolean stuck) {
        return FollowUp.builder()
                .id(due.id())
                .rule(due.rule().name())
                .occasion(due.rule().occasion())
                .repetition(due.repetition())
                .last(due.last())
                .dueAt(due.dueAt())
                .superseded(due.superseded())
                .tellsCustomer(asks(due, FollowUpAction.TellCustomer.class))
                .addAllTold(told(due, current, stuck))
                .listed(asks(due, FollowUpAction.PutOnFollowUpList.class) ? due.responsible() : Optional.empty())
                .build();
    }

    private static ImmutableSet<GroupId> told(FollowUpDue due, SupportCase current, boolean stuck) {
        ImmutableSet.Builder<GroupId> told = ImmutableSet.builder();
        for (FollowUpAction action : due.actions()) {
            if (action instanceof FollowUpAction.NotifyGroup group) {
                told.add(group.group());
            } else if (action instanceof FollowUpAction.NotifyWorkingGroup) {
                current.working().map(Station::group).ifPresent(told::add);
            } else if (action instanceof FollowUpAction.NotifyResponsibleGroup) {
                due.responsible().ifPresent(told::add);
            }
        }
        if (stuck) {
            due.responsible().ifPresent(told::add);
        }
        return told.build();
    }

    private static boolean asks(FollowUpDue due, Class<? extends FollowUpAction> kind) {
        return due.actions().stream().anyMatch(kind::isInstance);
    }
}
