package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the clocks of a case: a pure function of its history, the agreements and an instant. Nothing is counted up and
 * stored, so nothing drifts, and a clock can be read for any past instant: events after it change nothing. Immutable.
 */
public final class Clocks {
    /** What has a clock for each cycle of a case that is reopened. */
    private static final ImmutableSet<Measure> IN_CYCLES =
            ImmutableSet.of(Measure.RESOLUTION, Measure.CLOSURE, Measure.FIRST_RESPONSE);

    private final Agreements agreements;

    /** The clocks that these agreements ask for. */
    public Clocks(Agreements agreements) {
        this.agreements = agreements;
    }

    /** The agreements that they keep. */
    public Agreements agreements() {
        return agreements;
    }

    /** Every clock that a target holds for, in the order in which they started. */
    public ImmutableList<ClockReading> read(CaseHistory history, Instant asOf) {
        ImmutableList.Builder<ClockReading> readings = ImmutableList.builder();
        for (Running clock : running(history, asOf)) {
            readings.add(reading(clock, asOf));
        }
        return readings.build();
    }

    /** Those of {@link #read} that have not stopped. */
    public ImmutableList<ClockReading> readOpen(CaseHistory history, Instant asOf) {
        ImmutableList.Builder<ClockReading> readings = ImmutableList.builder();
        for (Running clock : open(history, asOf)) {
            readings.add(reading(clock, asOf));
        }
        return readings.build();
    }

    /** Every clock that {@link #read} gives, with why it shows what it shows. */
    public ImmutableList<Explanation> explain(CaseHistory history, Instant asOf) {
        return running(history, asOf).stream()
                .map(clock -> Explanation.of(clock, reading(clock, asOf)))
                .collect(ImmutableList.toImmutableList());
    }

    /** A clock that a target holds for. */
    record Running(Track track, Selected selected, Consumption consumption) {}

    ImmutableList<Running> running(CaseHistory history, Instant asOf) {
        return running(history, history.timeline().known(asOf), asOf);
    }

    /** Those that ran at an instant, when so many events had happened: others may follow at the same instant. */
    ImmutableList<Running> running(CaseHistory history, int known, Instant asOf) {
        return running(joined(Tracks.of(agreements, history, known, asOf)));
    }

    /** Those that have not stopped. */
    ImmutableList<Running> open(CaseHistory history, Instant asOf) {
        return history.open(this, asOf);
    }

    ImmutableList<Running> readAnew(CaseHistory history, Instant asOf) {
        return running(joined(Tracks.of(agreements, history, history.timeline().known(asOf), asOf)).stream()
                .filter(track -> !track.ended())
                .collect(ImmutableList.toImmutableList()));
    }

    /** The clocks, whatever target holds for them, that the case is where they run: neither stopped nor left behind. */
    ImmutableSet<String> goingOn(CaseHistory history, Instant asOf) {
        return joined(Tracks.of(agreements, history, history.timeline().known(asOf), asOf)).stream()
                .filter(Track::current)
                .map(track -> track.measure() + "/" + track.key())
                .collect(ImmutableSet.toImmutableSet());
    }

    private ImmutableList<Running> running(ImmutableList<Track> tracks) {
        ImmutableList.Builder<Running> running = ImmutableList.builder();
        for (Track track : tracks) {
            ImmutableList<Selected> candidates = candidates(track);
            Optional<Selected> selected = Selected.first(candidates, track.state());
            selected.ifPresent(
                    found -> running.add(new Running(track, found, Consumption.of(track, found, candidates))));
        }
        return running.build();
    }

    private ImmutableList<Selected> candidates(Track track) {
        return agreements.candidates(track.measure(), track.span(), track.station(), track.consumer(), track.state());
    }

    /** Cuts tracks to the spans of targets, and joins the cycles of a reopened case where its agreement goes on. */
    private ImmutableList<Track> joined(Tracks tracks) {
        List<Track> joined = new ArrayList<>();
        Set<Measure> begun = EnumSet.noneOf(Measure.class);
        boolean inOrder = true;
        for (Track track : tracks.laid()) {
            boolean again = IN_CYCLES.contains(track.measure()) && begun.contains(track.measure());
            for (Span span : agreements.spans(track.measure())) {
                inOrder &= span.startedBy().isEmpty();
                add(track, SpanCut.of(span, tracks.stretches()), again, joined);
            }
            begun.add(track.measure());
        }
        if (!inOrder) {
            joined.sort(Comparator.comparing(Track::began));
        }
        return ImmutableList.copyOf(joined);
    }

    private void add(Track track, SpanCut cut, boolean again, List<Track> joined) {
        if (again && goesOn(cut.goingOn(track))) {
            if (track.measure() == Measure.FIRST_RESPONSE) {
                return;
            }
            int before = cycleBefore(joined, track.measure(), cut.span());
            if (before >= 0) {
                joined.set(before, cut.goingOn(track).after(joined.get(before)));
                return;
            }
        }
        cut.of(track).ifPresent(joined::add);
    }

    private boolean goesOn(Track cycle) {
        return Selected.first(candidates(cycle), cycle.state())
                .filter(selected -> selected.agreement().onReopening() == ReopeningPolicy.CONTINUE)
                .isPresent();
    }

    private static int cycleBefore(List<Track> tracks, Measure measure, Span span) {
        for (int i = tracks.size() - 1; i >= 0; i--) {
            if (tracks.get(i).measure() == measure && tracks.get(i).span().equals(span)) {
                return i;
            }
        }
        return -1;
    }

    private static ClockReading reading(Running clock, Instant asOf) {
        Track track = clock.track();
        Duration consumed = clock.consumption().consumed();
        Optional<Instant> due = due(clock, consumed, asOf);
        return ClockReading.builder()
                .measure(track.measure())
                .key(track.key())
                .station(track.station())
                .selected(clock.selected())
                .began(track.began())
                .ended(track.ended() ? Optional.of(track.until()) : Optional.empty())
                .state(state(clock, consumed, due, asOf))
                .consumed(consumed)
                .remaining(remaining(clock, consumed, due))
                .due(due)
                .build();
    }

    private static Optional<Instant> due(Running clock, Duration consumed, Instant asOf) {
        Target target = clock.selected().target();
        if (target.budget() instanceof Budget.InWorkingDays days) {
            return target.calendar().due(clock.track().began(), days.limit()).instant();
        }
        Duration amount = ((Budget.ServiceTime) target.budget()).amount();
        Optional<Instant> usedUp = clock.consumption().usedUpAt(amount);
        return usedUp.isPresent() || !clock.consumption().running()
                ? usedUp
                : target.calendar().due(asOf, amount.minus(consumed)).instant();
    }

    private static Duration remaining(Running clock, Duration consumed, Optional<Instant> due) {
        Target target = clock.selected().target();
        return target.budget() instanceof Budget.ServiceTime time
                ? time.amount().minus(consumed)
                : due.map(instant -> target.calendar().openTime(clock.track().until(), instant))
                        .orElse(Duration.ZERO);
    }

    private static ClockState state(Running clock, Duration consumed, Optional<Instant> due, Instant asOf) {
        Track track = clock.track();
        Target target = clock.selected().target();
        if (exceeded(clock, consumed, due)) {
            return new ClockState.Exceeded(due.orElseThrow());
        }
        if (track.ended()) {
            return new ClockState.Met();
        }
        if (!track.current()) {
            return new ClockState.Elsewhere();
        }
        Optional<ClockState> paused =
                Consumption.pausedBy(target, track.state()).map(ClockState.Paused::new);
        Optional<ClockState> standing =
                paused.or(() -> track.suspendedBy(track.last()).map(ClockState.Suspended::new));
        return standing.orElseGet(
                () -> target.calendar().openAt(asOf) ? new ClockState.Running() : new ClockState.Closed());
    }

    static boolean exceeded(Running clock, Duration consumed, Optional<Instant> due) {
        return clock.selected().target().budget() instanceof Budget.ServiceTime time
                ? consumed.compareTo(time.amount()) > 0
                : due.filter(clock.track().until()::isAfter).isPresent();
    }
}
