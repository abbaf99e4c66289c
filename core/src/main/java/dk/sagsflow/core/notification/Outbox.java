package dk.sagsflow.core.notification;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Messages that wait to be sent, kept by the same store and stored in the same step as the events that they tell of. Each is
 * sent at least once: whoever sends takes its {@link Lane} by a claim, which ends by itself, so that one who dies or hangs
 * keeps nothing for ever. Within a lane they go in the order in which they were stored; a later one waits for the earlier
 * ones, unless those are dead. A message whose id is there already, waiting or dead, is not stored again. Called by {@code
 * deliver} of desks, on the threads of their callers; what an implementation throws reaches the caller. Implementations are
 * safe for use by many threads and many desks at once.
 */
public interface Outbox {
    /**
     * Takes lanes of which something may be sent now. Those that have been ready longest come first, so that what fails again
     * and again keeps nobody from being served. Of a lane the first message is given out, of a digest all that are ready, past
     * those that are not yet. Nothing is given out of a lane that another claim in force covers. A claim that ended without a word
     * counts as a failed attempt at what it gave out.
     *
     * @param now when it is
     * @param lease how long the claims hold, positive. If the clock was set back by more than that since, they hold no
     *     longer, and what was postponed is ready
     * @param lanes how many lanes, at most
     * @param largestDigest how many messages of one digest, at most; 1 or more
     */
    ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int lanes, int largestDigest);

    /**
     * These were sent and are forgotten; also if the claim has ended meanwhile. One that is not there does no harm. When nothing
     * that it gave out is left, the claim ends.
     */
    void sent(ClaimedLane claimed, Collection<MessageId> ids);

    /**
     * What is left of the claim was not sent and is to be tried again. Ends the claim; changes nothing if it has ended and
     * somebody else has taken the lane.
     *
     * @param failure what went wrong, for people
     * @param now when it failed
     * @param until from when on it is tried again
     */
    void postpone(ClaimedLane claimed, String failure, Instant now, Instant until);

    /** What is left of the claim was not tried and is ready as before. Ends the claim, as {@link #postpone} does. */
    void release(ClaimedLane claimed);

    /**
     * These are given up, and what waits behind them goes on. Changes nothing if the claim has ended and somebody else has
     * taken the lane. When nothing that it gave out is left, the claim ends.
     *
     * @param failure what went wrong, for people
     * @param now when they were given up
     */
    void bury(ClaimedLane claimed, Collection<MessageId> ids, String failure, Instant now);

    /** What was given up, the longest dead first. */
    ImmutableList<DeadLetter> deadLetters(int limit);

    /**
     * Puts a dead letter back to where it stood, as if it had never been tried; what was sent meanwhile stays sent.
     *
     * @return whether there was one
     */
    boolean revive(MessageId id);

    /**
     * Forgets a dead letter, which is never sent then.
     *
     * @return whether there was one
     */
    boolean drop(MessageId id);

    /** What is neither sent nor dead, whether it may be sent now or not, in the order in which it was stored. */
    ImmutableList<OutgoingMessage> waiting(int limit);
}
