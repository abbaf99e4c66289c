package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.EscalationPlan;
import dk.sagsflow.sla.clock.ThresholdPassing;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The thresholds of a case that are passed and not on record, and when the next one is. */
final class Thresholds {
    private final CaseClocks clocks;
    private final boolean nothingPromised;
    private final EscalationPlan plan;

    Thresholds(CaseClocks clocks) {
        this.clocks = clocks;
        this.nothingPromised = clocks.clocks().agreements().all().isEmpty();
        this.plan = new EscalationPlan(clocks.clocks());
    }

    /** Those passed until now that are not on record, the first due first. */
    ImmutableList<PassedThreshold> unrecorded(ImmutableList<CaseEvent> events, Instant now) {
        if (nothingPromised) {
            return ImmutableList.of();
        }
        ImmutableSet<String> recorded = recorded(events);
        CaseHistory history = clocks.history(events);
        return plan.until(history, now).stream()
                .filter(passing -> !recorded.contains(passing.id()))
                .map(passing -> record(passing, history.latest()))
                .collect(ImmutableList.toImmutableList());
    }

    /** When a sweep finds the next one, which may be past already; empty if none comes unless something happens. */
    Optional<Instant> nextDue(ImmutableList<CaseEvent> events, Instant now) {
        if (nothingPromised) {
            return Optional.empty();
        }
        Optional<Instant> late = unrecorded(events, now).stream()
                .map(passed -> passed.dueAt().plusNanos(1))
                .findFirst();
        return Stream.of(late, plan.next(clocks.history(events), now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static ImmutableSet<String> recorded(ImmutableList<CaseEvent> events) {
        return events.stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed().id())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static PassedThreshold record(ThresholdPassing passing, SupportCase current) {
        return new PassedThreshold(
                passing.id(),
                passing.selected().agreement().id(),
                passing.selected().agreement().version(),
                passing.selected().target().id(),
                passing.station(),
                passing.dueAt(),
                exceeded(passing),
                passing.superseded(),
                passing.superseded()
                        ? ImmutableList.of()
                        : told(passing, current).asList());
    }

    private static boolean exceeded(ThresholdPassing passing) {
        return !(passing.selected().target().budget() instanceof Budget.ServiceTime time)
                || passing.threshold().at().of(time.amount()).compareTo(time.amount()) >= 0;
    }

    private static ImmutableSet<GroupId> told(ThresholdPassing passing, SupportCase current) {
        ImmutableSet.Builder<GroupId> told = ImmutableSet.builder();
        for (ThresholdAction action : passing.threshold().actions()) {
            if (action instanceof ThresholdAction.NotifyGroup group) {
                told.add(group.group());
            } else if (action instanceof ThresholdAction.NotifyWorkingGroup) {
                current.working().map(Station::group).ifPresent(told::add);
            }
        }
        return told.build();
    }
}
