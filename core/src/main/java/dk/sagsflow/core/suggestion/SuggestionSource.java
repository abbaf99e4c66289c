package dk.sagsflow.core.suggestion;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.SupportCase;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Where suggestions for a case come from: a knowledge base, a list of known errors (R27). Called on the thread of whoever
 * asks the suggestions of a desk, once each time, and by nothing else: commands, sweeps and deliveries never wait for
 * it. What it throws is logged, and the other sources are asked. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface SuggestionSource {
    /** What may help with this case, the most helpful first. */
    ImmutableList<Suggestion> suggestions(SupportCase current);

    /**
     * The same, asked on another thread; if it does not answer in time it suggests nothing, and its task is cancelled.
     *
     * @param limit how long the asker waits at most, more than nothing
     * @param executor runs the source
     */
    default SuggestionSource within(Duration limit, Executor executor) {
        Bounds.duration("time limit of a source", limit);
        checkArgument(
                !limit.isNegative() && !limit.isZero(), "time limit of a source is %s, not more than nothing", limit);
        return new TimeLimitedSource(this, limit, requireNonNull(executor, "executor"));
    }
}
