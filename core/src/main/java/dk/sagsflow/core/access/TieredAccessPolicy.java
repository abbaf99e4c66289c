package dk.sagsflow.core.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Entitled;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.watcher.Watcher;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rights follow from the group that works on a case, from the contact tier, and from being the customer. A customer without
 * access to the helpdesk has none there: others bring in, and write down, what such a customer says.
 */
final class TieredAccessPolicy implements AccessPolicy {
    private final SupportOrganisation organisation;
    private final Directory directory;

    TieredAccessPolicy(SupportOrganisation organisation, Directory directory) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.directory = requireNonNull(directory, "directory");
    }

    @Override
    public Optional<Refusal> objection(Act act) {
        boolean hereAndNow = !act.occurredAt().isBefore(act.now())
                && !act.circumstances().channel().ofAnotherSystem();
        return hereAndNow || !onCustomersSide(act.actor())
                ? Optional.empty()
                : refused(
                        act.actor(),
                        CaseAction.TELL_CIRCUMSTANCES,
                        ImmutableSet.of(
                                new Entitled.Operators(),
                                new Entitled.Programs(ProgramRight.REGISTER),
                                new Entitled.Programs(ProgramRight.NOTE)));
    }

    /** Superusers stand there with those for whom they speak, whatever group of superusers they are in. */
    private boolean onCustomersSide(Actor actor) {
        return !actor.automation()
                && (actor.customer().isPresent() || actor.memberships().isEmpty())
                && audience(actor) != Audience.OPERATOR;
    }

    @Override
    public Optional<Refusal> objection(Actor actor, Registration registration) {
        boolean entitled = mayAsProgram(actor, ProgramRight.REGISTER)
                || atContactTier(actor)
                || (hasAccess(actor) && speaksFor(actor, registration.customer(), unitOf(registration.customer())));
        return entitled
                ? internal(actor, registration.attributes().keySet())
                        .or(() -> numbered(actor, registration))
                        .or(() -> judged(actor, registration))
                : refused(
                        actor,
                        CaseAction.REGISTER,
                        ImmutableSet.of(
                                new Entitled.TierMembers(organisation.contactTier()),
                                new Entitled.CustomersWithAccess(),
                                new Entitled.Programs(ProgramRight.REGISTER)));
    }

    /** Whoever could try numbers would learn which ones there are. */
    private Optional<Refusal> numbered(Actor actor, Registration registration) {
        return registration.number().isEmpty() || !onCustomersSide(actor)
                ? Optional.empty()
                : refused(
                        actor,
                        CaseAction.BRING_NUMBER,
                        ImmutableSet.of(new Entitled.Operators(), new Entitled.Programs(ProgramRight.REGISTER)));
    }

    /** What the organisation judges a case to be is brought by those who register for it, and who will work on the case. */
    private Optional<Refusal> judged(Actor actor, Registration registration) {
        boolean entitled = mayAsProgram(actor, ProgramRight.REGISTER)
                || atContactTier(actor)
                || registration.group().filter(actor.memberships()::contains).isPresent();
        return entitled
                ? Optional.empty()
                : judgement(registration).flatMap(judgement -> refused(actor, judgement, whoJudges(registration)));
    }

    private ImmutableSet<Entitled> whoJudges(Registration registration) {
        return ImmutableSet.of(
                contactTier(),
                new Entitled.WorkingGroup(registration.group().orElseGet(organisation::contactEntrance)),
                new Entitled.Programs(ProgramRight.REGISTER));
    }

    private static Optional<CaseAction> judgement(Registration registration) {
        if (registration.impact().isPresent()) {
            return Optional.of(CaseAction.PRIORITISE);
        }
        if (registration.category().isPresent() || registration.cause().isPresent()) {
            return Optional.of(CaseAction.CLASSIFY);
        }
        return registration.references().isEmpty() ? Optional.empty() : Optional.of(CaseAction.ADD_REFERENCE);
    }

    @Override
    public Optional<Refusal> objection(Actor actor, CaseCommand command, SupportCase current) {
        ImmutableList<Entitled> entitled = entitled(command, current);
        for (Entitled some : entitled) {
            if (includes(some, actor, current)) {
                return command instanceof CaseCommand.SetAttribute set
                        ? internal(actor, ImmutableSet.of(set.attribute()))
                        : Optional.empty();
            }
        }
        return refused(actor, command.action(), ImmutableSet.copyOf(entitled));
    }

    /** Who may issue the command on the case; every action has its line, so that a new one is decided here. */
    private ImmutableList<Entitled> entitled(CaseCommand command, SupportCase current) {
        return switch (command.action()) {
            case ACCEPT,
                    ASSIGN,
                    HAND_OVER,
                    ANSWER,
                    GIVE_BACK,
                    PAUSE,
                    RESUME,
                    CLASSIFY,
                    PRIORITISE,
                    SET_ATTRIBUTE,
                    DOCUMENT_SUPPLIER_CONTACT,
                    ESCALATE,
                    PROVIDE_WORKAROUND,
                    CONVERT_TO_CHANGE,
                    REFER -> whoWorks(current, ProgramRight.WORK);
            case CLOSE -> with(whoWorks(current, ProgramRight.CLOSE), contactTier());
            case CONFIRM, REOPEN ->
                ImmutableList.of(new Entitled.CaseCustomer(), contactTier(), new Entitled.Programs(ProgramRight.CLOSE));
            case ADD_NOTE ->
                command instanceof CaseCommand.AddNote note && note.visibility() == Visibility.CUSTOMER
                        ? with(whoAnswers(current, ProgramRight.NOTE), new Entitled.CaseCustomer())
                        : whoAnswers(current, ProgramRight.NOTE);
            case LINK_KNOWLEDGE, ADD_REFERENCE, LINK_CASE, UNLINK_CASE -> whoAnswers(current, ProgramRight.NOTE);
            case ADD_WATCHER, REMOVE_WATCHER -> whoChangesWatchers(command, current);
            case TAKE_UP -> whoAnswers(current, ProgramRight.OPERATE);
            case ERASE_PERSONAL_DATA ->
                ImmutableList.of(
                        new Entitled.TierLeads(organisation.contactTier()), new Entitled.Programs(ProgramRight.ERASE));
            case REGISTER, PROPOSE, SEARCH_INTERNALLY, TELL_CIRCUMSTANCES, BRING_NUMBER -> ImmutableList.of();
        };
    }

    private static ImmutableList<Entitled> whoWorks(SupportCase current, ProgramRight right) {
        Entitled programs = new Entitled.Programs(right);
        return current.working()
                .<ImmutableList<Entitled>>map(
                        station -> ImmutableList.of(new Entitled.WorkingGroup(station.group()), programs))
                .orElseGet(() -> ImmutableList.of(programs));
    }

    private ImmutableList<Entitled> whoAnswers(SupportCase current, ProgramRight right) {
        Entitled answering = new Entitled.AnsweringGroups(current.chain().groups());
        return ImmutableList.of(answering, contactTier(), new Entitled.Programs(right));
    }

    /** Customers have a say in who is told what they are told; whoever of the organisation watches is not theirs to know. */
    private ImmutableList<Entitled> whoChangesWatchers(CaseCommand command, SupportCase current) {
        boolean colleague =
                (command instanceof CaseCommand.AddWatcher add && add.watcher() instanceof Watcher.Colleague)
                        || (command instanceof CaseCommand.RemoveWatcher remove
                                && remove.watcher() instanceof Watcher.Colleague);
        if (colleague) {
            return with(whoAnswers(current, ProgramRight.NOTE), new Entitled.CaseCustomer());
        }
        ImmutableList<GroupId> groups = current.chain().groups().stream()
                .filter(group -> organisation
                        .group(group)
                        .filter(this::atContactTierOrAbove)
                        .isPresent())
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Entitled> others = ImmutableList.of(contactTier(), new Entitled.Programs(ProgramRight.NOTE));
        return groups.isEmpty() ? others : with(others, new Entitled.AnsweringGroups(groups));
    }

    private static ImmutableList<Entitled> with(ImmutableList<Entitled> some, Entitled more) {
        return ImmutableList.<Entitled>builder().addAll(some).add(more).build();
    }

    private Entitled contactTier() {
        return new Entitled.TierMembers(organisation.contactTier());
    }

    private boolean includes(Entitled entitled, Actor actor, SupportCase current) {
        if (entitled instanceof Entitled.WorkingGroup working) {
            return actor.memberships().contains(working.group());
        } else if (entitled instanceof Entitled.AnsweringGroups answering) {
            return !Collections.disjoint(answering.groups(), actor.memberships());
        } else if (entitled instanceof Entitled.TierMembers members) {
            return inGroup(actor, group -> group.tier().equals(members.tier()));
        } else if (entitled instanceof Entitled.TierLeads leads) {
            return inGroup(
                    actor,
                    group -> group.tier().equals(leads.tier())
                            && group.lead().filter(actor.id()::equals).isPresent());
        } else if (entitled instanceof Entitled.CaseCustomer) {
            return hasAccess(actor) && speaksFor(actor, current.customer(), current.unit());
        } else if (entitled instanceof Entitled.Programs programs) {
            return mayAsProgram(actor, programs.right());
        }
        return entitled instanceof Entitled.Operators ? audience(actor) == Audience.OPERATOR : hasAccess(actor);
    }

    @Override
    public CaseScope scope(Actor actor) {
        if (mayAsProgram(actor, ProgramRight.READ) || inGroup(actor, this::overseesAll)) {
            return new CaseScope.Everything();
        }
        ImmutableSet<CustomerId> customers = actor.customer()
                .filter(customer -> hasAccess(actor))
                .map(ImmutableSet::of)
                .orElse(ImmutableSet.of());
        Optional<Customer> superuser = superuserOf(actor);
        ImmutableSet<UnitId> units =
                superuser.flatMap(Customer::unit).map(ImmutableSet::of).orElse(ImmutableSet.of());
        return new CaseScope.AnyOf(
                customers, units, superuser.isPresent() ? membershipsAbove(actor) : actor.memberships());
    }

    @Override
    public Optional<Refusal> objection(Actor actor, CaseQuery query) {
        boolean internal = !query.assignees().isEmpty()
                || !query.toBeFollowedUpBy().isEmpty()
                || !query.parents().isEmpty()
                || query.setAsideAlone()
                || query.order() == CaseOrder.DUE_FIRST;
        if (internal && audience(actor) != Audience.OPERATOR) {
            return refused(actor, CaseAction.SEARCH_INTERNALLY, ImmutableSet.of(new Entitled.Operators()));
        }
        return internal(actor, query.attributes().keySet());
    }

    @Override
    public Audience audience(Actor actor) {
        if (mayAsProgram(actor, ProgramRight.READ) || inGroup(actor, this::atContactTierOrAbove)) {
            return Audience.OPERATOR;
        }
        return superuserOf(actor).isPresent() || !actor.memberships().isEmpty()
                ? Audience.COLLEAGUE
                : Audience.CUSTOMER;
    }

    /** To whom a field is not shown, there is no such field. */
    private Optional<Refusal> internal(Actor actor, Set<AttributeId> asked) {
        if (asked.isEmpty() || actor.automation() || audience(actor) == Audience.OPERATOR) {
            return Optional.empty();
        }
        ImmutableSet<AttributeId> visible = organisation.attributes().stream()
                .filter(AttributeDefinition::visible)
                .map(AttributeDefinition::id)
                .collect(ImmutableSet.toImmutableSet());
        return asked.stream()
                .filter(attribute -> !visible.contains(attribute))
                .findFirst()
                .map(attribute -> new Refusal.UnknownAttribute(attribute, visible));
    }

    private static Optional<Refusal> refused(Actor actor, CaseAction action, ImmutableSet<Entitled> entitled) {
        return Optional.of(new Refusal.NotEntitled(actor.id(), action, entitled));
    }

    private static boolean mayAsProgram(Actor actor, ProgramRight right) {
        return actor.rights().contains(right);
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
                .filter(customer -> customer.kind() == CustomerKind.SUPERUSER && customer.helpdeskAccess());
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

    private boolean atContactTierOrAbove(SupportGroup group) {
        return organisation.rank(group.tier()) >= organisation.rank(organisation.contactTier());
    }

    private boolean overseesAll(SupportGroup group) {
        return group.kind() == GroupKind.INTERNAL && atContactTierOrAbove(group);
    }
}
