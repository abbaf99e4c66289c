package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one measure runs over while it is laid: a visit, a hand-over, a cycle; with a clock for each span. Not thread-safe. */
final class Laying {
    private final Measure measure;
    /** One, most often, and copied in every step. */
    private ImmutableList<Cycle> cycles = ImmutableList.of();

    private boolean current;
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
        boolean goesOn() {
            return goingOn != null
                    && goingOn.selected()
                            .filter(selected -> selected.agreement().onReopening() == ReopeningPolicy.CONTINUE)
                            .isPresent();
        }

        private boolean answeredBefore() {
            return own.head().measure() == Measure.FIRST_RESPONSE;
        }

        /** The clock that the next cycle may go on with. */
        @Nullable TrackLane latest() {
            if (goesOn() && (answeredBefore() || before != null)) {
                return answeredBefore() ? before : goingOn;
            }
            return own.ran() ? own : before;
        }

        /** The clocks that there are: the one of the cycle before as well, unless it goes on. */
        void tell(Consumer<TrackLane> to) {
            boolean goesOn = goesOn();
            if (goesOn && goingOn != null && before != null && !answeredBefore()) {
                to.accept(goingOn);
                return;
            }
            if (before != null) {
                to.accept(before);
            }
            if (own.ran() && !(goesOn && answeredBefore())) {
                to.accept(own);
            }
        }
    }

    Laying copy() {
        Laying copy = new Laying(measure);
        for (int place = 0; place < cycles.size(); place++) {
            copy.add(cycles.get(place).copy());
        }
        copy.current = current;
        copy.ended = ended;
        return copy;
    }

    Measure measure() {
        return measure;
    }

    boolean ended() {
        return ended;
    }

    /** Whether it runs over the stretches that come. */
    boolean current() {
        return current;
    }

    /**
     * Adds a clock.
     *
     * @param earlier what was measured of the cycle before, of a case that is reopened
     */
    void add(TrackLane.Head head, ImmutableList<Selected> candidates, @Nullable Laying earlier) {
        TrackLane own = new TrackLane(head, candidates);
        if (earlier == null) {
            add(new Cycle(own, null, null));
            return;
        }
        TrackLane before = earlier.latest(head.span());
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
    private @Nullable TrackLane latest(Span span) {
        for (Cycle cycle : cycles) {
            if (cycle.own().head().span().equals(span)) {
                return cycle.latest();
            }
        }
        return null;
    }

    /** The clocks that are told beside those that the next cycle may go on with. */
    List<TrackLane> settled() {
        List<TrackLane> settled = new ArrayList<>();
        for (Cycle cycle : cycles) {
            TrackLane latest = cycle.latest();
            cycle.tell(lane -> {
                if (lane != latest) {
                    settled.add(lane);
                }
            });
        }
        return settled;
    }

    void tell(Consumer<TrackLane> to) {
        for (int place = 0; place < cycles.size(); place++) {
            cycles.get(place).tell(to);
        }
    }

    /** Runs over the stretches from now on. */
    void begin() {
        current = true;
        each(lane -> lane.setCurrent(true));
    }

    /** Runs, for now, no further. */
    void pause() {
        if (current) {
            current = false;
            each(lane -> lane.setCurrent(false));
        }
    }

    /** Runs no further, ever. */
    void end() {
        current = false;
        ended = true;
        each(TrackLane::end);
    }

    /** Whether it is over for as long as nothing happens. */
    void setEnded(boolean value) {
        each(lane -> lane.setEnded(value));
    }

    /** A stretch begins. */
    void begin(EventKind kind, int stretch) {
        for (int place = 0; place < cycles.size(); place++) {
            Cycle cycle = cycles.get(place);
            cycle.own().begin(kind, stretch);
            if (cycle.goingOn() != null) {
                cycle.goingOn().begin(kind, stretch);
            }
        }
    }

    /** Whether one more stretch would be counted or left out, and change nothing else. */
    boolean isPlain(Stretch next) {
        for (int place = 0; place < cycles.size(); place++) {
            Cycle cycle = cycles.get(place);
            if (cycle.goingOn() != null
                    || cycle.before() != null
                    || !cycle.own().isPlain(next)) {
                return false;
            }
        }
        return true;
    }

    /** Tells what the clocks are after one more stretch, the last of all these; of what {@link #isPlain}, which stays as it is. */
    void readOver(List<Stretch> whole, Map<Span, Breaks> standing, Consumer<Clocks.Running> to) {
        Stretch next = whole.get(whole.size() - 1);
        for (int place = 0; place < cycles.size(); place++) {
            TrackLane own = cycles.get(place).own();
            Clocks.Running read = own.readOver(next, suspended(standing, own), whole);
            if (read != null) {
                to.accept(read);
            }
        }
    }

    private static Optional<EventKind> suspended(Map<Span, Breaks> standing, TrackLane lane) {
        Breaks stands = standing.isEmpty() ? null : standing.get(lane.head().span());
        return stands == null ? Optional.empty() : stands.since();
    }

    /** Runs over a stretch. */
    void add(Stretch stretch, Map<Span, Breaks> standing) {
        if (!current) {
            return;
        }
        // Asked of every measure for every event, so without an iterator.
        for (int place = 0; place < cycles.size(); place++) {
            Cycle cycle = cycles.get(place);
            Optional<EventKind> suspended = suspended(standing, cycle.own());
            cycle.own().add(stretch, suspended);
            if (cycle.goingOn() != null) {
                cycle.goingOn().add(stretch, suspended);
            }
        }
    }

    private void each(Consumer<TrackLane> change) {
        for (int place = 0; place < cycles.size(); place++) {
            Cycle cycle = cycles.get(place);
            change.accept(cycle.own());
            if (cycle.goingOn() != null) {
                change.accept(cycle.goingOn());
            }
        }
    }
}
