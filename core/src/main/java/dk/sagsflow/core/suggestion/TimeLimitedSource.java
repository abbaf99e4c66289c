package dk.sagsflow.core.suggestion;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A source that whoever asks it waits for no longer than some time. */
record TimeLimitedSource(SuggestionSource source, Duration limit, Executor executor) implements SuggestionSource {
    @Override
    public ImmutableList<Suggestion> suggestions(SupportCase current) {
        FutureTask<ImmutableList<Suggestion>> task = new FutureTask<>(() -> source.suggestions(current));
        executor.execute(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new IllegalStateException("no answer within " + limit, late);
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the source failed", failed.getCause());
        }
    }
}
