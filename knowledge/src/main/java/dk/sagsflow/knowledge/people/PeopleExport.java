package dk.sagsflow.knowledge.people;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.UnitId;
import java.util.Optional;

/**
 * What another system says of people: an LDAP or HR export. Immutable.
 *
 * @param people everybody whom it says something of, in its order
 * @param scope for whom it speaks
 * @param unsaid of what it says nothing, about anybody: that stays as it is in the directory
 * @param problems what of it cannot be read, each with its line; nothing is changed as long as there are any
 */
public record PeopleExport(
        ImmutableList<ListedPerson> people, Scope scope, ImmutableSet<Field> unsaid, ImmutableList<String> problems) {
    /** For whom an export speaks. */
    public enum Scope {
        /** For everybody: whom it does not name has left. */
        EVERYBODY,
        /** For those whom it names; of others it says nothing. */
        THOSE_NAMED
    }

    /** What an export may say nothing of; names are said by all. */
    public enum Field {
        /** Where people belong. */
        UNIT,
        /** What they are there. */
        ROLES,
        /** In which support groups they work. */
        GROUPS,
        /** Where they read mail. */
        MAIL,
        /** In which language they are written to. */
        LANGUAGE
    }

    /** Refuses null, and two people of one id. */
    public PeopleExport {
        requireNonNull(people, "people");
        requireNonNull(scope, "scope");
        requireNonNull(unsaid, "unsaid");
        requireNonNull(problems, "problems");
        long different = people.stream().map(ListedPerson::id).distinct().count();
        checkArgument(
                different == people.size(),
                "%s entries are of %s people; each is named once",
                people.size(),
                different);
    }

    /** What a file of people says of those who act; programs are no people. */
    public static PeopleExport of(People people, Scope scope) {
        return new PeopleExport(
                people.actors().stream()
                        .filter(actor -> !actor.automation())
                        .map(actor -> listed(actor, people))
                        .collect(ImmutableList.toImmutableList()),
                scope,
                ImmutableSet.of(),
                ImmutableList.of());
    }

    private static ListedPerson listed(Actor actor, People people) {
        Optional<Customer> customer = people.customers().stream()
                .filter(one -> actor.customer().filter(one.id()::equals).isPresent())
                .findFirst();
        Optional<UnitId> unit = customer.flatMap(Customer::unit);
        PersonRole role =
                customer.filter(one -> one.kind() == CustomerKind.SUPERUSER).isPresent()
                        ? PersonRole.SUPERUSER
                        : PersonRole.COLLEAGUE;
        return new ListedPerson(
                actor.id(),
                actor.name(),
                unit.isPresent() ? ImmutableSet.of(role) : ImmutableSet.of(),
                unit,
                actor.memberships(),
                actor.mailAddress().or(() -> customer.flatMap(Customer::mailAddress)),
                customer.map(Customer::language).orElse(ListedPerson.DANISH));
    }

    /** How somebody is described after it who is described like this before. */
    ListedPerson after(ListedPerson before, ListedPerson said) {
        Optional<UnitId> unit = unsaid.contains(Field.UNIT) ? before.unit() : said.unit();
        ImmutableSet<PersonRole> roles = unsaid.contains(Field.ROLES) ? before.roles() : said.roles();
        return new ListedPerson(
                said.id(),
                said.name(),
                unit.isPresent() ? roles : ImmutableSet.of(),
                unit,
                unsaid.contains(Field.GROUPS) ? before.groups() : said.groups(),
                unsaid.contains(Field.MAIL) ? before.mailAddress() : said.mailAddress(),
                unsaid.contains(Field.LANGUAGE) ? before.language() : said.language());
    }

    ImmutableSet<ActorId> named() {
        return people.stream().map(ListedPerson::id).collect(ImmutableSet.toImmutableSet());
    }
}
