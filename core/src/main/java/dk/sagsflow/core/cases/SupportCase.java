package dk.sagsflow.core.cases;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A case (other tools say ticket) as it stands after its latest event: the common form of incidents, service requests,
 * questions and change requests. It is the fold of its events and nothing else. Immutable.
 */
@Value.Immutable
public interface SupportCase extends WithSupportCase {
    /** How it stands. */
    CaseStanding standing();

    /** What was said when it came in. */
    CaseReport report();

    /** What it is held to be. */
    CaseClassification classification();

    /** Every group that has had it, in order of the first time. */
    ImmutableSet<GroupId> involvedGroups();

    /** Groups that handed it over and are to follow up on it, because a rule says it has lain there too long (R14). */
    ImmutableSet<GroupId> toFollowUp();

    /** The group that gave the customer the latest answer. */
    Optional<Station> answeredBy();

    /** What the customer was told last. */
    Optional<String> answer();

    /** When it was answered, or closed by people, whichever came last; empty while a group works on it. */
    Optional<Instant> overSince();

    /** How often it was reopened. */
    int reopenings();

    /** Why it is over, once it is. */
    Optional<ClosingReason> closingReason();

    /** Why sweeps leave it alone, if they do: one could not handle it, and nothing has happened to it since. */
    Optional<String> setAside();

    /** Where the change is recorded, if it became a change request (R10). */
    Optional<String> changeReference();

    /** The cases that it is related to; those that belong to it say so themselves, and are found by a query. */
    ImmutableSet<RelatedCase> relatedCases();

    /** Whether other cases belong to it, or did. */
    boolean majorIncident();

    /** Whether other cases are duplicates of it, or were. */
    boolean original();

    /** The cases whose words it was told, so that they go from here when they go there; none any longer once it is erased. */
    ImmutableSet<CaseNumber> heardFrom();

    /** What it has for the cases that belong to it and not all of them were told yet, the oldest first. */
    ImmutableList<News> untold();

    /** The limits on record that somebody was to be told of and nobody could be; sweeps try again until it is over. */
    ImmutableSet<PassedThreshold> unheard();

    /** What it is called in other systems; nothing any longer once it is erased. */
    ImmutableSet<Reference> references();

    /** Who is sent copies of what others are told of it; nobody any longer once it is erased. */
    ImmutableSet<Watcher> watchers();

    /** Who was sent copies and is no longer, so that they are found when they are forgotten. */
    ImmutableSet<Watcher> formerWatchers();

    /** The files that came with it, in order. */
    ImmutableList<Attached> attachments();

    /** The fields of the organisation's own that are filled in, in the order in which they were. */
    ImmutableMap<AttributeId, Field> attributes();

    /** When it was brought along from elsewhere: what came due until then is not acted on; empty if it came in here. */
    Optional<Instant> importedAt();

    /** Whether names and free text were removed. */
    boolean personalDataErased();

    /**
     * What a case on hold waits for.
     *
     * @param waitingFor for whom or what
     * @param since when the waiting began
     * @param until when it goes on by itself; empty if it waits to be resumed
     */
    record Hold(WaitingFor waitingFor, Instant since, Optional<Instant> until) {
        /** Refuses null. */
        public Hold {
            requireNonNull(waitingFor, "waitingFor");
            requireNonNull(since, "since");
            requireNonNull(until, "until");
        }
    }

    /**
     * A case that this one is related to.
     *
     * @param relation how
     * @param number the other case
     * @param heard up to which version of the other case this one has heard of it, as far as it concerns it
     */
    record RelatedCase(CaseRelation relation, CaseNumber number, long heard) {
        /** Refuses null. */
        public RelatedCase {
            requireNonNull(relation, "relation");
            requireNonNull(number, "number");
        }

        /** Whether it belongs to this major incident. */
        public boolean isChildOf(CaseNumber parent) {
            return relation == CaseRelation.CHILD_OF && number.equals(parent);
        }

        /** Whether it hears from this case: the major incident that it belongs to, or the one of which it is a duplicate. */
        public boolean belongsTo(CaseNumber other) {
            return belongs() && number.equals(other);
        }

        /** Whether it hears from the other case. */
        public boolean belongs() {
            return relation == CaseRelation.CHILD_OF || relation == CaseRelation.DUPLICATE_OF;
        }

        RelatedCase havingHeard(long said) {
            return new RelatedCase(relation, number, Math.max(heard, said));
        }
    }

    /**
     * Something that a major incident has for the cases that belong to it.
     *
     * @param said the sequence number of the event that they are told of
     * @param toldUpTo the last case, in order of registration, that was told; empty if none was
     */
    record News(long said, Optional<CaseNumber> toldUpTo) {
        /** Refuses null. */
        public News {
            requireNonNull(toldUpTo, "toldUpTo");
        }

        static News of(CaseEvent event) {
            return new News(event.sequence(), Optional.empty());
        }
    }

    /**
     * A field of the organisation's own that is filled in.
     *
     * @param value what stands in it
     * @param personal whether erasing personal data removes it
     */
    record Field(AttributeValue value, boolean personal) {
        /** Refuses null. */
        public Field {
            requireNonNull(value, "value");
        }
    }

    /**
     * A file that came with it. Immutable.
     *
     * @param sequence the sequence number of the event that says so
     * @param visibility who may see it
     * @param attachment the file
     * @param note the sequence number of the note that it came with; empty if it came with the registration
     */
    record Attached(long sequence, Visibility visibility, Attachment attachment, Optional<Long> note) {
        /** Refuses null. */
        public Attached {
            requireNonNull(visibility, "visibility");
            requireNonNull(attachment, "attachment");
            requireNonNull(note, "note");
        }
    }

    /** What its latest event says of itself: when it happened, and whose doing it was. */
    default EventHeader latest() {
        return standing().latest();
    }

    /**
     * Until when things happened to it, what programs put on record about it apart: a report of something earlier comes too
     * late to be told in order.
     */
    default Instant happenedUntil() {
        return standing().happenedUntil();
    }

    /** The number by which people speak of it. */
    default CaseNumber number() {
        return latest().caseNumber();
    }

    /** The sequence number of its latest event; a store compares it before it appends. */
    default long version() {
        return latest().sequence();
    }

    /** When its latest event was recorded. */
    default Instant changedAt() {
        return latest().recordedAt();
    }

    /** Where it stands. */
    default CaseStatus status() {
        return standing().status();
    }

    /** Who answers for it now (R01, R06, R14). */
    default ResponsibilityChain chain() {
        return standing().chain();
    }

    /** The hold that it is on, if it is. */
    default Optional<Hold> hold() {
        return standing().hold();
    }

    /** When it came in. */
    default Instant registeredAt() {
        return report().registeredAt();
    }

    /** Whose case it is. */
    default CustomerId customer() {
        return report().customer();
    }

    /** What kind of customer that is. */
    default CustomerKind customerKind() {
        return report().customerKind();
    }

    /** The unit of the customer. */
    default Optional<UnitId> unit() {
        return report().unit();
    }

    /** What kind of record it is. */
    default CaseKind kind() {
        return classification().kind();
    }

    /** The system that it concerns. */
    default Optional<SystemId> system() {
        return classification().system();
    }

    /** The category within the system. */
    default Optional<String> category() {
        return classification().category();
    }

    /** Where it comes from, as far as it is placed. */
    default Cause cause() {
        return classification().cause();
    }

    /** How much of the organisation is touched, once that is judged. */
    default Optional<Impact> impact() {
        return classification().impact();
    }

    /** How soon it must be put right, once that is judged. */
    default Optional<Urgency> urgency() {
        return classification().urgency();
    }

    /** In which order it is worked on, once that is judged. */
    default Optional<Priority> priority() {
        return classification().priority();
    }

    /** What it is about, in a line. */
    default String subject() {
        return report().subject();
    }

    /** What the customer said. */
    default String description() {
        return report().description();
    }

    /** What stands in this field; empty if nothing does. */
    default Optional<AttributeValue> attribute(AttributeId id) {
        return Optional.ofNullable(attributes().get(id)).map(Field::value);
    }

    /** The group that works on it; empty once the customer is answered. */
    default Optional<Station> working() {
        return chain().working().map(Link::station);
    }

    /** The major incident that it belongs to; empty if it belongs to none. */
    default Optional<CaseNumber> parent() {
        return related(CaseRelation.CHILD_OF);
    }

    /** The case of which it is a duplicate; empty if it is none. */
    default Optional<CaseNumber> duplicateOf() {
        return related(CaseRelation.DUPLICATE_OF);
    }

    private Optional<CaseNumber> related(CaseRelation relation) {
        return relatedCases().stream()
                .filter(related -> related.relation() == relation)
                .map(RelatedCase::number)
                .findFirst();
    }

    /**
     * The case that these events make.
     *
     * @param events all events of one case in order, from its registration
     * @throws IllegalArgumentException if they do not begin with a registration, leave one out, or are of several cases
     */
    static SupportCase of(Iterable<? extends CaseEvent> events) {
        Iterator<? extends CaseEvent> all = events.iterator();
        checkArgument(all.hasNext(), "a case needs at least its registration, but there are no events");
        CaseEvent first = all.next();
        if (!(first instanceof CaseEvent.Registered registered)) {
            throw new IllegalArgumentException("the first event of case " + first.caseNumber() + " is "
                    + first.getClass().getSimpleName() + ", not a registration");
        }
        SupportCase folded = CaseFold.begin(registered);
        while (all.hasNext()) {
            folded = folded.after(all.next());
        }
        return folded;
    }

    /**
     * This case after one more event.
     *
     * @throws IllegalArgumentException if the event is not the next one of this case
     */
    default SupportCase after(CaseEvent event) {
        checkArgument(
                event.caseNumber().equals(number()) && event.sequence() == version() + 1,
                "event %s of case %s cannot follow event %s of case %s",
                event.sequence(),
                event.caseNumber(),
                version(),
                number());
        return CaseFold.fold(this, event);
    }

    /** This case no longer on hold, as whoever has it had it before. */
    default SupportCase goingOn() {
        return withStanding(standing().with(chain()));
    }

    /** This case as if it were of that kind. */
    default SupportCase withKind(CaseKind kind) {
        return withClassification(classification().withKind(kind));
    }

    /** This case as if it concerned that system, or none. */
    default SupportCase withSystem(Optional<SystemId> system) {
        return withClassification(classification().withSystem(system));
    }

    /** This case as if it were placed there. */
    default SupportCase withCause(Cause cause) {
        return withClassification(classification().withCause(cause));
    }

    /** This case as if it had that priority. */
    default SupportCase withPriority(Priority priority) {
        return withClassification(classification().withPriority(priority));
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(SupportCase.class, "use ViewJson, for a CaseView of whoever is to see it");
    }

    /** Builds cases. Not thread-safe. */
    final class Builder extends ImmutableSupportCase.Builder {
        Builder() {}
    }
}
