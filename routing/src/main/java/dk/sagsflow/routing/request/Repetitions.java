package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.routing.step.StepDraft;
import java.util.Optional;

/** What is answered to a request whose key is known: what the first time gave, to those who may see it still. */
public final class Repetitions {
    private final CaseRepository repository;
    private final AccessPolicy access;
    private final Directory directory;

    /** Repetitions of requests by the people in this directory. */
    public Repetitions(CaseRepository repository, AccessPolicy access, Directory directory) {
        this.repository = requireNonNull(repository, "repository");
        this.access = requireNonNull(access, "access");
        this.directory = requireNonNull(directory, "directory");
    }

    Outcome<SupportCase> again(HandledRequest before, StepDraft.Key key, ActorId by) {
        return directory
                .actor(by)
                .map(actor -> again(before, key, actor))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownActor(by)));
    }

    /** A request of which a case is erased cannot be compared any more, and gives nothing away. */
    private Outcome<SupportCase> again(HandledRequest before, StepDraft.Key key, Actor actor) {
        boolean visible = visible(before, actor);
        if (before.fingerprint().filter(key.fingerprint()::equals).isEmpty()) {
            return Outcome.refused(new Refusal.KeyOfAnotherRequest(
                    key.key(), Optional.of(before.number()).filter(number -> visible)));
        }
        return visible || bringsInUnseen(before, actor)
                ? Outcome.accepted(
                        SupportCase.of(repository.history(before.number()).subList(0, (int) before.version())))
                : Outcome.refused(new Refusal.UnknownCase(before.number()));
    }

    private boolean visible(HandledRequest before, Actor actor) {
        return repository
                .find(before.number())
                .filter(access.scope(actor)::contains)
                .isPresent();
    }

    /** A program that sees no cases is told of what it has brought in itself, however often it must ask. */
    private boolean bringsInUnseen(HandledRequest before, Actor actor) {
        return actor.rights().contains(ProgramRight.REGISTER)
                && !actor.rights().contains(ProgramRight.READ)
                && repository.history(before.number()).get(0).actor().equals(actor.id());
    }
}
