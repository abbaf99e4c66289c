package dk.sagsflow.sla.clock;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.clock.Clocks.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock shows what it shows: every moment from its start to the reading, counted or not, and why not. The parts
 * that counted add up to what the clock shows. The steps are made when they are asked for, so that whoever wants the
 * reading alone does not pay for each opening of a long past. Immutable; safe for use by many threads.
 */
public final class Explanation {
    private final ClockReading reading;
    private final Supplier<ImmutableList<TraceStep>> steps;

    /**
     * An explanation.
     *
     * @param reading what the clock shows
     * @param steps the steps in order
     */
    public Explanation(ClockReading reading, ImmutableList<TraceStep> steps) {
        this(reading, Suppliers.ofInstance(requireNonNull(steps, "steps")));
    }

    private Explanation(ClockReading reading, Supplier<ImmutableList<TraceStep>> steps) {
        this.reading = requireNonNull(reading, "reading");
        this.steps = steps;
    }

    static Explanation of(Running clock, ClockReading reading) {
        return new Explanation(reading, Suppliers.memoize(() -> new Tracing(clock).steps()));
    }

    /** What the clock shows. */
    public ClockReading reading() {
        return reading;
    }

    /** The steps in order. */
    public ImmutableList<TraceStep> steps() {
        return steps.get();
    }

    /** The same without steps of these kinds. */
    public Explanation without(Predicate<? super TraceStep> left) {
        requireNonNull(left, "left");
        return new Explanation(
                reading,
                Suppliers.memoize(() ->
                        steps().stream().filter(step -> !left.test(step)).collect(ImmutableList.toImmutableList())));
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Explanation.class, "use ClockJson");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation explanation
                && reading.equals(explanation.reading)
                && steps().equals(explanation.steps());
    }

    @Override
    public int hashCode() {
        return reading.hashCode();
    }

    @Override
    public String toString() {
        return "Explanation[reading=" + reading + ", steps=" + steps() + "]";
    }

    private static final class Tracing {
        private final Running clock;
        private final Target target;
        private final ImmutableList.Builder<TraceStep> steps = ImmutableList.builder();
        private final List<TraceStep> pending = new ArrayList<>();
        /** For each stretch of the case, since which kind of event the span lets the clock stand; none if it never does. */
        private final ImmutableList<Optional<EventKind>> suspended;

        private int marked;

        Tracing(Running clock) {
            this.clock = clock;
            this.target = clock.selected().target();
            this.suspended =
                    Breaks.over(clock.track().head().span(), clock.track().whole());
        }

        ImmutableList<TraceStep> steps() {
            steps.add(new TraceStep.Under(
                    clock.selected().agreement().name(),
                    clock.selected().agreement().version(),
                    target.id()));
            addOwnPriority(clock.selected().agreement(), clock.track().state());
            List<Stretch> stretches = clock.track().stretches();
            int first = clock.consumption().first();
            addMarks(stretches.get(0).from());
            if (first > 0) {
                steps.add(new TraceStep.EarlierTarget(
                        stretches.get(first).from(), clock.consumption().carried()));
            }
            Instant until = stretches.get(first).from();
            for (Stretch stretch : stretches.subList(first, stretches.size())) {
                if (until.isBefore(stretch.from())) {
                    addMarks(until);
                    add(new TraceStep.Away(until, stretch.from()));
                }
                trace(stretch);
                until = stretch.to();
            }
            flush();
            addMarks(until);
            return steps.build();
        }

        private Optional<EventKind> suspendedIn(Stretch stretch) {
            return suspended.isEmpty() ? Optional.empty() : suspended.get(stretch.place());
        }

        /** Adds what started and stopped the clock until an instant, inclusive. */
        private void addMarks(Instant until) {
            ImmutableList<Mark> marks = clock.track().marks();
            while (marked < marks.size() && !marks.get(marked).at().isAfter(until)) {
                flush();
                steps.add(marks.get(marked).step());
                marked++;
            }
        }

        private void addOwnPriority(Agreement agreement, SupportCase current) {
            Optional<Priority> used = agreement.priorityOf(current);
            if (!used.equals(current.priority())) {
                steps.add(new TraceStep.OwnPriority(
                        used.orElseThrow(),
                        current.priority(),
                        current.impact().orElseThrow(),
                        current.urgency().orElseThrow()));
            }
        }

        private void trace(Stretch stretch) {
            Optional<WaitingFor> paused = Usage.pausedBy(target, stretch.state());
            if (paused.isPresent()) {
                add(new TraceStep.Paused(stretch.from(), stretch.to(), paused.get()));
                return;
            }
            Optional<EventKind> suspendedBy = suspendedIn(stretch);
            if (suspendedBy.isPresent()) {
                add(new TraceStep.Suspended(stretch.from(), stretch.to(), suspendedBy.get()));
                return;
            }
            Optional<Station> at = stretch.state().working();
            Instant until = stretch.from();
            for (Range<Instant> open : target.calendar().openIntervals(stretch.from(), stretch.to())) {
                add(new TraceStep.ClosedService(until, open.lowerEndpoint()));
                add(new TraceStep.Counted(open.lowerEndpoint(), open.upperEndpoint(), at));
                until = open.upperEndpoint();
            }
            add(new TraceStep.ClosedService(until, stretch.to()));
        }

        /** Adds a step that lasts; steps alike that follow one another become one. */
        private void add(TraceStep step) {
            Range<Instant> span = span(step);
            if (span.isEmpty()) {
                return;
            }
            if (!pending.isEmpty()) {
                TraceStep last = pending.get(0);
                Optional<TraceStep> joined = joined(last, step);
                if (joined.isPresent()) {
                    pending.set(0, joined.get());
                    return;
                }
            }
            flush();
            pending.add(step);
        }

        private void flush() {
            for (TraceStep step : pending) {
                steps.add(step);
                addClockChanges(span(step));
            }
            pending.clear();
        }

        private void addClockChanges(Range<Instant> span) {
            ZoneOffsetTransition change = target.calendar()
                    .zone()
                    .getRules()
                    .nextTransition(span.lowerEndpoint().minusNanos(1));
            while (change != null && span.contains(change.getInstant())) {
                steps.add(new TraceStep.ClockChange(
                        change.getInstant(), change.getDateTimeBefore(), change.getDateTimeAfter()));
                change = target.calendar().zone().getRules().nextTransition(change.getInstant());
            }
        }

        private static Range<Instant> span(TraceStep step) {
            if (step instanceof TraceStep.Counted counted) {
                return Range.closedOpen(counted.from(), counted.to());
            } else if (step instanceof TraceStep.ClosedService closed) {
                return Range.closedOpen(closed.from(), closed.to());
            } else if (step instanceof TraceStep.Paused paused) {
                return Range.closedOpen(paused.from(), paused.to());
            } else if (step instanceof TraceStep.Suspended suspended) {
                return Range.closedOpen(suspended.from(), suspended.to());
            } else if (step instanceof TraceStep.Away away) {
                return Range.closedOpen(away.from(), away.to());
            }
            throw new IllegalArgumentException("step " + step + " does not last");
        }

        private static Optional<TraceStep> joined(TraceStep one, TraceStep other) {
            if (one instanceof TraceStep.Counted a && other instanceof TraceStep.Counted b && a.at().equals(b.at())) {
                return Optional.of(new TraceStep.Counted(a.from(), b.to(), a.at()));
            }
            if (one instanceof TraceStep.ClosedService a && other instanceof TraceStep.ClosedService b) {
                return Optional.of(new TraceStep.ClosedService(a.from(), b.to()));
            }
            if (one instanceof TraceStep.Suspended a && other instanceof TraceStep.Suspended b && a.by() == b.by()) {
                return Optional.of(new TraceStep.Suspended(a.from(), b.to(), a.by()));
            }
            return one instanceof TraceStep.Paused a
                            && other instanceof TraceStep.Paused b
                            && a.waitingFor() == b.waitingFor()
                    ? Optional.of(new TraceStep.Paused(a.from(), b.to(), a.waitingFor()))
                    : Optional.empty();
        }
    }

    /** Everything that counted, with what an earlier target left used. */
    public Duration counted() {
        Duration counted = Duration.ZERO;
        for (TraceStep step : steps()) {
            if (step instanceof TraceStep.Counted part) {
                counted = counted.plus(part.amount());
            } else if (step instanceof TraceStep.EarlierTarget earlier) {
                counted = counted.plus(earlier.carried());
            }
        }
        return counted;
    }
}
