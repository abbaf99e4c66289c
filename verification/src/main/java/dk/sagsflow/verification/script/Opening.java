package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * The case of a scenario as it comes in. Immutable.
 *
 * @param at when
 * @param customer whose case it is
 * @param by who registers it; somebody of the group where it comes in unless said otherwise
 * @param registration what is known of it; its customer is made up when it is played
 * @param refused the kind of refusal, if it must be refused
 * @param spot where it stands
 */
public record Opening(
        Instant at,
        Asker customer,
        Optional<String> by,
        Registration registration,
        Optional<String> refused,
        Spot spot) {
    /** Refuses null. */
    public Opening {
        requireNonNull(at, "at");
        requireNonNull(customer, "customer");
        requireNonNull(by, "by");
        requireNonNull(registration, "registration");
        requireNonNull(refused, "refused");
        requireNonNull(spot, "spot");
    }

    /**
     * Whose case it is.
     *
     * @param named the customer of {@code people.json}; empty if one of the kind is meant
     * @param kind the kind, of whom one is found or made up
     * @param unit the unit of that customer
     */
    public record Asker(Optional<CustomerId> named, CustomerKind kind, Optional<UnitId> unit) {
        /** Refuses null. */
        public Asker {
            requireNonNull(named, "named");
            requireNonNull(kind, "kind");
            requireNonNull(unit, "unit");
        }
    }
}
