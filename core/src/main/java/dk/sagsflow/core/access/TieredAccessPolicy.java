package dk.sagsflow.core.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.repository.CaseScope;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Rights follow from the group that works on a case, from the contact tier, and from being the customer. */
final class TieredAccessPolicy implements AccessPolicy {
    private final SupportOrganisation organisation;
    private final Directory directory;

    TieredAccessPolicy(SupportOrganisation organisation, Directory directory) {
        this.organisation = requireNonNull(organisation);
        this.directory = requireNonNull(directory);
    }

    @Override
    public Optional<Refusal> objection(Actor actor, Registration registration) {
        boolean speaksFor = speaksFor(actor, registration.customer(), unitOf(registration.customer()));
        return actor.automation() || atContactTier(actor) || (speaksFor && hasAccess(actor))
                ? Optional.empty()
                : refused(
                        actor,
                        "register a case of " + registration.customer(),
                        "the contact tier and customers with access to the helpdesk");
    }

    @Override
    public Optional<Refusal> objection(Actor actor, CaseCommand command, SupportCase current) {
        if (command instanceof CaseCommand.RecordThreshold
                || command instanceof CaseCommand.RecordFollowUp
                || command instanceof CaseCommand.SetAside) {
            return actor.automation() ? Optional.empty() : refused(actor, command, "sweeps");
        }
        if (command instanceof CaseCommand.ErasePersonalData) {
            return actor.automation() || leadsContactTier(actor)
                    ? Optional.empty()
                    : refused(actor, command, "leads at the contact tier");
        }
        if (command instanceof CaseCommand.Confirm || command instanceof CaseCommand.Reopen) {
            return atContactTier(actor) || speaksFor(actor, current.customer(), current.unit())
                    ? Optional.empty()
                    : refused(actor, command, "the customer, the superusers of the unit, and the contact tier");
        }
        if (command instanceof CaseCommand.Close) {
            return actor.automation() || atContactTier(actor) || worksOn(actor, current)
                    ? Optional.empty()
                    : refused(actor, command, "the contact tier");
        }
        if (command instanceof CaseCommand.AddNote note) {
            return mayNote(actor, note, current);
        }
        if (command instanceof CaseCommand.LinkKnowledge || command instanceof CaseCommand.LinkCase) {
            return answersFor(actor, current) || atContactTier(actor)
                    ? Optional.empty()
                    : refused(actor, command, "the groups that answer for the case, and the contact tier");
        }
        if (command instanceof CaseCommand.TakeUp) {
            return actor.automation() || answersFor(actor, current) || atContactTier(actor)
                    ? Optional.empty()
                    : refused(actor, command, "the groups that answer for the case, and the contact tier");
        }
        if (command instanceof CaseCommand.Resume && actor.automation()) {
            return Optional.empty();
        }
        return worksOn(actor, current)
                ? Optional.empty()
                : refused(
                        actor,
                        command,
                        current.working()
                                .map(Station::group)
                                .map(group -> "members of " + group + ", which works on it")
                                .orElse("nobody while no group works on it"));
    }

    @Override
    public CaseScope scope(Actor actor) {
        if (actor.automation() || inGroup(actor, this::overseesAll)) {
            return new CaseScope.Everything();
        }
        ImmutableSet<CustomerId> customers =
                actor.customer().map(ImmutableSet::of).orElse(ImmutableSet.of());
        ImmutableSet<UnitId> units =
                superuserOf(actor).flatMap(Customer::unit).map(ImmutableSet::of).orElse(ImmutableSet.of());
        return new CaseScope.AnyOf(customers, units, units.isEmpty() ? actor.memberships() : membershipsAbove(actor));
    }

    @Override
    public ImmutableList<CaseEvent> readable(Actor actor, ImmutableList<CaseEvent> history) {
        return actor.automation() || inGroup(actor, this::atContactTierOrAbove) ? history : CustomerView.of(history);
    }

    private Optional<Refusal> mayNote(Actor actor, CaseCommand.AddNote note, SupportCase current) {
        boolean ownNote =
                note.visibility() == Visibility.CUSTOMER && speaksFor(actor, current.customer(), current.unit());
        return ownNote || actor.automation() || answersFor(actor, current) || atContactTier(actor)
                ? Optional.empty()
                : refused(
                        actor,
                        "add this note",
                        "the groups that answer for the case, the contact tier, and, visibly, the customer");
    }

    private static Optional<Refusal> refused(Actor actor, CaseCommand command, String entitled) {
        return refused(actor, wordsFor(command), entitled);
    }

    private static Optional<Refusal> refused(Actor actor, String action, String entitled) {
        return Optional.of(new Refusal.NotEntitled(actor.id(), action, entitled));
    }

    private static String wordsFor(CaseCommand command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean worksOn(Actor actor, SupportCase current) {
        return current.working()
                .filter(station -> actor.memberships().contains(station.group()))
                .isPresent();
    }

    private static boolean answersFor(Actor actor, SupportCase current) {
        for (GroupId membership : actor.memberships()) {
            if (current.chain().holds(membership)) {
                return true;
            }
        }
        return false;
    }

    private boolean speaksFor(Actor actor, CustomerId customer, Optional<UnitId> unit) {
        if (actor.customer().filter(customer::equals).isPresent()) {
            return true;
        }
        return unit.isPresent() && superuserOf(actor).flatMap(Customer::unit).equals(unit);
    }

    private boolean hasAccess(Actor actor) {
        return actor.customer()
                .flatMap(directory::customer)
                .filter(Customer::helpdeskAccess)
                .isPresent();
    }

    private Optional<Customer> superuserOf(Actor actor) {
        return actor.customer()
                .flatMap(directory::customer)
                .filter(customer -> customer.kind() == CustomerKind.SUPERUSER);
    }

    private Optional<UnitId> unitOf(CustomerId customer) {
        return directory.customer(customer).flatMap(Customer::unit);
    }

    /** A group of superusers may hold those of many units, so it opens no case: the superuser's own unit does. */
    private ImmutableSet<GroupId> membershipsAbove(Actor superuser) {
        return superuser.memberships().stream()
                .flatMap(group -> organisation.group(group).stream())
                .filter(this::atContactTierOrAbove)
                .map(SupportGroup::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Whether the actor works in such a group. */
    private boolean inGroup(Actor actor, Predicate<SupportGroup> such) {
        for (GroupId membership : actor.memberships()) {
            if (organisation.group(membership).filter(such).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean atContactTier(Actor actor) {
        return inGroup(actor, group -> group.tier().equals(organisation.contactTier()));
    }

    private boolean leadsContactTier(Actor actor) {
        return inGroup(
                actor,
                group -> group.tier().equals(organisation.contactTier())
                        && group.lead().filter(actor.id()::equals).isPresent());
    }

    private boolean atContactTierOrAbove(SupportGroup group) {
        return organisation.rank(group.tier()) >= organisation.rank(organisation.contactTier());
    }

    private boolean overseesAll(SupportGroup group) {
        return group.kind() == GroupKind.INTERNAL && atContactTierOrAbove(group);
    }
}
