package dk.sagsflow.routing.privacy;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;

/** Takes personal data out of what is stored of a case whose data is erased in the step. */
public final class Erasure {
    /** The draft, with what is left of the history of each case that is erased. */
    public StepDraft withoutPersonalData(StepDraft draft) {
        return draft.withEach(each ->
                each.added().stream().anyMatch(CaseEvent.PersonalDataErased.class::isInstance) ? erased(each) : each);
    }

    private CaseDraft erased(CaseDraft draft) {
        return draft.erasing(PersonalData.erasedFrom(draft.before()));
    }
}
