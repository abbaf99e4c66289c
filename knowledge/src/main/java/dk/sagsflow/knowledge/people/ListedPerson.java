package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody as the directory was told of them. What people say of themselves stands beside it, in a {@link PersonEntry}.
 * Immutable.
 *
 * @param id what events call the person, as an actor and, with a role in a unit, as a customer
 * @param name what people call the person
 * @param roles what the person is in the unit; nothing for those who work for the organisation alone
 * @param unit where a person with a role belongs
 * @param groups the support groups that the person works in
 * @param mailAddress where the organisation says that the person reads mail
 * @param language the language to write in
 */
public record ListedPerson(
        ActorId id,
        @Personal String name,
        ImmutableSet<PersonRole> roles,
        Optional<UnitId> unit,
        ImmutableSet<GroupId> groups,
        @Personal("erased@example.invalid") Optional<String> mailAddress,
        Locale language) {
    static final Locale DANISH = Locale.forLanguageTag("da");

    /** Refuses null, names and addresses that are none, and a role without a unit. */
    public ListedPerson {
        requireNonNull(id, "id");
        Texts.requireIdentifier("name", name);
        requireNonNull(roles, "roles");
        requireNonNull(unit, "unit");
        requireNonNull(groups, "groups");
        mailAddress.ifPresent(Texts::requireAddress);
        requireNonNull(language, "language");
        Bounds.require(roles.isEmpty() || unit.isPresent(), "%s has a role in a unit, and no unit", id);
    }

    /** Somebody who works in these groups. */
    public static ListedPerson supporter(String id, String name, String... groups) {
        return new ListedPerson(
                ActorId.of(id), name, ImmutableSet.of(), Optional.empty(), ids(groups), Optional.empty(), DANISH);
    }

    /** A superuser of this unit, who works in these groups: that of the superusers, say. */
    public static ListedPerson superuser(String id, String name, String unit, String... groups) {
        return of(id, name, PersonRole.SUPERUSER, unit, ids(groups));
    }

    /** Who answers for this unit. */
    public static ListedPerson manager(String id, String name, String unit) {
        return of(id, name, PersonRole.MANAGER, unit, ImmutableSet.of());
    }

    private static ListedPerson of(String id, String name, PersonRole role, String unit, ImmutableSet<GroupId> groups) {
        return new ListedPerson(
                ActorId.of(id),
                name,
                ImmutableSet.of(role),
                Optional.of(UnitId.of(unit)),
                groups,
                Optional.empty(),
                DANISH);
    }

    private static ImmutableSet<GroupId> ids(String... groups) {
        return Arrays.stream(groups).map(GroupId::of).collect(ImmutableSet.toImmutableSet());
    }

    /** The same, reading mail there. */
    public ListedPerson withMailAddress(String address) {
        return new ListedPerson(id, name, roles, unit, groups, Optional.of(address), language);
    }

    /** The same with another name. */
    public ListedPerson withName(String other) {
        return new ListedPerson(id, other, roles, unit, groups, mailAddress, language);
    }

    /** The same, working in these groups and no others. */
    public ListedPerson withGroups(ImmutableSet<GroupId> others) {
        return new ListedPerson(id, name, roles, unit, others, mailAddress, language);
    }

    /** Whether the person has this role. */
    public boolean has(PersonRole role) {
        return roles.contains(role);
    }

    /** The customer that the person is: somebody with a role in a unit is one. */
    public Optional<CustomerId> customer() {
        return roles.isEmpty() ? Optional.empty() : Optional.of(CustomerId.of(id.value()));
    }

    CustomerKind customerKind() {
        return has(PersonRole.SUPERUSER) ? CustomerKind.SUPERUSER : CustomerKind.OTHER;
    }

    static RecordId record(ActorId id) {
        return RecordOfPerson.PERSON.of(id);
    }
}
