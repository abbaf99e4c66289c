package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.relation.UnlinkReason;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that happened to a case. The state of a case is the fold of its events and nothing else; see {@link
 * SupportCase#of}. Kinds may be added in a minor release: hosts that must cover all of them implement {@link Visitor},
 * others use {@code instanceof}. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CaseEvent {
    /** Which case, which in order, who and on which side, when, and by which channel. */
    EventHeader header();

    /** What kind of event it is. */
    EventKind eventKind();

    /** Hands this event to the method of the visitor for its kind. */
    <R> R accept(Visitor<R> visitor);

    /** The case that it happened to. */
    default CaseNumber caseNumber() {
        return header().caseNumber();
    }

    /** Its place among the events of the case, from 1. */
    default long sequence() {
        return header().sequence();
    }

    /** When it happened, which is what clocks read. */
    default Instant occurredAt() {
        return header().occurredAt();
    }

    /** When it reached the case, which is at the same moment or later. */
    default Instant recordedAt() {
        return header().recordedAt();
    }

    /** On which side of the counter it was done. */
    default Side side() {
        return header().side();
    }

    /** Who did it. */
    default ActorId actor() {
        return header().actor();
    }

    /**
     * Whether this is what a program put on record about the case, and nothing that happened to it: such an event may lie
     * after one that was reported late.
     */
    default boolean ownRecord() {
        return side() == Side.PROGRAM && EventKind.OWN_RECORDS.contains(eventKind());
    }

    /** Why a tier is told about a case that it has no part in. */
    enum AdvisoryReason {
        /** The case went past the tier, straight to the business specialists (R08). */
        DIRECT_ROUTE,
        /** The case became a change request (R10). */
        CHANGE_REQUEST
    }

    /**
     * Covers every kind of event; a kind that is added breaks the compilation of every implementation, on purpose.
     *
     * @param <R> what the visitor gives for an event
     */
    interface Visitor<R> {
        /** The case came in and its first group has it. */
        R registered(Registered event);

        /** Somebody in the working group took it on. */
        R accepted(Accepted event);

        /** Somebody in the working group was given it. */
        R assigned(Assigned event);

        /** Whoever had it cannot have it, and it waits in the queue of the working group. */
        R unassigned(Unassigned event);

        /** The working group asked another for an answer, and goes on answering for the case (functional escalation). */
        R handedOver(HandedOver event);

        /** A tier was told about a case that it has no part in, or about what a case became (R08, R10). */
        R advisoryNoticeGiven(AdvisoryNoticeGiven event);

        /** The working group gave its answer to the one who handed the case over, or, with nobody left, to the customer. */
        R answered(Answered event);

        /** The working group returned the case without an answer to the one who handed it over. */
        R givenBack(GivenBack event);

        /** The case waits. */
        R putOnHold(PutOnHold event);

        /** The waiting is over. */
        R resumed(Resumed event);

        /** It was placed. */
        R classified(Classified event);

        /** Its priority was derived from impact and urgency. */
        R prioritised(Prioritised event);

        /** A field of the organisation's own was filled in or cleared. */
        R attributeSet(AttributeSet event);

        /** Somebody wrote something on the case. */
        R noteAdded(NoteAdded event);

        /** Contact with a supplier was written down (R09). */
        R supplierContactDocumented(SupplierContactDocumented event);

        /** A way around the trouble is known while it is not solved. */
        R workaroundProvided(WorkaroundProvided event);

        /** It was settled that the report asks for a change (R10). */
        R convertedToChange(ConvertedToChange event);

        /** An article was used. */
        R knowledgeLinked(KnowledgeLinked event);

        /** A file came with it. */
        R attachmentAdded(AttachmentAdded event);

        /** Another system has the case under an id of its own. */
        R referenceAdded(ReferenceAdded event);

        /** Somebody is sent copies of what others are told of it. */
        R watcherAdded(WatcherAdded event);

        /** Somebody is no longer sent copies. */
        R watcherRemoved(WatcherRemoved event);

        /** It was related to another case. */
        R caseLinked(CaseLinked event);

        /** Another case belongs to it from now on, the first that does. */
        R becameMajorIncident(BecameMajorIncident event);

        /** Another case is a duplicate of it from now on, the first that is. */
        R becameOriginal(BecameOriginal event);

        /** It is no longer related to another case. */
        R caseUnlinked(CaseUnlinked event);

        /** Cases that belong to it were told what it had for them. */
        R childrenTold(ChildrenTold event);

        /** The major incident that it belongs to had something for it. */
        R heardFromParent(HeardFromParent event);

        /** A clock went past a threshold of its target (R17). */
        R thresholdPassed(ThresholdPassed event);

        /** A threshold on record turned out not to have been passed, because of what was reported late. */
        R thresholdRetracted(ThresholdRetracted event);

        /** Somebody who answers for more than the case was told that it needs attention (hierarchical escalation). */
        R escalated(Escalated event);

        /** A follow-up rule came due (R14, R20). */
        R followedUp(FollowedUp event);

        /** A sweep could not handle it and leaves it alone until somebody does something with it. */
        R setAside(SetAside event);

        /** What stood in the way of sweeps is out of it, and they look at the case again. */
        R takenUp(TakenUp event);

        /** The answer did not help, and a group works on it again. */
        R reopened(Reopened event);

        /** It is over. */
        R closed(Closed event);

        /** It was brought along from elsewhere, with all that happened to it before. */
        R imported(Imported event);

        /** Somebody whose case it is not was forgotten, and what stood in it of that person is gone. */
        R personForgotten(PersonForgotten event);

        /** Names and free text of all earlier events were removed; the flow remains. */
        R personalDataErased(PersonalDataErased event);
    }

    /**
     * The case came in and its first group has it. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param station where it came in
     * @param customer whose case it is
     * @param customerKind what kind of customer that is
     * @param unit the unit of the customer
     * @param kind what kind of record it is
     * @param system the system that it concerns
     * @param subject what it is about, in a line
     * @param description what the customer said
     */
    @JsonTypeName("registered")
    @Value.Builder
    record Registered(
            EventHeader header,
            Station station,
            CustomerId customer,
            CustomerKind customerKind,
            Optional<UnitId> unit,
            CaseKind kind,
            Optional<SystemId> system,
            String subject,
            String description)
            implements CaseEvent {
        public Registered {
            requireNonNull(header, "header");
            requireNonNull(station, "station");
            requireNonNull(customer, "customer");
            requireNonNull(customerKind, "customerKind");
            requireNonNull(unit, "unit");
            requireNonNull(kind, "kind");
            requireNonNull(system, "system");
            requireNonNull(subject, "subject");
            requireNonNull(description, "description");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registered(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.REGISTERED;
        }

        /** A builder; unit and system are optional. */
        public static Builder builder() {
            return new Builder();
        }

        /** Builds registrations as events. Not thread-safe. */
        public static final class Builder extends RegisteredBuilder {
            Builder() {}
        }
    }

    /**
     * Somebody in the working group took it on. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param station the working group
     */
    @JsonTypeName("accepted")
    record Accepted(EventHeader header, Station station) implements CaseEvent {
        public Accepted {
            requireNonNull(header, "header");
            requireNonNull(station, "station");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accepted(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.ACCEPTED;
        }
    }

    /**
     * Somebody in the working group was given it. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param station the working group
     * @param assignee who works on it now
     * @param reason why this one, if a strategy chose; empty if somebody did
     */
    @JsonTypeName("assigned")
    record Assigned(
            EventHeader header,
            Station station,
            ActorId assignee,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason)
            implements CaseEvent {
        public Assigned {
            requireNonNull(header, "header");
            requireNonNull(station, "station");
            requireNonNull(assignee, "assignee");
            requireNonNull(reason, "reason");
        }

        /** Somebody gave it to somebody. */
        public Assigned(EventHeader header, Station station, ActorId assignee) {
            this(header, station, assignee, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assigned(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.ASSIGNED;
        }
    }

    /**
     * Whoever had the case cannot have it and nobody else could be given it, so it waits for somebody in the queue of the
     * working group. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param station the working group
     * @param assignee who had it
     * @param reason why that one cannot have it
     */
    @JsonTypeName("unassigned")
    record Unassigned(EventHeader header, Station station, ActorId assignee, String reason) implements CaseEvent {
        public Unassigned {
            requireNonNull(header, "header");
            requireNonNull(station, "station");
            requireNonNull(assignee, "assignee");
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unassigned(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.UNASSIGNED;
        }
    }

    /**
     * The working group asked another for an answer, and goes on answering for the case (functional escalation). Immutable.
     *
     * @param header which case, which in order, who and when
     * @param from who handed it over
     * @param to who works on it now
     * @param reason why
     */
    @JsonTypeName("handed-over")
    record HandedOver(EventHeader header, Station from, Station to, String reason) implements CaseEvent {
        public HandedOver {
            requireNonNull(header, "header");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handedOver(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.HANDED_OVER;
        }
    }

    /**
     * A tier was told about a case that it has no part in, or about what a case became (R08, R10). Immutable.
     *
     * @param header which case, which in order, who and when
     * @param tier who was told
     * @param reason why
     */
    @JsonTypeName("advisory-notice-given")
    record AdvisoryNoticeGiven(EventHeader header, TierId tier, AdvisoryReason reason) implements CaseEvent {
        public AdvisoryNoticeGiven {
            requireNonNull(header, "header");
            requireNonNull(tier, "tier");
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.advisoryNoticeGiven(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.ADVISORY_NOTICE_GIVEN;
        }
    }

    /**
     * The working group gave its answer to the one who handed the case over, or, with nobody left, to the customer. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param by who answered
     * @param to who gets the answer and works on the case now; empty for the customer
     * @param answer the answer
     */
    @JsonTypeName("answered")
    record Answered(EventHeader header, Station by, Optional<Station> to, String answer) implements CaseEvent {
        public Answered {
            requireNonNull(header, "header");
            requireNonNull(by, "by");
            requireNonNull(to, "to");
            requireNonNull(answer, "answer");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answered(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.ANSWERED;
        }
    }

    /**
     * The working group returned the case without an answer to the one who handed it over. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param by who returned it
     * @param to who works on it now
     * @param reason why
     * @param explanation in words
     */
    @JsonTypeName("given-back")
    record GivenBack(EventHeader header, Station by, Station to, GiveBackReason reason, String explanation)
            implements CaseEvent {
        public GivenBack {
            requireNonNull(header, "header");
            requireNonNull(by, "by");
            requireNonNull(to, "to");
            requireNonNull(reason, "reason");
            requireNonNull(explanation, "explanation");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.givenBack(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.GIVEN_BACK;
        }
    }

    /**
     * The case waits. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param waitingFor for whom or what
     * @param until when it goes on by itself, the microsecond after that if it is none; empty if it waits to be resumed
     * @param note in words
     */
    @JsonTypeName("put-on-hold")
    record PutOnHold(EventHeader header, WaitingFor waitingFor, Optional<Instant> until, String note)
            implements CaseEvent {
        public PutOnHold {
            requireNonNull(header, "header");
            requireNonNull(waitingFor, "waitingFor");
            requireNonNull(until, "until");
            requireNonNull(note, "note");
            until = until.map(Microseconds::due);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.putOnHold(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.PUT_ON_HOLD;
        }
    }

    /**
     * The waiting is over. Immutable.
     *
     * @param header which case, which in order, who and when
     */
    @JsonTypeName("resumed")
    record Resumed(EventHeader header) implements CaseEvent {
        public Resumed {
            requireNonNull(header, "header");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resumed(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.RESUMED;
        }
    }

    /**
     * It was placed. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param kind what kind of record it is
     * @param system the system that it concerns
     * @param category the category within the system
     * @param cause where it comes from
     */
    @JsonTypeName("classified")
    record Classified(
            EventHeader header, CaseKind kind, Optional<SystemId> system, Optional<String> category, Cause cause)
            implements CaseEvent {
        public Classified {
            requireNonNull(header, "header");
            requireNonNull(kind, "kind");
            requireNonNull(system, "system");
            requireNonNull(category, "category");
            requireNonNull(cause, "cause");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.classified(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.CLASSIFIED;
        }
    }

    /**
     * Its priority was derived from impact and urgency. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param impact how much is touched
     * @param urgency how soon it must be put right
     * @param priority what the matrix of the organisation gave
     */
    @JsonTypeName("prioritised")
    record Prioritised(EventHeader header, Impact impact, Urgency urgency, Priority priority) implements CaseEvent {
        public Prioritised {
            requireNonNull(header, "header");
            requireNonNull(impact, "impact");
            requireNonNull(urgency, "urgency");
            requireNonNull(priority, "priority");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prioritised(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.PRIORITISED;
        }
    }

    /**
     * A field of the organisation's own was filled in or cleared. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param attribute the field
     * @param value what stands in it now; empty if it was cleared
     * @param personal whether the field was declared to hold personal data
     */
    @JsonTypeName("attribute-set")
    record AttributeSet(EventHeader header, AttributeId attribute, Optional<AttributeValue> value, boolean personal)
            implements CaseEvent {
        public AttributeSet {
            requireNonNull(header, "header");
            requireNonNull(attribute, "attribute");
            requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attributeSet(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.ATTRIBUTE_SET;
        }
    }

    /**
     * Somebody wrote something on the case. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param visibility who may read it
     * @param text the note
     */
    @JsonTypeName("note-added")
    record NoteAdded(EventHeader header, Visibility visibility, String text) implements CaseEvent {
        public NoteAdded {
            requireNonNull(header, "header");
            requireNonNull(visibility, "visibility");
            requireNonNull(text, "text");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noteAdded(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.NOTE_ADDED;
        }
    }

    /**
     * Contact with a supplier was written down (R09). Immutable.
     *
     * @param header which case, which in order, who and when
     * @param supplier the supplier
     * @param summary what was said
     */
    @JsonTypeName("supplier-contact-documented")
    record SupplierContactDocumented(EventHeader header, GroupId supplier, String summary) implements CaseEvent {
        public SupplierContactDocumented {
            requireNonNull(header, "header");
            requireNonNull(supplier, "supplier");
            requireNonNull(summary, "summary");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.supplierContactDocumented(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.SUPPLIER_CONTACT_DOCUMENTED;
        }
    }

    /**
     * A way around the trouble is known while it is not solved. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param visibility whether the customer was told
     * @param workaround what to do
     * @param parent the major incident that it came from
     */
    @JsonTypeName("workaround-provided")
    record WorkaroundProvided(EventHeader header, Visibility visibility, String workaround, Optional<CaseNumber> parent)
            implements CaseEvent {
        public WorkaroundProvided {
            requireNonNull(header, "header");
            requireNonNull(visibility, "visibility");
            requireNonNull(workaround, "workaround");
            requireNonNull(parent, "parent");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workaroundProvided(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.WORKAROUND_PROVIDED;
        }
    }

    /**
     * It was settled that the report asks for a change (R10). Immutable.
     *
     * @param header which case, which in order, who and when
     * @param changeKind what kind of change
     * @param reference where the change is recorded
     */
    @JsonTypeName("converted-to-change")
    record ConvertedToChange(EventHeader header, ChangeKind changeKind, String reference) implements CaseEvent {
        public ConvertedToChange {
            requireNonNull(header, "header");
            requireNonNull(changeKind, "changeKind");
            requireNonNull(reference, "reference");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convertedToChange(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.CONVERTED_TO_CHANGE;
        }
    }

    /**
     * An article was used. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param article the article
     */
    @JsonTypeName("knowledge-linked")
    record KnowledgeLinked(EventHeader header, String article) implements CaseEvent {
        public KnowledgeLinked {
            requireNonNull(header, "header");
            requireNonNull(article, "article");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.knowledgeLinked(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.KNOWLEDGE_LINKED;
        }
    }

    /**
     * A file came with it: with what the customer said, or with a note. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param visibility who may see it
     * @param attachment the file
     * @param note the sequence number of the note that it came with; empty if it came with the registration
     */
    @JsonTypeName("attachment-added")
    record AttachmentAdded(EventHeader header, Visibility visibility, Attachment attachment, Optional<Long> note)
            implements CaseEvent {
        public AttachmentAdded {
            requireNonNull(header, "header");
            requireNonNull(visibility, "visibility");
            requireNonNull(attachment, "attachment");
            requireNonNull(note, "note");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attachmentAdded(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.ATTACHMENT_ADDED;
        }
    }

    /**
     * Another system has the case under an id of its own. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param reference what the case is called there
     */
    @JsonTypeName("reference-added")
    record ReferenceAdded(EventHeader header, Reference reference) implements CaseEvent {
        public ReferenceAdded {
            requireNonNull(header, "header");
            requireNonNull(reference, "reference");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.referenceAdded(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.REFERENCE_ADDED;
        }
    }

    /**
     * Somebody is sent copies of what others are told of it from now on. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param watcher who is told, and what
     */
    @JsonTypeName("watcher-added")
    record WatcherAdded(EventHeader header, Watcher watcher) implements CaseEvent {
        public WatcherAdded {
            requireNonNull(header, "header");
            requireNonNull(watcher, "watcher");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.watcherAdded(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.WATCHER_ADDED;
        }
    }

    /**
     * Somebody is no longer sent copies of what others are told of it. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param watcher who is told, and what
     */
    @JsonTypeName("watcher-removed")
    record WatcherRemoved(EventHeader header, Watcher watcher) implements CaseEvent {
        public WatcherRemoved {
            requireNonNull(header, "header");
            requireNonNull(watcher, "watcher");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.watcherRemoved(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.WATCHER_REMOVED;
        }
    }

    /**
     * It was related to another case. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param relation how
     * @param other the other case, which keeps nothing of it but that it is a major incident, if it is
     * @param otherVersion the version of the other case by then: what a major incident had said by that does not concern a
     *     case that belongs to it from now on; empty if it is not known, and then all of it does
     */
    @JsonTypeName("case-linked")
    record CaseLinked(EventHeader header, CaseRelation relation, CaseNumber other, Optional<Long> otherVersion)
            implements CaseEvent {
        public CaseLinked {
            requireNonNull(header, "header");
            requireNonNull(relation, "relation");
            requireNonNull(other, "other");
            requireNonNull(otherVersion, "otherVersion");
        }

        /** It was related to a case of which no more is known. */
        public CaseLinked(EventHeader header, CaseRelation relation, CaseNumber other) {
            this(header, relation, other, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.caseLinked(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.CASE_LINKED;
        }
    }

    /**
     * Another case belongs to it from now on, the first that does. Which cases belong to a major incident is not kept with
     * it, because they may be thousands: each of them says so itself. Immutable.
     *
     * @param header which case, which in order, who and when
     */
    @JsonTypeName("became-major-incident")
    record BecameMajorIncident(EventHeader header) implements CaseEvent {
        public BecameMajorIncident {
            requireNonNull(header, "header");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.becameMajorIncident(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.BECAME_MAJOR_INCIDENT;
        }
    }

    /**
     * Another case is a duplicate of it from now on, the first that is. Each of those says so itself. Immutable.
     *
     * @param header which case, which in order, who and when
     */
    @JsonTypeName("became-original")
    record BecameOriginal(EventHeader header) implements CaseEvent {
        public BecameOriginal {
            requireNonNull(header, "header");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.becameOriginal(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.BECAME_ORIGINAL;
        }
    }

    /**
     * It is no longer related to another case. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param relation how it was
     * @param other the other case
     * @param reason why no longer
     */
    @JsonTypeName("case-unlinked")
    record CaseUnlinked(EventHeader header, CaseRelation relation, CaseNumber other, UnlinkReason reason)
            implements CaseEvent {
        public CaseUnlinked {
            requireNonNull(header, "header");
            requireNonNull(relation, "relation");
            requireNonNull(other, "other");
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.caseUnlinked(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.CASE_UNLINKED;
        }
    }

    /**
     * Cases that belong to it were told what it had for them: its answer, or a way around the trouble. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param said the sequence number of the event of this case that they were told of
     * @param upTo the last case, in order of registration, that was told; empty if all were
     */
    @JsonTypeName("children-told")
    record ChildrenTold(EventHeader header, long said, Optional<CaseNumber> upTo) implements CaseEvent {
        public ChildrenTold {
            requireNonNull(header, "header");
            requireNonNull(upTo, "upTo");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.childrenTold(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.CHILDREN_TOLD;
        }
    }

    /**
     * The major incident that it belongs to had something for it; what that is stands in the events that follow. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param parent the major incident
     * @param said the sequence number of the event of the major incident; of its latest, if its answer stood already when it
     *     was linked, so that nothing before it is told again
     */
    @JsonTypeName("heard-from-parent")
    record HeardFromParent(EventHeader header, CaseNumber parent, long said) implements CaseEvent {
        public HeardFromParent {
            requireNonNull(header, "header");
            requireNonNull(parent, "parent");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heardFromParent(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.HEARD_FROM_PARENT;
        }
    }

    /**
     * A clock went past a threshold of its target (R17). Immutable.
     *
     * @param header which case, which in order, who, and when it was noticed
     * @param passed what was passed, and when
     * @param unheard whether somebody was to be told and nobody could be, so that sweeps try again
     */
    @JsonTypeName("threshold-passed")
    record ThresholdPassed(
            EventHeader header,
            PassedThreshold passed,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unheard) implements CaseEvent {
        public ThresholdPassed {
            requireNonNull(header, "header");
            requireNonNull(passed, "passed");
        }

        /** Everybody who was to be told was. */
        public ThresholdPassed(EventHeader header, PassedThreshold passed) {
            this(header, passed, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.thresholdPassed(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.THRESHOLD_PASSED;
        }
    }

    /**
     * A threshold on record was not passed after all, because something was reported that happened before it. Who was told
     * of it has been told; what it is held for in figures is gone. It may be passed again later. Immutable.
     *
     * @param header which case, which in order, who and when it was noticed
     * @param threshold the id of the threshold on record
     */
    @JsonTypeName("threshold-retracted")
    record ThresholdRetracted(EventHeader header, String threshold) implements CaseEvent {
        public ThresholdRetracted {
            requireNonNull(header, "header");
            requireNonNull(threshold, "threshold");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.thresholdRetracted(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.THRESHOLD_RETRACTED;
        }
    }

    /**
     * Somebody who answers for more than the case was told that it needs attention (ITIL: hierarchical escalation; R17).
     * The working group goes on working. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param to who was told
     * @param reason why
     * @param occasion the id of the threshold on record that it was told of, or of the absence; empty if somebody told it of
     *     their own accord
     */
    @JsonTypeName("escalated")
    record Escalated(
            EventHeader header,
            ActorId to,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> occasion)
            implements CaseEvent {
        public Escalated {
            requireNonNull(header, "header");
            requireNonNull(to, "to");
            requireNonNull(reason, "reason");
            requireNonNull(occasion, "occasion");
        }

        /** Somebody told it of their own accord. */
        public Escalated(EventHeader header, ActorId to, String reason) {
            this(header, to, reason, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.escalated(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.ESCALATED;
        }
    }

    /**
     * A follow-up rule came due (R14, R20). A program speaks, so no clock takes it for a word to the customer. Immutable.
     *
     * @param header which case, which in order, who, and when it was noticed
     * @param followUp which rule, when it came due, and who is told
     */
    @JsonTypeName("followed-up")
    record FollowedUp(EventHeader header, FollowUp followUp) implements CaseEvent {
        public FollowedUp {
            requireNonNull(header, "header");
            requireNonNull(followUp, "followUp");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.followedUp(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.FOLLOWED_UP;
        }
    }

    /**
     * A sweep could not handle the case, and no sweep looks at it again until something else happens to it. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param reason what went wrong
     */
    @JsonTypeName("set-aside")
    record SetAside(EventHeader header, String reason) implements CaseEvent {
        public SetAside {
            requireNonNull(header, "header");
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setAside(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.SET_ASIDE;
        }
    }

    /**
     * What stood in the way of sweeps is out of it, and they look at the case again. Immutable.
     *
     * @param header which case, which in order, who and when
     */
    @JsonTypeName("taken-up")
    record TakenUp(EventHeader header) implements CaseEvent {
        public TakenUp {
            requireNonNull(header, "header");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.takenUp(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.TAKEN_UP;
        }
    }

    /**
     * The answer did not help, and a group works on it again. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param station who works on it now
     * @param reason why
     */
    @JsonTypeName("reopened")
    record Reopened(EventHeader header, Station station, String reason) implements CaseEvent {
        public Reopened {
            requireNonNull(header, "header");
            requireNonNull(station, "station");
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reopened(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.REOPENED;
        }
    }

    /**
     * It is over. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param reason why
     * @param remark in words; where the customer was guided to, if it was referred
     */
    @JsonTypeName("closed")
    record Closed(EventHeader header, ClosingReason reason, String remark) implements CaseEvent {
        public Closed {
            requireNonNull(header, "header");
            requireNonNull(reason, "reason");
            requireNonNull(remark, "remark");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.CLOSED;
        }
    }

    /**
     * It was brought along from elsewhere, with all that happened to it before. Clocks read its past as any other; but no
     * threshold and no follow-up rule that came due until then is acted on any more. Immutable.
     *
     * @param header which case, which in order, who and when
     * @param origin where it comes from: the name of the other system
     */
    @JsonTypeName("imported")
    record Imported(EventHeader header, String origin) implements CaseEvent {
        public Imported {
            requireNonNull(header, "header");
            requireNonNull(origin, "origin");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.imported(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.IMPORTED;
        }
    }

    /**
     * Somebody whose case this is not was forgotten, and what stood here of that person is gone: a copy of the answer or the
     * workaround of the case that this one heard it from, an address to which copies went.
     */
    @JsonTypeName("person-forgotten")
    record PersonForgotten(EventHeader header) implements CaseEvent {
        public PersonForgotten {
            requireNonNull(header, "header");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.personForgotten(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.PERSON_FORGOTTEN;
        }
    }

    /**
     * Names and free text of all earlier events were removed; the flow remains. Immutable.
     *
     * @param header which case, which in order, who and when
     */
    @JsonTypeName("personal-data-erased")
    record PersonalDataErased(EventHeader header) implements CaseEvent {
        public PersonalDataErased {
            requireNonNull(header, "header");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.personalDataErased(this);
        }

        @Override
        public EventKind eventKind() {
            return EventKind.PERSONAL_DATA_ERASED;
        }
    }
}
