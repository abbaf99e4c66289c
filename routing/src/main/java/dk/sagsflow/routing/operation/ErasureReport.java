package dk.sagsflow.routing.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.repository.UnhandledCase;

/**
 * What became of the cases of a customer whose personal data is erased. Immutable.
 *
 * @param erased how many cases were erased
 * @param left the cases that could not be erased, each with the reason; asking again tries them again
 */
public record ErasureReport(int erased, ImmutableList<UnhandledCase> left) {
    /** Refuses null. */
    public ErasureReport {
        requireNonNull(left, "left");
    }
}
