package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the clocks of a case: a pure function of its history, the agreements and an instant. Nothing is counted up and
 * stored, so nothing drifts, and a clock can be read for any past instant: events after it change nothing. Immutable.
 */
public final class Clocks {
    private static final Duration SHORTEST = Duration.ofNanos(1_000);

    private final Agreements agreements;
    private final OpenClocks openClocks;

    /** The clocks that these agreements ask for. */
    public Clocks(Agreements agreements) {
        this.agreements = agreements;
        this.openClocks = new OpenClocks(agreements);
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

    /** Those of {@link #read} that have not stopped. It costs no more if much happened to the case before. */
    public ImmutableList<ClockReading> readOpen(CaseHistory history, Instant asOf) {
        ImmutableList.Builder<ClockReading> readings = ImmutableList.builder();
        for (Running clock : open(history, asOf)) {
            readings.add(reading(clock, asOf));
        }
        return readings.build();
    }

    /**
     * What a clock that has not stopped says about its future.
     *
     * @param due when its budget was used up, or will be if nothing happens to the case but that a hold comes to its end
     * @param exceededFrom from when on more than that is used, or was; empty if that never is
     */
    public record Ahead(Measure measure, Selected selected, Instant due, Optional<Instant> exceededFrom) {}

    /** What the clocks that have not stopped say about their future, those whose budget is used up some day. */
    public ImmutableList<Ahead> ahead(CaseHistory history, Instant asOf) {
        ImmutableList.Builder<Ahead> ahead = ImmutableList.builder();
        for (Running clock : toCome(history, asOf)) {
            if (!clock.track().ended()) {
                Duration consumed = clock.consumption().consumed();
                Optional<Instant> due = due(clock, consumed);
                if (due.isPresent()) {
                    boolean exceeded = exceeded(clock, consumed, due);
                    ahead.add(new Ahead(
                            clock.track().measure(),
                            clock.selected(),
                            due.get(),
                            exceededFrom(clock, exceeded, due.get())));
                }
            }
        }
        return ahead.build();
    }

    /** More must be used than the limit: of service time that is when the service opens, if it closes just then. */
    private static Optional<Instant> exceededFrom(Running clock, boolean exceeded, Instant due) {
        Target target = clock.selected().target();
        if (exceeded || !(target.budget() instanceof Budget.ServiceTime)) {
            return Optional.of(due.plus(SHORTEST));
        }
        Running later = clock.goingOn().orElse(clock);
        if (!later.running() && !exceeded(later, later.consumption().consumed(), Optional.of(due))) {
            return Optional.empty();
        }
        Instant from = clock.running() || due.isAfter(later.track().until())
                ? due
                : later.track().until();
        return target.calendar().openAt(from)
                ? Optional.of(from.plus(SHORTEST))
                : target.calendar().nextOpening(from).instant().map(opening -> opening.plus(SHORTEST));
    }

    /** Every clock that {@link #read} gives, with why it shows what it shows. */
    public ImmutableList<Explanation> explain(CaseHistory history, Instant asOf) {
        return running(history, asOf).stream()
                .map(clock -> Explanation.of(clock, reading(clock, asOf)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * A clock that a target holds for.
     *
     * @param goingOn what it is once the hold of the case has come to its end; empty unless that has a date
     */
    record Running(Track track, Selected selected, Consumption consumption, Optional<Running> goingOn) {
        Running goingOnAs(Optional<Running> later) {
            return new Running(track, selected, consumption, later);
        }

        /** Whether it would run on now, were the service open. */
        boolean running() {
            return track.goesOn()
                    && Usage.pausedBy(selected.target(), track.state()).isEmpty();
        }

        /** When it runs again because the hold of the case comes to its end; empty if it does not, or runs now. */
        Optional<Instant> runsAgainFrom() {
            return !running() && goingOn.filter(Running::running).isPresent() ? holdEnds() : Optional.empty();
        }

        /** When it stops or stands because the hold of the case comes to its end; empty if it does not. */
        Optional<Instant> standsFrom() {
            return running() && goingOn.filter(later -> !later.running()).isPresent() ? holdEnds() : Optional.empty();
        }

        private Optional<Instant> holdEnds() {
            return track.state().hold().flatMap(SupportCase.Hold::until);
        }
    }

    ImmutableList<Running> running(CaseHistory history, Instant asOf) {
        CaseTimeline timeline = history.timeline();
        int known = timeline.known(asOf);
        Tracks tracks = new Tracks(agreements);
        for (int i = 0; i < known; i++) {
            tracks.over(timeline.stretches(), timeline.stretchAfter(i));
            tracks.happen(timeline.events().get(i), timeline.state(i));
        }
        return tracks.readAt(timeline, known, asOf).running();
    }

    /** Those that have not stopped. */
    ImmutableList<Running> open(CaseHistory history, Instant asOf) {
        ImmutableList.Builder<Running> open = ImmutableList.builder();
        for (Running clock : latest(history, asOf)) {
            if (!clock.track().ended()) {
                open.add(clock);
            }
        }
        return open.build();
    }

    /** Those that had not stopped when the latest event happened, or that the next reading was not told of. */
    ImmutableList<Running> latest(CaseHistory history, Instant asOf) {
        return reading(history, asOf).running();
    }

    /** Those of {@link #latest}, and those that begin as the hold of the case comes to its end. */
    ImmutableList<Running> toCome(CaseHistory history, Instant asOf) {
        Tracks.Reading reading = reading(history, asOf);
        return reading.beginning().isEmpty()
                ? reading.running()
                : ImmutableList.<Running>builder()
                        .addAll(reading.running())
                        .addAll(reading.beginning())
                        .build();
    }

    private Tracks.Reading reading(CaseHistory history, Instant asOf) {
        return walked(history, asOf).read(history.timeline(), history.timeline().known(asOf), asOf);
    }

    /** How far a walk comes until an instant. */
    OpenClocks.Walked walked(CaseHistory history, Instant asOf) {
        int known = history.timeline().known(asOf);
        return known == history.size()
                ? history.walked(openClocks)
                : openClocks.onward(openClocks.begin(), history.timeline(), 0, known);
    }

    private static ClockReading reading(Running clock, Instant asOf) {
        Track track = clock.track();
        Duration consumed = clock.consumption().consumed();
        Optional<Instant> due = due(clock, consumed);
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

    private static Optional<Instant> due(Running clock, Duration consumed) {
        Target target = clock.selected().target();
        if (target.budget() instanceof Budget.InWorkingDays days) {
            return target.calendar().due(clock.track().began(), days.limit()).instant();
        }
        Duration amount = ((Budget.ServiceTime) target.budget()).amount();
        Optional<Instant> usedUp = clock.consumption().usedUpAt(amount);
        if (usedUp.isPresent()) {
            return usedUp;
        }
        if (clock.goingOn().isPresent()) {
            Running later = clock.goingOn().get();
            return due(later, later.consumption().consumed());
        }
        return clock.running()
                ? target.calendar()
                        .due(clock.track().until(), amount.minus(consumed))
                        .instant()
                : Optional.empty();
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
        Optional<ClockState> paused = Usage.pausedBy(target, track.state()).map(ClockState.Paused::new);
        Optional<ClockState> standing = paused.or(() -> track.suspendedBy().map(ClockState.Suspended::new));
        return standing.orElseGet(
                () -> target.calendar().openAt(asOf) ? new ClockState.Running() : new ClockState.Closed());
    }

    static boolean exceeded(Running clock, Duration consumed, Optional<Instant> due) {
        return clock.selected().target().budget() instanceof Budget.ServiceTime time
                ? consumed.compareTo(time.amount()) > 0
                : due.filter(clock.track().until()::isAfter).isPresent();
    }
}
