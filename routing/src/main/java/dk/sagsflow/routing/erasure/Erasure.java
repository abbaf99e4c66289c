package dk.sagsflow.routing.erasure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.routing.attachment.Attachments;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;

/** Takes personal data out of what is stored of a case whose data is erased in the step. */
public final class Erasure {
    private final Directory directory;
    private final ImmutableSet<String> categories;

    /**
     * Erasure that leaves the names of supporters, unless this directory knows them as customers too, and the categories that
     * this model asks for.
     */
    public Erasure(SupportModel model, Directory directory) {
        this.categories = model.categories();
        this.directory = requireNonNull(directory, "directory");
    }

    /** The draft, with what is left of the history of each case that is erased. */
    public StepDraft withoutPersonalData(StepDraft draft) {
        StepDraft erased = draft;
        for (CaseDraft each : draft.cases()) {
            if (each.brings(CaseEvent.PersonalDataErased.class::isInstance)) {
                erased = erased.with(erased(each))
                        .sending(
                                Attachments.farewell(each, draft.now()).stream().toList());
            }
        }
        return erased;
    }

    private CaseDraft erased(CaseDraft draft) {
        return draft.erasing(PersonalData.erasedFrom(draft.before(), this::customer, categories::contains));
    }

    private boolean customer(ActorId id) {
        return directory.actor(id).flatMap(Actor::customer).isPresent();
    }
}
