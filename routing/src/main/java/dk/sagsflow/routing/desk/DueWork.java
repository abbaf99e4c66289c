package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseTimeline;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.sla.agreement.ResidenceAgreement;
import dk.sagsflow.sla.agreement.ResidenceTarget;
import dk.sagsflow.sla.clock.ResidenceClock;
import dk.sagsflow.sla.clock.ResidenceReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When a sweep must look at a case, and whether it then finds a limit exceeded. */
final class DueWork {
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final ResidenceClock clock;

    DueWork(ResidenceAgreement agreement) {
        this.clock = new ResidenceClock(agreement);
    }

    /** The first instant at which there is something to do if nothing changes; empty if there never is. */
    Optional<Instant> next(SupportCase current, ImmutableList<CaseEvent> history) {
        Optional<Instant> holdEnds = current.hold().flatMap(SupportCase.Hold::until);
        return Stream.of(holdEnds, breach(current, history))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** When the limit of the visit that is running was used up, if by now it is exceeded and not yet on record. */
    Optional<Instant> unrecordedBreach(SupportCase current, ImmutableList<CaseEvent> history, Instant now) {
        return onRecord(current, history)
                ? Optional.empty()
                : running(current, CaseTimeline.of(history, now))
                        .filter(ResidenceReading::exceeded)
                        .flatMap(ResidenceReading::usedUpAt);
    }

    private Optional<Instant> breach(SupportCase current, ImmutableList<CaseEvent> history) {
        if (onRecord(current, history)) {
            return Optional.empty();
        }
        Instant asOf = current.changedAt().plus(MOMENT);
        CaseTimeline timeline = CaseTimeline.of(history, asOf);
        Optional<ResidenceReading> running = running(current, timeline);
        if (running.filter(ResidenceReading::exceeded).isPresent()) {
            return Optional.of(asOf);
        }
        return running.map(ResidenceReading::target)
                .filter(target -> !paused(current, target))
                .flatMap(target -> clock.usedUpAt(timeline).flatMap(usedUp -> beyond(usedUp, target)));
    }

    /** A breach needs more than the limit: a moment more of service time, which may be the next morning. */
    private static Optional<Instant> beyond(Instant usedUp, ResidenceTarget target) {
        return target.calendar().due(usedUp, MOMENT).instant();
    }

    private Optional<ResidenceReading> running(SupportCase current, CaseTimeline timeline) {
        Optional<Link> working = current.chain().working();
        Optional<ResidenceReading> last = Optional.ofNullable(Iterables.getLast(clock.read(timeline), null));
        return last.filter(reading -> working.filter(link -> link.station().equals(reading.station())
                        && link.visitBegan().equals(reading.visitBegan()))
                .isPresent());
    }

    private static boolean paused(SupportCase current, ResidenceTarget target) {
        return current.hold()
                .filter(hold -> target.pausedBy().contains(hold.waitingFor()))
                .isPresent();
    }

    private static boolean onRecord(SupportCase current, ImmutableList<CaseEvent> history) {
        Optional<Instant> visitBegan = current.chain().working().map(Link::visitBegan);
        return history.stream()
                .anyMatch(event -> event instanceof CaseEvent.LimitExceeded exceeded
                        && visitBegan.equals(Optional.of(exceeded.visitBegan())));
    }
}
