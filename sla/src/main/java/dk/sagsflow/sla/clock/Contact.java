package dk.sagsflow.sla.clock;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.cases.WaitingFor;

/** Which events tell the customer something. */
final class Contact {
    private Contact() {}

    static boolean isMade(CaseEvent event) {
        if (event instanceof CaseEvent.NoteAdded note) {
            return note.visibility() == Visibility.CUSTOMER;
        }
        if (event instanceof CaseEvent.WorkaroundProvided workaround) {
            return workaround.visibility() == Visibility.CUSTOMER;
        }
        if (event instanceof CaseEvent.PutOnHold hold) {
            return hold.waitingFor() == WaitingFor.CUSTOMER;
        }
        return event instanceof CaseEvent.Answered answered && answered.to().isEmpty();
    }
}
