package dk.sagsflow.core.memory;

import static com.google.common.base.Preconditions.checkState;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock of a store in memory, and how to undo what a transaction has done. A transaction holds the lock from its
 * beginning to its end, so others wait for it and never see half of it. Safe for use by many threads.
 */
public final class Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Deque<Runnable>> undo = Optional.empty();
    private long begun;

    /** Does this while nobody else does anything. */
    @CanIgnoreReturnValue
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does this while nobody else does anything. */
    public void locking(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Something was done that this undoes, if it is done in a transaction that is rolled back. */
    public void undoBy(Runnable undoing) {
        undo.ifPresent(open -> open.push(undoing));
    }

    /** Which transaction is open, which only its own thread gets to ask; 0 if none is. */
    public long transaction() {
        return undo.isPresent() ? begun : 0;
    }

    /** Opens a transaction of this thread. */
    public void begin() {
        lock.lock();
        if (undo.isPresent()) {
            lock.unlock();
            throw new IllegalStateException("this thread has a transaction of the store open already");
        }
        begun++;
        undo = Optional.of(new ArrayDeque<>());
    }

    /** Ends the transaction of this thread and keeps what it did. */
    public void commit() {
        checkOwn();
        undo = Optional.empty();
        lock.unlock();
    }

    /** Ends the transaction of this thread and undoes what it did. */
    public void rollback() {
        checkOwn();
        Deque<Runnable> done = undo.orElseThrow();
        undo = Optional.empty();
        done.forEach(Runnable::run);
        lock.unlock();
    }

    /** Refuses a thread that has no transaction open. */
    public void checkOwn() {
        checkState(
                lock.isHeldByCurrentThread() && undo.isPresent(),
                "the transaction is over, or it belongs to another thread than the one that began it");
    }
}
