package dk.sagsflow.routing.guard;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.sla.clock.HistoryWalk;
import java.util.Optional;

/**
 * How often a case was handed over or given back. Who leads a group is asked when it matters, so it keeps where each person
 * decided last. Immutable.
 *
 * @param all how often in all
 * @param untilReopened how often until the case was reopened last
 * @param untilDecided how often until somebody decided last where the case goes, that time included
 */
record Moves(int all, int untilReopened, ImmutableMap<Decider, Integer> untilDecided) {
    static final HistoryWalk<Moves> WALK = new Walk();

    /** Who decided for whom. */
    record Decider(ActorId actor, Station station) {}

    private static final class Walk implements HistoryWalk<Moves> {
        @Override
        public Moves begin() {
            return new Moves(0, 0, ImmutableMap.of());
        }

        @Override
        public Moves onward(Moves before, CaseTimeline timeline, int from, int to) {
            Moves moves = before;
            for (int i = from; i < to; i++) {
                moves = moves.after(timeline.events().get(i));
            }
            return moves;
        }
    }

    private Moves after(CaseEvent event) {
        if (event instanceof CaseEvent.Reopened) {
            return new Moves(all, all, untilDecided);
        }
        int now = HandOverGuard.moves(event) ? all + 1 : all;
        Optional<Station> decidedFor = decidedFor(event);
        return decidedFor.isEmpty()
                ? this
                : new Moves(
                        now,
                        untilReopened,
                        ImmutableMap.<Decider, Integer>builder()
                                .putAll(untilDecided)
                                .put(new Decider(event.actor(), decidedFor.get()), now)
                                .buildKeepingLast());
    }

    private static Optional<Station> decidedFor(CaseEvent event) {
        if (event instanceof CaseEvent.HandedOver handedOver) {
            return Optional.of(handedOver.from());
        }
        if (event instanceof CaseEvent.GivenBack givenBack) {
            return Optional.of(givenBack.by());
        }
        return event instanceof CaseEvent.Assigned assigned ? Optional.of(assigned.station()) : Optional.empty();
    }
}
