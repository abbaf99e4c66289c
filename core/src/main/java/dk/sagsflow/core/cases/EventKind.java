package dk.sagsflow.core.cases;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Locale;

/**
 * The kinds of {@link CaseEvent}, for those who name one without having an event: a clock that starts when a case is
 * accepted, say. Kinds may be added in a minor release.
 */
public enum EventKind {
    /** {@link CaseEvent.Registered}. */
    REGISTERED,
    /** {@link CaseEvent.Accepted}. */
    ACCEPTED,
    /** {@link CaseEvent.Assigned}. */
    ASSIGNED,
    /** {@link CaseEvent.Unassigned}. */
    UNASSIGNED,
    /** {@link CaseEvent.HandedOver}. */
    HANDED_OVER,
    /** {@link CaseEvent.AdvisoryNoticeGiven}. */
    ADVISORY_NOTICE_GIVEN,
    /** {@link CaseEvent.Answered}. */
    ANSWERED,
    /** {@link CaseEvent.GivenBack}. */
    GIVEN_BACK,
    /** {@link CaseEvent.PutOnHold}. */
    PUT_ON_HOLD,
    /** {@link CaseEvent.Resumed}. */
    RESUMED,
    /** {@link CaseEvent.Classified}. */
    CLASSIFIED,
    /** {@link CaseEvent.Prioritised}. */
    PRIORITISED,
    /** {@link CaseEvent.AttributeSet}. */
    ATTRIBUTE_SET,
    /** {@link CaseEvent.NoteAdded}. */
    NOTE_ADDED,
    /** {@link CaseEvent.SupplierContactDocumented}. */
    SUPPLIER_CONTACT_DOCUMENTED,
    /** {@link CaseEvent.WorkaroundProvided}. */
    WORKAROUND_PROVIDED,
    /** {@link CaseEvent.ConvertedToChange}. */
    CONVERTED_TO_CHANGE,
    /** {@link CaseEvent.KnowledgeLinked}. */
    KNOWLEDGE_LINKED,
    /** {@link CaseEvent.AttachmentAdded}. */
    ATTACHMENT_ADDED,
    /** {@link CaseEvent.ReferenceAdded}. */
    REFERENCE_ADDED,
    /** {@link CaseEvent.WatcherAdded}. */
    WATCHER_ADDED,
    /** {@link CaseEvent.WatcherRemoved}. */
    WATCHER_REMOVED,
    /** {@link CaseEvent.CaseLinked}. */
    CASE_LINKED,
    /** {@link CaseEvent.BecameMajorIncident}. */
    BECAME_MAJOR_INCIDENT,
    /** {@link CaseEvent.BecameOriginal}. */
    BECAME_ORIGINAL,
    /** {@link CaseEvent.CaseUnlinked}. */
    CASE_UNLINKED,
    /** {@link CaseEvent.ChildrenTold}. */
    CHILDREN_TOLD,
    /** {@link CaseEvent.HeardFromParent}. */
    HEARD_FROM_PARENT,
    /** {@link CaseEvent.ThresholdPassed}. */
    THRESHOLD_PASSED,
    /** {@link CaseEvent.ThresholdRetracted}. */
    THRESHOLD_RETRACTED,
    /** {@link CaseEvent.Escalated}. */
    ESCALATED,
    /** {@link CaseEvent.FollowedUp}. */
    FOLLOWED_UP,
    /** {@link CaseEvent.SetAside}. */
    SET_ASIDE,
    /** {@link CaseEvent.TakenUp}. */
    TAKEN_UP,
    /** {@link CaseEvent.Reopened}. */
    REOPENED,
    /** {@link CaseEvent.Closed}. */
    CLOSED,
    /** {@link CaseEvent.Imported}. */
    IMPORTED,
    /** {@link CaseEvent.PersonForgotten}. */
    PERSON_FORGOTTEN,
    /** {@link CaseEvent.PersonalDataErased}. */
    PERSONAL_DATA_ERASED;

    /** What programs put on record of what they noticed. */
    static final ImmutableSet<EventKind> OWN_RECORDS = Sets.immutableEnumSet(
            THRESHOLD_PASSED,
            THRESHOLD_RETRACTED,
            FOLLOWED_UP,
            CHILDREN_TOLD,
            SET_ASIDE,
            TAKEN_UP,
            ESCALATED,
            PERSON_FORGOTTEN);

    /** What the JSON form of events calls it: {@code handed-over}. */
    public String typeName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
