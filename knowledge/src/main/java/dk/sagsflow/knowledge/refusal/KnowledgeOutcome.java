package dk.sagsflow.knowledge.refusal;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of what somebody wanted: it was done, or refused for a reason that can explain itself. What was refused has
 * changed nothing. Immutable.
 *
 * @param <T> what is given if it was done
 */
public sealed interface KnowledgeOutcome<T> {
    /**
     * It was done.
     *
     * @param value what it gave
     */
    record Accepted<T>(T value) implements KnowledgeOutcome<T> {
        public Accepted {
            requireNonNull(value, "value");
        }
    }

    /**
     * It was refused.
     *
     * @param why what was wrong, and what would be allowed
     */
    record Refused<T>(KnowledgeRefusal why) implements KnowledgeOutcome<T> {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    /** It was done, with this. */
    static <T> KnowledgeOutcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    /** It was refused. */
    static <T> KnowledgeOutcome<T> refused(KnowledgeRefusal why) {
        return new Refused<>(why);
    }

    /** Whether it was done. */
    default boolean wasAccepted() {
        return this instanceof Accepted<T>;
    }

    /** Why it was refused; empty if it was done. */
    default Optional<KnowledgeRefusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.why) : Optional.empty();
    }

    /** What this function gives for what was done; a refusal stays the same. */
    default <R> KnowledgeOutcome<R> map(Function<? super T, ? extends R> function) {
        return flatMap(value -> new Accepted<>(function.apply(value)));
    }

    /** What this function decides about what was done; a refusal stays the same. */
    default <R> KnowledgeOutcome<R> flatMap(Function<? super T, KnowledgeOutcome<R>> function) {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.why);
        }
        return function.apply(((Accepted<T>) this).value);
    }

    /**
     * What was given, for callers that know it is allowed.
     *
     * @throws IllegalStateException if it was refused, with the words of the refusal
     */
    @CanIgnoreReturnValue
    default T orElseThrow() {
        if (this instanceof Refused<T> refused) {
            throw new IllegalStateException(refused.why.describe());
        }
        return ((Accepted<T>) this).value;
    }
}
