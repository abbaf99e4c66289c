package dk.sagsflow.verification.suite;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does many things at a time and keeps their order. Immutable. */
record Workers(int threads) {
    Workers {
        checkArgument(threads >= 1, "%s threads, not one or more", threads);
    }

    /** What came of these, in their order; the first failure is thrown as it is, and what has not begun is left. */
    <T> ImmutableList<T> all(List<Supplier<T>> work) {
        int needed = Math.min(threads, work.size());
        return needed < 2
                ? work.stream().map(Supplier::get).collect(ImmutableList.toImmutableList())
                : atATime(work, needed);
    }

    private static <T> ImmutableList<T> atATime(List<Supplier<T>> work, int needed) {
        // Threads of its own: the common pool of a small machine has one, and the host may keep it busy.
        ExecutorService pool = Executors.newFixedThreadPool(needed, task -> {
            Thread thread = new Thread(task, "policy-suite");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> begun = new ArrayList<>();
            work.forEach(one -> begun.add(pool.submit(one::get)));
            return begun.stream().map(Workers::done).collect(ImmutableList.toImmutableList());
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            Throwable cause = requireNonNullElse(failed.getCause(), failed);
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the suite was through", stopped);
        }
    }
}
