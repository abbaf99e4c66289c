package dk.sagsflow.core.access;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.cases.WaitingFor;
import java.util.Optional;

/** What a customer reads of a history: where the case is and what was said to the customer, nothing else (R19). */
final class CustomerView {
    private static final String WITHHELD = "";

    private CustomerView() {}

    static ImmutableList<CaseEvent> of(ImmutableList<CaseEvent> history) {
        return history.stream()
                .map(CustomerView::view)
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    /** Kinds that are not named here stay inside, so a kind that is added later cannot leak. */
    private static Optional<CaseEvent> view(CaseEvent event) {
        if (event instanceof CaseEvent.HandedOver moved) {
            return Optional.of(new CaseEvent.HandedOver(moved.header(), moved.from(), moved.to(), WITHHELD));
        }
        if (event instanceof CaseEvent.GivenBack back) {
            return Optional.of(new CaseEvent.GivenBack(back.header(), back.by(), back.to(), back.reason(), WITHHELD));
        }
        if (event instanceof CaseEvent.Answered answered) {
            return Optional.of(
                    answered.to().isEmpty()
                            ? answered
                            : new CaseEvent.Answered(answered.header(), answered.by(), answered.to(), WITHHELD));
        }
        if (event instanceof CaseEvent.PutOnHold hold) {
            return Optional.of(
                    hold.waitingFor() == WaitingFor.CUSTOMER
                            ? hold
                            : new CaseEvent.PutOnHold(hold.header(), hold.waitingFor(), hold.until(), WITHHELD));
        }
        if (event instanceof CaseEvent.FollowedUp followed) {
            FollowUp whole = followed.followUp();
            return whole.tellsCustomer() && !whole.superseded()
                    ? Optional.of(new CaseEvent.FollowedUp(followed.header(), toldCustomerAlone(whole)))
                    : Optional.empty();
        }
        return always(event) || shown(event) ? Optional.of(event) : Optional.empty();
    }

    /** Who else was told, and is to follow up, stays inside. */
    private static FollowUp toldCustomerAlone(FollowUp whole) {
        return new FollowUp(
                whole.id(),
                whole.rule(),
                whole.occasion(),
                whole.repetition(),
                whole.last(),
                whole.dueAt(),
                whole.superseded(),
                whole.tellsCustomer(),
                ImmutableList.of(),
                Optional.empty());
    }

    private static boolean always(CaseEvent event) {
        return event instanceof CaseEvent.Registered
                || event instanceof CaseEvent.Accepted
                || event instanceof CaseEvent.Resumed
                || event instanceof CaseEvent.Prioritised
                || event instanceof CaseEvent.ConvertedToChange
                || event instanceof CaseEvent.Reopened
                || event instanceof CaseEvent.Closed
                || event instanceof CaseEvent.PersonalDataErased;
    }

    private static boolean shown(CaseEvent event) {
        if (event instanceof CaseEvent.NoteAdded note) {
            return note.visibility() == Visibility.CUSTOMER;
        }
        return event instanceof CaseEvent.WorkaroundProvided workaround
                && workaround.visibility() == Visibility.CUSTOMER;
    }
}
