package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one measure runs over while it is laid: a visit, a hand-over, a cycle; with a clock for each span. Not thread-safe. */
final class Laying {
    private final Measure measure;
    /** One, most often, and copied in every step. */
    private ImmutableList<Cycle> cycles = ImmutableList.of();

    private boolean ended;

    Laying(Measure measure) {
        this.measure = measure;
    }

    /**
     * One clock; if the case was reopened, both what it is if it begins anew and what it is if it goes on.
     *
     * @param own that it begins anew
     * @param goingOn that the one before goes on, or that it is on its way already
     * @param before the one of the cycle before
     */
    private record Cycle(
            TrackLane own,
            @Nullable TrackLane goingOn,
            @Nullable TrackLane before) {
        Cycle copy() {
            return new Cycle(own.copy(), goingOn == null ? null : goingOn.copy(), before);
        }

        /** Whether the agreement that holds at the end lets the clock of the cycle before go on. */
        boolean goesOn(PastStretches past) {
            return goingOn != null
                    && goingOn.selected(past)
                            .filter(selected -> selected.agreement().onReopening() == ReopeningPolicy.CONTINUE)
                            .isPresent();
        }

        private boolean answeredBefore() {
            return own.head().measure() == Measure.FIRST_RESPONSE;
        }

        /** The clock that the next cycle may go on with. */
        @Nullable TrackLane latest(PastStretches past) {
            if (goesOn(past) && (answeredBefore() || before != null)) {
                return answeredBefore() ? before : goingOn;
            }
            return own.ran(past) ? own : before;
        }

        /** The clocks that there are: the one of the cycle before as well, unless it goes on. */
        void tell(PastStretches past, Consumer<TrackLane> to) {
            boolean goesOn = goesOn(past);
            if (goesOn && goingOn != null && before != null && !answeredBefore()) {
                to.accept(goingOn);
                return;
            }
            if (before != null) {
                to.accept(before);
            }
            if (own.ran(past) && !(goesOn && answeredBefore())) {
                to.accept(own);
            }
        }
    }

    Laying copy() {
        Laying copy = new Laying(measure);
        for (int place = 0; place < cycles.size(); place++) {
            copy.add(cycles.get(place).copy());
        }
        copy.ended = ended;
        return copy;
    }

    Measure measure() {
        return measure;
    }

    boolean ended() {
        return ended;
    }

    /** Adds a clock. */
    void add(TrackLane.Head head, ImmutableList<Selected> candidates) {
        add(new Cycle(new TrackLane(head, candidates), null, null));
    }

    /**
     * Adds a clock of a case that is reopened.
     *
     * @param before the clock of the cycle before that it may go on with
     */
    void addNext(TrackLane.Head head, ImmutableList<Selected> candidates, @Nullable TrackLane before) {
        TrackLane own = new TrackLane(head, candidates);
        TrackLane goingOn = before == null || measure == Measure.FIRST_RESPONSE
                ? new TrackLane(head, candidates).startedBefore()
                : before.goingOn();
        add(new Cycle(own, goingOn, before));
    }

    private void add(Cycle more) {
        cycles = cycles.isEmpty()
                ? ImmutableList.of(more)
                : ImmutableList.<Cycle>builderWithExpectedSize(cycles.size() + 1)
                        .addAll(cycles)
                        .add(more)
                        .build();
    }

    /** The clock of this span that the next cycle may go on with. */
    @Nullable TrackLane latest(Span span, PastStretches past) {
        for (Cycle cycle : cycles) {
            if (cycle.own().head().span().equals(span)) {
                return cycle.latest(past);
            }
        }
        return null;
    }

    /** The clocks that are told beside those that the next cycle may go on with. */
    List<TrackLane> settled(PastStretches past) {
        List<TrackLane> settled = new ArrayList<>();
        for (Cycle cycle : cycles) {
            TrackLane latest = cycle.latest(past);
            cycle.tell(past, lane -> {
                if (lane != latest) {
                    settled.add(lane);
                }
            });
        }
        return settled;
    }

    void tell(PastStretches past, Consumer<TrackLane> to) {
        for (int i = 0; i < cycles.size(); i++) {
            cycles.get(i).tell(past, to);
        }
    }

    /** Whether nothing is promised about it. */
    boolean isEmpty() {
        return cycles.isEmpty();
    }

    /** Runs over the stretches from this place on. */
    void begin(int place) {
        each(lane -> lane.begin(place));
    }

    /** Runs, for now, no further than before this place. */
    void pause(int place) {
        each(lane -> lane.pause(place));
    }

    /** Runs no further than before this place, ever. */
    void end(int place) {
        ended = true;
        each(lane -> lane.end(place));
    }

    /** Whether it is over for as long as nothing happens. */
    void setEnded(boolean value) {
        each(lane -> lane.setEnded(value));
    }

    /** The stretch with this place begins with this, which may stop clocks. */
    void stop(EventKind kind, int place, Instant at) {
        each(lane -> lane.stop(kind, place, at));
    }

    /** The stretch with this place begins with this, which may start clocks. */
    void start(EventKind kind, int place, Instant at) {
        each(lane -> lane.start(kind, place, at));
    }

    /** Counts what the clocks ran over. */
    void count(PastStretches past, Map<Span, Breaks> standing) {
        each(lane -> lane.count(past, Breaks.since(standing, lane.head().span())));
    }

    private void each(Consumer<TrackLane> change) {
        // Asked of every measure for every event, so without an iterator.
        for (int i = 0; i < cycles.size(); i++) {
            Cycle cycle = cycles.get(i);
            change.accept(cycle.own());
            if (cycle.goingOn() != null) {
                change.accept(cycle.goingOn());
            }
        }
    }
}
