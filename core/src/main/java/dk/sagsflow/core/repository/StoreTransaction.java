package dk.sagsflow.core.repository;

/**
 * A transaction that a host has open, as a store sees it: what the host does there and what the library does commit together
 * or not at all. A store says how its own kind is made from what the host has, a connection of a database say. Belongs to the
 * thread that works in it.
 */
public interface StoreTransaction {
    /**
     * The same store within the transaction: whatever is read and stored by it takes part. A step that is refused leaves the
     * transaction as it was before the step, so the host may go on. Not to be used when the transaction is over.
     */
    CaseRepository repository();

    /** Does this once the transaction has committed, on the thread that commits, and never if it does not. */
    void afterCommit(Runnable action);
}
