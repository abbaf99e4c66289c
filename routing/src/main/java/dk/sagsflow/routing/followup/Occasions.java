package dk.sagsflow.routing.followup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.HistoryWalk;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a case has waited in, in one walk over its timeline that can go on where it stopped. Not thread-safe. */
final class Occasions {
    private static final HistoryWalk<Occasions> WALK = new Walk();

    private final List<Occasion> found = new ArrayList<>(0);
    /** Of each kind but the hand-overs at most one is open. */
    private final Map<FollowUpOccasion, Open> open = new EnumMap<>(FollowUpOccasion.class);

    private final Map<FollowUpOccasion, Integer> counts = new EnumMap<>(FollowUpOccasion.class);
    private final Deque<Open> handedOver = new ArrayDeque<>(2);
    /** What is on record and not on what was open then. */
    private ImmutableSet<String> others = ImmutableSet.of();
    /** How many stretches the walk went over. */
    private int seen;

    private Occasions() {}

    /** Remembers what is not over: one more event costs the same however much happened before. */
    private static final class Walk implements HistoryWalk<Occasions> {
        @Override
        public Occasions begin() {
            return new Occasions();
        }

        @Override
        public Occasions onward(Occasions before, CaseTimeline timeline, int from, int to) {
            Occasions walked = from == 0 ? new Occasions() : before.copy();
            walked.over(timeline, from, to);
            walked.found.clear();
            return walked;
        }
    }

    private Occasions copy() {
        Occasions copy = new Occasions();
        copy.open.putAll(open);
        copy.counts.putAll(counts);
        copy.handedOver.addAll(handedOver);
        copy.others = others;
        copy.seen = seen;
        return copy;
    }

    /** All of a history, those that are not over among them. */
    static ImmutableList<Occasion> of(CaseHistory history) {
        Occasions all = new Occasions();
        CaseTimeline timeline = history.timeline();
        all.over(timeline, 0, history.size());
        return all.ahead(timeline.stretches());
    }

    /** Those that are not over at an instant. */
    static ImmutableList<Occasion> underWay(CaseHistory history, Instant now) {
        CaseTimeline timeline = history.timeline();
        List<Occasion> all =
                timeline.known(now) == history.size() ? history.walked(WALK).going(timeline.stretches()) : of(history);
        ImmutableList.Builder<Occasion> underWay = ImmutableList.builder();
        for (Occasion occasion : all) {
            if (!occasion.overBy(now)) {
                underWay.add(occasion);
            }
        }
        return underWay.build();
    }

    private void over(CaseTimeline timeline, int from, int to) {
        List<Stretch> stretches = timeline.stretches();
        for (int i = from; i < to; i++) {
            over(stretches, timeline.stretchAfter(i) + 1);
            note(timeline.events().get(i));
        }
    }

    /** Those that go on, while this stays as it is; those that end with a hold are known before. */
    private ImmutableList<Occasion> going(List<Stretch> stretches) {
        if (seen < stretches.size()) {
            return copy().ahead(stretches);
        }
        ImmutableList.Builder<Occasion> going = ImmutableList.builder();
        open.values().forEach(left -> going.add(left.over(stretches.size(), Optional.empty(), others)));
        handedOver.forEach(left -> going.add(left.over(stretches.size(), Optional.empty(), others)));
        return going.build();
    }

    private ImmutableList<Occasion> ahead(List<Stretch> stretches) {
        over(stretches, stretches.size());
        found.addAll(going(stretches));
        return ImmutableList.copyOf(found);
    }

    private void over(List<Stretch> stretches, int to) {
        for (; seen < to; seen++) {
            Stretch stretch = stretches.get(seen);
            if (stretch.begunBy().isPresent()) {
                began(stretch, stretch.begunBy().get());
            } else if (open.containsKey(FollowUpOccasion.WAITING_FOR_CUSTOMER)) {
                holdEnded(stretch);
            }
        }
    }

    /** Keeps what is on record with what it is about, and forgets it with that. */
    private void note(CaseEvent event) {
        if (event instanceof CaseEvent.FollowedUp followed) {
            String id = followed.followUp().id();
            boolean known = false;
            for (Map.Entry<FollowUpOccasion, Open> each : open.entrySet()) {
                if (each.getValue().concerns(id)) {
                    each.setValue(each.getValue().with(id));
                    known = true;
                }
            }
            known |= noteOnHandOver(id);
            others = known ? others : with(others, id);
        }
    }

    private boolean noteOnHandOver(String id) {
        List<Open> all = ImmutableList.copyOf(handedOver);
        if (all.stream().noneMatch(each -> each.concerns(id))) {
            return false;
        }
        handedOver.clear();
        all.forEach(each -> handedOver.add(each.concerns(id) ? each.with(id) : each));
        return true;
    }

    private static ImmutableSet<String> with(ImmutableSet<String> all, String id) {
        return ImmutableSet.<String>builder().addAll(all).add(id).build();
    }

    private void began(Stretch stretch, CaseEvent event) {
        answered(event, stretch);
        waiting(event, stretch);
        silence(event, stretch);
        handOvers(event, stretch);
    }

    private void answered(CaseEvent event, Stretch stretch) {
        boolean is = stretch.state().status() == CaseStatus.ANSWERED;
        boolean began = is && (event instanceof CaseEvent.Answered || CaseHistory.speaksToCustomer(event));
        keep(FollowUpOccasion.ANSWERED, is, began, stretch);
    }

    private void waiting(CaseEvent event, Stretch stretch) {
        boolean is = waitsForCustomer(stretch);
        boolean began = event instanceof CaseEvent.PutOnHold || CaseHistory.speaksToCustomer(event);
        keep(FollowUpOccasion.WAITING_FOR_CUSTOMER, is && !CaseHistory.hearsFromCustomer(event), is && began, stretch);
    }

    /** Each word to the customer ends a silence and begins another. */
    private void silence(CaseEvent event, Stretch stretch) {
        boolean is = stretch.state().working().isPresent() && !waitsForCustomer(stretch);
        boolean spoken = CaseHistory.speaksToCustomer(event) || event instanceof CaseEvent.Reopened;
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
            found.add(handedOver.pop().over(stretch.place(), Optional.of(stretch.from()), others));
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
        return new Open(
                kind,
                counts.merge(kind, 1, Integer::sum),
                stretch.from(),
                stretch.place(),
                handedOverBy,
                ImmutableSet.of());
    }

    private void end(FollowUpOccasion kind, Stretch stretch) {
        Open ended = open.remove(kind);
        if (ended != null) {
            found.add(ended.over(stretch.place(), Optional.of(stretch.from()), others));
        }
    }

    /** An occasion while it is not over. */
    private record Open(
            FollowUpOccasion kind,
            int ordinal,
            Instant began,
            int firstStretch,
            Optional<Station> handedOverBy,
            ImmutableSet<String> recorded) {
        Occasion over(int endStretch, Optional<Instant> at, ImmutableSet<String> others) {
            ImmutableSet<String> all =
                    others.isEmpty() ? recorded : Sets.union(recorded, others).immutableCopy();
            return new Occasion(kind, ordinal, began, firstStretch, endStretch, at, handedOverBy, all);
        }

        /** Whether the id of what is on record names it: after the rule, whose name may have any signs. */
        boolean concerns(String id) {
            String key = "/" + Occasion.key(kind, ordinal) + "/";
            return id.indexOf('/', id.indexOf(key) + key.length()) < 0 && id.contains(key);
        }

        Open with(String id) {
            return new Open(kind, ordinal, began, firstStretch, handedOverBy, Occasions.with(recorded, id));
        }
    }
}
