package dk.sagsflow.core.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
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
}
