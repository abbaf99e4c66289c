package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

/**
 * Something that is against bringing a case along. Immutable.
 *
 * @param event the place of the event among those of the case, from 1; of a case that is described, among those that the
 *     description amounts to; 0 for the case as a whole
 * @param what what is wrong, and what would be right
 */
public record ImportProblem(long event, Refusal what) {
    /** Refuses null. */
    public ImportProblem {
        requireNonNull(what, "what");
    }
}
