package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.ClaimedNotification;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

/** Keeps a lane for each recipient and case, and all lanes in order of when they are ready, under one lock. */
final class InMemoryOutbox implements Outbox {
    private static final Comparator<OutboxLane> READY_LONGEST_FIRST =
            Comparator.comparing(OutboxLane::readyFrom).thenComparing(OutboxLane::place);

    private final Map<OutboxLane.Key, OutboxLane> lanes = new HashMap<>();
    /** Lanes whose first notification may be sent. */
    private final NavigableSet<OutboxLane> open = new TreeSet<>(READY_LONGEST_FIRST);
    /** Lanes that wait for the end of a claim, of a delay, or for an opening. */
    private final NavigableSet<OutboxLane> held = new TreeSet<>(READY_LONGEST_FIRST);

    private final Map<Notification.Id, OutboxEntry> byId = new HashMap<>();
    private final NavigableMap<Long, OutboxEntry> inOrder = new TreeMap<>();
    private final Map<Notification.Id, OutboxEntry> dead = new LinkedHashMap<>();
    private Instant latest = Instant.MIN;
    private long stored;

    synchronized void add(Notification notification) {
        if (!byId.containsKey(notification.id()) && !dead.containsKey(notification.id())) {
            stored++;
            putInPlace(new OutboxEntry(stored, notification));
        }
    }

    /** Forgets everything about a case, dead or alive. */
    synchronized void forget(CaseNumber number) {
        List.copyOf(byId.values()).stream()
                .filter(entry -> entry.isAbout(number))
                .forEach(this::takeOut);
        dead.values().removeIf(entry -> entry.isAbout(number));
    }

    @Override
    public synchronized ImmutableList<ClaimedNotification> claim(Instant now, Duration lease, int limit) {
        checkArgument(lease.compareTo(Duration.ZERO) > 0, "a claim holds for %s, not longer than nothing", lease);
        letGo(now);
        ImmutableList.Builder<ClaimedNotification> claimed = ImmutableList.builder();
        int left = limit;
        while (left > 0 && !open.isEmpty()) {
            OutboxLane lane = requireNonNull(open.pollFirst());
            List<ClaimedNotification> ofLane = lane.claim(now, lease, left);
            claimed.addAll(ofLane);
            left -= ofLane.size();
            held.add(lane);
        }
        return claimed.build();
    }

    @Override
    public synchronized void sent(ClaimedNotification claimed) {
        dead.remove(claimed.notification().id());
        Optional.ofNullable(byId.get(claimed.notification().id())).ifPresent(this::takeOut);
    }

    @Override
    public synchronized void postpone(ClaimedNotification claimed, String failure, Instant now, Instant until) {
        requireNonNull(failure);
        OutboxHold delay = OutboxHold.between(now, until);
        settle(claimed, entry -> entry.failed(failure, Optional.of(delay)));
    }

    @Override
    public synchronized void release(ClaimedNotification claimed) {
        settle(claimed, OutboxEntry::released);
    }

    @Override
    public synchronized void bury(ClaimedNotification claimed, String failure, Instant now) {
        requireNonNull(failure);
        requireNonNull(now);
        OutboxEntry entry = byId.get(claimed.notification().id());
        if (entry != null && entry.isClaimedBy(claimed)) {
            takeOut(entry);
            entry.buried(failure, now);
            dead.put(entry.id(), entry);
        }
    }

    @Override
    public synchronized ImmutableList<DeadLetter> deadLetters(int limit) {
        return dead.values().stream()
                .limit(limit)
                .map(OutboxEntry::deadLetter)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public synchronized boolean revive(Notification.Id id) {
        Optional<OutboxEntry> found = Optional.ofNullable(dead.remove(requireNonNull(id)));
        found.map(OutboxEntry::revived).ifPresent(this::putInPlace);
        return found.isPresent();
    }

    @Override
    public synchronized boolean drop(Notification.Id id) {
        return dead.remove(requireNonNull(id)) != null;
    }

    @Override
    public synchronized ImmutableList<Notification> waiting(int limit) {
        return inOrder.values().stream()
                .limit(limit)
                .map(OutboxEntry::notification)
                .collect(ImmutableList.toImmutableList());
    }

    /** Opens the lanes that need not wait any longer. */
    private void letGo(Instant now) {
        if (now.isBefore(latest)) {
            clockWasSetBackTo(now);
        } else {
            let(held.stream().takeWhile(lane -> !lane.readyFrom().isAfter(now)).toList(), now);
        }
        latest = now;
    }

    private void clockWasSetBackTo(Instant now) {
        let(held.stream().filter(lane -> !lane.heldAt(now)).toList(), now);
        List<OutboxLane> early = open.stream().filter(lane -> lane.heldAt(now)).toList();
        early.forEach(open::remove);
        held.addAll(early);
    }

    private void let(List<OutboxLane> free, Instant now) {
        for (OutboxLane lane : free) {
            changed(lane, OutboxLane::endClaims);
            if (!lane.heldAt(now)) {
                held.remove(lane);
                open.add(lane);
            }
        }
    }

    private void settle(ClaimedNotification claimed, Consumer<OutboxEntry> outcome) {
        OutboxEntry entry = byId.get(claimed.notification().id());
        if (entry != null && entry.isClaimedBy(claimed)) {
            OutboxLane lane = requireNonNull(lanes.get(entry.lane()));
            changed(lane, same -> {
                outcome.accept(entry);
                same.endClaimIfSettled();
            });
        }
    }

    private void putInPlace(OutboxEntry entry) {
        byId.put(entry.id(), entry);
        inOrder.put(entry.place(), entry);
        changed(lanes.computeIfAbsent(entry.lane(), key -> new OutboxLane()), lane -> lane.add(entry));
    }

    private void takeOut(OutboxEntry entry) {
        byId.remove(entry.id());
        inOrder.remove(entry.place());
        changed(requireNonNull(lanes.get(entry.lane())), lane -> {
            lane.remove(entry);
            lane.endClaimIfSettled();
        });
        lanes.computeIfPresent(entry.lane(), (key, lane) -> lane.isEmpty() ? null : lane);
    }

    /** A lane changes its place among the lanes when it changes, so it is taken out before. */
    private void changed(OutboxLane lane, Consumer<OutboxLane> change) {
        if (!lane.isEmpty()) {
            open.remove(lane);
            held.remove(lane);
        }
        change.accept(lane);
        if (!lane.isEmpty()) {
            (lane.isHeld() ? held : open).add(lane);
        }
    }
}
