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
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where a desk looks up the people of the book as they are now, with their certificates, and after them those of another
 * directory. Safe for use by many threads, as far as the other directory is.
 */
public final class PeopleDirectory implements Directory {
    private final PeopleBook book;
    private final Supplier<Function<ActorId, ImmutableSet<HeldCompetence>>> competences;
    private final Directory others;

    /**
     * Made by what reaches the books.
     *
     * @param competences what somebody is certified in; taken anew for each question, and asked of everybody in the answer
     * @param others where those are looked up whom the book does not know
     */
    public PeopleDirectory(
            PeopleBook book,
            Supplier<Function<ActorId, ImmutableSet<HeldCompetence>>> competences,
            Optional<Directory> others) {
        this.book = requireNonNull(book, "book");
        this.competences = requireNonNull(competences, "competences");
        this.others = others.orElseGet(() -> Directory.of(ImmutableList.of(), ImmutableList.of()));
    }

    @Override
    public Optional<Actor> actor(ActorId id) {
        return book.now()
                .person(id)
                .map(entry -> entry.actor(competences.get().apply(id)))
                .or(() -> others.actor(id).map(other -> certified(other, competences.get())));
    }

    /** What the books say of a certificate goes before what the other directory says. */
    private static Actor certified(Actor other, Function<ActorId, ImmutableSet<HeldCompetence>> books) {
        ImmutableSet<HeldCompetence> held = books.apply(other.id());
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
        return together(book.now().members(group).stream(), others.members(group));
    }

    @Override
    public ImmutableList<Actor> superusers() {
        Stream<PersonEntry> known = book.now().people().stream()
                .filter(entry -> entry.customer()
                        .filter(one -> one.kind() == CustomerKind.SUPERUSER)
                        .isPresent());
        return together(known, others.superusers());
    }

    @Override
    public ImmutableList<Actor> actingAs(CustomerId customer) {
        Stream<PersonEntry> known = book.now().person(ActorId.of(customer.value())).stream()
                .filter(entry -> entry.customer().isPresent());
        return together(known, others.actingAs(customer));
    }

    private ImmutableList<Actor> together(Stream<PersonEntry> known, ImmutableList<Actor> more) {
        Function<ActorId, ImmutableSet<HeldCompetence>> books = competences.get();
        PeopleSnapshot now = book.now();
        return Streams.concat(
                        known.map(
                                entry -> entry.actor(books.apply(entry.person().id()))),
                        more.stream()
                                .filter(actor -> now.person(actor.id()).isEmpty())
                                .map(actor -> certified(actor, books)))
                .collect(ImmutableList.toImmutableList());
    }
}
