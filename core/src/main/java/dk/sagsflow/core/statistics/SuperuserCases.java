package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What superusers, or whoever works at a tier, do with its cases, beside whether they were certified then (R29). A case counts
 * once for each who did something about it, with their certification when they did so last. They are a sum: of parts that were
 * counted apart {@link #plus} makes what one pass counts. Immutable.
 *
 * @param done by who did it and whether they were certified
 */
public record SuperuserCases(ImmutableMap<Worker, Done> done) {
    /** Refuses null. */
    public SuperuserCases {
        requireNonNull(done, "done");
    }

    /**
     * Somebody who works there.
     *
     * @param actor who
     * @param certified whether they were certified
     */
    public record Worker(ActorId actor, boolean certified) {}

    /**
     * What somebody did.
     *
     * @param cases how many cases they did something about
     * @param answered of how many the answer was theirs
     * @param handedOver how many they handed over, and did not answer later
     */
    public record Done(long cases, long answered, long handedOver) {
        /** Both together. */
        public Done plus(Done more) {
            return new Done(cases + more.cases, answered + more.answered, handedOver + more.handedOver);
        }

        /** The share that they answered; of no case, none. */
        public OptionalDouble answeredShare() {
            return cases == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) answered / cases);
        }
    }

    /** How far somebody came with a case. */
    private enum Deed {
        TOOK,
        HANDED_OVER,
        ANSWERED
    }

    /**
     * Of these cases.
     *
     * @param tier the tier of superusers
     * @param certified whether somebody was certified at a time; who asks for certification by kind or system narrows it
     */
    public static SuperuserCases of(
            TierId tier, BiPredicate<ActorId, Instant> certified, Iterable<CaseTimeline> cases) {
        Map<Worker, Done> done = new HashMap<>();
        for (CaseTimeline timeline : cases) {
            Map<ActorId, Deed> deeds = new HashMap<>();
            Map<ActorId, Instant> last = new HashMap<>();
            for (CaseEvent event : timeline.events()) {
                if (event.side() != Side.PROGRAM
                        && at(event)
                                .filter(station -> station.tier().equals(tier))
                                .isPresent()) {
                    deeds.merge(event.actor(), deed(event), (one, other) -> one.compareTo(other) < 0 ? other : one);
                    last.put(event.actor(), event.occurredAt());
                }
            }
            deeds.forEach((actor, deed) -> done.merge(
                    new Worker(actor, certified.test(actor, requireNonNull(last.get(actor), "last"))),
                    new Done(1, deed == Deed.ANSWERED ? 1 : 0, deed == Deed.HANDED_OVER ? 1 : 0),
                    Done::plus));
        }
        return new SuperuserCases(ImmutableMap.copyOf(done));
    }

    private static Optional<Station> at(CaseEvent event) {
        if (event instanceof CaseEvent.Accepted accepted) {
            return Optional.of(accepted.station());
        } else if (event instanceof CaseEvent.HandedOver handedOver) {
            return Optional.of(handedOver.from());
        } else if (event instanceof CaseEvent.Answered answered) {
            return Optional.of(answered.by());
        }
        return Optional.empty();
    }

    private static Deed deed(CaseEvent event) {
        if (event instanceof CaseEvent.Answered) {
            return Deed.ANSWERED;
        }
        return event instanceof CaseEvent.HandedOver ? Deed.HANDED_OVER : Deed.TOOK;
    }

    /** What all of them did who were certified, or who were not. */
    public Done all(boolean certified) {
        return done.entrySet().stream()
                .filter(worker -> worker.getKey().certified() == certified)
                .map(Map.Entry::getValue)
                .reduce(new Done(0, 0, 0), Done::plus);
    }

    /** How many they are who were certified, or who were not; who became so in between is among both. */
    public int people(boolean certified) {
        Set<ActorId> people = new HashSet<>();
        done.keySet().stream()
                .filter(worker -> worker.certified() == certified)
                .forEach(worker -> people.add(worker.actor()));
        return people.size();
    }

    /** These and those, as long as no case is in both. */
    public SuperuserCases plus(SuperuserCases more) {
        Map<Worker, Done> all = new HashMap<>(done);
        more.done.forEach((worker, what) -> all.merge(worker, what, Done::plus));
        return new SuperuserCases(ImmutableMap.copyOf(all));
    }
}
