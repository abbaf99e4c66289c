package dk.sagsflow.jdbc.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Requests that were carried out, by the digests of their keys. */
record RequestTable() {
    private static final String DELETE_CASES = "DELETE FROM sagsflow_request_case WHERE digest = ?";

    /** What is known of a request, with one of its cases. */
    record Line(
            RequestKey key,
            Optional<HandledRequest.Fingerprint> fingerprint,
            Instant at,
            CaseNumber number,
            long version) {
        private static Line of(Row row) throws SQLException {
            RequestKey key = RequestKey.of(row.text());
            Optional<Long> form = row.optionalNumber();
            Optional<String> digest = row.optionalText();
            return new Line(
                    key,
                    form.map(number -> new HandledRequest.Fingerprint(number.intValue(), digest.orElse(""))),
                    row.instant(),
                    CaseNumber.of(row.text()),
                    row.number());
        }
    }

    Optional<HandledRequest> find(Session session, RequestKey key) throws SQLException {
        Session.Question<Line> question = question(key);
        session.ask(ImmutableList.of(question));
        return request(question.rows());
    }

    static Session.Question<Line> question(RequestKey key) {
        return new Session.Question<>(
                Line::of,
                "SELECT r.request_key, r.form, r.fingerprint, r.handled_at, c.case_number, c.version"
                        + " FROM sagsflow_request r JOIN sagsflow_request_case c ON c.digest = r.digest"
                        + " WHERE r.digest = ? ORDER BY c.place",
                HandledRequest.digest(key));
    }

    /** The request of these lines; empty if there are none. */
    static Optional<HandledRequest> request(ImmutableList<Line> lines) {
        return lines.stream()
                .findFirst()
                .map(first -> new HandledRequest(
                        first.key(),
                        first.fingerprint(),
                        lines.stream().collect(ImmutableMap.toImmutableMap(Line::number, Line::version)),
                        first.at()));
    }

    void keep(Session session, HandledRequest request) {
        String digest = HandledRequest.digest(request.key());
        session.later(
                "INSERT INTO sagsflow_request (digest, request_key, form, fingerprint, handled_at) VALUES (?, ?, ?, ?,"
                        + " ?)",
                digest,
                request.key().value(),
                request.fingerprint().map(HandledRequest.Fingerprint::form),
                request.fingerprint().map(HandledRequest.Fingerprint::digest),
                request.at());
        keepVersions(session, request, digest);
    }

    private static void keepVersions(Session session, HandledRequest request, String digest) {
        int place = 0;
        for (Map.Entry<CaseNumber, Long> version : request.versions().entrySet()) {
            session.later(
                    "INSERT INTO sagsflow_request_case (digest, place, case_number, version) VALUES (?, ?, ?, ?)",
                    digest,
                    place,
                    version.getKey().value(),
                    version.getValue());
            place++;
        }
    }

    void erase(Session session, CaseNumber number) {
        session.later(
                "UPDATE sagsflow_request SET request_key = digest, form = NULL, fingerprint = NULL WHERE digest IN"
                        + " (SELECT digest FROM sagsflow_request_case WHERE case_number = ?)",
                number.value());
    }

    int forget(Session session, Instant before, int limit) throws SQLException {
        ImmutableList<String> old = session.all(
                Row::text,
                "SELECT digest FROM sagsflow_request WHERE handled_at < ? ORDER BY handled_at, digest"
                        + " FETCH FIRST ? ROWS ONLY",
                Session.keptFrom(before),
                limit);
        for (String digest : old) {
            session.later(DELETE_CASES, digest);
            session.later("DELETE FROM sagsflow_request WHERE digest = ?", digest);
        }
        return old.size();
    }
}
