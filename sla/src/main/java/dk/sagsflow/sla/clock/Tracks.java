package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Agreements.Selected;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the clocks of a case run over, those that agreements ask for, in one walk over its events that can go on where
 * it stopped. Of each event, {@link #happen} says that it comes, after {@link #over} has told of the stretches before.
 * Not thread-safe.
 */
final class Tracks {
    private static final ImmutableSet<EventKind> MOVES = Sets.immutableEnumSet(
            EventKind.REGISTERED,
            EventKind.HANDED_OVER,
            EventKind.ANSWERED,
            EventKind.GIVEN_BACK,
            EventKind.REOPENED,
            EventKind.CLOSED);
    private static final ImmutableSet<EventKind> TAKES_ON =
            Sets.immutableEnumSet(EventKind.ACCEPTED, EventKind.ASSIGNED);
    private static final ImmutableSet<EventKind> BEGINS_CYCLE =
            Sets.immutableEnumSet(EventKind.REGISTERED, EventKind.REOPENED);
    /** What has a clock for each cycle of a case that is reopened. */
    private static final ImmutableSet<Measure> IN_CYCLES =
            Sets.immutableEnumSet(Measure.RESOLUTION, Measure.CLOSURE, Measure.FIRST_RESPONSE);

    private static final long SPANS = 1_000_000;

    private final Agreements agreements;
    /** Whether anything is promised about words with the customer. */
    private final boolean wordsCount;

    private final boolean closureCounts;
    /** What is laid, in the order in which it began; without what was taken. */
    private final List<Laying> laid = new ArrayList<>();
    /** Clocks of earlier cycles with which no later one goes on. */
    private final List<TrackLane> settled = new ArrayList<>(0);
    /** The latest of what has cycles, laid or over. */
    private final Map<Measure, Laying> cycles = new EnumMap<>(Measure.class);

    private final Map<Span, Breaks> standing;
    private final Map<TierId, Laying> tiers = new HashMap<>(4);
    private final Deque<Laying> answers = new ArrayDeque<>(2);
    private @Nullable Laying residence;
    private @Nullable Laying acceptance;
    private @Nullable Laying resolution;
    private @Nullable Laying closure;
    private @Nullable Laying firstResponse;
    private @Nullable Laying silence;
    private @Nullable Laying nextResponse;

    private int places;
    /** The stretches of the case, and how many of them are over. */
    private List<Stretch> stretches = List.of();

    private int seen;
    /** Whether clocks may be laid in another order than they are told in. */
    private boolean follows;
    /** Whether clocks may begin later than those that are laid after them. */
    private boolean outOfOrder;

    /** No clocks yet. */
    Tracks(Agreements agreements) {
        this.agreements = agreements;
        this.standing = agreements.spansThatPause().isEmpty() ? Map.of() : new LinkedHashMap<>();
        for (Span span : agreements.spansThatPause()) {
            standing.put(span, new Breaks(span));
        }
        this.closureCounts = agreements.measure(Measure.CLOSURE);
        this.wordsCount = wordsCount(agreements);
    }

    private static boolean wordsCount(Agreements agreements) {
        return agreements.measure(Measure.FIRST_RESPONSE)
                || agreements.measure(Measure.UPDATE_INTERVAL)
                || agreements.measure(Measure.NEXT_RESPONSE);
    }

    /** The same, to go on with while this stays as it is. */
    Tracks copy() {
        // Made in every step, so without iterators over what is empty most often.
        Tracks copy = new Tracks(agreements);
        for (int i = 0; i < laid.size(); i++) {
            copy.laid.add(laid.get(i).copy());
        }
        copy.settled.addAll(settled);
        cycles.forEach((measure, laying) -> copy.cycles.put(measure, orItself(laying, copy)));
        if (!standing.isEmpty()) {
            standing.forEach((span, stands) -> copy.standing.put(span, stands.copy()));
        }
        if (!tiers.isEmpty()) {
            tiers.forEach((tier, laying) -> copy.tiers.put(tier, orItself(laying, copy)));
        }
        for (Laying laying : answers) {
            copy.answers.add(orItself(laying, copy));
        }
        copy.residence = copied(residence, copy);
        copy.acceptance = copied(acceptance, copy);
        copy.resolution = copied(resolution, copy);
        copy.closure = copied(closure, copy);
        copy.firstResponse = copied(firstResponse, copy);
        copy.silence = copied(silence, copy);
        copy.nextResponse = copied(nextResponse, copy);
        copy.places = places;
        copy.stretches = stretches;
        copy.seen = seen;
        copy.follows = follows;
        copy.outOfOrder = outOfOrder;
        return copy;
    }

    /** Its copy, at the same place among few. */
    private @Nullable Laying copied(@Nullable Laying laying, Tracks copy) {
        int place = laying == null ? -1 : laid.indexOf(laying);
        return place < 0 ? null : copy.laid.get(place);
    }

    private Laying orItself(Laying laying, Tracks copy) {
        Laying copied = copied(laying, copy);
        return copied == null ? laying : copied;
    }

    /** The first so many of these stretches are over, or cut at the instant of a reading. */
    void over(List<Stretch> all, int count) {
        stretches = all;
        for (int place = seen; place < count && agreements.namedBySpans(EventKind.RESUMED); place++) {
            Stretch stretch = all.get(place);
            if (stretch.begunBy().isEmpty()) {
                seen = place;
                stop(EventKind.RESUMED, stretch.from());
                start(EventKind.RESUMED, stretch.from());
            }
        }
        seen = Math.max(seen, count);
    }

    private PastStretches past() {
        return new PastStretches(stretches, seen);
    }

    /** Counts what clocks ran over; whoever copies this need not count it again. */
    void count() {
        PastStretches past = past();
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).count(past, standing);
        }
    }

    /** The next stretch begins with this: asked for every event, as what follows is, so without an iterator. */
    private void stop(EventKind kind, Instant at) {
        if (!standing.isEmpty()) {
            count();
            standing.values().forEach(each -> each.begin(kind));
        }
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).stop(kind, seen, at);
        }
    }

    private void start(EventKind kind, Instant at) {
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).start(kind, seen, at);
        }
    }

    /** Begins and ends what this event, with which the next stretch begins, begins and ends. */
    void happen(CaseEvent event, SupportCase state) {
        boolean named = agreements.namedBySpans(event.eventKind());
        if (named) {
            stop(event.eventKind(), event.occurredAt());
        }
        moveAndSpeak(event, state);
        if (named) {
            start(event.eventKind(), event.occurredAt());
        }
    }

    private void moveAndSpeak(CaseEvent event, SupportCase state) {
        EventKind kind = event.eventKind();
        boolean worked = !state.chain().links().isEmpty();
        if (MOVES.contains(kind)) {
            move(event, state);
        } else if (TAKES_ON.contains(kind)) {
            acceptance = ended(acceptance);
        }
        if (BEGINS_CYCLE.contains(kind)) {
            beginCycle(event, state);
        } else if (wordsCount && CaseHistory.speaksToCustomer(event)) {
            beginSilence(event, state, worked);
        }
        if (worked) {
            beginNextResponse(event, state);
        }
        if (closureCounts) {
            beginOrEndClosure(event, state);
        }
        if (!worked) {
            resolution = ended(resolution);
            endWords();
        }
        tiers.values().forEach(tier -> tier.setEnded(!worked));
    }

    private void beginSilence(CaseEvent event, SupportCase state, boolean worked) {
        endWords();
        silence = worked ? customerClock(Measure.UPDATE_INTERVAL, event, state) : null;
    }

    private void beginNextResponse(CaseEvent event, SupportCase state) {
        if (nextResponse == null && CaseHistory.asksForResponse(event)) {
            nextResponse = customerClock(Measure.NEXT_RESPONSE, event, state);
        }
    }

    private void endWords() {
        firstResponse = ended(firstResponse);
        nextResponse = ended(nextResponse);
        silence = ended(silence);
    }

    private void move(CaseEvent event, SupportCase state) {
        residence = ended(residence);
        acceptance = ended(acceptance);
        endAnswers(event, state);
        if (!tiers.isEmpty()) {
            tiers.values().forEach(tier -> tier.pause(seen));
        }
        Optional<Station> here = state.working();
        if (here.isPresent()) {
            arrive(event, state, here);
        }
    }

    private void beginCycle(CaseEvent event, SupportCase state) {
        pauseCustomerClocks();
        resolution = customerClock(Measure.RESOLUTION, event, state);
        firstResponse = customerClock(Measure.FIRST_RESPONSE, event, state);
        silence = customerClock(Measure.UPDATE_INTERVAL, event, state);
    }

    /** An answer does not end it, so a case that is reopened after one has it still. */
    private void beginOrEndClosure(CaseEvent event, SupportCase state) {
        if (state.status() == CaseStatus.CLOSED) {
            closure = ended(closure);
        } else if (closure == null) {
            closure = customerClock(Measure.CLOSURE, event, state);
        }
    }

    private void arrive(CaseEvent event, SupportCase state, Optional<Station> here) {
        beginVisit(event, state, here);
        if (agreements.measure(Measure.CUMULATIVE_RESIDENCE)) {
            beginTier(state, here);
        }
        if (event instanceof CaseEvent.HandedOver moved && agreements.measure(Measure.ANSWER)) {
            beginAnswer(moved, state, here);
        }
    }

    private void beginVisit(CaseEvent event, SupportCase state, Optional<Station> here) {
        if (agreements.measure(Measure.RESIDENCE) || agreements.measure(Measure.ACCEPTANCE)) {
            TrackLane.Key visit = new TrackLane.Key("visit-", event.sequence());
            residence = laying(Measure.RESIDENCE, visit, here, Optional.empty(), state);
            boolean accepted = state.chain().working().flatMap(Link::acceptedAt).isPresent();
            acceptance = accepted ? null : laying(Measure.ACCEPTANCE, visit, here, Optional.empty(), state);
        }
    }

    private void beginTier(SupportCase state, Optional<Station> here) {
        TierId tier = here.orElseThrow().tier();
        Laying before = tiers.get(tier);
        if (before != null) {
            before.begin(seen);
            return;
        }
        TrackLane.Key key = new TrackLane.Key("tier-", tier);
        Laying begun = laying(Measure.CUMULATIVE_RESIDENCE, key, here, Optional.empty(), state);
        if (begun != null) {
            tiers.put(tier, begun);
        }
    }

    private void beginAnswer(CaseEvent.HandedOver moved, SupportCase state, Optional<Station> here) {
        TrackLane.Key key = new TrackLane.Key("hand-over-", moved.sequence());
        Laying answer = laying(Measure.ANSWER, key, here, Optional.of(moved.from()), state);
        if (answer != null) {
            answers.push(answer);
        }
    }

    /** As many hand-overs are under way as the chain has links beside the first. */
    private void endAnswers(CaseEvent event, SupportCase state) {
        int left = event instanceof CaseEvent.HandedOver
                ? answers.size()
                : Math.max(0, state.chain().links().size() - 1);
        while (answers.size() > left) {
            answers.pop().end(seen);
        }
    }

    /** Those of a case that a foreign log reopens while it is worked on run no further, though nothing ended them. */
    private void pauseCustomerClocks() {
        pause(resolution);
        pause(firstResponse);
        pause(silence);
    }

    private void pause(@Nullable Laying laying) {
        if (laying != null) {
            laying.pause(seen);
        }
    }

    private @Nullable Laying customerClock(Measure measure, CaseEvent event, SupportCase state) {
        return agreements.measure(measure)
                ? laying(
                        measure,
                        new TrackLane.Key("from-", event.sequence()),
                        Optional.empty(),
                        Optional.empty(),
                        state)
                : null;
    }

    /** Begins to lay something, if anything is promised about it. */
    private @Nullable Laying laying(
            Measure measure,
            TrackLane.Key key,
            Optional<Station> station,
            Optional<Station> consumer,
            SupportCase state) {
        if (!agreements.measure(measure)) {
            return null;
        }
        Laying before = cycles.get(measure);
        if (before != null) {
            count();
        }
        Laying laying = new Laying(measure);
        long place = places++ * SPANS;
        for (Span span : agreements.spans(measure)) {
            outOfOrder |= !span.startedBy().isEmpty();
            ImmutableList<Selected> candidates = agreements.candidates(measure, span, station, consumer, state);
            if (!candidates.isEmpty()) {
                TrackLane.Head head = new TrackLane.Head(measure, span, key, station, place++);
                if (before == null) {
                    laying.add(head, candidates);
                } else {
                    laying.addNext(head, candidates, before.latest(span, past()));
                }
            }
        }
        if (laying.isEmpty()) {
            return null;
        }
        laying.begin(seen);
        laid.add(laying);
        if (IN_CYCLES.contains(measure)) {
            follow(before, laying);
        }
        return laying;
    }

    /** From now on the later one tells the clock of the earlier one, or goes on with it. */
    private void follow(@Nullable Laying before, Laying laying) {
        if (before != null) {
            settled.addAll(before.settled(past()));
            laid.remove(before);
            follows = true;
        }
        cycles.put(laying.measure(), laying);
    }

    private @Nullable Laying ended(@Nullable Laying laying) {
        if (laying != null) {
            laying.end(seen);
        }
        return null;
    }

    /**
     * What clocks show at an instant.
     *
     * @param running all for which a target holds, in the order in which they began
     * @param beginning those that begin as the hold of the case comes to its end, as they are the moment after
     */
    record Reading(ImmutableList<Clocks.Running> running, ImmutableList<Clocks.Running> beginning) {
        private static final Reading NOTHING = new Reading(ImmutableList.of(), ImmutableList.of());

        /** What becomes of clocks when a hold comes to its end is known before. */
        static Reading of(ImmutableList<Clocks.Running> running, ImmutableList<Clocks.Running> later) {
            Map<Long, Clocks.Running> byPlace = new LinkedHashMap<>();
            later.forEach(clock -> byPlace.put(clock.track().head().place(), clock));
            ImmutableList<Clocks.Running> goingOn = running.stream()
                    .map(clock -> clock.goingOnAs(Optional.ofNullable(
                            byPlace.remove(clock.track().head().place()))))
                    .collect(ImmutableList.toImmutableList());
            return new Reading(goingOn, ImmutableList.copyOf(byPlace.values()));
        }
    }

    /**
     * All clocks for which a target holds at an instant, in the order in which they began, while this stays as it is.
     *
     * @param known how many events had happened
     */
    Reading readAt(CaseTimeline timeline, int known, Instant asOf) {
        if (known == 0) {
            return Reading.NOTHING;
        }
        ImmutableList<Clocks.Running> running = readOn(timeline.until(known, asOf));
        Optional<Instant> holdEnds = timeline.state(known - 1)
                .hold()
                .flatMap(SupportCase.Hold::until)
                .filter(end -> !end.isBefore(asOf));
        return holdEnds.isEmpty()
                ? new Reading(running, ImmutableList.of())
                : Reading.of(
                        running, readOn(timeline.until(known, holdEnds.get().plusNanos(1))));
    }

    /** As if these stretches had been gone over. */
    private ImmutableList<Clocks.Running> readOn(List<Stretch> all) {
        boolean holdEnds =
                seen < all.size() && all.get(all.size() - 1).begunBy().isEmpty();
        if (holdEnds && agreements.namedBySpans(EventKind.RESUMED)) {
            Tracks ahead = copy();
            ahead.over(all, all.size());
            return ahead.read();
        }
        return read(new PastStretches(all, all.size()));
    }

    /** All clocks for which a target holds, in the order in which they began, as they stand. */
    ImmutableList<Clocks.Running> read() {
        return read(past());
    }

    private ImmutableList<Clocks.Running> read(PastStretches past) {
        List<TrackLane> lanes = new ArrayList<>(settled.size() + laid.size());
        lanes.addAll(settled);
        Consumer<TrackLane> to = lanes::add;
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).tell(past, to);
        }
        if (follows) {
            lanes.sort(TrackLane.IN_ORDER);
        }
        ImmutableList<Clocks.Running> running = read(lanes, past);
        return outOfOrder
                ? ImmutableList.sortedCopyOf(
                        Comparator.comparing(clock -> clock.track().began()), running)
                : running;
    }

    private ImmutableList<Clocks.Running> read(List<TrackLane> lanes, PastStretches past) {
        ImmutableList.Builder<Clocks.Running> running = ImmutableList.builderWithExpectedSize(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            TrackLane lane = lanes.get(i);
            Clocks.Running read =
                    lane.read(past, Breaks.since(standing, lane.head().span()));
            if (read != null) {
                running.add(read);
            }
        }
        return running.build();
    }

    /** The clocks that have stopped and never change, which are left out from now on. */
    ImmutableList<Clocks.Running> takeStopped() {
        List<TrackLane> stopped = List.of();
        for (int i = laid.size() - 1; i >= 0; i--) {
            if (isOver(laid.get(i))) {
                stopped = stopped.isEmpty() ? new ArrayList<>() : stopped;
                laid.remove(i).tell(past(), stopped::add);
            }
        }
        for (int i = settled.size() - 1; i >= 0; i--) {
            if (settled.get(i).over()) {
                stopped = stopped.isEmpty() ? new ArrayList<>() : stopped;
                stopped.add(settled.remove(i));
            }
        }
        return stopped.isEmpty() ? ImmutableList.of() : read(stopped, past());
    }

    /** What has cycles may go on in the next one. */
    private static boolean isOver(Laying laying) {
        return laying.ended() && !IN_CYCLES.contains(laying.measure());
    }
}
