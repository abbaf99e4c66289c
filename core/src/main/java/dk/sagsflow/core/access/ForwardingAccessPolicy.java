package dk.sagsflow.core.access;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.view.Audience;
import java.util.Optional;

/**
 * A policy that hands everything on to another: extend it to object to more. A method that is added to {@link AccessPolicy}
 * later is handed on as well. As safe for use by many threads as the other policy.
 */
public abstract class ForwardingAccessPolicy implements AccessPolicy {
    private final AccessPolicy other;

    /** Hands everything on to this policy. */
    protected ForwardingAccessPolicy(AccessPolicy other) {
        this.other = requireNonNull(other, "other");
    }

    @Override
    public Optional<Refusal> objection(Act act) {
        return other.objection(act);
    }

    @Override
    public Optional<Refusal> objection(Actor actor, Registration registration) {
        return other.objection(actor, registration);
    }

    @Override
    public Optional<Refusal> objection(Actor actor, CaseCommand command, SupportCase current) {
        return other.objection(actor, command, current);
    }

    @Override
    public Optional<Refusal> objection(Actor actor, CaseQuery query) {
        return other.objection(actor, query);
    }

    @Override
    public CaseScope scope(Actor actor) {
        return other.scope(actor);
    }

    @Override
    public Audience audience(Actor actor) {
        return other.audience(actor);
    }
}
