package dk.sagsflow.core.repository;

/** A store in memory, which forgets everything with the process. Safe for use by many threads. */
public interface InMemoryStore extends CaseRepository {
    /**
     * Opens a transaction of this thread, which nobody but this thread sees anything of until it ends. Whoever else uses the
     * store waits for that, so be quick, and end it on this thread.
     *
     * @throws IllegalStateException if this thread has one open already
     */
    Transaction begin();

    /** A transaction of a store in memory. To be used by the thread that opened it, and to be closed. */
    interface Transaction extends StoreTransaction, AutoCloseable {
        /** Keeps what was done, and does what was to come after it. */
        void commit();

        /** Undoes what was done. Numbers that were given out stay given out. */
        void rollback();

        /** Rolls back, unless it is over. */
        @Override
        void close();
    }
}
