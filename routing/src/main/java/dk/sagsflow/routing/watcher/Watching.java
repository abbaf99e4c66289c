package dk.sagsflow.routing.watcher;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.WatcherObstacle;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.watcher.Watcher;
import java.util.Optional;

/** Who of the organisation may watch a case: when added, and again whenever there is something to tell. Immutable. */
public final class Watching {
    private final AccessPolicy access;
    private final Directory directory;

    /** Watching as this policy allows, by the people in this directory. */
    public Watching(AccessPolicy access, Directory directory) {
        this.access = requireNonNull(access, "access");
        this.directory = requireNonNull(directory, "directory");
    }

    /** What is against the command, if it lets somebody watch who may not. */
    public Optional<Refusal> objection(CaseCommand command, SupportCase current) {
        return command instanceof CaseCommand.AddWatcher add
                        && add.watcher() instanceof Watcher.Member member
                        && directory.actor(member.actor()).isPresent()
                        && who(member, current).isEmpty()
                ? Optional.of(new Refusal.WatcherRefused(WatcherObstacle.MAY_NOT_SEE))
                : Optional.empty();
    }

    /** Whom the directory knows by this id, if that person may be told of the case what the member is to be told. */
    public Optional<Actor> who(Watcher.Member member, SupportCase current) {
        return directory
                .actor(member.actor())
                .filter(actor -> access.scope(actor).contains(current))
                .filter(actor ->
                        member.copies() == Watcher.Copies.CUSTOMER || access.audience(actor) == Audience.OPERATOR);
    }
}
