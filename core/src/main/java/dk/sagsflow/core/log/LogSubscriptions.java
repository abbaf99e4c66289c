package dk.sagsflow.core.log;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.claim.LostClaimException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far each subscription has come in the {@link EventLog} of the same store, which node works on it, and what it could not
 * handle. Several nodes share a name: one at a time has the claim. What a subscription is handed it is handed at least once:
 * its position is stored with or after the handling. A store whose transactions a handler can join stores the position in
 * the handler's transaction, and then each step is handled once.
 *
 * <p>Implementations are safe for use by many threads and many nodes at once.
 */
public interface LogSubscriptions {
    /**
     * Makes a subscription, unless there is one of this name.
     *
     * @param from where it begins: {@link EventLog#beginning}, {@link EventLog#end}, or a position from elsewhere
     * @return whether it was made
     * @throws ForgottenPositionException if it would be made and the step that it would be handed first is dropped
     */
    boolean begin(SubscriptionName name, LogPosition from);

    /**
     * Makes a subscription read on from another position, whoever works on it now, and forgets how often it failed.
     *
     * @throws ForgottenPositionException if the step that it would be handed first is dropped
     */
    void moveTo(SubscriptionName name, LogPosition position);

    /**
     * Forgets a subscription and what it has parked.
     *
     * @return whether there was one
     */
    boolean end(SubscriptionName name);

    /** How every subscription fares, in order of name. */
    ImmutableList<SubscriptionState> all();

    /**
     * Takes the subscription, if it is there, nobody has it, and it need not wait. A claim that ended without a word counts as
     * a failed attempt.
     *
     * @param lease how long the claim holds, positive; if the clock was set back by more than that since, it holds no longer
     */
    Optional<SubscriptionClaim> claim(SubscriptionName name, Instant now, Duration lease);

    /**
     * Everything up to this position, inclusive, is handled. The claim goes on.
     *
     * @throws LostClaimException if the claim has ended and somebody else has taken the subscription, or it was moved; a
     *     handler that stores the position in its own transaction lets this roll it back
     */
    void handled(SubscriptionClaim claim, LogPosition upTo);

    /**
     * What comes next was not handled and is to be tried again. Ends the claim; changes nothing if it was lost.
     *
     * @param failure what went wrong, for people
     * @param until from when on it is tried again
     */
    void failed(SubscriptionClaim claim, String failure, Instant now, Instant until);

    /** Nothing more is done for now. Ends the claim; changes nothing if it was lost. */
    void release(SubscriptionClaim claim);

    /**
     * Puts a step aside, with what was wrong, and goes past it; a step that was revived and failed again is parked again. The
     * claim goes on.
     *
     * @throws LostClaimException if the claim was lost
     */
    void park(SubscriptionClaim claim, LogPosition step, String reason, Instant now);

    /**
     * A parked step was handled after all and is parked no longer. The claim goes on.
     *
     * @throws LostClaimException if the claim was lost
     */
    void unpark(SubscriptionClaim claim, LogPosition step);

    /** What the subscription has parked, in order of the log. */
    ImmutableList<ParkedStep> parked(SubscriptionName name, int limit);

    /**
     * What it has parked and somebody has revived since, in order of the log. A store that need not read the rest of what is
     * parked for it does not.
     */
    default ImmutableList<ParkedStep> revived(SubscriptionName name, int limit) {
        return parked(name, Integer.MAX_VALUE).stream()
                .filter(ParkedStep::revived)
                .limit(limit)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Has a parked step handled again, by whoever claims the subscription next.
     *
     * @return whether there is one
     */
    boolean revive(SubscriptionName name, LogPosition step);

    /**
     * Forgets a parked step, which is never handled then.
     *
     * @return whether there was one
     */
    boolean drop(SubscriptionName name, LogPosition step);
}
