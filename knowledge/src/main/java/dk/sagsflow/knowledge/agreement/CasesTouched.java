package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.organisation.ActorId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When somebody did something with which case first. */
final class CasesTouched implements CaseTime {
    private static final int STEPS_AT_ONCE = 1_000;

    private final EventLog log;
    private final Duration each;
    private final Object lock = new Object();

    @GuardedBy("lock") private final Map<ActorId, Map<CaseNumber, Instant>> touched = new HashMap<>();

    @GuardedBy("lock") private LogPosition position;

    CasesTouched(EventLog log, Duration each) {
        this.log = requireNonNull(log, "log");
        this.each = requireNonNull(each, "each");
        this.position = log.beginning();
    }

    @Override
    public Duration of(ActorId person, Instant from, Instant to) {
        synchronized (lock) {
            catchUp();
            long cases = touched.getOrDefault(person, Map.of()).values().stream()
                    .filter(first -> !first.isBefore(from) && first.isBefore(to))
                    .count();
            return each.multipliedBy(cases);
        }
    }

    @GuardedBy("lock") private void catchUp() {
        ImmutableList<LoggedStep> steps;
        do {
            steps = log.after(position, STEPS_AT_ONCE);
            for (LoggedStep step : steps) {
                step.events().forEach(this::take);
                position = step.position();
            }
        } while (steps.size() == STEPS_AT_ONCE);
    }

    @SuppressWarnings("GuardedBy") // called by catchUp alone
    private void take(CaseEvent event) {
        touched.computeIfAbsent(event.header().actor(), unused -> new HashMap<>())
                .putIfAbsent(event.header().caseNumber(), event.occurredAt());
    }
}
