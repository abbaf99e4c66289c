package dk.sagsflow.core.log;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/**
 * Every stored step in one total order, for those who follow what happens: statistics, a search index, a bridge to another
 * helpdesk, a live page. A reader that has read up to a position misses nothing by reading on from there: <b>whatever becomes
 * visible later has a later position</b>, however long a writer took to commit. A step is visible in the log when its events
 * are, and a step without events is not in it.
 *
 * <p>The log goes back to the first step of the store, until somebody has it {@linkplain #forget forget} the oldest; the
 * histories of the cases stay whole. Erasing a case takes personal data out of the log as well. Implementations are safe for
 * use by many threads.
 */
public interface EventLog {
    /** Before the first step that is kept. */
    LogPosition beginning();

    /** After the last step that is visible: where somebody begins who wants to hear of what comes. */
    LogPosition end();

    /**
     * The steps after this position, in order.
     *
     * @param limit how many, at most; 1 or more
     * @throws ForgottenPositionException if the step that came next is dropped
     * @throws IllegalArgumentException if the position is none of this log
     */
    ImmutableList<LoggedStep> after(LogPosition position, int limit);

    /** How many visible steps come after this position: how far behind somebody is who has read up to there. */
    long countAfter(LogPosition position);

    /**
     * Drops the oldest steps whose events were all recorded before this instant. Never drops a step that a subscription still
     * has to be handed, or has parked, nor a step after one that is kept.
     *
     * @param before the limit of age, exclusive
     * @param limit how many, at most
     * @return how many were dropped
     */
    int forget(Instant before, int limit);
}
