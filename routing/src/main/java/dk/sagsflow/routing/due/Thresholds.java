package dk.sagsflow.routing.due;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
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
final class Thresholds {
    /** What runs at a group alone, and so is over once the case has left it. */
    private static final ImmutableSet<Measure> AT_A_GROUP =
            Sets.immutableEnumSet(Measure.ACCEPTANCE, Measure.RESIDENCE);

    /** What only those can keep who talk with the customer, whoever works on the case (R04). */
    private static final ImmutableSet<Measure> OF_WORDS =
            Sets.immutableEnumSet(Measure.FIRST_RESPONSE, Measure.NEXT_RESPONSE, Measure.UPDATE_INTERVAL);

    private final boolean nothingPromised;
    private final EscalationPlan plan;
    private final Agreements agreements;

    Thresholds(Clocks clocks) {
        this.agreements = clocks.agreements();
        this.nothingPromised = clocks.agreements().all().isEmpty();
        this.plan = new EscalationPlan(clocks);
    }

    /**
     * A threshold that is passed and not on record.
     *
     * @param passing what was passed
     * @param then the case as it stood then; empty if that was before it came in
     */
    record Unrecorded(ThresholdPassing passing, Optional<SupportCase> then) {
        /** Who worked on the case then; empty if its customer had been answered. */
        private Optional<Station> workedOnBy() {
            return then.flatMap(SupportCase::working);
        }

        /** Of a limit of words: those who promised it and answered for the case then, wherever it was worked on. */
        private Optional<Station> talking() {
            return OF_WORDS.contains(passing.measure())
                    ? then.stream()
                            .flatMap(state -> state.chain().links().reverse().stream())
                            .map(Link::station)
                            .filter(passing.selected().agreement().provider()::includes)
                            .findFirst()
                    : Optional.empty();
        }

        /** What is to be put on record; groups are told unless it is over, or a later threshold of the clock says it all. */
        PassedThreshold record(SupportCase current) {
            boolean silent = passing.superseded() || over(current);
            return PassedThreshold.builder()
                    .id(passing.id())
                    .agreement(passing.selected().agreement().id())
                    .version(passing.selected().agreement().version())
                    .target(passing.selected().target().id())
                    .station(passing.station())
                    .dueAt(passing.dueAt())
                    .exceeded(exceeded(passing))
                    .superseded(passing.superseded())
                    .addAllTold(silent ? ImmutableList.of() : told(current))
                    .build();
        }

        private ImmutableSet<GroupId> told(SupportCase current) {
            ImmutableSet.Builder<GroupId> told = ImmutableSet.builder();
            for (ThresholdAction action : passing.threshold().actions()) {
                if (action instanceof ThresholdAction.NotifyGroup group) {
                    told.add(group.group());
                } else if (action instanceof ThresholdAction.NotifyWorkingGroup) {
                    late(current).map(Station::group).ifPresent(told::add);
                }
            }
            return told.build();
        }

        /**
         * Whose limit it was: of words with the customer those who promised them, of another of the customer's, or of a whole
         * tier, whoever had the case then.
         */
        Optional<Station> late(SupportCase current) {
            return passing.station()
                    .filter(station -> passing.measure() != Measure.CUMULATIVE_RESIDENCE)
                    .or(this::talking)
                    .or(this::workedOnBy)
                    .or(current::answeredBy);
        }

        /** Whether the case was on hold then, beyond that instant. */
        boolean onHold() {
            return then.flatMap(SupportCase::hold)
                    .filter(hold -> hold.until().map(passing.dueAt()::isBefore).orElse(true))
                    .isPresent();
        }

        /** The case as it stood then, unless it was on hold. */
        Optional<SupportCase> workedOn() {
            return then.filter(state -> !onHold());
        }

        boolean atThoseWhoPromised() {
            return workedOnBy()
                    .filter(passing.selected().agreement().provider()::includes)
                    .isPresent();
        }

        /** Whether the case has not moved since, not even away and back. */
        boolean stillThere(SupportCase current) {
            return current.chain()
                    .working()
                    .filter(link -> workedOnBy().equals(Optional.of(link.station())))
                    .filter(link -> !link.visitBegan().isAfter(passing.dueAt()))
                    .isPresent();
        }

        /** Whether there is nothing to be alarmed at any more, as the case stands in the sweep, which may have moved it on. */
        boolean over(SupportCase current) {
            return passing.over() || (AT_A_GROUP.contains(passing.measure()) && !stillThere(current));
        }
    }

    /** Those passed until now that are not on record, the first due first. */
    ImmutableList<Unrecorded> unrecorded(CaseHistory history, Instant now) {
        if (nothingPromised) {
            return ImmutableList.of();
        }
        return plan.unrecorded(history, now).stream()
                .map(passing -> new Unrecorded(passing, stateAt(history, passing.dueAt())))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<SupportCase> stateAt(CaseHistory history, Instant at) {
        int known = history.timeline().known(at);
        return known == 0 ? Optional.empty() : Optional.of(history.timeline().state(known - 1));
    }

    /** Whom the threshold on record names. */
    ImmutableList<ActorId> named(PassedThreshold passed) {
        return agreements.all().stream()
                .filter(agreement -> agreement.id().equals(passed.agreement())
                        && agreement.version().equals(passed.version()))
                .flatMap(agreement -> agreement.targets().stream())
                .filter(target -> target.id().equals(passed.target()))
                .flatMap(target -> target.thresholds().stream())
                .filter(threshold -> passed.id().endsWith("/" + threshold.at().describe()))
                .flatMap(threshold -> threshold.actions().stream())
                .filter(ThresholdAction.EscalateTo.class::isInstance)
                .map(action -> ((ThresholdAction.EscalateTo) action).actor())
                .collect(ImmutableList.toImmutableList());
    }

    /** When a sweep finds the next one, which may be past already; empty if none comes unless something happens. */
    Optional<Instant> nextDue(CaseHistory history, Instant now) {
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

    private static boolean exceeded(ThresholdPassing passing) {
        return !(passing.selected().target().budget() instanceof Budget.ServiceTime time)
                || passing.threshold().at().of(time.amount()).compareTo(time.amount()) >= 0;
    }
}
