package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.ClaimedNotification;
import dk.sagsflow.core.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What waits for one recipient about one case, or in a digest about all, which goes in order. Not thread-safe. */
final class OutboxLane {
    private final NavigableMap<Long, OutboxEntry> entries = new TreeMap<>();
    private Optional<OutboxHold> lease = Optional.empty();

    /**
     * Tells lanes apart.
     *
     * @param number the case; empty for what goes out in a digest
     * @param address the recipient
     */
    record Key(Optional<CaseNumber> number, String address) {
        static Key of(Notification notification) {
            return new Key(
                    notification.inDigest() ? Optional.empty() : Optional.of(notification.caseNumber()),
                    notification.address());
        }
    }

    void add(OutboxEntry entry) {
        entries.put(entry.place(), entry);
    }

    void remove(OutboxEntry entry) {
        entries.remove(entry.place());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The place of its first notification among all. */
    long place() {
        return entries.firstKey();
    }

    Instant readyFrom() {
        // Asked for every comparison of lanes, so without a function.
        return lease.isPresent() ? lease.get().until() : first().readyFrom();
    }

    boolean isHeld() {
        return lease.isPresent() || first().isHeld();
    }

    boolean heldAt(Instant now) {
        return lease.map(hold -> hold.inForce(now)).orElseGet(() -> first().heldAt(now));
    }

    List<ClaimedNotification> claim(Instant now, Duration length, int limit) {
        OutboxHold hold = OutboxHold.between(now, now.plus(length));
        List<ClaimedNotification> claimed = new ArrayList<>();
        for (OutboxEntry entry : entries.values()) {
            if (claimed.size() == limit || entry.heldAt(now)) {
                break;
            }
            claimed.add(entry.claim(hold.until()));
        }
        lease = Optional.of(hold);
        return claimed;
    }

    /** The claims ran out, and nobody said what came of them. */
    void endClaims() {
        lease.ifPresent(hold -> entries.values().stream()
                .filter(OutboxEntry::isClaimed)
                .forEach(entry -> entry.failed("nobody said until " + hold.until() + " what became of it", lease)));
        lease = Optional.empty();
    }

    void endClaimIfSettled() {
        if (entries.values().stream().noneMatch(OutboxEntry::isClaimed)) {
            lease = Optional.empty();
        }
    }

    private OutboxEntry first() {
        return requireNonNull(entries.get(entries.firstKey()));
    }
}
