package dk.sagsflow.core.access;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.view.Audience;
import java.util.Optional;
import java.util.function.Function;

/** Who may do what, and who may see what. Asked before every command. Implementations are safe for many threads. */
public interface AccessPolicy {
    /**
     * Why this actor may not ask for anything under such circumstances, or empty; asked before anything is looked up.
     * Somebody on the customer's side asks here and now.
     */
    Optional<Refusal> objection(Act act);

    /** Why this actor may not register this, or empty. */
    Optional<Refusal> objection(Actor actor, Registration registration);

    /** Why this actor may not issue this command on this case, or empty. */
    Optional<Refusal> objection(Actor actor, CaseCommand command, SupportCase current);

    /** The cases that this actor may see at all. */
    CaseScope scope(Actor actor);

    /** Why this actor may not ask for cases like this, or empty; what customers do not see they cannot search for either. */
    Optional<Refusal> objection(Actor actor, CaseQuery query);

    /** As whom this actor sees the cases of the scope. */
    Audience audience(Actor actor);

    /**
     * The same policy, for actors who see no more cases than this: those of their region, tenant, mandate. Cases outside are
     * unknown to them, whatever they ask for.
     *
     * @param mandate the cases that an actor may see at most; called for each request
     */
    default AccessPolicy within(Function<Actor, CaseScope> mandate) {
        return new MandatedAccessPolicy(this, mandate);
    }

    /**
     * The policy of the reference organisation: by tier, group and customer relation. A superuser sees the cases of the
     * own unit, and none of another unit through a group of superusers that both are in.
     */
    static AccessPolicy standard(SupportOrganisation organisation, Directory directory) {
        return new TieredAccessPolicy(organisation, directory);
    }
}
