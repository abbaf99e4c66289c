package dk.sagsflow.core.timeline;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * What a case went through, from its registration on, in stretches without gap or overlap: what clocks, follow-up rules and
 * statistics read. It goes by when things occurred: what was reported late lies before what programs put on record
 * meanwhile; everything else lies as it was recorded, in a foreign log too, where time may run backwards. A hold with an end
 * ends there, whenever a sweep puts that on record. Immutable.
 */
public final class CaseTimeline {
    /** As they were recorded. */
    private final Growing<CaseEvent> recorded;
    /** After each of those. */
    private final Growing<SupportCase> folded;
    /** As they occurred. */
    private final Growing<CaseEvent> events;
    /** After each of those. */
    private final Growing<SupportCase> states;

    private final Stretches laid;
    private final List<Stretch> stretches;

    /** For how many more events there is room at once: those of the next step. */
    private static final int MORE = 4;

    /**
     * What the events make of it.
     *
     * @param reached for each event, the latest time of it and those before it
     * @param after for each event, the first stretch after it
     * @param past the stretches that another event has ended
     * @param open as if nothing more happened: what goes on, and what comes after its hold ends by itself
     */
    private record Stretches(
            Growing<Instant> reached, Growing<Integer> after, Growing<Stretch> past, ImmutableList<Stretch> open) {
        static Stretches none() {
            return new Stretches(Growing.empty(), Growing.empty(), Growing.empty(), ImmutableList.of());
        }

        /** The same as with one event after the other. */
        static Stretches of(List<CaseEvent> events, List<SupportCase> states) {
            List<Instant> reached = new ArrayList<>(events.size() + MORE);
            List<Integer> after = new ArrayList<>(events.size() + MORE);
            List<Stretch> past = new ArrayList<>(events.size() + MORE);
            int latest = events.size() - 1;
            for (int place = 0; place <= latest; place++) {
                Instant from = events.get(place).occurredAt();
                if (place > 0) {
                    end(past, events.get(place - 1), states.get(place - 1), from);
                }
                reached.add(place == 0 ? from : later(from, reached.get(place - 1)));
                after.add(past.size());
            }
            CaseEvent last = events.get(latest);
            ImmutableList<Stretch> open = opened(last.occurredAt(), states.get(latest), last, past.size());
            return new Stretches(Growing.of(reached), Growing.of(after), Growing.of(past), open);
        }

        private static void end(List<Stretch> past, CaseEvent event, SupportCase state, Instant end) {
            Instant from = event.occurredAt();
            if (state.hold().isEmpty()) {
                past.add(new Stretch(from, end, state, Optional.of(event), past.size()));
            } else {
                past.addAll(openUntil(opened(from, state, event, past.size()), end));
            }
        }

        Stretches with(CaseEvent event, SupportCase state) {
            Instant from = event.occurredAt();
            Growing<Stretch> ended = past;
            if (open.size() == 1) {
                ended = ended.with(open.get(0).withTo(from));
            } else {
                for (Stretch stretch : openUntil(open, from)) {
                    ended = ended.with(stretch);
                }
            }
            Instant latest = reached.isEmpty() ? from : later(from, reached.get(reached.size() - 1));
            return new Stretches(
                    reached.with(latest), after.with(ended.size()), ended, opened(from, state, event, ended.size()));
        }
    }

    private CaseTimeline(
            Growing<CaseEvent> recorded,
            Growing<SupportCase> folded,
            Growing<CaseEvent> events,
            Growing<SupportCase> states,
            Stretches laid) {
        this.recorded = recorded;
        this.folded = folded;
        this.events = events;
        this.states = states;
        this.laid = laid;
        this.stretches = new Cut(laid.past(), laid.open());
    }

    /**
     * A time in which nothing happened to a case; of no length between events of one instant.
     *
     * @param from when it began, inclusive
     * @param to when it ended, exclusive; {@link Instant#MAX} if it goes on
     * @param state the case in it, no longer on a hold whose end has come
     * @param begunBy the event that it begins with; empty if it begins because a hold came to its end
     * @param place its index among all stretches of the case
     */
    public record Stretch(Instant from, Instant to, SupportCase state, Optional<CaseEvent> begunBy, int place) {
        /** Refuses null. */
        public Stretch {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(state, "state");
            requireNonNull(begunBy, "begunBy");
        }

        /** What it begins with; a hold that comes to its end counts as resumed. */
        public EventKind kind() {
            return begunBy.isPresent() ? begunBy.get().eventKind() : EventKind.RESUMED;
        }

        /** How long it lasted. */
        public Duration length() {
            return Duration.between(from, to);
        }

        /** What the case waited for. */
        public Optional<WaitingFor> waitingFor() {
            return state.hold().map(SupportCase.Hold::waitingFor);
        }

        Stretch withTo(Instant end) {
            return new Stretch(from, end, state, begunBy, place);
        }
    }

    /**
     * The timeline of these events.
     *
     * @param events all events of one case in the order in which they were recorded, from its registration
     * @throws IllegalArgumentException if they do not begin with a registration
     */
    public static CaseTimeline of(Iterable<? extends CaseEvent> events) {
        return of(ImmutableList.copyOf(events), Optional.empty());
    }

    /**
     * The timeline of these events, of which is known what they make of the case.
     *
     * @param events all events of one case in the order in which they were recorded, from its registration
     * @param latest their fold, as a store keeps it with them
     * @throws IllegalArgumentException if they do not begin with a registration, or lead to another version
     */
    public static CaseTimeline of(ImmutableList<CaseEvent> events, SupportCase latest) {
        checkArgument(
                latest.version() == events.size(),
                "%s events do not lead to version %s of case %s",
                events.size(),
                latest.version(),
                latest.number());
        return of(events, Optional.of(latest));
    }

    private static CaseTimeline of(ImmutableList<CaseEvent> all, Optional<SupportCase> latest) {
        checkArgument(!all.isEmpty(), "a case needs at least its registration, but there are no events");
        int late = firstLate(all);
        return late == all.size()
                ? inOrder(all, latest)
                : inOrder(all.subList(0, late), Optional.empty()).followedBy(all.subList(late, all.size()));
    }

    private static int firstLate(ImmutableList<CaseEvent> all) {
        for (int place = 1; place < all.size(); place++) {
            if (Occurrence.late(all.get(place), all.get(place - 1))) {
                return place;
            }
        }
        return all.size();
    }

    /** Of events that occurred as they were recorded; nothing is made that only holds until the next event. */
    private static CaseTimeline inOrder(ImmutableList<CaseEvent> all, Optional<SupportCase> latest) {
        List<CaseEvent> events = new ArrayList<>(all.size() + MORE);
        events.addAll(all);
        List<SupportCase> states = new ArrayList<>(all.size() + MORE);
        int toFold = all.size() - (latest.isPresent() ? 1 : 0);
        for (int place = 0; place < toFold; place++) {
            states.add(
                    place == 0
                            ? SupportCase.of(all.subList(0, 1))
                            : states.get(place - 1).after(all.get(place)));
        }
        latest.ifPresent(states::add);
        Growing<CaseEvent> recorded = Growing.of(events);
        Growing<SupportCase> folded = Growing.of(states);
        return new CaseTimeline(recorded, folded, recorded, folded, Stretches.of(events, states));
    }

    /**
     * The same with more events.
     *
     * @param more the next events of the case, in the order in which they were recorded
     * @throws IllegalArgumentException if they do not follow the latest event
     */
    public CaseTimeline followedBy(Iterable<? extends CaseEvent> more) {
        CaseTimeline timeline = this;
        for (CaseEvent event : more) {
            timeline = timeline.followedBy(event);
        }
        return timeline;
    }

    /** While nobody reported late, one list serves for both orders; which is asked of the list itself, not of what is in it. */
    @SuppressWarnings("ReferenceEquality")
    private CaseTimeline followedBy(CaseEvent event) {
        SupportCase state = latest().after(event);
        Growing<CaseEvent> all = recorded.with(event);
        Growing<SupportCase> after = folded.with(state);
        if (Occurrence.late(event, events.get(events.size() - 1))) {
            return asOccurred(all, after);
        }
        boolean alike = recorded == events;
        return new CaseTimeline(
                all,
                after,
                alike ? all : events.with(event),
                alike ? after : states.with(state),
                laid.with(event, state));
    }

    /** What programs put on record does not matter to what clocks read, so the state with it serves as well. */
    private static CaseTimeline asOccurred(Growing<CaseEvent> recorded, Growing<SupportCase> folded) {
        Growing<CaseEvent> events = Growing.empty();
        Growing<SupportCase> states = Growing.empty();
        Stretches laid = Stretches.none();
        int latest = 0;
        for (int place : Occurrence.order(recorded)) {
            latest = Math.max(latest, place);
            events = events.with(recorded.get(place));
            states = states.with(folded.get(latest));
            laid = laid.with(recorded.get(place), folded.get(latest));
        }
        return new CaseTimeline(recorded, folded, events, states, laid);
    }

    private static ImmutableList<Stretch> opened(Instant from, SupportCase state, CaseEvent event, int place) {
        Optional<Instant> holdEnds = state.hold().flatMap(SupportCase.Hold::until);
        if (holdEnds.isEmpty()) {
            return ImmutableList.of(new Stretch(from, Instant.MAX, state, Optional.of(event), place));
        }
        SupportCase goingOn = state.goingOn();
        Instant until = holdEnds.get();
        return until.isAfter(from)
                ? ImmutableList.of(
                        new Stretch(from, until, state, Optional.of(event), place),
                        new Stretch(until, Instant.MAX, goingOn, Optional.empty(), place + 1))
                : ImmutableList.of(new Stretch(from, Instant.MAX, goingOn, Optional.of(event), place));
    }

    /** A hold whose end had not come by then is cut there. */
    private static ImmutableList<Stretch> openUntil(ImmutableList<Stretch> open, Instant end) {
        if (open.isEmpty()) {
            return open;
        }
        Stretch first = open.get(0);
        boolean holdEnded = open.size() > 1 && first.to().isBefore(end);
        return holdEnded ? ImmutableList.of(first, open.get(1).withTo(end)) : ImmutableList.of(first.withTo(end));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** All events as they were recorded. */
    public List<CaseEvent> recorded() {
        return recorded;
    }

    /** The case after the first so many events that were recorded, at least one. */
    public SupportCase after(int count) {
        return folded.get(count - 1);
    }

    /** The case after all of them. */
    public SupportCase latest() {
        return folded.get(folded.size() - 1);
    }

    /** All events as they occurred. */
    public List<CaseEvent> events() {
        return events;
    }

    /** The case after one of {@link #events}, from 0; what programs put on record before it was reported included. */
    public SupportCase state(int event) {
        return states.get(event);
    }

    /** The place of the first stretch after one of {@link #events}, from 0. */
    public int stretchAfter(int event) {
        return laid.after().get(event);
    }

    /** All stretches; the last goes on as if nothing more happened. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** How many events had occurred by an instant, inclusive: those before the first that is later. */
    public int known(Instant asOf) {
        int known = 0;
        int later = events.size();
        while (known < later) {
            // Most often all of them had.
            int middle = later == events.size() ? later - 1 : (known + later) >>> 1;
            if (laid.reached().get(middle).isAfter(asOf)) {
                later = middle;
            } else {
                known = middle + 1;
            }
        }
        return known;
    }

    /** What there was of it at an instant; nothing before the registration. */
    public List<Stretch> until(Instant asOf) {
        requireNonNull(asOf, "asOf");
        return until(known(asOf), asOf);
    }

    /** What there was of it at an instant, when so many events had occurred: others may follow at the same instant. */
    public List<Stretch> until(int known, Instant asOf) {
        checkArgument(known >= 0 && known <= events.size(), "%s events of %s", known, events.size());
        if (known == 0) {
            return ImmutableList.of();
        }
        if (known == events.size()) {
            return new Cut(laid.past(), openUntil(laid.open(), asOf));
        }
        CaseEvent last = events.get(known - 1);
        int first = stretchAfter(known - 1);
        return new Cut(
                laid.past().subList(0, first),
                openUntil(opened(last.occurredAt(), states.get(known - 1), last, first), asOf));
    }

    /** Stretches that are over, and those at the end. */
    private static final class Cut extends AbstractList<Stretch> implements RandomAccess {
        private final List<Stretch> past;
        private final ImmutableList<Stretch> last;

        Cut(List<Stretch> past, ImmutableList<Stretch> last) {
            this.past = past;
            this.last = last;
        }

        @Override
        public Stretch get(int index) {
            return index < past.size() ? past.get(index) : last.get(index - past.size());
        }

        @Override
        public int size() {
            return past.size() + last.size();
        }
    }
}
