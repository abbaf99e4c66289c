package dk.sagsflow.routing.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.repository.UnhandledCase;
import java.util.Optional;

/**
 * What became of some old cases whose personal data is erased. Immutable.
 *
 * @param erased how many cases were erased
 * @param left the cases that could not be erased, each with the reason; going through all again tries them again
 * @param next where to go on; empty if nothing is left
 */
public record RetentionReport(int erased, ImmutableList<UnhandledCase> left, Optional<CaseCursor> next) {
    /** Refuses null. */
    public RetentionReport {
        requireNonNull(left, "left");
        requireNonNull(next, "next");
    }
}
