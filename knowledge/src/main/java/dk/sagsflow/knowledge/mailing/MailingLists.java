package dk.sagsflow.knowledge.mailing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.people.BookKeepers;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.people.PeopleBook;
import dk.sagsflow.knowledge.people.PeopleSnapshot;
import dk.sagsflow.knowledge.people.PersonRole;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Mailing lists (R24, R26). Nobody is written onto one: who is on it follows from roles, groups and subscriptions each time it
 * is asked, so it is never out of date. Some are there by themselves: the superusers, the supporters of each tier from the
 * contact tier on ({@code supporters-} and its id) and each experience group ({@code experience-group-} and its id). Safe for use
 * by many threads.
 */
public final class MailingLists {
    private final BookKeeping books;
    private final PeopleBook people;
    private final TopicSubscribers subscribers;
    private final Picture<State> picture;

    private static final class State {
        private final Map<MailingListId, MailingList> lists = new LinkedHashMap<>();
        private final Map<MailingListId, Long> versions = new HashMap<>();

        void fold(KnowledgeEvent event) {
            if (event instanceof MailingListEvent told) {
                MailingListId id = MailingListId.of(told.stamp().record().value());
                versions.put(id, told.stamp().sequence());
                if (told instanceof MailingListEvent.MailingListSetUp setUp) {
                    lists.put(id, setUp.list());
                } else {
                    lists.remove(id);
                }
            }
        }

        ImmutableList<MailingList> lists() {
            return ImmutableList.copyOf(lists.values());
        }
    }

    /** Made by what reaches the books. */
    public MailingLists(BookKeeping books, PeopleBook people) {
        this(books, people, TopicSubscribers.none(), new Picture<>(books.store(), State::new, State::fold));
    }

    private MailingLists(BookKeeping books, PeopleBook people, TopicSubscribers subscribers, Picture<State> picture) {
        this.books = requireNonNull(books, "books");
        this.people = requireNonNull(people, "people");
        this.subscribers = requireNonNull(subscribers, "subscribers");
        this.picture = picture;
    }

    /**
     * The same lists, knowing who subscribes to topics: {@code lists.knowing(knowledge.subscriptions()::subscribersAt)}. Without that,
     * nobody does.
     */
    public MailingLists knowing(TopicSubscribers subscribing) {
        return new MailingLists(books, people, subscribing, picture);
    }

    /** All lists: those that are there by themselves first. */
    public ImmutableList<MailingList> all() {
        return Stream.concat(standing(people.now()), picture.ask(State::lists).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<MailingList> standing(PeopleSnapshot now) {
        Stream<MailingList> superusers =
                Stream.of(MailingList.of("superusers", "Superusers", new ListSource.Role(PersonRole.SUPERUSER)));
        int contact = books.organisation().rank(books.organisation().contactTier());
        Stream<MailingList> supporters = books.organisation().tiers().stream()
                .skip(contact)
                .map(tier -> MailingList.of(
                        "supporters-" + tier.id(), tier.name(), new ListSource.WorkersOfTier(tier.id())));
        Stream<MailingList> experience = now.experienceGroups().stream()
                .map(group -> MailingList.of(
                        "experience-group-" + group.id(),
                        group.name(),
                        new ListSource.MembersOfExperienceGroup(group.id())));
        return Stream.of(superusers, supporters, experience).flatMap(Function.identity());
    }

    /** Sets a list up, or lets it follow from something else than before. */
    public KnowledgeOutcome<MailingList> setUp(ActorId by, MailingList list) {
        requireNonNull(list, "list");
        Optional<KnowledgeRefusal> refusal = books.keepers().objection(by).or(() -> ofItsOwn(list.id()));
        return BookKeepers.unless(
                refusal,
                () -> picture.decide(
                        state -> accepted(new MailingListEvent.MailingListSetUp(next(state, list.id(), by), list)),
                        state -> list));
    }

    private Optional<KnowledgeRefusal> ofItsOwn(MailingListId id) {
        return standing(people.now()).anyMatch(list -> list.id().equals(id))
                ? Optional.of(new MailingListRefusal.MailingListOfItsOwn(id))
                : Optional.empty();
    }

    /** Does without a list. */
    public KnowledgeOutcome<ImmutableList<MailingList>> drop(ActorId by, MailingListId id) {
        Optional<KnowledgeRefusal> refusal =
                books.keepers().objection(by).or(() -> ofItsOwn(id)).or(() -> list(id).refusal());
        return BookKeepers.unless(
                refusal,
                () -> picture.decide(
                        state -> state.lists.containsKey(id)
                                ? accepted(new MailingListEvent.MailingListDropped(next(state, id, by)))
                                : KnowledgeOutcome.accepted(ImmutableList.of()),
                        State::lists));
    }

    private Stamp next(State state, MailingListId id, ActorId by) {
        long version = state.versions.getOrDefault(id, 0L);
        return Stamp.after(version, id.record(), books.clock().instant(), by);
    }

    private static KnowledgeOutcome<ImmutableList<MailingListEvent>> accepted(MailingListEvent event) {
        return KnowledgeOutcome.accepted(ImmutableList.of(event));
    }

    /** The list of this id. */
    public KnowledgeOutcome<MailingList> list(MailingListId id) {
        ImmutableList<MailingList> all = all();
        return all.stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> KnowledgeOutcome.refused(new MailingListRefusal.MailingListNotThere(
                        id, all.stream().map(MailingList::id).collect(ImmutableSet.toImmutableSet()))));
    }

    /** Who is on this list now. */
    public KnowledgeOutcome<PeopleOnList> recipients(MailingListId id) {
        return list(id).map(list -> on(list, people.now(), books.clock().instant()));
    }

    /** Who would have been on the list as it is now at this time, by who was there then. */
    public KnowledgeOutcome<PeopleOnList> recipients(MailingListId id, Instant at) {
        return list(id).map(list -> on(list, people.at(at), at));
    }

    private PeopleOnList on(MailingList list, PeopleSnapshot there, Instant at) {
        Predicate<ListedPerson> on =
                list.sources().stream().map(source -> source(source, there, at)).reduce(person -> false, Predicate::or);
        return new PeopleOnList(there.people().stream()
                .filter(entry -> on.test(entry.person()))
                .collect(ImmutableList.toImmutableList()));
    }

    private Predicate<ListedPerson> source(ListSource source, PeopleSnapshot there, Instant at) {
        if (source instanceof ListSource.Role one) {
            return person -> person.has(one.role());
        } else if (source instanceof ListSource.PeopleOfUnit one) {
            return person -> person.unit().filter(one.unit()::equals).isPresent();
        } else if (source instanceof ListSource.WorkersOfGroup one) {
            return person -> person.groups().contains(one.group());
        } else if (source instanceof ListSource.WorkersOfTier one) {
            return person -> !Collections.disjoint(person.groups(), groups(one.tier()));
        } else if (source instanceof ListSource.MembersOfExperienceGroup one) {
            ImmutableSet<ActorId> members = there.members(one.group());
            return person -> members.contains(person.id());
        }
        ImmutableSet<ActorId> subscribed = subscribers.of(((ListSource.SubscribersOfTopic) source).topic(), at);
        return person -> subscribed.contains(person.id());
    }

    private ImmutableSet<GroupId> groups(TierId tier) {
        return books.organisation().groupsAt(tier).map(SupportGroup::id).collect(ImmutableSet.toImmutableSet());
    }
}
