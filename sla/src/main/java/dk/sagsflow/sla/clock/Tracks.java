package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
    /** Whether clocks may begin later than those that are laid after them. */
    private boolean outOfOrder;

    private boolean over;

    /** No clocks yet. */
    Tracks(Agreements agreements) {
        this.agreements = agreements;
        this.standing = agreements.spansThatPause().isEmpty() ? Map.of() : new LinkedHashMap<>();
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
        copy.outOfOrder = outOfOrder;
        copy.over = over;
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

    /** These stretches are over, or cut at the instant of a reading; gives the place of the next one. */
    @CanIgnoreReturnValue
    int over(List<Stretch> stretches, int from, int to) {
        for (int place = from; place < to; place++) {
            Stretch stretch = stretches.get(place);
            if (stretch.begunBy().isEmpty()) {
                begin(EventKind.RESUMED, place);
            }
            add(stretch, laid, standing);
        }
        return Math.max(from, to);
    }

    /** Asked for every event, as what follows is, so without an iterator. */
    private static void add(Stretch stretch, List<Laying> laid, Map<Span, Breaks> standing) {
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).add(stretch, standing);
        }
    }

    private void begin(EventKind kind, int stretch) {
        begin(kind, stretch, laid, standing);
    }

    private static void begin(EventKind kind, int stretch, List<Laying> laid, Map<Span, Breaks> standing) {
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).begin(kind, stretch);
        }
        if (!standing.isEmpty()) {
            standing.values().forEach(each -> each.begin(kind));
        }
    }

    /** Begins and ends what this event begins and ends. */
    void happen(CaseEvent event, SupportCase state, int stretch) {
        if (laid.isEmpty() && places == 0) {
            standForSpans();
        }
        EventKind kind = event.eventKind();
        begin(kind, stretch);
        boolean worked = !state.chain().links().isEmpty();
        over = !worked;
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

    private void standForSpans() {
        for (Span span : agreements.spansThatPause()) {
            standing.put(span, new Breaks(span));
        }
    }

    private void move(CaseEvent event, SupportCase state) {
        residence = ended(residence);
        acceptance = ended(acceptance);
        endAnswers(event, state);
        if (!tiers.isEmpty()) {
            tiers.values().forEach(Laying::pause);
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
            before.begin();
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
            answers.pop().end();
        }
    }

    /** Those of a case that a foreign log reopens while it is worked on run no further, though nothing ended them. */
    private void pauseCustomerClocks() {
        pause(resolution);
        pause(firstResponse);
        pause(silence);
    }

    private static void pause(@Nullable Laying laying) {
        if (laying != null) {
            laying.pause();
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
        Laying laying = new Laying(measure);
        long place = places++ * SPANS;
        for (Span span : agreements.spans(measure)) {
            outOfOrder |= !span.startedBy().isEmpty();
            ImmutableList<Selected> candidates = agreements.candidates(measure, span, station, consumer, state);
            if (!candidates.isEmpty()) {
                laying.add(new TrackLane.Head(measure, span, key, station, place++), candidates, before);
            }
        }
        laying.begin();
        laid.add(laying);
        if (IN_CYCLES.contains(measure)) {
            follow(before, laying);
        }
        return laying;
    }

    /** From now on the later one tells the clock of the earlier one, or goes on with it. */
    private void follow(@Nullable Laying before, Laying laying) {
        if (before != null) {
            settled.addAll(before.settled());
            laid.remove(before);
        }
        cycles.put(laying.measure(), laying);
    }

    private static @Nullable Laying ended(@Nullable Laying laying) {
        if (laying != null) {
            laying.end();
        }
        return null;
    }

    /**
     * All clocks for which a target holds at an instant, in the order in which they began, while this stays as it is.
     *
     * @param seen how many stretches it went over
     * @param known how many events had happened
     */
    ImmutableList<Clocks.Running> readAt(CaseTimeline timeline, int seen, int known, Instant asOf) {
        if (known == 0) {
            return ImmutableList.of();
        }
        ImmutableList<Clocks.Running> running = readOn(timeline.until(known, asOf), seen);
        Optional<Instant> holdEnds = timeline.state(known - 1)
                .hold()
                .flatMap(SupportCase.Hold::until)
                .filter(end -> !end.isBefore(asOf));
        return holdEnds.isEmpty()
                ? running
                : goingOn(running, readOn(timeline.until(known, holdEnds.get().plusNanos(1)), seen));
    }

    /** As if these stretches had been gone over: what they change is copied, and nothing else. */
    private ImmutableList<Clocks.Running> readOn(List<Stretch> stretches, int seen) {
        if (isPlain(stretches, seen)) {
            return readOver(stretches);
        }
        boolean holdEnds = seen < stretches.size()
                && stretches.get(stretches.size() - 1).begunBy().isEmpty();
        List<Laying> ahead = new ArrayList<>(laid.size());
        for (int i = 0; i < laid.size(); i++) {
            ahead.add(ahead(laid.get(i), holdEnds));
        }
        Map<Span, Breaks> stands = standing;
        for (int place = seen; place < stretches.size(); place++) {
            Stretch stretch = stretches.get(place);
            if (stretch.begunBy().isEmpty()) {
                stands = copied(stands);
                begin(EventKind.RESUMED, place, ahead, stands);
            }
            add(stretch, ahead, stands);
        }
        return read(ahead, stretches);
    }

    /** Whether there is one stretch more, and all that becomes of the clocks in it is that it is counted, as most often. */
    private boolean isPlain(List<Stretch> stretches, int seen) {
        if (seen != stretches.size() - 1 || stretches.get(seen).begunBy().isEmpty() || !settled.isEmpty()) {
            return false;
        }
        for (int i = 0; i < laid.size(); i++) {
            if (!laid.get(i).isPlain(stretches.get(seen))) {
                return false;
            }
        }
        return true;
    }

    /** As if the last of these had been gone over too, without a copy. */
    private ImmutableList<Clocks.Running> readOver(List<Stretch> stretches) {
        tiers.values().forEach(tier -> tier.setEnded(over));
        ImmutableList.Builder<Clocks.Running> running = ImmutableList.builderWithExpectedSize(laid.size());
        for (int i = 0; i < laid.size(); i++) {
            laid.get(i).readOver(stretches, standing, running::add);
        }
        return inOrder(running.build());
    }

    private ImmutableList<Clocks.Running> inOrder(ImmutableList<Clocks.Running> running) {
        return outOfOrder
                ? ImmutableList.sortedCopyOf(
                        Comparator.comparing(clock -> clock.track().began()), running)
                : running;
    }

    /** What does not run now changes by nothing but the end of a hold. */
    private Laying ahead(Laying laying, boolean holdEnds) {
        boolean wholeTier = laying.measure() == Measure.CUMULATIVE_RESIDENCE;
        boolean stays = laying.ended() || !(laying.current() || holdEnds);
        Laying copy = stays && !wholeTier ? laying : laying.copy();
        if (wholeTier) {
            copy.setEnded(over);
        }
        return copy;
    }

    private static Map<Span, Breaks> copied(Map<Span, Breaks> standing) {
        if (standing.isEmpty()) {
            return standing;
        }
        Map<Span, Breaks> copies = new LinkedHashMap<>();
        standing.forEach((span, stands) -> copies.put(span, stands.copy()));
        return copies;
    }

    /** What becomes of clocks when a hold comes to its end is known before. */
    private static ImmutableList<Clocks.Running> goingOn(
            ImmutableList<Clocks.Running> running, ImmutableList<Clocks.Running> later) {
        Map<Long, Clocks.Running> byPlace = new HashMap<>();
        later.forEach(clock -> byPlace.put(clock.track().head().place(), clock));
        return running.stream()
                .map(clock -> clock.goingOnAs(
                        Optional.ofNullable(byPlace.get(clock.track().head().place()))))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * All clocks for which a target holds, in the order in which they began, as they stand.
     *
     * @param whole all stretches of the case
     */
    ImmutableList<Clocks.Running> read(List<Stretch> whole) {
        tiers.values().forEach(tier -> tier.setEnded(over));
        return read(laid, whole);
    }

    private ImmutableList<Clocks.Running> read(List<Laying> all, List<Stretch> whole) {
        List<TrackLane> lanes = new ArrayList<>(settled.size() + all.size());
        lanes.addAll(settled);
        Consumer<TrackLane> to = lanes::add;
        for (int i = 0; i < all.size(); i++) {
            all.get(i).tell(to);
        }
        lanes.sort(TrackLane.IN_ORDER);
        ImmutableList.Builder<Clocks.Running> running = ImmutableList.builderWithExpectedSize(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            Clocks.Running read = lanes.get(i).read(whole);
            if (read != null) {
                running.add(read);
            }
        }
        return inOrder(running.build());
    }

    /** The clocks that have stopped and never change, which are left out from now on. */
    ImmutableList<Clocks.Running> takeStopped(List<Stretch> whole) {
        List<TrackLane> stopped = List.of();
        for (int i = laid.size() - 1; i >= 0; i--) {
            if (isOver(laid.get(i))) {
                stopped = stopped.isEmpty() ? new ArrayList<>() : stopped;
                laid.remove(i).tell(stopped::add);
            }
        }
        for (int i = settled.size() - 1; i >= 0; i--) {
            if (settled.get(i).over()) {
                stopped = stopped.isEmpty() ? new ArrayList<>() : stopped;
                stopped.add(settled.remove(i));
            }
        }
        if (stopped.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Clocks.Running> taken = ImmutableList.builder();
        for (TrackLane lane : stopped) {
            Clocks.Running read = lane.read(whole);
            if (read != null) {
                taken.add(read);
            }
        }
        return taken.build();
    }

    /** What has cycles may go on in the next one. */
    private static boolean isOver(Laying laying) {
        return laying.ended() && !IN_CYCLES.contains(laying.measure());
    }
}
