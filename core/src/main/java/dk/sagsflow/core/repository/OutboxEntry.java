package dk.sagsflow.core.repository;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.ClaimedNotification;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.Notification;
import java.time.Instant;
import java.util.Optional;

/** A notification in the outbox and what became of it so far. Not thread-safe. */
final class OutboxEntry {
    private final long place;
    private final Notification notification;
    private long claims;
    private boolean claimed;
    private int attempts;
    private Optional<OutboxHold> delay = Optional.empty();
    private Optional<String> lastFailure = Optional.empty();
    private Instant died = Instant.MIN;

    OutboxEntry(long place, Notification notification) {
        this.place = place;
        this.notification = notification;
    }

    long place() {
        return place;
    }

    Notification notification() {
        return notification;
    }

    Notification.Id id() {
        return notification.id();
    }

    OutboxLane.Key lane() {
        return OutboxLane.Key.of(notification);
    }

    boolean isAbout(CaseNumber number) {
        return notification.caseNumber().equals(number);
    }

    boolean isClaimed() {
        return claimed;
    }

    boolean isClaimedBy(ClaimedNotification holder) {
        return claimed && holder.claim() == claims;
    }

    /** From when on it may be sent, as far as it goes by itself; when it came up if nothing holds it. */
    Instant readyFrom() {
        Instant opening = notification.notBefore().orElseGet(notification::at);
        return delay.map(OutboxHold::until).filter(opening::isBefore).orElse(opening);
    }

    boolean isHeld() {
        return delay.isPresent() || notification.notBefore().isPresent();
    }

    boolean heldAt(Instant now) {
        return delay.filter(hold -> hold.inForce(now)).isPresent()
                || notification.notBefore().filter(now::isBefore).isPresent();
    }

    ClaimedNotification claim(Instant until) {
        claims++;
        claimed = true;
        return new ClaimedNotification(notification, claims, attempts + 1, lastFailure, until);
    }

    void released() {
        claimed = false;
    }

    void failed(String failure, Optional<OutboxHold> until) {
        claimed = false;
        attempts++;
        lastFailure = Optional.of(failure);
        delay = until;
    }

    void buried(String failure, Instant now) {
        failed(failure, Optional.empty());
        died = now;
    }

    /** The same as it was before it was tried; claims go on counting, so that an old one is not taken for a new one. */
    OutboxEntry revived() {
        attempts = 0;
        lastFailure = Optional.empty();
        return this;
    }

    DeadLetter deadLetter() {
        return new DeadLetter(notification, attempts, lastFailure.orElseThrow(), died);
    }
}
