package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import java.util.function.Function;

/** Whoever asks something of a desk: whom the directory knows, and which cases that person may see. */
public final class Callers {
    private final Histories histories;
    private final Directory directory;
    private final AccessPolicy access;

    /** The people of this directory, and the cases that they may see. */
    public Callers(Histories histories, Directory directory, AccessPolicy access) {
        this.histories = requireNonNull(histories, "histories");
        this.directory = requireNonNull(directory, "directory");
        this.access = requireNonNull(access, "access");
    }

    AccessPolicy access() {
        return access;
    }

    Directory directory() {
        return directory;
    }

    <T> Outcome<T> acting(ActorId by, Function<Actor, Outcome<T>> task) {
        return directory.actor(by).map(task).orElseGet(() -> Outcome.refused(new Refusal.UnknownActor(by)));
    }

    /** The case as the draft has it, or as it is stored. */
    Outcome<CaseDraft> found(StepDraft draft, Actor actor, CaseNumber number) {
        return draft.find(number)
                .or(() -> histories.find(number))
                .filter(current -> access.scope(actor).contains(current.after()))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    boolean taken(CaseNumber number) {
        return histories.exists(number);
    }

    boolean visible(CaseNumber number, Actor actor) {
        return histories.state(number).filter(access.scope(actor)::contains).isPresent();
    }
}
