package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.organisation.TierId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a clock went: service time to the tiers that used it, and the rest of the wall clock to waiting,
 * closed service, and time away. The parts add up to the time from the start of the clock to its end. Immutable.
 *
 * @param usedBy the service time that each tier used
 * @param answered the service time in which the customer had an answer and nobody worked on the case; none of clocks
 *     that an answer stops
 * @param waiting the time that the case waited, by what for
 * @param suspended the time in which the clock stood between two kinds of event
 * @param closed the time in which the service was closed
 * @param away the time between two parts of the clock
 */
public record Attribution(
        ImmutableMap<TierId, Duration> usedBy,
        Duration answered,
        ImmutableMap<WaitingFor, Duration> waiting,
        Duration suspended,
        Duration closed,
        Duration away) {
    /** Where the time of an explained clock went; time under an earlier target that was restarted is left out. */
    public static Attribution of(Explanation explanation) {
        Map<TierId, Duration> usedBy = new LinkedHashMap<>();
        Map<WaitingFor, Duration> waiting = new EnumMap<>(WaitingFor.class);
        Duration answered = Duration.ZERO;
        Duration suspended = Duration.ZERO;
        Duration closed = Duration.ZERO;
        Duration away = Duration.ZERO;
        for (TraceStep step : explanation.steps()) {
            if (step instanceof TraceStep.Counted counted && counted.at().isPresent()) {
                usedBy.merge(counted.at().get().tier(), counted.amount(), Duration::plus);
            } else if (step instanceof TraceStep.Counted counted) {
                answered = answered.plus(counted.amount());
            } else if (step instanceof TraceStep.Paused paused) {
                waiting.merge(paused.waitingFor(), between(paused.from(), paused.to()), Duration::plus);
            } else if (step instanceof TraceStep.Suspended stood) {
                suspended = suspended.plus(between(stood.from(), stood.to()));
            } else if (step instanceof TraceStep.ClosedService shut) {
                closed = closed.plus(between(shut.from(), shut.to()));
            } else if (step instanceof TraceStep.Away gone) {
                away = away.plus(between(gone.from(), gone.to()));
            }
        }
        return new Attribution(
                ImmutableMap.copyOf(usedBy), answered, ImmutableMap.copyOf(waiting), suspended, closed, away);
    }

    /** All parts together. */
    public Duration total() {
        Duration total = answered.plus(suspended).plus(closed).plus(away);
        for (Duration part : usedBy.values()) {
            total = total.plus(part);
        }
        for (Duration part : waiting.values()) {
            total = total.plus(part);
        }
        return total;
    }

    private static Duration between(Instant from, Instant to) {
        return Duration.between(from, to);
    }
}
