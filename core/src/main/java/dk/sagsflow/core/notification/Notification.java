package dk.sagsflow.core.notification;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something to be told to somebody because of an event. Its id is made from the event and the recipient, so a repeated
 * delivery can be recognised. Immutable.
 *
 * @param id tells repeats apart
 * @param caseNumber the case
 * @param kind what it tells
 * @param address where it goes
 * @param language the language that it is written in
 * @param subject its first line
 * @param text the rest
 * @param at when the event happened
 * @param notBefore from when on it may be sent, if it is held to opening hours or to a digest; empty if it may be sent at
 *     once
 * @param inDigest whether it goes out together with the others that its recipient is told in a digest
 */
@Value.Builder
@ValueStyle
public record Notification(
        MessageId id,
        CaseNumber caseNumber,
        Kind kind,
        String address,
        Locale language,
        String subject,
        String text,
        Instant at,
        Optional<Instant> notBefore,
        @Value.Default.Boolean(false) boolean inDigest)
        implements OutgoingMessage {
    /** Refuses null. */
    public Notification {
        requireNonNull(id, "id");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(kind, "kind");
        requireNonNull(address, "address");
        requireNonNull(language, "language");
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(at, "at");
        requireNonNull(notBefore, "notBefore");
    }

    /** A builder; all but the last two is required. */
    public static NotificationBuilder builder() {
        return new NotificationBuilder();
    }

    @Override
    public Lane lane() {
        CanonicalAddress mailbox = CanonicalAddress.of(address);
        return inDigest ? Lane.ofDigest(mailbox) : Lane.of(mailbox, caseNumber);
    }

    @Override
    public Optional<CaseNumber> about() {
        return Optional.of(caseNumber);
    }

    /** The same, not to be sent before an instant, nor before it could be. */
    public Notification heldUntil(Instant opening) {
        return copy().notBefore(later(opening)).inDigest(inDigest).build();
    }

    /** The same, to go out in the digest of its recipient at an instant, or in a later one if it is held longer. */
    public Notification inDigestAt(Instant time) {
        return copy().notBefore(later(time)).inDigest(true).build();
    }

    private NotificationBuilder copy() {
        return builder()
                .id(id)
                .caseNumber(caseNumber)
                .kind(kind)
                .address(address)
                .language(language)
                .subject(subject)
                .text(text)
                .at(at);
    }

    private Instant later(Instant other) {
        return notBefore.filter(other::isBefore).orElse(other);
    }

    /** What a notification tells. Kinds may be added in a minor release. */
    public enum Kind {
        /** The case is registered. */
        REGISTERED,
        /** The organisation waits for the customer. */
        WAITING_FOR_CUSTOMER,
        /** The customer is answered. */
        ANSWERED,
        /** The customer is told a way around the trouble. */
        WORKAROUND,
        /** The case is closed. */
        CLOSED,
        /** The case was taken up again. */
        REOPENED,
        /** Somebody wrote to the customer. */
        MESSAGE,
        /** The case stands elsewhere: somebody works on it, it waits, it became a change request. */
        STATUS_CHANGED,
        /** A tier is told about a case that it has no part in (R08, R10). */
        ADVISORY_NOTICE,
        /** A clock went past a threshold, and its limit is not used up yet. */
        TIME_LIMIT_NEAR,
        /** A clock used up its limit, or went past a threshold after it (R17). */
        TIME_LIMIT_EXCEEDED,
        /** A case needs the attention of somebody who answers for more than it (hierarchical escalation). */
        ESCALATED,
        /** The customer was answered a while ago, and the case will be closed. */
        ANSWER_REMINDER,
        /** The organisation still waits for the customer. */
        REPLY_REMINDER,
        /** The case is still worked on, and nobody has spoken to the customer for a while (R20). */
        STILL_WORKED_ON,
        /** A group must see to a case that waits too long: with the customer, or with those it handed the case to (R14). */
        FOLLOW_UP,
        /** The customer wrote, and a group is told. */
        CUSTOMER_WROTE,
        /** The customer of a duplicate is given the answer to the case that it repeats. */
        DUPLICATE_ANSWERED,
        /** What a case waited for ended without an answer, so that it is left to the group that has it. */
        LEFT_TO_GROUP,
        /** A case came in at a group, or came back to it because it was reopened. */
        CASE_ARRIVED,
        /** A group is asked for an answer by another. */
        CASE_HANDED_OVER,
        /** A case that a group had handed over came back to it, with an answer or without one. */
        CASE_RETURNED,
        /** A case of a group was given to a member of it. */
        CASE_ASSIGNED,
        /** A case of a group waits for somebody to take it on, since whoever had it left the group, or cannot go on with it now. */
        CASE_UNASSIGNED,
        /** Several notifications, of one case or more, in one message. */
        DIGEST;

        /** Whether it tells a group where its cases are, which groups are told as they subscribe. */
        public boolean subscribedByGroups() {
            return switch (this) {
                case CASE_ARRIVED, CASE_HANDED_OVER, CASE_RETURNED, CASE_ASSIGNED, CASE_UNASSIGNED -> true;
                default -> false;
            };
        }
    }
}
