package dk.sagsflow.core.memory;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What waits in one lane, in order, and who has it. Not thread-safe. */
final class LaneQueue {
    static final Comparator<LaneQueue> READY_LONGEST_FIRST =
            Comparator.comparing(LaneQueue::readyFrom).thenComparingLong(LaneQueue::place);

    private final Lane lane;
    private final NavigableMap<Long, QueueEntry> entries;
    private Optional<Lease> claim = Optional.empty();
    private long fence;
    /** The places of what the claim gave out and nothing has become of yet. */
    private final Set<Long> givenOut;

    LaneQueue(Lane lane) {
        this.lane = lane;
        entries = new TreeMap<>();
        givenOut = new TreeSet<>();
    }

    private LaneQueue(LaneQueue other) {
        lane = other.lane;
        entries = new TreeMap<>(other.entries);
        givenOut = new TreeSet<>(other.givenOut);
        claim = other.claim;
        fence = other.fence;
    }

    LaneQueue copy() {
        return new LaneQueue(this);
    }

    void put(QueueEntry entry) {
        entries.put(entry.place(), entry);
    }

    void remove(QueueEntry entry) {
        entries.remove(entry.place());
        givenOut.remove(entry.place());
        if (givenOut.isEmpty()) {
            claim = Optional.empty();
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean isHeldBy(ClaimedLane claimed) {
        return claim.isPresent() && fence == claimed.fence();
    }

    boolean isGivenOut(MessageId id) {
        return givenOut.stream().anyMatch(place -> at(place).id().equals(id));
    }

    Lane lane() {
        return lane;
    }

    QueueEntry at(long place) {
        return requireNonNull(entries.get(place));
    }

    /** The place of its first message among all. */
    long place() {
        return entries.firstKey();
    }

    Instant readyFrom() {
        return claim.isPresent() ? claim.get().until() : first().readyFrom();
    }

    boolean heldAt(Instant now) {
        return claim.isPresent() ? claim.get().inForce(now) : first().heldAt(now);
    }

    private QueueEntry first() {
        return requireNonNull(entries.get(entries.firstKey()));
    }

    ClaimedLane claim(Lease lease, long newFence, int largestDigest) {
        int most = first().message().inDigest() ? largestDigest : 1;
        entries.values().stream()
                .takeWhile(entry -> !entry.heldAt(lease.from()))
                .limit(most)
                .forEach(entry -> givenOut.add(entry.place()));
        claim = Optional.of(lease);
        fence = newFence;
        return new ClaimedLane(
                lane,
                fence,
                lease.until(),
                givenOut.stream().map(place -> at(place).queued()).collect(ImmutableList.toImmutableList()));
    }

    /** Nobody said what came of the claim, if it is over. */
    void endClaimAt(Instant now) {
        claim.filter(lease -> !lease.inForce(now))
                .ifPresent(lease -> endClaim(entry ->
                        entry.failed("nobody said until " + lease.until() + " what became of it", Optional.empty())));
    }

    void endClaim(UnaryOperator<QueueEntry> outcome) {
        givenOut.forEach(place -> entries.computeIfPresent(place, (same, entry) -> outcome.apply(entry)));
        givenOut.clear();
        claim = Optional.empty();
    }
}
