package dk.sagsflow.routing.followup;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds what a case has waited in, in one walk over its events. Not thread-safe. */
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
        int events = history.events().size();
        for (int i = 0; i < events; i++) {
            if (i > 0) {
                endHold(i - 1, history.events().get(i).occurredAt());
            }
            CaseEvent event = history.events().get(i);
            answered(event, i);
            waiting(event, i);
            silence(event, i);
            handOvers(event, i);
        }
        endHold(events - 1, Instant.MAX);
        open.values().forEach(left -> found.add(left.over(events, Optional.empty())));
        handedOver.forEach(left -> found.add(left.over(events, Optional.empty())));
        return found.build();
    }

    private void answered(CaseEvent event, int index) {
        boolean is = history.state(index).status() == CaseStatus.ANSWERED;
        boolean began = is && (event instanceof CaseEvent.Answered || history.speaksToCustomer(event));
        keep(FollowUpOccasion.ANSWERED, is && !history.hearsFromCustomer(event), began, event, index);
    }

    private void waiting(CaseEvent event, int index) {
        boolean is = waitsForCustomer(index, event.occurredAt());
        boolean began = event instanceof CaseEvent.PutOnHold || history.speaksToCustomer(event);
        keep(FollowUpOccasion.WAITING_FOR_CUSTOMER, is && !history.hearsFromCustomer(event), is && began, event, index);
    }

    /** Each word to the customer ends a silence and begins another. */
    private void silence(CaseEvent event, int index) {
        boolean is = history.state(index).working().isPresent() && !waitsForCustomer(index, event.occurredAt());
        boolean spoken = history.speaksToCustomer(event) || event instanceof CaseEvent.Reopened;
        if (!is || spoken) {
            end(FollowUpOccasion.SILENCE, index, event.occurredAt());
        }
        if (is && !open.containsKey(FollowUpOccasion.SILENCE)) {
            begin(FollowUpOccasion.SILENCE, event.occurredAt(), index);
        }
    }

    private void handOvers(CaseEvent event, int index) {
        if (event instanceof CaseEvent.HandedOver moved) {
            handedOver.push(opened(FollowUpOccasion.HANDED_OVER, event.occurredAt(), index, Optional.of(moved.from())));
        }
        int left = Math.max(0, history.state(index).chain().links().size() - 1);
        while (handedOver.size() > left) {
            found.add(handedOver.pop().over(index, Optional.of(event.occurredAt())));
        }
    }

    /** Ends the occasion if it is no longer so, and begins it if it is not open and something begins it. */
    private void keep(FollowUpOccasion kind, boolean goesOn, boolean began, CaseEvent event, int index) {
        if (!goesOn) {
            end(kind, index, event.occurredAt());
        } else if (began && !open.containsKey(kind)) {
            begin(kind, event.occurredAt(), index);
        }
    }

    /** A hold with a date ends on it, however late a sweep resumes the case. */
    private void endHold(int index, Instant next) {
        SupportCase state = history.state(index);
        Optional<Instant> until = state.hold()
                .filter(hold -> hold.waitingFor() == WaitingFor.CUSTOMER)
                .flatMap(SupportCase.Hold::until)
                .filter(date -> date.isAfter(history.events().get(index).occurredAt()) && date.isBefore(next));
        if (until.isPresent()) {
            end(FollowUpOccasion.WAITING_FOR_CUSTOMER, index + 1, until.get());
            if (!open.containsKey(FollowUpOccasion.SILENCE)) {
                begin(FollowUpOccasion.SILENCE, until.get(), index);
            }
        }
    }

    private boolean waitsForCustomer(int index, Instant at) {
        return history.state(index)
                .hold()
                .filter(hold -> hold.waitingFor() == WaitingFor.CUSTOMER
                        && hold.until().filter(date -> !date.isAfter(at)).isEmpty())
                .isPresent();
    }

    private void begin(FollowUpOccasion kind, Instant at, int index) {
        open.put(kind, opened(kind, at, index, Optional.empty()));
    }

    private Open opened(FollowUpOccasion kind, Instant at, int index, Optional<Station> handedOverBy) {
        return new Open(kind, counts.merge(kind, 1, Integer::sum), at, index, handedOverBy);
    }

    private void end(FollowUpOccasion kind, int index, Instant at) {
        Open ended = open.remove(kind);
        if (ended != null) {
            found.add(ended.over(index, Optional.of(at)));
        }
    }

    /** An occasion while it is not over. */
    private record Open(
            FollowUpOccasion kind, int ordinal, Instant began, int firstState, Optional<Station> handedOverBy) {
        Occasion over(int endState, Optional<Instant> at) {
            return new Occasion(kind, ordinal, began, firstState, endState, at, handedOverBy);
        }
    }
}
