package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one clock runs over, found event by event: what its span leaves of what is measured. Nothing later than a stretch
 * decides whether it is kept, so what a clock showed once stays. Reading changes nothing. Not thread-safe.
 */
final class TrackLane {
    /**
     * What tells a clock from others.
     *
     * @param place its place among all clocks of the case, in the order in which they began
     */
    record Head(Measure measure, Span span, Key key, Optional<Station> station, long place) {
        String name() {
            return span.equals(Span.whole()) ? key.name() : key.name() + "-" + span.describe();
        }
    }

    /** What the names of the clocks of one measure begin with; put together when it is asked for. */
    record Key(String begins, Object ends) {
        String name() {
            return begins.concat(ends.toString());
        }
    }

    static final Comparator<TrackLane> IN_ORDER = Comparator.comparingLong(lane -> lane.head.place());

    private static final int NOWHERE = -1;

    private final Head head;
    private final Usage usage;
    private ImmutableList<Mark> marks = ImmutableList.of();
    private boolean started;
    private boolean stopped;
    /** Whether it may run over the stretch that comes next. */
    private boolean current;

    private boolean ended;
    /** The place of its first stretch, once it has one. */
    private int first = NOWHERE;
    /** From which place on it runs without a gap. */
    private int from = NOWHERE;

    private @Nullable TrackPlaces earlier;
    /** Since when its span lets it stand in the last stretch that is counted. */
    private Optional<EventKind> suspendedBy = Optional.empty();

    TrackLane(Head head, ImmutableList<Selected> candidates) {
        this.head = head;
        this.usage = new Usage(candidates);
        this.started = head.span().startedBy().isEmpty();
    }

    private TrackLane(Head head, TrackLane other) {
        this.head = head;
        this.usage = new Usage(other.usage);
        this.marks = other.marks;
        this.started = other.started;
        this.stopped = other.stopped;
        this.current = other.current;
        this.ended = other.ended;
        this.first = other.first;
        this.from = other.from;
        this.earlier = other.earlier;
        this.suspendedBy = other.suspendedBy;
    }

    TrackLane copy() {
        return new TrackLane(head, this);
    }

    /** This, to go on in the next cycle of the case. */
    TrackLane goingOn() {
        TrackLane next = copy();
        next.started = true;
        next.stopped = false;
        next.ended = false;
        return next;
    }

    Head head() {
        return head;
    }

    /** Started already, whatever its span says. */
    TrackLane startedBefore() {
        started = true;
        return this;
    }

    /** May run from this place on. */
    void begin(int place) {
        current = true;
        if (started && !stopped) {
            open(place);
        }
    }

    /** Runs, for now, no further than before this place. */
    void pause(int place) {
        current = false;
        close(place);
    }

    /** Runs no further than before this place, ever. */
    void end(int place) {
        pause(place);
        ended = true;
    }

    void setEnded(boolean value) {
        ended = value;
    }

    /** The stretch with this place begins with this, which may stop the clock. */
    void stop(EventKind kind, int place, Instant at) {
        if (from != NOWHERE && head.span().stoppedBy().contains(kind)) {
            stopped = true;
            close(place);
            mark(new Mark(at, kind, false));
        }
    }

    /** The stretch with this place begins with this, which may start the clock. */
    void start(EventKind kind, int place, Instant at) {
        if (current && !stopped && !started && head.span().startedBy().contains(kind)) {
            started = true;
            mark(new Mark(at, kind, true));
            open(place);
        }
    }

    private void open(int place) {
        TrackPlaces before = earlier;
        if (before == null) {
            first = place;
            from = place;
        } else if (before.to() == place) {
            from = before.from();
            earlier = before.before();
        } else {
            from = place;
        }
    }

    private void close(int place) {
        if (from != NOWHERE) {
            earlier = until(place);
            from = NOWHERE;
        }
    }

    /** What it runs over before this place. */
    private @Nullable TrackPlaces until(int place) {
        return from == NOWHERE || place <= from ? earlier : new TrackPlaces(from, place, earlier);
    }

    private void mark(Mark mark) {
        marks = ImmutableList.<Mark>builder().addAll(marks).add(mark).build();
    }

    /** Counts what it ran over and was not counted, in all of which the span lets it stand, or in none. */
    void count(PastStretches past, Optional<EventKind> suspended) {
        TrackPlaces places = until(past.count());
        if (places != null && places.to() > usage.counted()) {
            for (TrackPlaces part : places.since(usage.counted())) {
                usage.count(past, part, suspended.isPresent());
            }
            suspendedBy = suspended;
        }
    }

    /** Whether anything started it. */
    boolean ran(PastStretches past) {
        return until(past.count()) != null;
    }

    /** Whether it can never go on. */
    boolean over() {
        return ended || stopped;
    }

    /** The target that holds at its end. */
    Optional<Selected> selected(PastStretches past) {
        TrackPlaces places = until(past.count());
        int held = places == null ? Usage.NONE : held(places, past);
        return held == Usage.NONE ? Optional.empty() : Optional.of(usage.candidate(held));
    }

    private int held(TrackPlaces places, PastStretches past) {
        return usage.held(past.get(places.to() - 1).state());
    }

    /**
     * The clock; null if it has not begun or no target holds for it.
     *
     * @param suspended since when its span lets it stand in what is not counted
     */
    Clocks.@Nullable Running read(PastStretches past, Optional<EventKind> suspended) {
        TrackPlaces places = until(past.count());
        int held = places == null ? Usage.NONE : held(places, past);
        if (places == null || held == Usage.NONE) {
            return null;
        }
        Track track = new Track(
                head,
                marks,
                past.get(first),
                past.get(places.to() - 1),
                places.to() > usage.counted() ? suspended : suspendedBy,
                current && !stopped,
                over(),
                places,
                past.stretches());
        Consumption consumption = usage.consumption(held, track, past, suspended.isPresent());
        return new Clocks.Running(track, usage.candidate(held), consumption, Optional.empty());
    }
}
