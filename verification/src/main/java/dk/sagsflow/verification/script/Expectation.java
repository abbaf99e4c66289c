package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that must hold at a time. Immutable.
 *
 * @param at when
 * @param fact what it is about
 * @param clock which clock, if it is a fact about one
 * @param texts what is expected, in the form in which it is found
 * @param spot where it stands
 */
public record Expectation(
        Instant at, Observable fact, Optional<ClockName> clock, ImmutableList<String> texts, Spot spot) {
    /** What stands where what is found is still to be written. */
    static final String OPEN = "?";

    /** Refuses null. */
    public Expectation {
        requireNonNull(at, "at");
        requireNonNull(fact, "fact");
        requireNonNull(clock, "clock");
        requireNonNull(texts, "texts");
        requireNonNull(spot, "spot");
    }

    /** Whether this is what is expected; nothing is as long as what is found is still to be written. */
    public boolean isMetBy(ImmutableList<String> found) {
        return switch (fact.sort()) {
            case AMONG -> found.containsAll(texts);
            case SET -> ImmutableMultiset.copyOf(found).equals(ImmutableMultiset.copyOf(texts));
            default -> found.equals(texts);
        };
    }

    /** What it is about, in words. */
    public String describe(Values values) {
        return fact.word() + clock.map(name -> " of " + name.describe()).orElse("") + " at " + values.text(at);
    }
}
