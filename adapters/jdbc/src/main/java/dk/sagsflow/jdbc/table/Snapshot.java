package dk.sagsflow.jdbc.table;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.text.FoldedText;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What is kept of a case for lists and counts: columns that are read from its state and its agenda, and keys. */
final class Snapshot {
    /** Grows when the columns, or what they mean, change, and tells which rows a migration must write anew. */
    static final int FORMAT = 2;

    static final String COLUMNS =
            "version, tag, rewritten, bucket, snapshot_format, registered_at, changed_at, status, kind, priority,"
                    + " impact, urgency, cause, category, system_id, customer, customer_kind, unit_id, tier_id, group_id, assignee,"
                    + " visit_began, set_aside, folded_subject, folded_description, " + Snapshot.AGENDA;
    static final String AGENDA = "agenda_due, member_at, member_measure, member_target, member_exceeded, customer_at,"
            + " customer_measure, customer_target, customer_exceeded";

    static final String INSERT =
            "INSERT INTO sagsflow_case (" + COLUMNS + ", case_number) VALUES (" + "?, ".repeat(34) + "?)";
    static final String UPDATE =
            "UPDATE sagsflow_case SET " + COLUMNS.replace(",", " = ?,") + " = ? WHERE case_number = ?";
    static final String UPDATE_AGENDA =
            "UPDATE sagsflow_case SET " + AGENDA.replace(",", " = ?,") + " = ? WHERE case_number = ?";

    /** By what cases are found of which one has several. */
    enum Key {
        /** A group of its chain that does not work on it. */
        FOLLOWER,
        /** A group that is told to follow up on it. */
        TO_FOLLOW_UP,
        /** A group that has had it. */
        INVOLVED,
        /** A major incident that it belongs to, or the case of which it is a duplicate. */
        PARENT,
        /** A case whose words it was told. */
        HEARD_FROM,
        /** Somebody who is sent copies, or was, by what is left of the key. */
        WATCHER,
        /** A field of the organisation's own with what stands in it. */
        ATTRIBUTE
    }

    /** One key with its value. */
    record KeyValue(Key key, String value) {}

    private Snapshot() {}

    static Object[] columns(CaseCache.Folded folded, CountedAs counted, Agenda agenda) {
        SupportCase state = folded.state();
        Optional<Link> working = state.chain().working();
        Object[] first = {
            state.version(),
            folded.tag(),
            folded.rewritten(),
            counted.bucket(),
            FORMAT,
            state.registeredAt(),
            state.changedAt(),
            state.status().name(),
            state.kind().name(),
            state.priority().map(Enum::name),
            state.impact().map(Enum::name),
            state.urgency().map(Enum::name),
            state.cause().name(),
            state.category(),
            state.system().map(Object::toString),
            state.customer().value(),
            state.customerKind().name(),
            state.unit().map(Object::toString),
            working.map(link -> link.station().tier().value()),
            working.map(link -> link.station().group().value()),
            working.flatMap(Link::assignee).map(Object::toString),
            working.map(Link::visitBegan),
            state.setAside().isPresent(),
            FoldedText.of(state.subject()).value(),
            FoldedText.of(state.description()).value()
        };
        return Session.join(Session.join(first, agenda(agenda)), state.number().value());
    }

    static Object[] agenda(Agenda agenda) {
        return Session.join(
                new Object[] {agenda.nextDue()}, Session.join(outlook(agenda.members()), outlook(agenda.customers())));
    }

    private static Object[] outlook(Agenda.Outlook outlook) {
        return new Object[] {
            outlook.first().map(Agenda.Limit::at).orElse(CaseCursor.Place.NEVER),
            outlook.first().map(Agenda.Limit::measure),
            outlook.first().map(Agenda.Limit::target),
            outlook.exceededFrom()
        };
    }

    static Agenda agenda(Row row) throws SQLException {
        return new Agenda(row.optionalInstant(), outlook(row), outlook(row));
    }

    private static Agenda.Outlook outlook(Row row) throws SQLException {
        Instant at = row.instant();
        Optional<String> measure = row.optionalText();
        Optional<String> target = row.optionalText();
        return new Agenda.Outlook(
                measure.map(named -> new Agenda.Limit(at, named, target.orElse(""))), row.optionalInstant());
    }

    static ImmutableSet<KeyValue> keys(SupportCase state) {
        Optional<String> working =
                state.working().map(station -> station.group().value());
        Stream<KeyValue> followers = working.stream()
                .flatMap(group -> state.chain().links().stream()
                        .map(link -> link.station().group().value())
                        .filter(other -> !other.equals(group)))
                .map(group -> new KeyValue(Key.FOLLOWER, group));
        Stream<KeyValue> toFollowUp =
                state.toFollowUp().stream().map(group -> new KeyValue(Key.TO_FOLLOW_UP, group.value()));
        Stream<KeyValue> involved =
                state.involvedGroups().stream().map(group -> new KeyValue(Key.INVOLVED, group.value()));
        Stream<KeyValue> parents = state.relatedCases().stream()
                .filter(SupportCase.RelatedCase::belongs)
                .map(related -> new KeyValue(Key.PARENT, related.number().value()));
        Stream<KeyValue> attributes = state.attributes().entrySet().stream()
                .map(entry -> attribute(entry.getKey(), entry.getValue().value()));
        Stream<KeyValue> heardFrom =
                state.heardFrom().stream().map(other -> new KeyValue(Key.HEARD_FROM, other.value()));
        Stream<KeyValue> watchers = CaseQuery.watcherKeys(state).stream().map(Snapshot::watcher);
        return Stream.of(followers, toFollowUp, involved, parents, attributes, heardFrom, watchers)
                .flatMap(each -> each)
                .collect(toImmutableSet());
    }

    /** Addresses by what is left of them, since they are personal. */
    static KeyValue watcher(String key) {
        return new KeyValue(
                Key.WATCHER,
                Hashing.sha256().hashString(key, StandardCharsets.UTF_8).toString());
    }

    /** Long texts by what is left of them, so that an index can hold it. */
    static KeyValue attribute(AttributeId id, AttributeValue value) {
        return new KeyValue(
                Key.ATTRIBUTE,
                Hashing.sha256()
                        .hashString(id.value() + "\n" + value.type() + "\n" + value, StandardCharsets.UTF_8)
                        .toString());
    }
}
