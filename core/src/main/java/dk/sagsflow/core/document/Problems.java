package dk.sagsflow.core.document;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Collects what is wrong with documents that are read together. Not thread-safe. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    /** Nothing is wrong yet. */
    public Problems() {}

    /** One more thing is wrong; the same is said once, though it is read for several things. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Takes back what follows from something else that is wrong. */
    public void forget(Predicate<Problem> following) {
        found.removeIf(following);
    }

    /** Everything that was found, document by document, in the order of the text. */
    public ImmutableList<Problem> list() {
        List<String> documents =
                found.stream().map(Problem::document).distinct().toList();
        return ImmutableList.sortedCopyOf(
                Comparator.<Problem>comparingInt(problem -> documents.indexOf(problem.document()))
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column),
                found);
    }

    /**
     * Goes on if nothing is wrong.
     *
     * @throws InvalidDocumentException with everything that was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidDocumentException(list());
        }
    }

    /**
     * What was read, if nothing is wrong.
     *
     * @throws InvalidDocumentException with everything that was found
     */
    public <T> T unlessAny(Optional<T> read) {
        throwIfAny();
        return read.orElseThrow(() -> new IllegalStateException("nothing was read, and nothing was said to be wrong"));
    }

    boolean at(String document, String pointer) {
        return found.stream()
                .anyMatch(problem ->
                        problem.document().equals(document) && problem.pointer().equals(pointer));
    }

    boolean noneWithin(String document, String pointer) {
        return found.stream()
                .filter(problem -> problem.document().equals(document))
                .map(Problem::pointer)
                .noneMatch(place -> place.equals(pointer) || place.startsWith(pointer + "/"));
    }
}
