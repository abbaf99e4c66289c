package dk.sagsflow.core.repository;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds cases in memory without looking at all of them: in order of registration and of the latest change, for each group
 * that works on cases in order of what is due first, by when a sweep looks at them, and by customer, major incident and group
 * that follows up. Cases are put into their places when somebody asks for cases, so that one that changes again and again until
 * then is moved once. Not thread-safe.
 */
final class CaseIndex {
    /** Nobody who asks waits until more than these are in their places, which takes about a tenth of a second. */
    private static final int MOST_MOVED = 20_000;

    private final NavigableSet<CaseCursor.Place> byRegistration = new TreeSet<>(CaseOrder.REGISTRATION.comparator());
    private final NavigableSet<CaseCursor.Place> byChange = new TreeSet<>(CaseOrder.LATEST_CHANGE.comparator());
    /** What is due first of each group, and of the cases that no group works on. */
    private final Map<Optional<GroupId>, NavigableSet<CaseCursor.Place>> dueByGroup = new HashMap<>();

    private final NavigableSet<Due> due = new TreeSet<>();
    private final Map<CustomerId, Set<CaseNumber>> byCustomer = new HashMap<>();
    private final Map<CaseNumber, Set<CaseNumber>> byParent = new HashMap<>();
    private final Map<CaseNumber, Set<CaseNumber>> byHeardFrom = new HashMap<>();
    private final Map<String, Set<CaseNumber>> byWatcher = new HashMap<>();
    private final Map<GroupId, Set<CaseNumber>> byFollower = new HashMap<>();
    private final Map<Reference, Set<CaseNumber>> byReference = new HashMap<>();
    /** The cases that are not in their places. */
    private Map<CaseNumber, Moved> moved = new HashMap<>();

    /**
     * In order of what is due longest.
     *
     * @param at when a sweep looks at the case
     */
    record Due(Instant at, CaseNumber number) implements Comparable<Due> {
        static Optional<Due> of(KeptCase kept) {
            return kept.work().at().map(at -> new Due(at, kept.number()));
        }

        @Override
        public int compareTo(Due other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : number.compareTo(other.number);
        }
    }

    /** A case as it is in its places, and as it is. */
    private record Moved(Optional<KeptCase> before, Optional<KeptCase> after) {
        Moved goingOn(Moved next) {
            return new Moved(before, next.after);
        }
    }

    /** A case was stored, changed or, by the undoing of a transaction, taken away. */
    void changed(CaseNumber number, Optional<KeptCase> before, Optional<KeptCase> after) {
        moved.merge(number, new Moved(before, after), Moved::goingOn);
        if (moved.size() >= MOST_MOVED) {
            settle();
        }
    }

    /** Puts all cases into their places; nothing is held any more of what they were before. */
    void settle() {
        if (!moved.isEmpty()) {
            moved.values().forEach(each -> move(each.before(), each.after()));
            moved = new HashMap<>();
        }
    }

    private void move(Optional<KeptCase> from, Optional<KeptCase> to) {
        move(due, from.flatMap(Due::of), to.flatMap(Due::of));
        Optional<CasePage.Entry> before = from.map(KeptCase::entry);
        Optional<CasePage.Entry> after = to.map(KeptCase::entry);
        if (before.isEmpty() || after.isEmpty()) {
            move(byRegistration, before, after, CaseOrder.REGISTRATION);
        }
        move(byChange, before, after, CaseOrder.LATEST_CHANGE);
        moveDue(before, after);
        moveAmong(byCustomer, before, after, SupportCase::customer, state -> ImmutableSet.of(state.customer()));
        moveAmong(byParent, before, after, SupportCase::relatedCases, CaseIndex::parents);
        moveAmong(byFollower, before, after, SupportCase::chain, CaseIndex::followers);
        moveAmong(byReference, before, after, CaseStep::claims, CaseStep::claims);
        moveAmong(byHeardFrom, before, after, SupportCase::heardFrom, SupportCase::heardFrom);
        moveAmong(byWatcher, before, after, CaseQuery::watcherKeys, CaseQuery::watcherKeys);
    }

    private static void move(
            NavigableSet<CaseCursor.Place> places,
            Optional<CasePage.Entry> before,
            Optional<CasePage.Entry> after,
            CaseOrder order) {
        move(places, before.map(order::placeOf), after.map(order::placeOf));
    }

    private static <T> void move(NavigableSet<T> places, Optional<T> from, Optional<T> to) {
        if (!from.equals(to)) {
            from.ifPresent(places::remove);
            to.ifPresent(places::add);
        }
    }

    /** A case that is not there is not a case that nobody works on. */
    @SuppressWarnings("OptionalMapToOptional")
    private void moveDue(Optional<CasePage.Entry> before, Optional<CasePage.Entry> after) {
        Optional<Optional<GroupId>> left = before.map(CaseIndex::working);
        Optional<Optional<GroupId>> reached = after.map(CaseIndex::working);
        if (left.equals(reached)) {
            left.ifPresent(group -> move(due(group), before, after, CaseOrder.DUE_FIRST));
        } else {
            left.ifPresent(group -> move(due(group), before, Optional.empty(), CaseOrder.DUE_FIRST));
            reached.ifPresent(group -> move(due(group), Optional.empty(), after, CaseOrder.DUE_FIRST));
        }
    }

    private NavigableSet<CaseCursor.Place> due(Optional<GroupId> group) {
        return dueByGroup.computeIfAbsent(group, fresh -> new TreeSet<>(CaseOrder.DUE_FIRST.comparator()));
    }

    private static Optional<GroupId> working(CasePage.Entry entry) {
        return entry.state().working().map(Station::group);
    }

    private static Set<CaseNumber> parents(SupportCase state) {
        return state.relatedCases().isEmpty()
                ? ImmutableSet.of()
                : state.relatedCases().stream()
                        .filter(SupportCase.RelatedCase::belongs)
                        .map(SupportCase.RelatedCase::number)
                        .collect(ImmutableSet.toImmutableSet());
    }

    private static Set<GroupId> followers(SupportCase state) {
        if (state.chain().links().size() < 2) {
            return ImmutableSet.of();
        }
        return ImmutableSet.copyOf(state.chain().groups());
    }

    private static Set<String> keys(ImmutableSet<Watcher> watchers) {
        return watchers.isEmpty()
                ? ImmutableSet.of()
                : watchers.stream().map(Watcher::key).collect(ImmutableSet.toImmutableSet());
    }

    /** The case that has this reference, or a file by it, if one has. */
    Optional<CaseNumber> having(Reference reference) {
        settle();
        return byReference.getOrDefault(reference, Set.of()).stream().findFirst();
    }

    /** What cases are found by. */
    private interface Keys<K> {
        Set<K> of(SupportCase state);
    }

    /** Nothing moves if what the keys are made from stays as it is. */
    private static <K> void moveAmong(
            Map<K, Set<CaseNumber>> map,
            Optional<CasePage.Entry> before,
            Optional<CasePage.Entry> after,
            Function<SupportCase, Object> from,
            Keys<K> keys) {
        if (before.isPresent()
                && after.isPresent()
                && from.apply(before.get().state())
                        .equals(from.apply(after.get().state()))) {
            return;
        }
        moveAmong(map, before, after, keys);
    }

    private static <K> void moveAmong(
            Map<K, Set<CaseNumber>> map,
            Optional<CasePage.Entry> before,
            Optional<CasePage.Entry> after,
            Keys<K> keys) {
        Set<K> from = before.map(entry -> keys.of(entry.state())).orElse(Set.of());
        Set<K> to = after.map(entry -> keys.of(entry.state())).orElse(Set.of());
        if (from.equals(to)) {
            return;
        }
        CaseNumber number = before.or(() -> after).orElseThrow().state().number();
        from.forEach(key -> map.computeIfPresent(key, (same, numbers) -> {
            numbers.remove(number);
            return numbers.isEmpty() ? null : numbers;
        }));
        to.forEach(key -> map.computeIfAbsent(key, fresh -> new HashSet<>()).add(number));
    }

    /** Where cases may be found, in no order; empty if the query names nothing that they are found by. */
    Optional<Set<CaseNumber>> candidates(CaseQuery query) {
        settle();
        return Stream.of(
                        among(byReference, query.references()),
                        among(byParent, query.parents()),
                        among(byHeardFrom, query.heardFrom()),
                        among(byWatcher, keys(query.watchers())),
                        among(byCustomer, query.customers()),
                        among(byFollower, query.followedUpBy()))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Set::size));
    }

    private static <K> Optional<Set<CaseNumber>> among(Map<K, Set<CaseNumber>> map, Set<K> keys) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Set<CaseNumber> all = new HashSet<>();
        keys.stream().map(map::get).filter(Objects::nonNull).forEach(all::addAll);
        return Optional.of(all);
    }

    /** The places of all cases that may be asked for in the order of the query, from its cursor on, if they are kept in it. */
    Optional<Iterator<CaseCursor.Place>> inOrder(CaseQuery query) {
        settle();
        return switch (query.order()) {
            case REGISTRATION -> Optional.of(from(byRegistration, query));
            case LATEST_CHANGE -> Optional.of(from(byChange, query));
            case DUE_FIRST -> Optional.of(dueFirst(query));
            case DUE_FIRST_FOR_CUSTOMER -> Optional.empty();
        };
    }

    /** What sweeps look at some time, what is due longest first. */
    Stream<Due> due() {
        settle();
        return due.stream();
    }

    private Iterator<CaseCursor.Place> dueFirst(CaseQuery query) {
        Set<Optional<GroupId>> groups = query.groups().isEmpty()
                ? dueByGroup.keySet()
                : query.groups().stream().map(Optional::of).collect(ImmutableSet.toImmutableSet());
        List<Iterator<CaseCursor.Place>> each = new ArrayList<>();
        for (Optional<GroupId> group : groups) {
            Optional.ofNullable(dueByGroup.get(group)).ifPresent(places -> each.add(from(places, query)));
        }
        return each.size() == 1 ? each.get(0) : Iterators.mergeSorted(each, CaseOrder.DUE_FIRST.comparator());
    }

    private static Iterator<CaseCursor.Place> from(NavigableSet<CaseCursor.Place> places, CaseQuery query) {
        return query.after()
                .map(cursor -> places.tailSet(cursor.place(query.order()), false))
                .orElse(places)
                .iterator();
    }

    /** These in the order of the query, from its cursor on. */
    static ImmutableList<CasePage.Entry> sorted(Stream<CasePage.Entry> entries, CaseQuery query) {
        CaseOrder order = query.order();
        Optional<CaseCursor.Place> after = query.after().map(cursor -> cursor.place(order));
        return entries.filter(
                        entry -> after.isEmpty() || order.comparator().compare(order.placeOf(entry), after.get()) > 0)
                .sorted(Comparator.comparing(order::placeOf, order.comparator()))
                .limit(query.pageSize() + 1L)
                .collect(ImmutableList.toImmutableList());
    }
}
