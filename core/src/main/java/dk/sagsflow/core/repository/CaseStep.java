package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Changes that are stored together or not at all, and what must hold for that. Immutable.
 *
 * @param changes what is stored, each case once
 * @param claims the loads on which assignments among the changes were decided: who gets a case is decided outside the
 *     store, and another case may have been given to the same member in the meantime
 * @param request the request that is carried out by it, under a key that none was carried out under before; empty if it has
 *     no key
 */
public record CaseStep(
        ImmutableList<CaseChange> changes, ImmutableList<LoadClaim> claims, Optional<HandledRequest> request) {
    /** Refuses null. */
    public CaseStep {
        requireNonNull(changes);
        requireNonNull(claims);
        requireNonNull(request);
    }

    /** Changes for which nothing must hold but that the cases have the expected versions. */
    public static CaseStep of(ImmutableList<CaseChange> changes) {
        return new CaseStep(changes, ImmutableList.of(), Optional.empty());
    }

    /** The same, if these loads still are what they were. */
    public CaseStep claiming(ImmutableList<LoadClaim> loads) {
        return new CaseStep(changes, loads, request);
    }

    /** The same, which carries out this request. */
    public CaseStep carryingOut(HandledRequest handled) {
        return new CaseStep(changes, claims, Optional.of(handled));
    }
}
