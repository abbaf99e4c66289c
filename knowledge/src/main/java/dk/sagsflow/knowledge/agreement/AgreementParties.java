package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.UnitId;
import java.util.Arrays;

/**
 * Between whom something is agreed. Immutable.
 *
 * @param unit whose superusers it is about
 * @param manager who agrees for the unit
 * @param superusers whom it is about
 */
public record AgreementParties(UnitId unit, ActorId manager, ImmutableSet<ActorId> superusers) {
    /** Refuses null, and an agreement about nobody. */
    public AgreementParties {
        requireNonNull(unit, "unit");
        requireNonNull(manager, "manager");
        Bounds.require(!superusers.isEmpty(), "an agreement with unit %s is about nobody; name a superuser", unit);
    }

    /** With this manager about these superusers. */
    public static AgreementParties of(String unit, String manager, String... superusers) {
        return new AgreementParties(
                UnitId.of(unit),
                ActorId.of(manager),
                Arrays.stream(superusers).map(ActorId::of).collect(ImmutableSet.toImmutableSet()));
    }
}
