package dk.sagsflow.jdbc.table;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.claim.Lease;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.jdbc.session.Claims;
import dk.sagsflow.jdbc.session.Dialect;
import dk.sagsflow.jdbc.session.Row;
import dk.sagsflow.jdbc.session.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message and what became of it so far.
 *
 * @param heldUntil when the longest of what holds it ends
 * @param delayVoid from when on its delay holds, if it has one
 */
record MessageRow(
        OutgoingMessage message,
        int attempts,
        Optional<String> lastFailure,
        Instant heldUntil,
        Optional<Instant> delayVoid) {
    static final String COLUMNS = "id, message_type, about, topic, address, language, subject, body, written_at,"
            + " not_before, in_digest, lane, attempts, last_failure, held_until, delay_void";

    private static final String INSERT =
            "INSERT INTO sagsflow_message (id, message_type, about, topic, address, language,"
                    + " subject, body, written_at, not_before, in_digest, lane, held_until, ready_from, attempts, state, place)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ";
    private static final String NOTIFICATION = "NOTIFICATION";
    private static final String HOST = "HOST";

    /** From when on a message may be sent, and by what that is put in order. */
    record Times(Instant heldUntil, Instant readyFrom, Optional<Instant> delayVoid) {}

    static Times times(OutgoingMessage message, Optional<Lease> delay) {
        Instant opening = message.notBefore().orElse(message.at());
        Instant held = message.notBefore().orElse(Claims.EARLIEST);
        Optional<Instant> until = delay.map(Lease::until);
        return new Times(later(held, until), later(opening, until), delay.map(Claims::voidBefore));
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    static String insert(Dialect dialect) {
        return INSERT + dialect.next("sagsflow_place") + ")" + dialect.unlessThere();
    }

    static Object[] values(OutgoingMessage message) {
        Times times = times(message, Optional.empty());
        Object[] common = {
            message.at(),
            message.notBefore(),
            message.inDigest(),
            message.lane().value(),
            times.heldUntil(),
            times.readyFrom()
        };
        Object about = message.about().map(CaseNumber::value);
        Object[] own = message instanceof Notification mail
                ? new Object[] {
                    mail.id().value(),
                    NOTIFICATION,
                    about,
                    mail.kind().name(),
                    mail.address(),
                    mail.language().toLanguageTag(),
                    mail.subject(),
                    mail.text()
                }
                : host((HostMessage) message, about);
        return Session.join(own, common);
    }

    private static Object[] host(HostMessage message, Object about) {
        return new Object[] {
            message.id().value(),
            HOST,
            about,
            message.topic(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            message.payload()
        };
    }

    static MessageRow of(Row row) throws SQLException {
        MessageId id = MessageId.of(row.text());
        OutgoingMessage message = row.text().equals(NOTIFICATION) ? notification(id, row) : host(id, row);
        return new MessageRow(message, row.count(), row.optionalText(), row.instant(), row.optionalInstant());
    }

    private static OutgoingMessage notification(MessageId id, Row row) throws SQLException {
        Notification read = Notification.builder()
                .id(id)
                .caseNumber(row.caseNumber())
                .kind(Notification.Kind.valueOf(row.text()))
                .address(row.text())
                .language(Locale.forLanguageTag(row.text()))
                .subject(row.text())
                .text(row.text())
                .at(row.instant())
                .notBefore(row.optionalInstant())
                .inDigest(row.yes())
                .build();
        row.skip(1);
        return read;
    }

    private static OutgoingMessage host(MessageId id, Row row) throws SQLException {
        Optional<CaseNumber> about = row.optionalText().map(CaseNumber::of);
        String topic = row.text();
        row.skip(3);
        String payload = row.text();
        Instant at = row.instant();
        Optional<Instant> notBefore = row.optionalInstant();
        row.skip(1);
        Lane lane = new Lane(row.text());
        return new HostMessage(id, lane, topic, payload, at, notBefore, about);
    }
}
