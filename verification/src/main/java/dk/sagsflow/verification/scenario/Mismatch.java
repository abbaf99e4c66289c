package dk.sagsflow.verification.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.script.Spot;
import java.util.Optional;

/**
 * Something that was expected and is otherwise. Immutable.
 *
 * @param what what it is about: {@code due of customers/resolution at 2007-08-31T15:00}
 * @param spot where it is expected
 * @param expected what was expected
 * @param found what is so instead, in the form in which it would be expected
 * @param several whether it is written as a list
 * @param change whether an update may write what was found
 * @param because the place in the model that brings it about, and why, in words
 */
public record Mismatch(
        String what,
        Spot spot,
        ImmutableList<String> expected,
        ImmutableList<String> found,
        boolean several,
        boolean change,
        Reason because) {
    /** Refuses null. */
    public Mismatch {
        requireNonNull(what, "what");
        requireNonNull(spot, "spot");
        requireNonNull(expected, "expected");
        requireNonNull(found, "found");
        requireNonNull(because, "because");
    }

    /**
     * Why something is as it is. Immutable.
     *
     * @param place the place in the model that brings it about, with file and line
     * @param words why, line by line
     */
    public record Reason(Optional<String> place, ImmutableList<String> words) {
        private static final Reason NONE = new Reason(Optional.empty(), ImmutableList.of());

        /** Refuses null. */
        public Reason {
            requireNonNull(place, "place");
            requireNonNull(words, "words");
        }

        /** No reason. */
        public static Reason none() {
            return NONE;
        }
    }

    /** What was expected, what was found, why, and where the model says so, line by line. */
    public ImmutableList<String> lines() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add(spot.describe() + ": " + what);
        lines.add("  expected " + shown(expected));
        lines.add("  found    " + shown(found));
        because.place().ifPresent(place -> lines.add("  " + place));
        because.words().forEach(word -> lines.add("    " + word));
        return lines.build();
    }

    private static String shown(ImmutableList<String> texts) {
        return texts.isEmpty() ? "nothing" : String.join("; ", texts);
    }
}
