package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one clock runs over, found stretch by stretch: what its span leaves of what is measured. Nothing later than a stretch
 * decides whether it is kept, so what a clock showed once stays. Not thread-safe.
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
            return begins + ends;
        }
    }

    static final Comparator<TrackLane> IN_ORDER = Comparator.comparingLong(lane -> lane.head.place());

    private final Head head;
    private final Usage usage;
    private ImmutableList<Mark> marks = ImmutableList.of();
    private boolean started;
    private boolean stopped;
    /** Whether it may run over the stretch that comes next. */
    private boolean current;

    private boolean ended;
    private @Nullable Stretch first;
    private @Nullable Stretch last;
    private Optional<EventKind> suspendedBy = Optional.empty();
    /** The stretches without a gap at the end. */
    private int from;

    private int to;
    private @Nullable Places earlier;

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
        this.last = other.last;
        this.suspendedBy = other.suspendedBy;
        this.from = other.from;
        this.to = other.to;
        this.earlier = other.earlier;
    }

    /**
     * The places of stretches that follow one another in the timeline.
     *
     * @param before those before a gap
     */
    record Places(int from, int to, @Nullable Places before) {}

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

    void setCurrent(boolean value) {
        current = value;
    }

    void end() {
        current = false;
        ended = true;
    }

    void setEnded(boolean value) {
        ended = value;
    }

    /** The stretch with this place begins with this, which may stop the clock at the end of the one before. */
    void begin(EventKind kind, int place) {
        Stretch before = last;
        if (before != null
                && !stopped
                && before.place() + 1 == place
                && head.span().stoppedBy().contains(kind)) {
            stopped = true;
            mark(new Mark(before.to(), kind, false));
        }
    }

    /** Runs over a stretch, if it is started and not stopped. */
    void add(Stretch stretch, Optional<EventKind> suspended) {
        if (!current || stopped) {
            return;
        }
        if (!started && head.span().startedBy().contains(stretch.kind())) {
            started = true;
            mark(new Mark(stretch.from(), stretch.kind(), true));
        }
        if (started) {
            addKept(stretch, suspended);
        }
    }

    private void addKept(Stretch stretch, Optional<EventKind> suspended) {
        if (first == null) {
            first = stretch;
            from = stretch.place();
        } else if (to != stretch.place()) {
            earlier = new Places(from, to, earlier);
            from = stretch.place();
        }
        to = stretch.place() + 1;
        usage.add(stretch, suspended.isPresent());
        last = stretch;
        suspendedBy = suspended;
    }

    private void mark(Mark mark) {
        marks = ImmutableList.<Mark>builder().addAll(marks).add(mark).build();
    }

    /** Whether anything started it. */
    boolean ran() {
        return last != null;
    }

    /** Whether it can never go on. */
    boolean over() {
        return ended || stopped;
    }

    /** The target that holds at its end. */
    Optional<Selected> selected() {
        Stretch end = last;
        return end == null ? Optional.empty() : usage.selected(end.state());
    }

    /** Whether one more stretch would be counted or left out, and change nothing else. */
    boolean isPlain(Stretch next) {
        return !current || stopped || (started && usage.goesOn(next.state()));
    }

    /**
     * What {@link #read} gives after one more stretch, of what {@link #isPlain}, which stays as it is: no copy has to be made of
     * it to look ahead.
     *
     * @param whole all stretches of the case, this one last
     */
    Clocks.@Nullable Running readOver(Stretch next, Optional<EventKind> suspended, List<Stretch> whole) {
        if (!current || stopped) {
            return read(whole);
        }
        Optional<Selected> selected = usage.selected(next.state());
        if (selected.isEmpty()) {
            return null;
        }
        Stretch begun = first == null ? next : first;
        Track track = new Track(head, marks, begun, next, suspended, true, over(), placesWith(next), whole);
        Consumption consumption = usage.consumptionOver(selected.get(), next, suspended.isPresent());
        return new Clocks.Running(track, selected.get(), consumption, Optional.empty());
    }

    private Places placesWith(Stretch next) {
        int end = next.place() + 1;
        if (first == null) {
            return new Places(next.place(), end, earlier);
        }
        return to == next.place()
                ? new Places(from, end, earlier)
                : new Places(next.place(), end, new Places(from, to, earlier));
    }

    /**
     * The clock; null if it has not begun or no target holds for it.
     *
     * @param whole all stretches of the case
     */
    Clocks.@Nullable Running read(List<Stretch> whole) {
        Stretch begun = first;
        Stretch end = last;
        if (begun == null || end == null) {
            return null;
        }
        Optional<Selected> selected = usage.selected(end.state());
        if (selected.isEmpty()) {
            return null;
        }
        Places places = new Places(from, to, earlier);
        Track track = new Track(head, marks, begun, end, suspendedBy, current && !stopped, over(), places, whole);
        return new Clocks.Running(track, selected.get(), usage.consumption(selected.get()), Optional.empty());
    }
}
