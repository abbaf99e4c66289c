package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.memory.Journal;
import dk.sagsflow.core.memory.MemoryLog;
import dk.sagsflow.core.memory.MemoryOutbox;
import dk.sagsflow.core.memory.MemorySubscriptions;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps everything in maps under one lock; what it gives out is immutable. Whatever it changes it tells the journal how to
 * undo, for transactions that are rolled back.
 */
final class InMemoryCaseRepository implements InMemoryStore {
    private final Journal journal = new Journal();
    private final Map<CaseNumber, KeptCase> byNumber = new HashMap<>();
    private final CaseIndex index = new CaseIndex();
    private final InMemoryRequests requests = new InMemoryRequests(journal);
    private final Map<CaseNumber, Aside> setAside = new HashMap<>();
    private final Map<GroupId, Map<ActorId, MemberLoad>> loads = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final MemoryOutbox outbox = new MemoryOutbox(journal);
    private final MemoryLog log = new MemoryLog(
            journal,
            part -> requireNonNull(byNumber.get(part.number())).events().subList(part.after(), part.upTo()));
    private final MemorySubscriptions subscriptions = new MemorySubscriptions(journal, log);
    private long asides;

    private record Aside(long place, String reason) {}

    @Override
    public Optional<StoredCase> load(CaseNumber number) {
        requireNonNull(number, "number");
        return journal.locked(() -> Optional.ofNullable(byNumber.get(number)).map(KeptCase::stored));
    }

    @Override
    public ImmutableMap<CaseNumber, StoredCase> loadAll(Collection<CaseNumber> asked) {
        return journal.locked(() -> {
            Map<CaseNumber, StoredCase> found = new LinkedHashMap<>();
            for (CaseNumber number : asked) {
                Optional.ofNullable(byNumber.get(requireNonNull(number, "number")))
                        .ifPresent(kept -> found.put(number, kept.stored()));
            }
            return ImmutableMap.copyOf(found);
        });
    }

    @Override
    public Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
        requireNonNull(number, "number");
        checkArgument(version >= 0, "version is %s, not 0 or more", version);
        return journal.locked(() -> Optional.ofNullable(byNumber.get(number)).map(kept -> kept.after(version)));
    }

    @Override
    public Optional<SupportCase> find(CaseNumber number) {
        requireNonNull(number, "number");
        return journal.locked(() -> Optional.ofNullable(byNumber.get(number)).map(KeptCase::state));
    }

    @Override
    public void append(CaseStep step) {
        journal.locking(() -> {
            step.request().ifPresent(requests::refuseRepeated);
            List<SupportCase> after = new ArrayList<>();
            step.changes().forEach(change -> after.add(change.applied(state(change.number()))));
            step.unchanged().forEach(this::checkVersion);
            checkReferences(after);
            step.dueClaims().forEach(this::checkHeld);
            step.loadClaims().forEach(claim -> claim.check(loadsOf(claim.group())));
            store(step, after);
        });
    }

    private Optional<SupportCase> state(CaseNumber number) {
        return Optional.ofNullable(byNumber.get(number)).map(KeptCase::state);
    }

    private void checkReferences(List<SupportCase> after) {
        Map<Reference, CaseNumber> ofStep = new HashMap<>();
        for (SupportCase changed : after) {
            for (Reference reference : CaseStep.claims(changed)) {
                Optional.ofNullable(ofStep.put(reference, changed.number()))
                        .or(() -> index.having(reference))
                        .filter(holder -> !holder.equals(changed.number()))
                        .ifPresent(holder -> {
                            throw new ReferenceTakenException(reference, holder);
                        });
            }
        }
    }

    private void checkVersion(CaseNumber number, long expected) {
        long found = state(number).map(SupportCase::version).orElse(0L);
        if (found != expected) {
            throw new ConcurrentUpdateException(number, expected, found);
        }
    }

    private void checkHeld(DueClaim claim) {
        KeptCase kept = byNumber.get(claim.number());
        if (kept == null || !kept.work().isClaimedBy(claim)) {
            throw new LostClaimException("case " + claim.number());
        }
    }

    private void store(CaseStep step, List<SupportCase> after) {
        ImmutableList.Builder<MemoryLog.Part> parts = ImmutableList.builderWithExpectedSize(after.size());
        Instant recorded = Instant.MIN;
        for (int place = 0; place < after.size(); place++) {
            CaseChange change = step.changes().get(place);
            store(change, after.get(place));
            parts.add(new MemoryLog.Part(change.number(), (int) change.expectedVersion(), (int) change.version()));
            Instant at = after.get(place).changedAt();
            recorded = at.isAfter(recorded) ? at : recorded;
        }
        if (!after.isEmpty()) {
            log.add(parts.build(), recorded);
        }
        step.agendas().forEach((number, agenda) -> {
            setAside(number, Optional.empty());
            put(number, requireNonNull(byNumber.get(number)).with(agenda));
        });
        step.withdrawals().forEach(outbox::withdraw);
        step.notifications().forEach(outbox::add);
        step.hostMessages().forEach(outbox::add);
        step.request().ifPresent(requests::keep);
    }

    private void store(CaseChange change, SupportCase after) {
        CaseNumber number = change.number();
        Optional<KeptCase> before = Optional.ofNullable(byNumber.get(number));
        before.ifPresent(kept -> change.erasedHistory()
                .ifPresent(left -> MemberLoad.erased(kept.history(), left).forEach(this::change)));
        List<CaseEvent> events = change.erasedHistory()
                .<List<CaseEvent>>map(ArrayList::new)
                .orElseGet(() -> before.map(KeptCase::events).orElseGet(ArrayList::new));
        // What a transaction added that was rolled back is still there.
        events.subList((int) change.expectedVersion(), events.size()).clear();
        events.addAll(change.events());
        if (change.erasedHistory().isPresent()) {
            subscriptions.forget(number);
        }
        if (change.erasesCase()) {
            outbox.forget(number);
            requests.erase(number);
        }
        setAside(number, Optional.empty());
        MemberLoad.changes(before.map(KeptCase::state), after, change.events()).forEach(this::change);
        Optional<Instant> nextDue = change.agenda().nextDue();
        KeptCase.DueWork work =
                before.map(kept -> kept.work().anew(nextDue)).orElseGet(() -> KeptCase.DueWork.first(nextDue));
        put(number, new KeptCase(new CasePage.Entry(after, change.agenda()), events, work));
        if (change.erasedHistory().isPresent()) {
            index.settle();
        }
    }

    private void put(CaseNumber number, KeptCase kept) {
        Optional<KeptCase> before = Optional.ofNullable(byNumber.get(number));
        replace(number, before, Optional.of(kept));
        journal.undoBy(() -> replace(number, Optional.of(kept), before));
    }

    private void replace(CaseNumber number, Optional<KeptCase> before, Optional<KeptCase> after) {
        index.changed(number, before, after);
        after.ifPresentOrElse(kept -> byNumber.put(number, kept), () -> byNumber.remove(number));
    }

    private void change(MemberLoad.Change change) {
        Map<ActorId, MemberLoad> members = loads.computeIfAbsent(change.group(), fresh -> new HashMap<>());
        Optional<MemberLoad> before = Optional.ofNullable(members.get(change.member()));
        put(members, change.member(), before.orElseGet(MemberLoad::none).after(change));
        journal.undoBy(() -> put(members, change.member(), before.orElseGet(MemberLoad::none)));
    }

    private static void put(Map<ActorId, MemberLoad> members, ActorId member, MemberLoad load) {
        if (load.equals(MemberLoad.none())) {
            members.remove(member);
        } else {
            members.put(member, load);
        }
    }

    @Override
    public Optional<HandledRequest> request(RequestKey key) {
        return journal.locked(() -> requests.find(key));
    }

    @Override
    public int forgetRequests(Instant before, int limit) {
        requireNonNull(before, "before");
        return journal.locked(() -> requests.forget(before, limit));
    }

    @Override
    public long nextNumber(String series) {
        requireNonNull(series, "series");
        return journal.locked(() -> numbers.merge(series, 1L, Long::sum));
    }

    @Override
    public ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
        requireNonNull(group, "group");
        return journal.locked(() -> ImmutableMap.copyOf(loadsOf(group)));
    }

    private Map<ActorId, MemberLoad> loadsOf(GroupId group) {
        return loads.getOrDefault(group, ImmutableMap.of());
    }

    @Override
    public CasePage query(CaseQuery query) {
        return journal.locked(() -> CasePage.of(query, found(query)));
    }

    /** One more than a page holds, if there are more. */
    private ImmutableList<CasePage.Entry> found(CaseQuery query) {
        Optional<Stream<CasePage.Entry>> candidates = index.candidates(query)
                .map(all -> all.stream()
                        .map(number -> requireNonNull(byNumber.get(number)).entry()));
        Optional<Iterator<CaseCursor.Place>> places = candidates.isPresent() ? Optional.empty() : index.inOrder(query);
        if (places.isEmpty()) {
            Stream<CasePage.Entry> all =
                    candidates.orElseGet(() -> byNumber.values().stream().map(KeptCase::entry));
            return CaseIndex.sorted(all.filter(entry -> query.matches(entry.state())), query);
        }
        ImmutableList.Builder<CasePage.Entry> found = ImmutableList.builder();
        long left = query.pageSize() + 1L;
        while (left > 0 && places.get().hasNext()) {
            CasePage.Entry entry =
                    requireNonNull(byNumber.get(places.get().next().number())).entry();
            if (query.matches(entry.state())) {
                found.add(entry);
                left--;
            }
        }
        return found.build();
    }

    @Override
    public CaseCounts counts(CaseQuery query, ImmutableSet<CaseCounts.Field> by, Instant now) {
        requireNonNull(now, "now");
        return journal.locked(
                () -> CaseCounts.of(found(query.withAfter(Optional.empty()).withPageSize(Integer.MAX_VALUE)), by, now));
    }

    @Override
    public ImmutableList<CaseNumber> due(Instant now, int limit) {
        requireNonNull(now, "now");
        return journal.locked(() -> index.due()
                .takeWhile(entry -> !entry.at().isAfter(now))
                .limit(limit)
                .map(CaseIndex.Due::number)
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public ImmutableList<DueClaim> claimDue(Instant now, Duration lease, int limit) {
        Lease until = Lease.of(now, lease);
        return journal.locked(() -> {
            List<CaseIndex.Due> free = index.due()
                    .takeWhile(entry -> !entry.at().isAfter(now))
                    .filter(entry ->
                            requireNonNull(byNumber.get(entry.number())).work().isFree(now))
                    .limit(limit)
                    .toList();
            return free.stream().map(entry -> claim(entry, until)).collect(ImmutableList.toImmutableList());
        });
    }

    private DueClaim claim(CaseIndex.Due entry, Lease until) {
        KeptCase kept = requireNonNull(byNumber.get(entry.number()));
        KeptCase.DueWork work = kept.work().claimed(until);
        put(entry.number(), kept.with(work));
        return new DueClaim(
                entry.number(), entry.at(), work.fence(), work.failures(), work.lastFailure(), until.until());
    }

    @Override
    public void postpone(DueClaim claim, String failure, Instant until) {
        requireNonNull(failure, "failure");
        requireNonNull(until, "until");
        ifHeld(claim, kept -> kept.work().postponed(failure, until));
    }

    @Override
    public ImmutableList<PostponedCase> postponed(int limit) {
        return journal.locked(() -> index.due()
                .flatMap(entry -> requireNonNull(byNumber.get(entry.number())).postponed().stream())
                .limit(limit)
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public void release(DueClaim claim) {
        ifHeld(claim, kept -> kept.work().released());
    }

    private void ifHeld(DueClaim claim, Function<KeptCase, KeptCase.DueWork> to) {
        journal.locking(() -> {
            KeptCase kept = byNumber.get(claim.number());
            if (kept != null && kept.work().isClaimedBy(claim)) {
                put(claim.number(), kept.with(to.apply(kept)));
            }
        });
    }

    @Override
    public void setAside(CaseNumber number, String reason) {
        requireNonNull(number, "number");
        requireNonNull(reason, "reason");
        journal.locking(() -> {
            asides++;
            setAside(number, Optional.of(new Aside(asides, reason)));
            makeDue(number, Optional.empty());
        });
    }

    @Override
    public ImmutableList<UnhandledCase> setAside(int limit) {
        return journal.locked(() -> setAside.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().place()))
                .limit(limit)
                .map(entry -> new UnhandledCase(entry.getKey(), entry.getValue().reason()))
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public boolean takeUp(CaseNumber number, Instant at) {
        requireNonNull(number, "number");
        requireNonNull(at, "at");
        return journal.locked(() -> {
            setAside(number, Optional.empty());
            return makeDue(number, Optional.of(at));
        });
    }

    @CanIgnoreReturnValue
    private boolean makeDue(CaseNumber number, Optional<Instant> at) {
        KeptCase kept = byNumber.get(number);
        if (kept != null) {
            put(number, kept.with(kept.work().anew(at)));
        }
        return kept != null;
    }

    private void setAside(CaseNumber number, Optional<Aside> after) {
        Optional<Aside> before = Optional.ofNullable(setAside.get(number));
        replaceAside(number, after);
        journal.undoBy(() -> replaceAside(number, before));
    }

    private void replaceAside(CaseNumber number, Optional<Aside> after) {
        after.ifPresentOrElse(aside -> setAside.put(number, aside), () -> setAside.remove(number));
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public LogSubscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public Transaction begin() {
        journal.begin();
        return new InMemoryTransaction(journal, this);
    }
}
