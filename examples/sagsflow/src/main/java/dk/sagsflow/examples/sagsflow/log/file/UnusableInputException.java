package dk.sagsflow.examples.sagsflow.log.file;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/** Says that an input file cannot be used at all, in messages that are ready to be printed, one line each. Immutable. */
public final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One line per problem, each with its place; in the order of the file; at least one. */
    private final ImmutableList<String> messages;

    public UnusableInputException(Iterable<String> messages) {
        super(String.join(System.lineSeparator(), messages));
        this.messages = ImmutableList.copyOf(messages);
        checkArgument(!this.messages.isEmpty(), "no message given, at least one is needed");
    }

    public UnusableInputException(Path file, String problem) {
        this(ImmutableList.of(file + ": " + problem));
    }

    public UnusableInputException(Path file, String problem, Throwable cause) {
        this(file, problem);
        initCause(cause);
    }

    /** One line per problem, each with its place; in the order of the file; at least one. */
    public ImmutableList<String> messages() {
        return messages;
    }
}
