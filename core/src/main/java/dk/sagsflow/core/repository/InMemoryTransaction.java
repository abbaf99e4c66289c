package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.memory.Journal;
import java.util.ArrayList;
import java.util.List;

/** Holds the lock of the store from beginning to end. */
final class InMemoryTransaction implements InMemoryStore.Transaction {
    private final Journal journal;
    private final CaseRepository within;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean over;

    InMemoryTransaction(Journal journal, CaseRepository store) {
        this.journal = journal;
        this.within = new ForwardingCaseRepository(store) {
            @Override
            protected CaseRepository other() {
                checkOpen();
                return super.other();
            }
        };
    }

    @Override
    public CaseRepository repository() {
        return within;
    }

    @Override
    public void afterCommit(Runnable action) {
        checkOpen();
        afterCommit.add(requireNonNull(action, "action"));
    }

    @Override
    public void commit() {
        checkOpen();
        over = true;
        journal.commit();
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public void rollback() {
        checkOpen();
        over = true;
        journal.rollback();
    }

    @Override
    public void close() {
        if (!over) {
            rollback();
        }
    }

    private void checkOpen() {
        if (over) {
            throw new IllegalStateException("the transaction is over");
        }
        journal.checkOwn();
    }
}
