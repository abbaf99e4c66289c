package dk.sagsflow.sla.agreement;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.organisation.TierId;
import java.util.Optional;

/**
 * The residence targets of all tiers; a tier without one has no limit. Immutable.
 *
 * @param targets the target of each tier that has one
 */
public record ResidenceAgreement(ImmutableMap<TierId, ResidenceTarget> targets) {
    /**
     * An agreement of these targets.
     *
     * @throws IllegalArgumentException if two are for one tier
     */
    public static ResidenceAgreement of(Iterable<ResidenceTarget> targets) {
        return new ResidenceAgreement(Maps.uniqueIndex(targets, ResidenceTarget::tier));
    }

    /** No limits at all. */
    public static ResidenceAgreement none() {
        return new ResidenceAgreement(ImmutableMap.of());
    }

    /** The target of this tier, or empty if it has none. */
    public Optional<ResidenceTarget> target(TierId tier) {
        return Optional.ofNullable(targets.get(tier));
    }
}
