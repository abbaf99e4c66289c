package dk.sagsflow.core.notification;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;

/**
 * Notifications that wait to be sent, kept by the same store and stored in the same step as the events that they tell of.
 * Each is sent at least once: whoever sends takes it by a claim, which ends by itself, so that one who dies or hangs keeps
 * nothing for ever. To one recipient about one case they go in the order in which they were stored; a later one waits for
 * the earlier ones, unless those are dead. What goes out in a digest is apart from that: it keeps one order for the
 * recipient, about whatever cases, and nothing else waits for it. Called by {@code deliver} of desks, on the threads of their callers; what an
 * implementation throws reaches the caller. Implementations are safe for use by many threads and many desks at once.
 */
public interface Outbox {
    /**
     * Takes what may be sent now. Those that have been ready longest come first, so that what fails again and again keeps
     * nobody from being served; those of one recipient and case, or of the digest of one recipient, come together and in order. Nothing is given out that
     * another claim in force covers. A claim that ended without a word counts as a failed attempt.
     *
     * @param now when it is
     * @param lease how long the claims hold, positive. If the clock was set back by more than that since, they hold no
     *     longer, and what was postponed is ready
     * @param limit how many, at most
     */
    ImmutableList<ClaimedNotification> claim(Instant now, Duration lease, int limit);

    /** It was sent and is forgotten; also if the claim has ended meanwhile. One that is not there does no harm. */
    void sent(ClaimedNotification claimed);

    /**
     * It was not sent and is to be tried again. Changes nothing if the claim has ended and somebody else has taken it.
     *
     * @param failure what went wrong, for people
     * @param now when it failed
     * @param until from when on it is tried again
     */
    void postpone(ClaimedNotification claimed, String failure, Instant now, Instant until);

    /** It was not tried and is ready as before. Changes nothing if the claim has ended and somebody else has taken it. */
    void release(ClaimedNotification claimed);

    /**
     * It is given up, and what waits behind it goes on. Changes nothing if the claim has ended and somebody else has taken
     * it.
     *
     * @param failure what went wrong, for people
     * @param now when it was given up
     */
    void bury(ClaimedNotification claimed, String failure, Instant now);

    /** What was given up, the longest dead first. */
    ImmutableList<DeadLetter> deadLetters(int limit);

    /**
     * Puts a dead letter back to where it stood, as if it had never been tried; what was sent meanwhile stays sent.
     *
     * @return whether there was one
     */
    boolean revive(Notification.Id id);

    /**
     * Forgets a dead letter, which is never sent then.
     *
     * @return whether there was one
     */
    boolean drop(Notification.Id id);

    /** What is neither sent nor dead, whether it may be sent now or not, in the order in which it was stored. */
    ImmutableList<Notification> waiting(int limit);
}
