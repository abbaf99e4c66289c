package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Target;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Targets that hold for the cases of one priority, or for those without one; exactly one holds for any case. */
final class PriorityTargets {
    /** Every priority, and none at last. */
    static final ImmutableList<Optional<Priority>> ALL = Stream.concat(
                    Arrays.stream(Priority.values()).map(Optional::of), Stream.of(Optional.<Priority>empty()))
            .collect(ImmutableList.toImmutableList());

    private static final String WITHOUT = "no-priority";

    private PriorityTargets() {}

    static Target of(CandidateClock clock, Optional<Priority> priority, Duration limit) {
        return Target.builder()
                .id(id(priority))
                .measure(clock.measure())
                .appliesTo(priority.map(one -> Condition.is(CaseField.PRIORITY, one.name()))
                        .orElseGet(PriorityTargets::without))
                .budget(Budget.of(limit))
                .calendar(clock.calendar())
                .addAllPausedBy(clock.pausedBy())
                .build();
    }

    /** The priority that a target of these is for. */
    static Optional<Priority> priority(Target target) {
        return target.id().equals(WITHOUT) ? Optional.empty() : Optional.of(Priority.valueOf(target.id()));
    }

    static String id(Optional<Priority> priority) {
        return priority.map(Enum::name).orElse(WITHOUT);
    }

    private static Condition without() {
        return ALL.stream()
                .flatMap(Optional::stream)
                .map(priority -> Condition.is(CaseField.PRIORITY, priority.name()))
                .reduce(Condition::or)
                .orElseThrow()
                .negate();
    }
}
