package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.CaseTimeline;
import dk.sagsflow.core.cases.CaseTimeline.Stretch;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the clocks of a case run over, those that agreements ask for, in one walk over its events. Not thread-safe. */
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
    private static final ImmutableSet<Measure> WORDS =
            Sets.immutableEnumSet(Measure.FIRST_RESPONSE, Measure.UPDATE_INTERVAL, Measure.NEXT_RESPONSE);

    private final Agreements agreements;
    private final CaseHistory history;
    private final int known;
    /** The whole case. */
    private final List<Stretch> stretches;
    /** Whether anything is promised about words with the customer. */
    private final boolean wordsCount;

    private final boolean closureCounts;

    private final List<Laying> all = new ArrayList<>();
    private final Map<TierId, Laying> tiers = new LinkedHashMap<>();
    private final Deque<Laying> answers = new ArrayDeque<>();
    private Optional<Laying> residence = Optional.empty();
    private Optional<Laying> acceptance = Optional.empty();
    private Optional<Laying> resolution = Optional.empty();
    private Optional<Laying> closure = Optional.empty();
    private Optional<Laying> firstResponse = Optional.empty();
    private Optional<Laying> silence = Optional.empty();
    private Optional<Laying> nextResponse = Optional.empty();

    private Tracks(Agreements agreements, CaseHistory history, int known, Instant asOf) {
        this.agreements = agreements;
        this.history = history;
        this.known = known;
        this.stretches = history.timeline().until(known, asOf);
        this.closureCounts = agreements.measure(Measure.CLOSURE);
        this.wordsCount = WORDS.stream().anyMatch(agreements::measure);
    }

    /** The tracks of a case as of an instant, when so many events had happened, of what these agreements measure. */
    static Tracks of(Agreements agreements, CaseHistory history, int known, Instant asOf) {
        return new Tracks(agreements, history, known, asOf);
    }

    /** The whole case; nothing before the registration. */
    List<Stretch> stretches() {
        return stretches;
    }

    /** All tracks, in the order in which they began. */
    ImmutableList<Track> laid() {
        CaseTimeline timeline = history.timeline();
        for (int i = 0; i < known; i++) {
            lay(timeline.events().get(i), timeline.state(i), timeline.stretchAfter(i));
        }
        boolean over = known > 0 && timeline.state(known - 1).working().isEmpty();
        tiers.values().forEach(tier -> tier.ended = over);
        ImmutableList.Builder<Track> tracks = ImmutableList.builderWithExpectedSize(all.size());
        for (Laying laying : all) {
            tracks.add(laying.laid());
        }
        return tracks.build();
    }

    /** Ends and begins what this event ends and begins, at the stretch after it. */
    private void lay(CaseEvent event, SupportCase state, int at) {
        EventKind kind = event.eventKind();
        boolean worked = !state.chain().links().isEmpty();
        if (MOVES.contains(kind)) {
            residence = ended(residence, at);
            acceptance = ended(acceptance, at);
            endAnswers(event, state, at);
            tiers.values().forEach(tier -> tier.pause(at));
            state.working().ifPresent(station -> arrive(event, state, station, at));
        } else if (TAKES_ON.contains(kind)) {
            acceptance = ended(acceptance, at);
        }
        if (BEGINS_CYCLE.contains(kind)) {
            pauseCustomerClocks(at);
            resolution = customerClock(Measure.RESOLUTION, event, at);
            firstResponse = customerClock(Measure.FIRST_RESPONSE, event, at);
            silence = customerClock(Measure.UPDATE_INTERVAL, event, at);
        } else if (wordsCount && history.speaksToCustomer(event)) {
            firstResponse = ended(firstResponse, at);
            nextResponse = ended(nextResponse, at);
            silence = ended(silence, at);
            silence = worked ? customerClock(Measure.UPDATE_INTERVAL, event, at) : Optional.empty();
        }
        if (nextResponse.isEmpty() && worked && history.asksForResponse(event)) {
            nextResponse = customerClock(Measure.NEXT_RESPONSE, event, at);
        }
        if (closureCounts) {
            beginOrEndClosure(event, state, at);
        }
        if (!worked) {
            resolution = ended(resolution, at);
            firstResponse = ended(firstResponse, at);
            silence = ended(silence, at);
            nextResponse = ended(nextResponse, at);
        }
    }

    /** An answer does not end it, so a case that is reopened after one has it still. */
    private void beginOrEndClosure(CaseEvent event, SupportCase state, int at) {
        if (state.status() == CaseStatus.CLOSED) {
            closure = ended(closure, at);
        } else if (closure.isEmpty()) {
            closure = customerClock(Measure.CLOSURE, event, at);
        }
    }

    private void arrive(CaseEvent event, SupportCase state, Station station, int at) {
        Optional<Station> here = Optional.of(station);
        residence = laying(Measure.RESIDENCE, "visit-", event.sequence(), here, Optional.empty(), at);
        boolean accepted =
                state.chain().working().flatMap(link -> link.acceptedAt()).isPresent();
        if (!accepted) {
            acceptance = laying(Measure.ACCEPTANCE, "visit-", event.sequence(), here, Optional.empty(), at);
        }
        Laying tier = tiers.get(station.tier());
        if (tier == null) {
            laying(Measure.CUMULATIVE_RESIDENCE, "tier-", station.tier(), here, Optional.empty(), at)
                    .ifPresent(begun -> tiers.put(station.tier(), begun));
        } else {
            tier.begin(at);
        }
        if (event instanceof CaseEvent.HandedOver moved) {
            laying(Measure.ANSWER, "hand-over-", event.sequence(), here, Optional.of(moved.from()), at)
                    .ifPresent(answers::push);
        }
    }

    /** As many hand-overs are under way as the chain has links beside the first. */
    private void endAnswers(CaseEvent event, SupportCase state, int at) {
        int left = event instanceof CaseEvent.HandedOver
                ? answers.size()
                : Math.max(0, state.chain().links().size() - 1);
        while (answers.size() > left) {
            answers.pop().end(at);
        }
    }

    /** Those of a case that a foreign log reopens while it is worked on run no further, though nothing ended them. */
    private void pauseCustomerClocks(int at) {
        resolution.ifPresent(laying -> laying.pause(at));
        firstResponse.ifPresent(laying -> laying.pause(at));
        silence.ifPresent(laying -> laying.pause(at));
    }

    private Optional<Laying> customerClock(Measure measure, CaseEvent event, int at) {
        return laying(measure, "from-", event.sequence(), Optional.empty(), Optional.empty(), at);
    }

    /** Begins a track, if anything is promised about it. */
    private Optional<Laying> laying(
            Measure measure,
            String keyBegins,
            Object keyEnds,
            Optional<Station> station,
            Optional<Station> consumer,
            int at) {
        if (!agreements.measure(measure)) {
            return Optional.empty();
        }
        Laying laying = new Laying(measure, keyBegins + keyEnds, station, consumer);
        laying.begin(at);
        all.add(laying);
        return Optional.of(laying);
    }

    private static Optional<Laying> ended(Optional<Laying> laying, int at) {
        if (laying.isPresent()) {
            laying.get().end(at);
        }
        return Optional.empty();
    }

    /** A track while it is laid. */
    private final class Laying {
        private final Measure measure;
        private final String key;
        private final Optional<Station> station;
        private final Optional<Station> consumer;
        private List<Stretch> earlier = ImmutableList.of();
        private int begun;
        private boolean current;
        private boolean ended;

        Laying(Measure measure, String key, Optional<Station> station, Optional<Station> consumer) {
            this.measure = measure;
            this.key = key;
            this.station = station;
            this.consumer = consumer;
        }

        /** Runs over the stretches from this one on. */
        void begin(int at) {
            begun = at;
            current = true;
        }

        /** Runs over the stretches before this one and, for now, no further. */
        void pause(int at) {
            if (current) {
                earlier = until(at);
                current = false;
            }
        }

        /** Runs over the stretches before this one and never again. */
        void end(int at) {
            pause(at);
            ended = true;
        }

        Track laid() {
            List<Stretch> laid = current ? until(stretches.size()) : earlier;
            return new Track(
                    measure,
                    Span.whole(),
                    key,
                    station,
                    consumer,
                    laid,
                    ImmutableList.of(),
                    current,
                    ended,
                    ImmutableList.of());
        }

        private List<Stretch> until(int at) {
            List<Stretch> latest = stretches.subList(begun, at);
            return earlier.isEmpty()
                    ? latest
                    : ImmutableList.<Stretch>builder()
                            .addAll(earlier)
                            .addAll(latest)
                            .build();
        }
    }
}
