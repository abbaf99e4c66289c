package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a case was, from its registration to an instant, in stretches without gap or overlap: the one source of clocks
 * and statistics. A hold with an end ends there, whenever a sweep puts that on record. Immutable.
 *
 * @param stretches the stretches in order; none of zero length
 */
public record CaseTimeline(ImmutableList<Stretch> stretches) {
    /** Refuses null. */
    public CaseTimeline {
        NoNull.among(stretches);
    }

    /**
     * A time in which nothing changed.
     *
     * @param from when it began, inclusive
     * @param to when it ended, exclusive
     * @param station who worked on the case; empty while it was answered or closed
     * @param visitBegan when the case came to that group, or when it was answered
     * @param status where the case stood
     * @param waitingFor what it waited for
     */
    public record Stretch(
            Instant from,
            Instant to,
            Optional<Station> station,
            Instant visitBegan,
            CaseStatus status,
            Optional<WaitingFor> waitingFor) {
        /** Refuses null. */
        public Stretch {
            NoNull.among(from, to, station, visitBegan, status, waitingFor);
        }

        /** How long it lasted. */
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /**
     * The timeline of these events.
     *
     * @param events all events of one case in order, from its registration
     * @param asOf where the timeline ends, exclusive; events at or after it change nothing
     * @throws IllegalArgumentException if they do not begin with a registration
     */
    public static CaseTimeline of(ImmutableList<? extends CaseEvent> events, Instant asOf) {
        requireNonNull(asOf);
        ImmutableList.Builder<Stretch> stretches = ImmutableList.builder();
        SupportCase state = SupportCase.of(Iterables.limit(events, 1));
        Instant visitBegan = state.registeredAt();
        Instant from = state.registeredAt();
        for (CaseEvent event : events.subList(1, events.size())) {
            if (!event.occurredAt().isBefore(asOf)) {
                break;
            }
            SupportCase after = state.after(event);
            add(stretches, state, visitBegan, from, event.occurredAt());
            visitBegan = after.working().equals(state.working()) ? visitBegan : event.occurredAt();
            from = event.occurredAt();
            state = after;
        }
        add(stretches, state, visitBegan, from, asOf);
        return new CaseTimeline(stretches.build());
    }

    private static void add(
            ImmutableList.Builder<Stretch> stretches, SupportCase state, Instant visitBegan, Instant from, Instant to) {
        Instant until = state.hold()
                .flatMap(SupportCase.Hold::until)
                .filter(to::isAfter)
                .orElse(to);
        Instant holdEnds = until.isBefore(from) ? from : until;
        if (from.isBefore(holdEnds)) {
            stretches.add(new Stretch(
                    from,
                    holdEnds,
                    state.working(),
                    visitBegan,
                    state.status(),
                    state.hold().map(SupportCase.Hold::waitingFor)));
        }
        if (holdEnds.isBefore(to)) {
            stretches.add(new Stretch(
                    holdEnds, to, state.working(), visitBegan, CaseFold.statusOfTop(state.chain()), Optional.empty()));
        }
    }
}
