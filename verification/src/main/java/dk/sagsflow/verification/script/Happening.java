package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens to the case of a scenario. Immutable.
 *
 * @param at when
 * @param verb what
 * @param details what else is said about it, as it is written
 * @param by who does it: a person, a group, or {@code customer}; whoever can unless said otherwise
 * @param refused the kind of refusal, if it must be refused
 * @param spot where it stands
 */
public record Happening(
        Instant at,
        Verb verb,
        ImmutableMap<Detail, String> details,
        Optional<String> by,
        Optional<String> refused,
        Spot spot) {
    /** Refuses null. */
    public Happening {
        requireNonNull(at, "at");
        requireNonNull(verb, "verb");
        requireNonNull(details, "details");
        requireNonNull(by, "by");
        requireNonNull(refused, "refused");
        requireNonNull(spot, "spot");
    }

    /** What is said about this, as it is written. */
    public Optional<String> detail(Detail detail) {
        return Optional.ofNullable(details.get(detail));
    }

    /** What is said about this, as a constant. */
    public <E extends Enum<E>> Optional<E> constant(Detail detail, Class<E> type) {
        return detail(detail).map(text -> Enum.valueOf(type, text));
    }

    /** What is said or written. */
    public String text() {
        return detail(Detail.TEXT).orElse("as the scenario says");
    }
}
