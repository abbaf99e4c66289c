package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Keeps everything in maps under one lock; what it gives out is immutable. */
final class InMemoryCaseRepository implements CaseRepository {
    private final Map<CaseNumber, Stored> byNumber = new HashMap<>();
    private final NavigableSet<CasePage.Position> byRegistration = new TreeSet<>();
    private final NavigableSet<Due> due = new TreeSet<>();
    private final Map<RequestKey, HandledRequest> requests = new HashMap<>();
    private final Map<CaseNumber, UnhandledCase> setAside = new LinkedHashMap<>();
    private final InMemoryOutbox outbox = new InMemoryOutbox();

    private final Map<GroupId, Map<ActorId, MemberLoad>> loads = new HashMap<>();

    /** In order of what is due longest. */
    private record Due(Instant at, CaseNumber number) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : number.compareTo(other.number);
        }
    }

    /** The history grows in place, so that appending does not copy it; readers copy under the lock. */
    private record Stored(SupportCase state, List<CaseEvent> history, Optional<Due> due) {}

    @Override
    public synchronized Optional<SupportCase> find(CaseNumber number) {
        return Optional.ofNullable(byNumber.get(requireNonNull(number))).map(Stored::state);
    }

    @Override
    public synchronized ImmutableList<CaseEvent> history(CaseNumber number) {
        return Optional.ofNullable(byNumber.get(requireNonNull(number)))
                .map(stored -> ImmutableList.copyOf(stored.history()))
                .orElseGet(ImmutableList::of);
    }

    @Override
    public synchronized void append(CaseStep step) {
        step.request().map(HandledRequest::key).map(requests::get).ifPresent(before -> {
            throw new RepeatedRequestException(before);
        });
        Set<CaseNumber> numbers = new HashSet<>();
        List<SupportCase> after = new ArrayList<>();
        for (CaseChange change : step.changes()) {
            if (!numbers.add(change.number())) {
                throw new IllegalArgumentException(
                        "case " + change.number() + " is changed twice in one step; join its events in one change");
            }
            after.add(folded(change));
        }
        step.claims().forEach(claim -> claim.check(loadsOf(claim.group())));
        for (int index = 0; index < after.size(); index++) {
            store(step.changes().get(index), after.get(index));
        }
        step.request().ifPresent(request -> requests.put(request.key(), request));
    }

    @Override
    public synchronized Optional<HandledRequest> request(RequestKey key) {
        return Optional.ofNullable(requests.get(requireNonNull(key)));
    }

    @Override
    public synchronized ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
        return ImmutableMap.copyOf(loadsOf(requireNonNull(group)));
    }

    private Map<ActorId, MemberLoad> loadsOf(GroupId group) {
        return loads.getOrDefault(group, ImmutableMap.of());
    }

    @Override
    public synchronized CasePage query(CaseQuery query) {
        ImmutableList.Builder<SupportCase> page = ImmutableList.builder();
        int found = 0;
        SupportCase last = null;
        NavigableSet<CasePage.Position> positions = query.after()
                .map(position -> byRegistration.tailSet(position, false))
                .orElse(byRegistration);
        for (CasePage.Position position : positions) {
            SupportCase candidate =
                    requireNonNull(byNumber.get(position.number())).state();
            if (!query.matches(candidate)) {
                continue;
            }
            if (last != null && found == query.pageSize()) {
                return new CasePage(page.build(), Optional.of(CasePage.Position.of(last)));
            }
            page.add(candidate);
            last = candidate;
            found++;
        }
        return new CasePage(page.build(), Optional.empty());
    }

    @Override
    public synchronized ImmutableList<CaseNumber> due(Instant now, int limit) {
        requireNonNull(now);
        return due.stream()
                .takeWhile(entry -> !entry.at().isAfter(now))
                .limit(limit)
                .map(Due::number)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public synchronized void reschedule(CaseNumber number, long expectedVersion, Optional<Instant> nextDue) {
        requireNonNull(nextDue);
        Stored stored = byNumber.get(requireNonNull(number));
        long version = stored == null ? 0 : stored.state().version();
        if (stored == null || version != expectedVersion) {
            throw new ConcurrentUpdateException(number, expectedVersion, version);
        }
        setAside.remove(number);
        makeDue(number, stored, nextDue);
    }

    @Override
    public synchronized void setAside(CaseNumber number, String reason) {
        setAside.put(number, new UnhandledCase(number, reason));
        Optional.ofNullable(byNumber.get(number)).ifPresent(stored -> makeDue(number, stored, Optional.empty()));
    }

    @Override
    public synchronized ImmutableList<UnhandledCase> setAside(int limit) {
        return setAside.values().stream().limit(limit).collect(ImmutableList.toImmutableList());
    }

    @Override
    public synchronized boolean takeUp(CaseNumber number, Instant at) {
        requireNonNull(at);
        Stored stored = byNumber.get(requireNonNull(number));
        setAside.remove(number);
        if (stored != null) {
            makeDue(number, stored, Optional.of(at));
        }
        return stored != null;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    private SupportCase folded(CaseChange change) {
        Stored stored = byNumber.get(change.number());
        long version = stored == null ? 0 : stored.state().version();
        if (version != change.expectedVersion()) {
            throw new ConcurrentUpdateException(change.number(), change.expectedVersion(), version);
        }
        if (stored == null) {
            return SupportCase.of(change.events());
        }
        if (change.erasedHistory().isPresent()) {
            return SupportCase.of(Iterables.concat(change.erasedHistory().get(), change.events()));
        }
        SupportCase state = stored.state();
        for (CaseEvent event : change.events()) {
            state = state.after(event);
        }
        return state;
    }

    private void makeDue(CaseNumber number, Stored stored, Optional<Instant> nextDue) {
        byNumber.put(number, new Stored(stored.state(), stored.history(), moved(stored.due(), number, nextDue)));
    }

    private Optional<Due> moved(Optional<Due> from, CaseNumber number, Optional<Instant> nextDue) {
        Optional<Due> to = nextDue.map(at -> new Due(at, number));
        if (!from.equals(to)) {
            from.ifPresent(due::remove);
            to.ifPresent(due::add);
        }
        return to;
    }

    private void store(CaseChange change, SupportCase after) {
        Stored before = byNumber.get(change.number());
        List<CaseEvent> history = before == null ? new ArrayList<>() : before.history();
        if (change.erasedHistory().isPresent()) {
            history.clear();
            history.addAll(change.erasedHistory().get());
            outbox.forget(change.number());
        }
        history.addAll(change.events());
        setAside.remove(change.number());
        Optional<Due> nextDue =
                moved(before == null ? Optional.empty() : before.due(), change.number(), change.nextDue());
        keepLoads(Optional.ofNullable(before).map(Stored::state), after, change.events());
        byNumber.put(change.number(), new Stored(after, history, nextDue));
        if (before == null) {
            byRegistration.add(CasePage.Position.of(after));
        }
        change.notifications().forEach(outbox::add);
    }

    private void keepLoads(Optional<SupportCase> before, SupportCase after, ImmutableList<CaseEvent> events) {
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.Assigned assigned) {
                change(assigned.station().group(), assigned.assignee(), load -> load.assignedAt(assigned.at()));
            }
        }
        Optional<Link> left = before.flatMap(state -> state.chain().working());
        Optional<Link> reached = after.chain().working();
        if (!left.equals(reached)) {
            changeOpen(left, -1);
            changeOpen(reached, 1);
        }
    }

    private void changeOpen(Optional<Link> link, int by) {
        link.ifPresent(working -> working.assignee()
                .ifPresent(assignee -> change(working.station().group(), assignee, load -> load.withMore(by))));
    }

    private void change(GroupId group, ActorId member, UnaryOperator<MemberLoad> by) {
        Map<ActorId, MemberLoad> members = loads.computeIfAbsent(group, unknown -> new HashMap<>());
        members.put(member, by.apply(members.getOrDefault(member, MemberLoad.none())));
    }
}
