package dk.sagsflow.routing.due;

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
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.EscalationPlan;
import dk.sagsflow.sla.clock.ThresholdPassing;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The thresholds of a case that are passed and not on record, and when the next one is. */
public final class Thresholds {
    private final boolean nothingPromised;
    private final EscalationPlan plan;

    public Thresholds(Clocks clocks) {
        this.nothingPromised = clocks.agreements().all().isEmpty();
        this.plan = new EscalationPlan(clocks);
    }

    /**
     * A threshold that is passed and not on record.
     *
     * @param passed what is to be put on record
     * @param actions what is to be done; nothing for one that a later threshold of the same clock supersedes
     */
    public record Unrecorded(PassedThreshold passed, ImmutableList<ThresholdAction> actions) {}

    /** Those passed until now that are not on record, the first due first. */
    public ImmutableList<Unrecorded> unrecorded(CaseHistory history, Instant now) {
        if (nothingPromised) {
            return ImmutableList.of();
        }
        return plan.unrecorded(history, now).stream()
                .map(passing -> new Unrecorded(
                        record(passing, history.latest()),
                        passing.superseded()
                                ? ImmutableList.of()
                                : passing.threshold().actions()))
                .collect(ImmutableList.toImmutableList());
    }

    /** When a sweep finds the next one, which may be past already; empty if none comes unless something happens. */
    public Optional<Instant> nextDue(CaseHistory history, Instant now) {
        return nothingPromised ? Optional.empty() : plan.nextUnrecorded(history, now);
    }

    /**
     * The thresholds on record that were not passed until now, as the history stands.
     *
     * @param since what was put on record before this instant stays, whatever agreements say by now
     */
    ImmutableSet<String> notPassed(CaseHistory history, Instant since, Instant now) {
        if (nothingPromised) {
            return ImmutableSet.of();
        }
        Set<String> recorded = recorded(history.since(firstAfter(history, since)));
        if (recorded.isEmpty()) {
            return ImmutableSet.of();
        }
        plan.until(history, now).forEach(passing -> recorded.remove(passing.id()));
        return ImmutableSet.copyOf(recorded);
    }

    /** What came along with the past of a case is not taken back here. */
    private static boolean concerns(CaseEvent event, Instant since) {
        return !event.recordedAt().isBefore(since) && !(event instanceof CaseEvent.Imported);
    }

    private static int firstAfter(CaseHistory history, Instant since) {
        int first = history.size();
        while (first > 0 && concerns(history.timeline().recorded().get(first - 1), since)) {
            first--;
        }
        return first;
    }

    private static Set<String> recorded(List<CaseEvent> events) {
        Set<String> recorded = new LinkedHashSet<>();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.ThresholdPassed threshold) {
                recorded.add(threshold.passed().id());
            } else if (event instanceof CaseEvent.ThresholdRetracted retracted) {
                recorded.remove(retracted.threshold());
            }
        }
        return recorded;
    }

    private static PassedThreshold record(ThresholdPassing passing, SupportCase current) {
        return PassedThreshold.builder()
                .id(passing.id())
                .agreement(passing.selected().agreement().id())
                .version(passing.selected().agreement().version())
                .target(passing.selected().target().id())
                .station(passing.station())
                .dueAt(passing.dueAt())
                .exceeded(exceeded(passing))
                .superseded(passing.superseded())
                .addAllTold(passing.superseded() ? ImmutableList.of() : told(passing, current))
                .build();
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
