package dk.sagsflow.routing.listening;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.repository.StoreTransaction;

/**
 * A {@link StepHandler} that stores what it makes of the steps and how far it has come in one transaction of the host, so that
 * each step is handled once, whatever fails and whoever dies: either both are stored or neither. If it fails after its transaction was committed, the
 * store says so, and the steps are handled. Called as a {@link StepHandler}
 * is.
 */
@FunctionalInterface
public interface JoiningHandler {
    /**
     * Handles these steps, at least one, all of them or none, or throws.
     *
     * @param steps what is to be handled
     * @param progress how far the subscription has come once they are; to be stored in the transaction before it commits
     */
    void handle(ImmutableList<LoggedStep> steps, Progress progress);

    /** How far a subscription has come. Belongs to the call that it was handed to. */
    interface Progress {
        /**
         * Stores it in this transaction, of the store of the desk. A handler that never asks for it has it stored after it has
         * returned, and may be handed the same again.
         *
         * @throws dk.sagsflow.core.claim.LostClaimException if another node has the subscription by now: let it roll the
         *     transaction back
         */
        void storeIn(StoreTransaction transaction);
    }
}
