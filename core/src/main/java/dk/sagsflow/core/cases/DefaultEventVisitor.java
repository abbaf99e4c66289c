package dk.sagsflow.core.cases;

/**
 * A visitor for whoever is concerned with some kinds of events alone. Kinds that are added later go to {@link #otherwise};
 * who must not miss one implements {@link CaseEvent.Visitor} itself.
 *
 * @param <R> what the visitor gives for an event
 */
@FunctionalInterface
public interface DefaultEventVisitor<R> extends CaseEvent.Visitor<R> {
    /** What it gives for kinds whose method is not overridden. */
    R otherwise(CaseEvent event);

    @Override
    default R registered(CaseEvent.Registered event) {
        return otherwise(event);
    }

    @Override
    default R accepted(CaseEvent.Accepted event) {
        return otherwise(event);
    }

    @Override
    default R assigned(CaseEvent.Assigned event) {
        return otherwise(event);
    }

    @Override
    default R unassigned(CaseEvent.Unassigned event) {
        return otherwise(event);
    }

    @Override
    default R handedOver(CaseEvent.HandedOver event) {
        return otherwise(event);
    }

    @Override
    default R advisoryNoticeGiven(CaseEvent.AdvisoryNoticeGiven event) {
        return otherwise(event);
    }

    @Override
    default R answered(CaseEvent.Answered event) {
        return otherwise(event);
    }

    @Override
    default R givenBack(CaseEvent.GivenBack event) {
        return otherwise(event);
    }

    @Override
    default R putOnHold(CaseEvent.PutOnHold event) {
        return otherwise(event);
    }

    @Override
    default R resumed(CaseEvent.Resumed event) {
        return otherwise(event);
    }

    @Override
    default R classified(CaseEvent.Classified event) {
        return otherwise(event);
    }

    @Override
    default R prioritised(CaseEvent.Prioritised event) {
        return otherwise(event);
    }

    @Override
    default R attributeSet(CaseEvent.AttributeSet event) {
        return otherwise(event);
    }

    @Override
    default R noteAdded(CaseEvent.NoteAdded event) {
        return otherwise(event);
    }

    @Override
    default R supplierContactDocumented(CaseEvent.SupplierContactDocumented event) {
        return otherwise(event);
    }

    @Override
    default R workaroundProvided(CaseEvent.WorkaroundProvided event) {
        return otherwise(event);
    }

    @Override
    default R convertedToChange(CaseEvent.ConvertedToChange event) {
        return otherwise(event);
    }

    @Override
    default R knowledgeLinked(CaseEvent.KnowledgeLinked event) {
        return otherwise(event);
    }

    @Override
    default R attachmentAdded(CaseEvent.AttachmentAdded event) {
        return otherwise(event);
    }

    @Override
    default R referenceAdded(CaseEvent.ReferenceAdded event) {
        return otherwise(event);
    }

    @Override
    default R watcherAdded(CaseEvent.WatcherAdded event) {
        return otherwise(event);
    }

    @Override
    default R watcherRemoved(CaseEvent.WatcherRemoved event) {
        return otherwise(event);
    }

    @Override
    default R caseLinked(CaseEvent.CaseLinked event) {
        return otherwise(event);
    }

    @Override
    default R becameMajorIncident(CaseEvent.BecameMajorIncident event) {
        return otherwise(event);
    }

    @Override
    default R becameOriginal(CaseEvent.BecameOriginal event) {
        return otherwise(event);
    }

    @Override
    default R caseUnlinked(CaseEvent.CaseUnlinked event) {
        return otherwise(event);
    }

    @Override
    default R childrenTold(CaseEvent.ChildrenTold event) {
        return otherwise(event);
    }

    @Override
    default R heardFromParent(CaseEvent.HeardFromParent event) {
        return otherwise(event);
    }

    @Override
    default R thresholdPassed(CaseEvent.ThresholdPassed event) {
        return otherwise(event);
    }

    @Override
    default R thresholdRetracted(CaseEvent.ThresholdRetracted event) {
        return otherwise(event);
    }

    @Override
    default R escalated(CaseEvent.Escalated event) {
        return otherwise(event);
    }

    @Override
    default R followedUp(CaseEvent.FollowedUp event) {
        return otherwise(event);
    }

    @Override
    default R setAside(CaseEvent.SetAside event) {
        return otherwise(event);
    }

    @Override
    default R takenUp(CaseEvent.TakenUp event) {
        return otherwise(event);
    }

    @Override
    default R reopened(CaseEvent.Reopened event) {
        return otherwise(event);
    }

    @Override
    default R closed(CaseEvent.Closed event) {
        return otherwise(event);
    }

    @Override
    default R imported(CaseEvent.Imported event) {
        return otherwise(event);
    }

    @Override
    default R personForgotten(CaseEvent.PersonForgotten event) {
        return otherwise(event);
    }

    @Override
    default R personalDataErased(CaseEvent.PersonalDataErased event) {
        return otherwise(event);
    }
}
