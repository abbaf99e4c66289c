package dk.sagsflow.core.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.stream.Collectors;

/** Documents were refused as a whole; says everything that is wrong with them. Immutable. */
public final class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ImmutableList<Problem> problems;

    InvalidDocumentException(ImmutableList<Problem> problems) {
        super(problems.stream().map(Problem::describe).collect(Collectors.joining("\n")));
        checkArgument(!problems.isEmpty(), "nothing is wrong; an invalid document has at least one problem");
        this.problems = problems;
    }

    /** Everything that is wrong, document by document, in the order of the text; at least one. */
    public ImmutableList<Problem> problems() {
        return problems;
    }

    /**
     * The same in lines, what is said in the same words once, with all of its places: a calendar that there is not, wherever
     * it is asked for.
     */
    public ImmutableList<String> lines() {
        return Multimaps.index(problems, Problem::message).asMap().values().stream()
                .map(alike -> line(ImmutableList.copyOf(alike)))
                .collect(ImmutableList.toImmutableList());
    }

    private static String line(ImmutableList<Problem> alike) {
        String others = alike.stream().skip(1).map(Problem::position).collect(Collectors.joining(", "));
        return alike.get(0).describe() + (others.isEmpty() ? "" : " (also at " + others + ")");
    }
}
