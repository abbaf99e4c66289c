package dk.sagsflow.core.decision;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import java.util.Optional;
import java.util.function.Predicate;

/** On which side of the counter somebody acts on a case: asked once, when the event is written. */
final class Sides {
    private final Directory directory;

    Sides(Directory directory) {
        this.directory = directory;
    }

    Side of(Act act, SupportCase current) {
        return of(act, current.customer(), current.unit(), group -> answersFor(current, group));
    }

    /** Whoever answered a case that is over answers for it still. */
    private static boolean answersFor(SupportCase current, GroupId group) {
        return current.chain().holds(group)
                || (current.working().isEmpty()
                        && current.answeredBy()
                                .filter(by -> by.group().equals(group))
                                .isPresent());
    }

    /** Whose words these are: those of whoever acts, unless somebody who may passes on another's. */
    Side of(Act act, CustomerId customer, Optional<UnitId> unit, Predicate<GroupId> answers) {
        Side own = own(act.actor(), customer, unit, answers);
        return own == Side.CUSTOMER ? own : act.circumstances().relays().orElse(own);
    }

    private Side own(Actor actor, CustomerId customer, Optional<UnitId> unit, Predicate<GroupId> answers) {
        if (actor.customer().filter(customer::equals).isPresent()) {
            return Side.CUSTOMER;
        }
        if (actor.automation()) {
            return Side.PROGRAM;
        }
        boolean colleague = unit.isPresent() && unitAsSuperuser(actor).equals(unit);
        return actor.memberships().isEmpty()
                        || (colleague && actor.memberships().stream().noneMatch(answers))
                ? Side.CUSTOMER
                : Side.ORGANISATION;
    }

    private Optional<UnitId> unitAsSuperuser(Actor actor) {
        return actor.customer()
                .flatMap(directory::customer)
                .filter(customer -> customer.kind() == CustomerKind.SUPERUSER)
                .flatMap(Customer::unit);
    }
}
