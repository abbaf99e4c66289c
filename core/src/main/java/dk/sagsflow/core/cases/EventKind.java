package dk.sagsflow.core.cases;

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
    /** {@link CaseEvent.CaseLinked}. */
    CASE_LINKED,
    /** {@link CaseEvent.BecameMajorIncident}. */
    BECAME_MAJOR_INCIDENT,
    /** {@link CaseEvent.ChildrenTold}. */
    CHILDREN_TOLD,
    /** {@link CaseEvent.HeardFromParent}. */
    HEARD_FROM_PARENT,
    /** {@link CaseEvent.ThresholdPassed}. */
    THRESHOLD_PASSED,
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
    /** {@link CaseEvent.PersonalDataErased}. */
    PERSONAL_DATA_ERASED;

    private static final CaseEvent.Visitor<EventKind> OF = new Naming();

    /** The kind of this event. */
    public static EventKind of(CaseEvent event) {
        return event.accept(OF);
    }

    /** What the JSON form of events calls it: {@code handed-over}. */
    public String typeName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class Naming implements CaseEvent.Visitor<EventKind> {
        @Override
        public EventKind registered(CaseEvent.Registered event) {
            return REGISTERED;
        }

        @Override
        public EventKind accepted(CaseEvent.Accepted event) {
            return ACCEPTED;
        }

        @Override
        public EventKind assigned(CaseEvent.Assigned event) {
            return ASSIGNED;
        }

        @Override
        public EventKind handedOver(CaseEvent.HandedOver event) {
            return HANDED_OVER;
        }

        @Override
        public EventKind advisoryNoticeGiven(CaseEvent.AdvisoryNoticeGiven event) {
            return ADVISORY_NOTICE_GIVEN;
        }

        @Override
        public EventKind answered(CaseEvent.Answered event) {
            return ANSWERED;
        }

        @Override
        public EventKind givenBack(CaseEvent.GivenBack event) {
            return GIVEN_BACK;
        }

        @Override
        public EventKind putOnHold(CaseEvent.PutOnHold event) {
            return PUT_ON_HOLD;
        }

        @Override
        public EventKind resumed(CaseEvent.Resumed event) {
            return RESUMED;
        }

        @Override
        public EventKind classified(CaseEvent.Classified event) {
            return CLASSIFIED;
        }

        @Override
        public EventKind prioritised(CaseEvent.Prioritised event) {
            return PRIORITISED;
        }

        @Override
        public EventKind attributeSet(CaseEvent.AttributeSet event) {
            return ATTRIBUTE_SET;
        }

        @Override
        public EventKind noteAdded(CaseEvent.NoteAdded event) {
            return NOTE_ADDED;
        }

        @Override
        public EventKind supplierContactDocumented(CaseEvent.SupplierContactDocumented event) {
            return SUPPLIER_CONTACT_DOCUMENTED;
        }

        @Override
        public EventKind workaroundProvided(CaseEvent.WorkaroundProvided event) {
            return WORKAROUND_PROVIDED;
        }

        @Override
        public EventKind convertedToChange(CaseEvent.ConvertedToChange event) {
            return CONVERTED_TO_CHANGE;
        }

        @Override
        public EventKind knowledgeLinked(CaseEvent.KnowledgeLinked event) {
            return KNOWLEDGE_LINKED;
        }

        @Override
        public EventKind caseLinked(CaseEvent.CaseLinked event) {
            return CASE_LINKED;
        }

        @Override
        public EventKind becameMajorIncident(CaseEvent.BecameMajorIncident event) {
            return BECAME_MAJOR_INCIDENT;
        }

        @Override
        public EventKind childrenTold(CaseEvent.ChildrenTold event) {
            return CHILDREN_TOLD;
        }

        @Override
        public EventKind heardFromParent(CaseEvent.HeardFromParent event) {
            return HEARD_FROM_PARENT;
        }

        @Override
        public EventKind thresholdPassed(CaseEvent.ThresholdPassed event) {
            return THRESHOLD_PASSED;
        }

        @Override
        public EventKind escalated(CaseEvent.Escalated event) {
            return ESCALATED;
        }

        @Override
        public EventKind followedUp(CaseEvent.FollowedUp event) {
            return FOLLOWED_UP;
        }

        @Override
        public EventKind setAside(CaseEvent.SetAside event) {
            return SET_ASIDE;
        }

        @Override
        public EventKind takenUp(CaseEvent.TakenUp event) {
            return TAKEN_UP;
        }

        @Override
        public EventKind reopened(CaseEvent.Reopened event) {
            return REOPENED;
        }

        @Override
        public EventKind closed(CaseEvent.Closed event) {
            return CLOSED;
        }

        @Override
        public EventKind imported(CaseEvent.Imported event) {
            return IMPORTED;
        }

        @Override
        public EventKind personalDataErased(CaseEvent.PersonalDataErased event) {
            return PERSONAL_DATA_ERASED;
        }
    }
}
