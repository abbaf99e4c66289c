package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Function;

/**
 * What became of a command: it was carried out, or refused for a reason that can explain itself. A refused command has
 * changed nothing. Immutable.
 *
 * @param <T> what an accepted command gives
 */
public sealed interface Outcome<T> {
    /**
     * The command was carried out.
     *
     * @param value what it gave
     */
    record Accepted<T>(T value) implements Outcome<T> {
        public Accepted {
            requireNonNull(value, "value");
        }
    }

    /**
     * The command was refused.
     *
     * @param refusal why, and what would be allowed
     */
    record Refused<T>(Refusal refusal) implements Outcome<T> {
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }

    /** An accepted outcome. */
    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    /** A refused outcome. */
    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Whether the command was carried out. */
    default boolean wasAccepted() {
        return this instanceof Accepted<T>;
    }

    /** What this function gives for an accepted value; a refusal stays the same. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.refusal());
        }
        return new Accepted<>(function.apply(((Accepted<T>) this).value()));
    }

    /** What this function decides about an accepted value; a refusal stays the same. */
    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> function) {
        return this instanceof Refused<T> refused
                ? new Refused<>(refused.refusal())
                : function.apply(((Accepted<T>) this).value());
    }

    /**
     * The accepted value, for callers that know the command is allowed.
     *
     * @throws IllegalStateException if the command was refused, with the words of the refusal
     */
    @CanIgnoreReturnValue
    default T orElseThrow() {
        if (this instanceof Refused<T> refused) {
            throw new IllegalStateException(refused.refusal().describe());
        }
        return ((Accepted<T>) this).value();
    }
}
