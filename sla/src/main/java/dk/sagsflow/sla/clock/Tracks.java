package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Measure;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the clocks of a case run over, in one walk over its events. Not thread-safe. */
final class Tracks {
    private final CaseHistory history;
    private final Instant asOf;
    private final List<Laying> all = new ArrayList<>();
    private final Map<TierId, Laying> tiers = new LinkedHashMap<>();
    private final Deque<Laying> answers = new ArrayDeque<>();
    private Optional<Laying> residence = Optional.empty();
    private Optional<Laying> acceptance = Optional.empty();
    private Optional<Laying> resolution = Optional.empty();
    private Optional<Laying> closure = Optional.empty();
    private Optional<Laying> firstResponse = Optional.empty();
    private Optional<Laying> silence = Optional.empty();

    /** A track while it is laid. */
    private static final class Laying {
        private final Measure measure;
        private final String key;
        private final Optional<Station> station;
        private final Optional<Station> consumer;
        private final ImmutableList.Builder<Stretch> stretches = ImmutableList.builder();
        private boolean current;
        private boolean ended;

        Laying(Measure measure, String key, Optional<Station> station, Optional<Station> consumer) {
            this.measure = measure;
            this.key = key;
            this.station = station;
            this.consumer = consumer;
        }

        Track laid() {
            return new Track(measure, key, station, consumer, stretches.build(), current, ended);
        }
    }

    private Tracks(CaseHistory history, Instant asOf) {
        this.history = history;
        this.asOf = asOf;
    }

    /** All tracks as of an instant, in the order in which they began; none before the registration. */
    static ImmutableList<Track> of(CaseHistory history, Instant asOf) {
        return new Tracks(history, asOf).laid();
    }

    private ImmutableList<Track> laid() {
        int known = history.known(asOf);
        for (int i = 0; i < known; i++) {
            CaseEvent event = history.events().get(i);
            begin(event, history.state(i));
            Instant to = i + 1 < known ? history.events().get(i + 1).at() : asOf;
            extend(event.at(), to, history.state(i), i + 1 == known);
        }
        return all.stream().map(Laying::laid).collect(ImmutableList.toImmutableList());
    }

    /** Ends and begins what this event ends and begins. */
    private void begin(CaseEvent event, SupportCase after) {
        if (movesCase(event)) {
            residence = ended(residence);
            acceptance = ended(acceptance);
            endAnswers(event, after);
            after.working().ifPresent(station -> arrive(event, after, station));
        }
        if (event instanceof CaseEvent.Accepted || event instanceof CaseEvent.Assigned) {
            acceptance = ended(acceptance);
        }
        if (event instanceof CaseEvent.Registered || event instanceof CaseEvent.Reopened) {
            resolution = customerClock(Measure.RESOLUTION, event);
            firstResponse = customerClock(Measure.FIRST_RESPONSE, event);
            silence = customerClock(Measure.UPDATE_INTERVAL, event);
        } else if (history.speaksToCustomer(event)) {
            firstResponse = ended(firstResponse);
            silence = ended(silence);
            silence = after.working().isPresent() ? customerClock(Measure.UPDATE_INTERVAL, event) : Optional.empty();
        }
        beginOrEndClosure(event, after);
        if (after.working().isEmpty()) {
            resolution = ended(resolution);
            firstResponse = ended(firstResponse);
            silence = ended(silence);
            tiers.values().forEach(tier -> tier.ended = true);
        } else {
            tiers.values().forEach(tier -> tier.ended = false);
        }
    }

    /** An answer does not end it, so a case that is reopened after one has it still. */
    private void beginOrEndClosure(CaseEvent event, SupportCase after) {
        if (after.status() == CaseStatus.CLOSED) {
            closure = ended(closure);
        } else if (closure.isEmpty()) {
            closure = customerClock(Measure.CLOSURE, event);
        }
    }

    private static boolean movesCase(CaseEvent event) {
        return event instanceof CaseEvent.Registered
                || event instanceof CaseEvent.HandedOver
                || event instanceof CaseEvent.Answered
                || event instanceof CaseEvent.GivenBack
                || event instanceof CaseEvent.Reopened
                || event instanceof CaseEvent.Closed;
    }

    private void arrive(CaseEvent event, SupportCase after, Station station) {
        String visit = "visit-" + event.sequence();
        residence = Optional.of(laying(Measure.RESIDENCE, visit, Optional.of(station), Optional.empty()));
        boolean accepted =
                after.chain().working().flatMap(link -> link.acceptedAt()).isPresent();
        if (!accepted) {
            acceptance = Optional.of(laying(Measure.ACCEPTANCE, visit, Optional.of(station), Optional.empty()));
        }
        tiers.computeIfAbsent(
                station.tier(),
                tier -> laying(Measure.CUMULATIVE_RESIDENCE, "tier-" + tier, Optional.of(station), Optional.empty()));
        if (event instanceof CaseEvent.HandedOver handedOver) {
            answers.push(laying(
                    Measure.ANSWER,
                    "hand-over-" + event.sequence(),
                    Optional.of(station),
                    Optional.of(handedOver.from())));
        }
    }

    /** As many hand-overs are under way as the chain has links beside the first. */
    private void endAnswers(CaseEvent event, SupportCase after) {
        int left = event instanceof CaseEvent.HandedOver
                ? answers.size()
                : Math.max(0, after.chain().links().size() - 1);
        while (answers.size() > left) {
            answers.pop().ended = true;
        }
    }

    private Optional<Laying> customerClock(Measure measure, CaseEvent event) {
        return Optional.of(laying(measure, "from-" + event.sequence(), Optional.empty(), Optional.empty()));
    }

    private Laying laying(Measure measure, String key, Optional<Station> station, Optional<Station> consumer) {
        Laying laying = new Laying(measure, key, station, consumer);
        all.add(laying);
        return laying;
    }

    private static Optional<Laying> ended(Optional<Laying> laying) {
        laying.ifPresent(done -> done.ended = true);
        return Optional.empty();
    }

    /** A hold with a date ends on it, however late a sweep resumes the case. */
    private void extend(Instant from, Instant to, SupportCase state, boolean last) {
        Instant holdEnds = state.hold().flatMap(SupportCase.Hold::until).orElse(to);
        if (!holdEnds.isBefore(to)) {
            extend(new Stretch(from, to, state), last);
            return;
        }
        Instant middle = holdEnds.isBefore(from) ? from : holdEnds;
        extend(new Stretch(from, middle, state), false);
        extend(new Stretch(middle, to, state.withHold(Optional.empty())), last);
    }

    private void extend(Stretch stretch, boolean last) {
        all.forEach(laying -> laying.current = false);
        residence.ifPresent(laying -> extend(laying, stretch, last));
        acceptance.ifPresent(laying -> extend(laying, stretch, last));
        resolution.ifPresent(laying -> extend(laying, stretch, last));
        closure.ifPresent(laying -> extend(laying, stretch, last));
        firstResponse.ifPresent(laying -> extend(laying, stretch, last));
        silence.ifPresent(laying -> extend(laying, stretch, last));
        answers.forEach(laying -> extend(laying, stretch, last));
        stretch.state().working().ifPresent(station -> {
            Laying tier = tiers.get(station.tier());
            if (tier != null) {
                extend(tier, stretch, last);
            }
        });
    }

    private static void extend(Laying laying, Stretch stretch, boolean last) {
        laying.stretches.add(stretch);
        laying.current = last;
    }
}
