package dk.sagsflow.core.memory;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What waits in one lane, in order, and who has it. Not thread-safe. */
final class LaneQueue {
    static final Comparator<LaneQueue> READY_LONGEST_FIRST = (one, other) -> {
        int byTime = one.readyFrom().compareTo(other.readyFrom());
        return byTime == 0 ? Long.compare(one.place(), other.place()) : byTime;
    };

    private final Lane lane;
    private final NavigableMap<Long, QueueEntry> entries;
    private final NavigableSet<QueueEntry> byReadiness = new TreeSet<>(QueueEntry.READY_LONGEST_FIRST);
    /** What comes first, once somebody has asked: lanes are compared by it again and again. */
    private Optional<First> first = Optional.empty();

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
        byReadiness.addAll(other.byReadiness);
        givenOut = new TreeSet<>(other.givenOut);
        claim = other.claim;
        fence = other.fence;
    }

    LaneQueue copy() {
        return new LaneQueue(this);
    }

    void put(QueueEntry entry) {
        QueueEntry before = entries.put(entry.place(), entry);
        if (before != null) {
            byReadiness.remove(before);
        }
        byReadiness.add(entry);
        first = Optional.empty();
    }

    void remove(QueueEntry entry) {
        entries.remove(entry.place());
        byReadiness.remove(entry);
        first = Optional.empty();
        givenOut.remove(entry.place());
        if (givenOut.isEmpty()) {
            claim = Optional.empty();
        }
    }

    void sayNothing() {
        List.copyOf(entries.values()).stream()
                .filter(QueueEntry::saysWhyADigestFailed)
                .forEach(entry -> put(entry.sayingNothing()));
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

    /** The place among all of the message that comes first here. */
    long place() {
        return first().place();
    }

    Instant readyFrom() {
        return claim.isPresent() ? claim.get().until() : known().readyFrom();
    }

    boolean heldAt(Instant now) {
        if (claim.isPresent()) {
            return claim.get().inForce(now);
        }
        return first().heldAt(now) && (!isDigest() || byReadiness.stream().allMatch(entry -> entry.heldAt(now)));
    }

    /** Of a digest, what is ready goes past what is not. */
    private boolean isDigest() {
        return at(entries.firstKey()).message().inDigest();
    }

    private QueueEntry first() {
        return known().entry();
    }

    private First known() {
        First found = first.orElseGet(() -> First.of(isDigest() ? byReadiness.first() : at(entries.firstKey())));
        first = Optional.of(found);
        return found;
    }

    /** What comes first, and from when on it may be sent. */
    private record First(QueueEntry entry, Instant readyFrom) {
        static First of(QueueEntry entry) {
            return new First(entry, entry.readyFrom());
        }
    }

    ClaimedLane claim(Lease lease, long newFence, int largestDigest) {
        (isDigest() ? entries.values().stream() : Stream.of(first()))
                .filter(entry -> !entry.heldAt(lease.from()))
                .limit(largestDigest)
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
        givenOut.forEach(place -> put(outcome.apply(at(place))));
        givenOut.clear();
        claim = Optional.empty();
    }
}
