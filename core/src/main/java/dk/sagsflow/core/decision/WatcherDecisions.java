package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.WatcherObstacle;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.watcher.Watcher;
import java.util.Optional;

/** Who watches a case, whatever its status. Whether somebody may see it is asked of the access policy beside this. */
final class WatcherDecisions {
    private final Deliberation deliberation;
    private final Directory directory;

    WatcherDecisions(Deliberation deliberation, Directory directory) {
        this.deliberation = deliberation;
        this.directory = directory;
    }

    Outcome<ImmutableList<CaseEvent>> add(Watcher watcher) {
        Optional<Refusal> refusal = unreachable(watcher).or(() -> superfluous(watcher));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.WatcherAdded(deliberation.next(), watcher));
    }

    Outcome<ImmutableList<CaseEvent>> remove(Watcher watcher) {
        return found(watcher)
                .map(there -> deliberation.accept(new CaseEvent.WatcherRemoved(deliberation.next(), there)))
                .orElseGet(() -> Outcome.refused(new Refusal.WatcherRefused(WatcherObstacle.NOT_WATCHING)));
    }

    private Optional<Refusal> unreachable(Watcher watcher) {
        if (watcher instanceof Watcher.Member member) {
            Optional<Actor> actor = directory.actor(member.actor());
            return actor.isEmpty()
                    ? Optional.of(new Refusal.UnknownActor(member.actor()))
                    : refused(WatcherObstacle.NO_ADDRESS)
                            .filter(none -> actor.flatMap(Actor::mailAddress).isEmpty());
        }
        return Optional.empty();
    }

    private Optional<Refusal> superfluous(Watcher watcher) {
        if (found(watcher).isPresent()) {
            return refused(WatcherObstacle.WATCHES_ALREADY);
        }
        return refused(WatcherObstacle.TOO_MANY)
                .filter(many -> deliberation.current.watchers().size() >= Bounds.MOST_WATCHERS);
    }

    private static Optional<Refusal> refused(WatcherObstacle why) {
        return Optional.of(new Refusal.WatcherRefused(why));
    }

    private Optional<Watcher> found(Watcher watcher) {
        return deliberation.current.watchers().stream().filter(watcher::same).findFirst();
    }
}
