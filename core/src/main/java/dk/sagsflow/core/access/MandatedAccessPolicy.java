package dk.sagsflow.core.access;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.query.CaseScope;
import java.util.function.Function;

/** Keeps each actor within a scope that the host says. */
final class MandatedAccessPolicy extends ForwardingAccessPolicy {
    private final Function<Actor, CaseScope> mandate;

    MandatedAccessPolicy(AccessPolicy other, Function<Actor, CaseScope> mandate) {
        super(other);
        this.mandate = requireNonNull(mandate, "mandate");
    }

    @Override
    public CaseScope scope(Actor actor) {
        return super.scope(actor).and(mandate.apply(actor));
    }
}
