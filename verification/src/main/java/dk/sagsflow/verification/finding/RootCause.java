package dk.sagsflow.verification.finding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A finding, and those that would not be there without it: what counts on a calendar that never opens, what stands on a group
 * in which nobody works. None of these is worse than it. Immutable.
 *
 * @param finding what is to be mended
 * @param following what follows from it, in the order of findings
 */
public record RootCause(Finding finding, ImmutableList<Finding> following) {
    /** Refuses null. */
    public RootCause {
        requireNonNull(finding, "finding");
        requireNonNull(following, "following");
    }
}
