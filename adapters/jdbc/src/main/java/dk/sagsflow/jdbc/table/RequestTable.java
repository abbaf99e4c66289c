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

    Optional<HandledRequest> find(Session session, RequestKey key) throws SQLException {
        String digest = HandledRequest.digest(key);
        ImmutableMap<CaseNumber, Long> versions = ImmutableMap.copyOf(session.all(
                row -> Map.entry(CaseNumber.of(row.text()), row.number()),
                "SELECT case_number, version FROM sagsflow_request_case WHERE digest = ? ORDER BY place",
                digest));
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        return session.first(
                row -> request(row, versions),
                "SELECT request_key, form, fingerprint, handled_at FROM sagsflow_request WHERE digest = ?",
                digest);
    }

    private static HandledRequest request(Row row, ImmutableMap<CaseNumber, Long> versions) throws SQLException {
        RequestKey key = RequestKey.of(row.text());
        Optional<Long> form = row.optionalNumber();
        Optional<String> digest = row.optionalText();
        return new HandledRequest(
                key,
                form.map(number -> new HandledRequest.Fingerprint(number.intValue(), digest.orElse(""))),
                versions,
                row.instant());
    }

    void keep(Session session, HandledRequest request) {
        String digest = HandledRequest.digest(request.key());
        session.later(
                "INSERT INTO sagsflow_request (digest, request_key, form, fingerprint, handled_at) VALUES (?, ?, ?, ?, ?)",
                digest,
                request.key().value(),
                request.fingerprint().map(HandledRequest.Fingerprint::form),
                request.fingerprint().map(HandledRequest.Fingerprint::digest),
                request.at());
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
                before,
                limit);
        for (String digest : old) {
            session.later(DELETE_CASES, digest);
            session.later("DELETE FROM sagsflow_request WHERE digest = ?", digest);
        }
        return old.size();
    }
}
