package dk.sagsflow.core.memory;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.Withdrawal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All lanes, those that may be claimed apart from those that wait, each in order of when they are ready. Not thread-safe. */
final class Lanes {
    private final Map<Lane, LaneQueue> byName = new HashMap<>();
    /** Lanes whose first message may be sent. */
    private final NavigableSet<LaneQueue> open = new TreeSet<>(LaneQueue.READY_LONGEST_FIRST);
    /** Lanes that wait for the end of a claim, of a delay, or for an opening. */
    private final NavigableSet<LaneQueue> held = new TreeSet<>(LaneQueue.READY_LONGEST_FIRST);

    private final Map<MessageId, Where> waiting = new HashMap<>();
    private final NavigableMap<Long, OutgoingMessage> inOrder = new TreeMap<>();
    private final Map<MessageId, Dead> dead = new LinkedHashMap<>();
    private Instant latest = Instant.MIN;
    private long stored;
    private long claims;

    private record Where(Lane lane, long place) {}

    private record Dead(QueueEntry entry, Instant since) {}

    /** Why something is given up, and when. */
    record Failed(String failure, Instant now) {}

    Lanes copy() {
        Lanes copy = new Lanes();
        for (LaneQueue queue : byName.values()) {
            LaneQueue same = queue.copy();
            copy.byName.put(same.lane(), same);
            (open.contains(queue) ? copy.open : copy.held).add(same);
        }
        copy.waiting.putAll(waiting);
        copy.inOrder.putAll(inOrder);
        copy.dead.putAll(dead);
        copy.latest = latest;
        copy.stored = stored;
        copy.claims = claims;
        return copy;
    }

    void add(OutgoingMessage message) {
        if (!waiting.containsKey(message.id()) && !dead.containsKey(message.id())) {
            stored++;
            put(QueueEntry.first(stored, message));
        }
    }

    void forget(CaseNumber number) {
        forget(number, id -> true);
        byName.values().forEach(LaneQueue::sayNothing);
        dead.replaceAll((id, letter) -> letter.entry().saysWhyADigestFailed()
                ? new Dead(letter.entry().sayingNothing(), letter.since())
                : letter);
    }

    void withdraw(Withdrawal withdrawal) {
        forget(withdrawal.about(), withdrawal::covers);
    }

    private void forget(CaseNumber number, Predicate<MessageId> which) {
        List<OutgoingMessage> about = inOrder.values().stream()
                .filter(message -> message.about().filter(number::equals).isPresent())
                .filter(message -> which.test(message.id()))
                .toList();
        about.forEach(message -> takeOut(message.id()));
        dead.values()
                .removeIf(letter -> letter.entry().isAbout(number)
                        && which.test(letter.entry().id()));
    }

    ImmutableList<ClaimedLane> claim(Lease lease, int most, int largestDigest) {
        letGo(lease.from());
        ImmutableList.Builder<ClaimedLane> claimed = ImmutableList.builder();
        int left = most;
        while (left > 0 && !open.isEmpty()) {
            LaneQueue next = open.first();
            if (next.heldAt(lease.from())) {
                // It was postponed at a time when this clock had not come so far.
                changed(next, same -> {});
            } else {
                claims++;
                left--;
                changed(next, queue -> claimed.add(queue.claim(lease, claims, largestDigest)));
            }
        }
        return claimed.build();
    }

    void sent(MessageId id) {
        dead.remove(id);
        takeOut(id);
    }

    void ifHeld(ClaimedLane claimed, Consumer<LaneQueue> change) {
        LaneQueue queue = byName.get(claimed.lane());
        if (queue != null && queue.isHeldBy(claimed)) {
            changed(queue, change);
        }
    }

    void bury(ClaimedLane claimed, Collection<MessageId> ids, Failed failed) {
        for (MessageId id : ids) {
            LaneQueue queue = byName.get(claimed.lane());
            if (queue != null && queue.isHeldBy(claimed) && queue.isGivenOut(id)) {
                takeOut(id)
                        .ifPresent(entry ->
                                dead.put(id, new Dead(entry.failed(failed.failure(), Optional.empty()), failed.now())));
            }
        }
    }

    ImmutableList<DeadLetter> deadLetters(int limit) {
        return dead.values().stream()
                .limit(limit)
                .map(letter -> new DeadLetter(
                        letter.entry().message(),
                        letter.entry().attempts(),
                        letter.entry().lastFailure().orElseThrow(),
                        letter.since()))
                .collect(ImmutableList.toImmutableList());
    }

    boolean revive(MessageId id) {
        Optional<Dead> found = Optional.ofNullable(dead.remove(id));
        found.ifPresent(letter -> put(letter.entry().revived()));
        return found.isPresent();
    }

    boolean drop(MessageId id) {
        return dead.remove(id) != null;
    }

    ImmutableList<OutgoingMessage> waiting(int limit) {
        return inOrder.values().stream().limit(limit).collect(ImmutableList.toImmutableList());
    }

    /** Opens the lanes that need not wait any longer; if the clock was set back, others have to wait. */
    private void letGo(Instant now) {
        boolean setBack = now.isBefore(latest);
        latest = now;
        List<LaneQueue> moved = setBack
                ? List.copyOf(byName.values())
                : held.stream()
                        .takeWhile(queue -> !queue.readyFrom().isAfter(now))
                        .toList();
        moved.forEach(queue -> changed(queue, same -> same.endClaimAt(now)));
    }

    private void put(QueueEntry entry) {
        Lane lane = entry.message().lane();
        waiting.put(entry.id(), new Where(lane, entry.place()));
        inOrder.put(entry.place(), entry.message());
        changed(byName.computeIfAbsent(lane, LaneQueue::new), queue -> queue.put(entry));
    }

    @CanIgnoreReturnValue
    private Optional<QueueEntry> takeOut(MessageId id) {
        Where where = waiting.remove(id);
        if (where == null) {
            return Optional.empty();
        }
        inOrder.remove(where.place());
        LaneQueue queue = requireNonNull(byName.get(where.lane()));
        QueueEntry entry = queue.at(where.place());
        changed(queue, same -> same.remove(entry));
        if (queue.isEmpty()) {
            byName.remove(where.lane());
        }
        return Optional.of(entry);
    }

    /** A lane changes its place among the lanes when it changes, so it is taken out before. */
    private void changed(LaneQueue queue, Consumer<LaneQueue> change) {
        if (!queue.isEmpty()) {
            open.remove(queue);
            held.remove(queue);
        }
        change.accept(queue);
        if (!queue.isEmpty()) {
            (queue.heldAt(latest) ? held : open).add(queue);
        }
    }
}
