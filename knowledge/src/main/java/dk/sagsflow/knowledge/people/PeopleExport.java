package dk.sagsflow.knowledge.people;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;

/**
 * What another system says of people: an LDAP or HR export. Immutable.
 *
 * @param people everybody whom it says something of, in its order
 * @param scope for whom it speaks
 * @param problems what of it cannot be read, each with its line; nothing is changed as long as there are any
 */
public record PeopleExport(ImmutableList<ListedPerson> people, Scope scope, ImmutableList<String> problems) {
    /** For whom an export speaks. */
    public enum Scope {
        /** For everybody: whom it does not name has left. */
        EVERYBODY,
        /** For those whom it names; of others it says nothing. */
        THOSE_NAMED
    }

    /** Refuses null, and two people of one id. */
    public PeopleExport {
        requireNonNull(people, "people");
        requireNonNull(scope, "scope");
        requireNonNull(problems, "problems");
        long different = people.stream().map(ListedPerson::id).distinct().count();
        checkArgument(different == people.size(), "somebody is named twice in %s", people);
    }

    ImmutableSet<ActorId> named() {
        return people.stream().map(ListedPerson::id).collect(ImmutableSet.toImmutableSet());
    }
}
