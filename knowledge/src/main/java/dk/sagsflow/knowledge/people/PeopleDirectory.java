package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a desk looks up the people of the book as they are now, with their certificates, and after them those of another
 * directory. Safe for use by many threads, as far as the other directory is.
 */
public final class PeopleDirectory implements Directory {
    private final PeopleBook book;
    private final Function<ActorId, ImmutableSet<HeldCompetence>> competences;
    private final Directory others;

    /**
     * Made by what reaches the books.
     *
     * @param competences what somebody is certified in
     * @param others where those are looked up whom the book does not know
     */
    public PeopleDirectory(
            PeopleBook book, Function<ActorId, ImmutableSet<HeldCompetence>> competences, Optional<Directory> others) {
        this.book = requireNonNull(book, "book");
        this.competences = requireNonNull(competences, "competences");
        this.others = others.orElseGet(() -> Directory.of(ImmutableList.of(), ImmutableList.of()));
    }

    @Override
    public Optional<Actor> actor(ActorId id) {
        return book.now().person(id).map(this::actor).or(() -> others.actor(id).map(this::certified));
    }

    private Actor actor(PersonEntry entry) {
        return entry.actor(competences.apply(entry.person().id()));
    }

    /** What the books say of a certificate goes before what the other directory says. */
    private Actor certified(Actor other) {
        ImmutableSet<HeldCompetence> held = competences.apply(other.id());
        if (held.isEmpty()) {
            return other;
        }
        ImmutableSet<CompetenceId> known =
                held.stream().map(HeldCompetence::competence).collect(ImmutableSet.toImmutableSet());
        return other.withCompetences(Streams.concat(
                        held.stream(), other.competences().stream().filter(one -> !known.contains(one.competence())))
                .toList());
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return book.now()
                .person(ActorId.of(id.value()))
                .flatMap(PersonEntry::customer)
                .or(() -> others.customer(id));
    }

    /** Those of the book in the order in which they came, then the others. */
    @Override
    public ImmutableList<Actor> members(GroupId group) {
        PeopleSnapshot now = book.now();
        return Streams.concat(
                        now.members(group).stream().map(this::actor),
                        others.members(group).stream()
                                .filter(actor -> now.person(actor.id()).isEmpty())
                                .map(this::certified))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<Actor> actingAs(CustomerId customer) {
        PeopleSnapshot now = book.now();
        return Streams.concat(
                        now.person(ActorId.of(customer.value())).stream()
                                .filter(entry -> entry.customer().isPresent())
                                .map(this::actor),
                        others.actingAs(customer).stream()
                                .filter(actor -> now.person(actor.id()).isEmpty()))
                .collect(ImmutableList.toImmutableList());
    }
}
