package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
     * @param remarks in what it was carried out otherwise than asked
     */
    record Accepted<T>(T value, ImmutableList<Remark> remarks) implements Outcome<T> {
        public Accepted {
            requireNonNull(value, "value");
            requireNonNull(remarks, "remarks");
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
        return new Accepted<>(value, ImmutableList.of());
    }

    /** A refused outcome. */
    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Whether the command was carried out. */
    default boolean wasAccepted() {
        return this instanceof Accepted<T>;
    }

    /** In what the command was carried out otherwise than asked; nothing if it was refused. */
    default ImmutableList<Remark> remarks() {
        return this instanceof Accepted<T> accepted ? accepted.remarks : ImmutableList.of();
    }

    /** The same with this remark as well; a refusal stays the same. */
    default Outcome<T> remarking(Remark remark) {
        return remarkingAll(ImmutableList.of(remark));
    }

    private Outcome<T> remarkingAll(ImmutableList<Remark> more) {
        return more.isEmpty() || !(this instanceof Accepted<T> accepted)
                ? this
                : new Accepted<>(
                        accepted.value,
                        ImmutableSet.<Remark>builder()
                                .addAll(more)
                                .addAll(accepted.remarks)
                                .build()
                                .asList());
    }

    /** What this function gives for an accepted value; a refusal stays the same. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.refusal());
        }
        Accepted<T> accepted = (Accepted<T>) this;
        return new Accepted<>(function.apply(accepted.value), accepted.remarks);
    }

    /** What this function decides about an accepted value, with all remarks; a refusal stays the same. */
    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> function) {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.refusal());
        }
        Accepted<T> accepted = (Accepted<T>) this;
        return function.apply(accepted.value).remarkingAll(accepted.remarks);
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
