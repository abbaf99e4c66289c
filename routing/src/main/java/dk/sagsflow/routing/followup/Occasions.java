package dk.sagsflow.routing.followup;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.CaseTimeline.Stretch;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a case has waited in, in one walk over its timeline. Not thread-safe. */
final class Occasions {
    private final CaseHistory history;
    private final ImmutableList.Builder<Occasion> found = ImmutableList.builder();
    /** Of each kind but the hand-overs at most one is open. */
    private final Map<FollowUpOccasion, Open> open = new EnumMap<>(FollowUpOccasion.class);

    private final Map<FollowUpOccasion, Integer> counts = new EnumMap<>(FollowUpOccasion.class);
    private final Deque<Open> handedOver = new ArrayDeque<>();

    private Occasions(CaseHistory history) {
        this.history = history;
    }

    /** All of a history, those that are not over among them. */
    static ImmutableList<Occasion> of(CaseHistory history) {
        return new Occasions(history).walked();
    }

    private ImmutableList<Occasion> walked() {
        List<Stretch> stretches = history.timeline().stretches();
        for (Stretch stretch : stretches) {
            if (stretch.begunBy().isPresent()) {
                began(stretch, stretch.begunBy().get());
            } else if (open.containsKey(FollowUpOccasion.WAITING_FOR_CUSTOMER)) {
                holdEnded(stretch);
            }
        }
        open.values().forEach(left -> found.add(left.over(stretches.size(), Optional.empty())));
        handedOver.forEach(left -> found.add(left.over(stretches.size(), Optional.empty())));
        return found.build();
    }

    private void began(Stretch stretch, CaseEvent event) {
        answered(event, stretch);
        waiting(event, stretch);
        silence(event, stretch);
        handOvers(event, stretch);
    }

    private void answered(CaseEvent event, Stretch stretch) {
        boolean is = stretch.state().status() == CaseStatus.ANSWERED;
        boolean began = is && (event instanceof CaseEvent.Answered || history.speaksToCustomer(event));
        keep(FollowUpOccasion.ANSWERED, is, began, stretch);
    }

    private void waiting(CaseEvent event, Stretch stretch) {
        boolean is = waitsForCustomer(stretch);
        boolean began = event instanceof CaseEvent.PutOnHold || history.speaksToCustomer(event);
        keep(FollowUpOccasion.WAITING_FOR_CUSTOMER, is && !history.hearsFromCustomer(event), is && began, stretch);
    }

    /** Each word to the customer ends a silence and begins another. */
    private void silence(CaseEvent event, Stretch stretch) {
        boolean is = stretch.state().working().isPresent() && !waitsForCustomer(stretch);
        boolean spoken = history.speaksToCustomer(event) || event instanceof CaseEvent.Reopened;
        if (!is || spoken) {
            end(FollowUpOccasion.SILENCE, stretch);
        }
        if (is) {
            beginUnlessOpen(FollowUpOccasion.SILENCE, stretch);
        }
    }

    private void handOvers(CaseEvent event, Stretch stretch) {
        if (event instanceof CaseEvent.HandedOver moved) {
            handedOver.push(opened(FollowUpOccasion.HANDED_OVER, stretch, Optional.of(moved.from())));
        }
        int left = Math.max(0, stretch.state().chain().links().size() - 1);
        while (handedOver.size() > left) {
            found.add(handedOver.pop().over(stretch.place(), Optional.of(stretch.from())));
        }
    }

    /** A wait for the customer that comes to its end by itself ends, and a silence begins. */
    private void holdEnded(Stretch stretch) {
        end(FollowUpOccasion.WAITING_FOR_CUSTOMER, stretch);
        beginUnlessOpen(FollowUpOccasion.SILENCE, stretch);
    }

    /** Ends the occasion if it is no longer so, and begins it if it is not open and something begins it. */
    private void keep(FollowUpOccasion kind, boolean goesOn, boolean began, Stretch stretch) {
        if (!goesOn) {
            end(kind, stretch);
        } else if (began) {
            beginUnlessOpen(kind, stretch);
        }
    }

    private static boolean waitsForCustomer(Stretch stretch) {
        return stretch.state()
                .hold()
                .filter(hold -> hold.waitingFor() == WaitingFor.CUSTOMER
                        && hold.until()
                                .filter(date -> !date.isAfter(stretch.from()))
                                .isEmpty())
                .isPresent();
    }

    private void beginUnlessOpen(FollowUpOccasion kind, Stretch stretch) {
        if (!open.containsKey(kind)) {
            open.put(kind, opened(kind, stretch, Optional.empty()));
        }
    }

    private Open opened(FollowUpOccasion kind, Stretch stretch, Optional<Station> handedOverBy) {
        return new Open(kind, counts.merge(kind, 1, Integer::sum), stretch.from(), stretch.place(), handedOverBy);
    }

    private void end(FollowUpOccasion kind, Stretch stretch) {
        Open ended = open.remove(kind);
        if (ended != null) {
            found.add(ended.over(stretch.place(), Optional.of(stretch.from())));
        }
    }

    /** An occasion while it is not over. */
    private record Open(
            FollowUpOccasion kind, int ordinal, Instant began, int firstStretch, Optional<Station> handedOverBy) {
        Occasion over(int endStretch, Optional<Instant> at) {
            return new Occasion(kind, ordinal, began, firstStretch, endStretch, at, handedOverBy);
        }
    }
}
