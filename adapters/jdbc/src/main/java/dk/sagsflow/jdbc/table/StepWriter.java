package dk.sagsflow.jdbc.table;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.notification.Withdrawal;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.core.repository.ReferenceTakenException;
import dk.sagsflow.core.repository.RepeatedRequestException;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Stores one step in an open transaction. It locks the rows of all cases that the step names, in order of their numbers, and asks with
 * them whatever else must hold, so nothing that it checks changes before the end, and draws the id of the step after that: of two
 * steps on one case the later one has the later id. Not thread-safe.
 */
final class StepWriter {
    private static final String LOCKED = "SELECT " + CaseReader.FOUND + " FROM sagsflow_case WHERE case_number IN ";

    private final Session session;
    private final StoreParts parts;
    private final CaseStep step;
    /** Of the step, if it was drawn beforehand. */
    private final Optional<Long> id;

    private final Map<CaseNumber, CaseReader.Found> locked = new HashMap<>();
    private final Map<Reference, Session.Question<CaseNumber>> holders = new LinkedHashMap<>();
    private final Map<DueClaim, Session.Question<Long>> held = new LinkedHashMap<>();
    private Optional<Session.Question<MemberLoad>> load = Optional.empty();
    private final List<CaseCache.Folded> written = new ArrayList<>();

    StepWriter(Session session, StoreParts parts, CaseStep step) {
        this(session, parts, step, Optional.empty());
    }

    private StepWriter(Session session, StoreParts parts, CaseStep step, Optional<Long> id) {
        this.session = session;
        this.parts = parts;
        this.step = step;
        this.id = id;
    }

    /**
     * Stores steps that bring new cases and ask for nothing else, with one look at what is there and everything written together.
     *
     * @throws ConcurrentUpdateException if one of the cases is there already
     */
    static List<CaseCache.Folded> storeNew(Session session, StoreParts parts, List<CaseStep> steps)
            throws SQLException {
        checkNoneIsThere(session, steps);
        ImmutableList<Long> ids = session.all(Row::number, session.dialect().draw("sagsflow_step_id"), steps.size());
        List<CaseCache.Folded> all = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            StepWriter writer = new StepWriter(session, parts, steps.get(place), Optional.of(ids.get(place)));
            all.addAll(writer.storeChecked());
        }
        return all;
    }

    private static void checkNoneIsThere(Session session, List<CaseStep> steps) throws SQLException {
        List<String> numbers = new ArrayList<>();
        steps.forEach(step ->
                step.changes().forEach(change -> numbers.add(change.number().value())));
        Optional<CaseReader.Found> taken =
                session.first(CaseReader.Found::of, LOCKED + Session.places(numbers.size()), Session.filled(numbers));
        if (taken.isPresent()) {
            throw new ConcurrentUpdateException(
                    taken.get().number(), 0, taken.get().version());
        }
    }

    /** Whether {@link #storeNew} can store them: new cases without references, each in one step. */
    static boolean areNew(List<CaseStep> steps) {
        Set<CaseNumber> numbers = new HashSet<>();
        return steps.stream()
                .allMatch(step -> step.unchanged().isEmpty()
                        && step.request().isEmpty()
                        && step.dueClaims().isEmpty()
                        && step.loadClaims().isEmpty()
                        && step.changes().stream()
                                .allMatch(change -> change.expectedVersion() == 0
                                        && change.erasedHistory().isEmpty()
                                        && numbers.add(change.number())));
    }

    private List<CaseCache.Folded> storeChecked() throws SQLException {
        List<SupportCase> after = new ArrayList<>();
        for (CaseChange change : step.changes()) {
            after.add(change.applied(Optional.empty()));
        }
        checkReferences(Map.of(), after);
        write(Map.of(), after);
        return written;
    }

    /** Stores the step and gives what its cases are afterwards. */
    List<CaseCache.Folded> store() throws SQLException {
        lock();
        step.changes().forEach(change -> checkVersion(change.number(), change.expectedVersion()));
        Map<CaseNumber, CaseCache.Folded> before = before();
        List<SupportCase> after = new ArrayList<>();
        for (CaseChange change : step.changes()) {
            after.add(change.applied(
                    Optional.ofNullable(before.get(change.number())).map(CaseCache.Folded::state)));
        }
        step.unchanged().forEach(this::checkVersion);
        checkReferences(before, after);
        step.dueClaims().forEach(this::checkHeld);
        checkLoads();
        write(before, after);
        return written;
    }

    /** A claim names a case that is among those changed or unchanged, or none at all; it is locked by its own row. */
    private void lock() throws SQLException {
        ImmutableList.Builder<Session.Question<?>> questions = ImmutableList.builder();
        if (step.unchanged().containsValue(0L)) {
            questions.add(new Session.Question<>(
                    Row::text, "SELECT name FROM sagsflow_lock WHERE name = 'absent' FOR UPDATE"));
        }
        Optional<Session.Question<CaseReader.Found>> rows = rows();
        Optional<Session.Question<RequestTable.Line>> carriedOut =
                step.request().map(request -> RequestTable.question(request.key()));
        rows.ifPresent(questions::add);
        carriedOut.ifPresent(questions::add);
        claimed().forEach(reference -> holders.put(reference, StoreParts.holder(reference)));
        step.dueClaims().forEach(claim -> held.put(claim, DueTable.held(claim)));
        load = onlyLoad();
        questions.addAll(holders.values()).addAll(held.values());
        load.ifPresent(questions::add);
        session.ask(questions.build());
        carriedOut.flatMap(asked -> RequestTable.request(asked.rows())).ifPresent(before -> {
            throw new RepeatedRequestException(before);
        });
        rows.ifPresent(asked -> asked.rows().forEach(row -> locked.put(row.number(), row)));
    }

    private Optional<Session.Question<CaseReader.Found>> rows() {
        TreeSet<String> numbers = new TreeSet<>();
        step.changes().forEach(change -> numbers.add(change.number().value()));
        step.unchanged().keySet().forEach(number -> numbers.add(number.value()));
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Session.Question<>(
                        CaseReader.Found::of,
                        LOCKED + Session.places(numbers.size()) + " ORDER BY case_number FOR UPDATE",
                        Session.filled(ImmutableList.copyOf(numbers))));
    }

    /** What cases are to have alone, as far as events alone say. */
    private Stream<Reference> claimed() {
        return step.changes().stream()
                .flatMap(change -> change.events().stream())
                .flatMap(event -> {
                    if (event instanceof CaseEvent.ReferenceAdded added) {
                        return Stream.of(added.reference());
                    }
                    return event instanceof CaseEvent.AttachmentAdded added
                            ? Stream.of(added.attachment().claim())
                            : Stream.empty();
                });
    }

    /** Several are locked one after the other, in an order that everybody keeps, since one of them may have to be made. */
    private Optional<Session.Question<MemberLoad>> onlyLoad() {
        return step.loadClaims().size() == 1
                ? step.loadClaims().stream()
                        .map(claim -> LoadTable.locking(claim.group(), claim.member()))
                        .findFirst()
                : Optional.empty();
    }

    private void checkLoads() throws SQLException {
        for (LoadClaim claim : LoadTable.ordered(step.loadClaims(), LoadClaim::group, LoadClaim::member)) {
            Session.Question<MemberLoad> asked = load.orElseGet(() -> LoadTable.locking(claim.group(), claim.member()));
            if (load.isEmpty()) {
                session.ask(ImmutableList.of(asked));
            }
            claim.check(parts.loads().locked(session, claim.group(), claim.member(), asked));
        }
    }

    private void checkVersion(CaseNumber number, long expected) {
        long found = Optional.ofNullable(locked.get(number))
                .map(CaseReader.Found::version)
                .orElse(0L);
        if (found != expected) {
            throw new ConcurrentUpdateException(number, expected, found);
        }
    }

    private Map<CaseNumber, CaseCache.Folded> before() throws SQLException {
        List<CaseReader.Found> changed = step.changes().stream()
                .flatMap(change -> Optional.ofNullable(locked.get(change.number())).stream())
                .toList();
        return parts.reader().folded(session, changed);
    }

    /** Those that a case has already nobody else has. */
    private void checkReferences(Map<CaseNumber, CaseCache.Folded> before, List<SupportCase> after)
            throws SQLException {
        Map<Reference, CaseNumber> ofStep = new HashMap<>();
        for (SupportCase changed : after) {
            Optional<SupportCase> was =
                    Optional.ofNullable(before.get(changed.number())).map(CaseCache.Folded::state);
            for (Reference reference : Sets.difference(CaseStep.claims(changed), claims(was))) {
                Optional<CaseNumber> holder = Optional.ofNullable(ofStep.put(reference, changed.number()));
                if (holder.isEmpty()) {
                    holder = holder(reference);
                }
                holder.filter(other -> !other.equals(changed.number())).ifPresent(other -> {
                    throw new ReferenceTakenException(reference, other);
                });
            }
        }
    }

    private static ImmutableSet<Reference> claims(Optional<SupportCase> state) {
        return state.map(CaseStep::claims).orElse(ImmutableSet.of());
    }

    /** What events did not say is asked now. */
    private Optional<CaseNumber> holder(Reference reference) throws SQLException {
        Session.Question<CaseNumber> fresh = StoreParts.holder(reference);
        Session.Question<CaseNumber> asked = holders.getOrDefault(reference, fresh);
        if (asked == fresh) {
            session.ask(ImmutableList.of(fresh));
        }
        return asked.rows().stream().findFirst();
    }

    private void checkHeld(DueClaim claim) {
        if (requireNonNull(held.get(claim)).rows().isEmpty()) {
            throw new LostClaimException("case " + claim.number());
        }
    }

    private void write(Map<CaseNumber, CaseCache.Folded> before, List<SupportCase> after) throws SQLException {
        after.stream().map(SupportCase::changedAt).max(Instant::compareTo).ifPresent(this::writeStep);
        int position = 0;
        for (int place = 0; place < after.size(); place++) {
            CaseChange change = step.changes().get(place);
            write(change, Optional.ofNullable(before.get(change.number())), after.get(place), position);
            position += change.events().size();
        }
        changeLoads(before, after);
        step.agendas().forEach(this::writeAgenda);
        writeMessages();
        step.request().ifPresent(request -> parts.requests().keep(session, request));
    }

    private void writeMessages() throws SQLException {
        for (Withdrawal withdrawal : step.withdrawals()) {
            parts.outbox().withdraw(session, withdrawal);
        }
        parts.outbox().add(session, step);
    }

    private void writeStep(Instant recorded) {
        if (id.isPresent()) {
            session.later("INSERT INTO sagsflow_step (id, recorded_at) VALUES (?, ?)", id.get(), recorded);
        } else {
            session.later(
                    "INSERT INTO sagsflow_step (id, recorded_at) VALUES ("
                            + session.dialect().next("sagsflow_step_id") + ", ?)",
                    recorded);
        }
    }

    private void write(CaseChange change, Optional<CaseCache.Folded> before, SupportCase after, int position)
            throws SQLException {
        erase(change);
        writeEvents(change, position);
        CaseCache.Folded folded = folded(change, before, after);
        CountedAs counted = CountedAs.of(after, change.agenda());
        session.later(
                before.isPresent() ? Snapshot.UPDATE : Snapshot.INSERT,
                Snapshot.columns(folded, counted, change.agenda()));
        writeCounts(before.map(CaseCache.Folded::state), counted);
        writeKeys(before.map(CaseCache.Folded::state), after);
        writeReferences(before.map(CaseCache.Folded::state), after);
        makeDue(change.number(), change.agenda(), before.isPresent());
        written.add(folded);
    }

    private void erase(CaseChange change) throws SQLException {
        if (change.erasedHistory().isPresent()) {
            rewrite(change.number(), change.erasedHistory().get());
        }
        if (change.erasesCase()) {
            parts.outbox().forget(session, change.number());
            parts.requests().erase(session, change.number());
        }
    }

    private CaseCache.Folded folded(CaseChange change, Optional<CaseCache.Folded> before, SupportCase after) {
        long tag = ThreadLocalRandom.current().nextLong();
        long rewritten = change.erasedHistory().isPresent()
                ? tag
                : before.map(CaseCache.Folded::rewritten).orElse(0L);
        return new CaseCache.Folded(tag, rewritten, !session.provisional(), after, history(change, before));
    }

    /** A row of an older release is not counted yet. */
    private void writeCounts(Optional<SupportCase> before, CountedAs after) {
        Optional<CountedAs> countedAs =
                before.flatMap(state -> counted(state.number()).map(row -> CountedAs.of(state, row.agenda())));
        if (countedAs.equals(Optional.of(after))) {
            return;
        }
        countedAs.ifPresent(gone -> parts.counts().add(session, gone, -1));
        parts.counts().add(session, after, 1);
    }

    private Optional<CaseReader.Found> counted(CaseNumber number) {
        return Optional.ofNullable(locked.get(number))
                .filter(row -> row.bucket().isPresent());
    }

    private static ImmutableList<CaseEvent> history(CaseChange change, Optional<CaseCache.Folded> before) {
        ImmutableList.Builder<CaseEvent> history = ImmutableList.builder();
        change.erasedHistory().or(() -> before.map(CaseCache.Folded::history)).ifPresent(history::addAll);
        return history.addAll(change.events()).build();
    }

    private void rewrite(CaseNumber number, ImmutableList<CaseEvent> history) throws SQLException {
        for (CaseEvent event : history) {
            session.later(
                    "UPDATE sagsflow_event SET event = ? WHERE case_number = ? AND sequence = ?",
                    parts.reader().written(event),
                    number.value(),
                    event.sequence());
        }
        parts.subscriptions().forget(session, number);
    }

    private void writeEvents(CaseChange change, int from) {
        String sql = "INSERT INTO sagsflow_event (case_number, sequence, step, step_position, recorded_at, event)"
                + " VALUES (?, ?, "
                + id.map(drawn -> "?").orElseGet(() -> session.dialect().current("sagsflow_step_id"))
                + ", ?, ?, ?)";
        int position = from;
        for (CaseEvent event : change.events()) {
            Object[] place = {change.number().value(), event.sequence()};
            Object[] rest = {position, event.recordedAt(), parts.reader().written(event)};
            session.later(
                    sql,
                    id.isPresent() ? Session.join(Session.join(place, id.get()), rest) : Session.join(place, rest));
            position++;
        }
    }

    private void writeKeys(Optional<SupportCase> before, SupportCase after) {
        ImmutableSet<Snapshot.KeyValue> from = before.map(Snapshot::keys).orElse(ImmutableSet.of());
        ImmutableSet<Snapshot.KeyValue> to = Snapshot.keys(after);
        for (Snapshot.KeyValue gone : Sets.difference(from, to)) {
            session.later(
                    "DELETE FROM sagsflow_case_key WHERE case_number = ? AND key_kind = ? AND key_value = ?",
                    after.number().value(),
                    gone.key().name(),
                    gone.value());
        }
        for (Snapshot.KeyValue fresh : Sets.difference(to, from)) {
            writeKey(session, after.number(), fresh);
        }
    }

    static void writeKey(Session session, CaseNumber number, Snapshot.KeyValue key) {
        session.later(
                "INSERT INTO sagsflow_case_key (case_number, key_kind, key_value) VALUES (?, ?, ?)",
                number.value(),
                key.key().name(),
                key.value());
    }

    private void writeReferences(Optional<SupportCase> before, SupportCase after) {
        ImmutableSet<Reference> from = claims(before);
        ImmutableSet<Reference> to = CaseStep.claims(after);
        for (Reference gone : Sets.difference(from, to)) {
            session.later(
                    "DELETE FROM sagsflow_reference WHERE system_name = ? AND reference_id = ?",
                    gone.system(),
                    gone.id());
        }
        for (Reference fresh : Sets.difference(to, from)) {
            writeReference(after.number(), fresh);
        }
    }

    private void writeReference(CaseNumber number, Reference reference) {
        session.later(
                "INSERT INTO sagsflow_reference (system_name, reference_id, case_number) VALUES (?, ?, ?)",
                reference.system(),
                reference.id(),
                number.value());
    }

    private void changeLoads(Map<CaseNumber, CaseCache.Folded> before, List<SupportCase> after) {
        ImmutableList.Builder<MemberLoad.Change> changes = ImmutableList.builder();
        for (int place = 0; place < after.size(); place++) {
            CaseChange change = step.changes().get(place);
            Optional<CaseCache.Folded> found = Optional.ofNullable(before.get(change.number()));
            found.ifPresent(folded -> change.erasedHistory()
                    .ifPresent(left -> changes.addAll(MemberLoad.erased(folded.history(), left))));
            changes.addAll(MemberLoad.changes(found.map(CaseCache.Folded::state), after.get(place), change.events()));
        }
        parts.loads().change(session, changes.build(), step.loadClaims());
    }

    private void writeAgenda(CaseNumber number, Agenda agenda) {
        counted(number).ifPresent(row -> parts.counts().move(session, number, row.agenda(), agenda));
        session.later(Snapshot.UPDATE_AGENDA, Session.join(Snapshot.agenda(agenda), number.value()));
        makeDue(number, agenda, true);
    }

    private void makeDue(CaseNumber number, Agenda agenda, boolean there) {
        parts.due().put(session, number, agenda.nextDue(), there);
    }
}
