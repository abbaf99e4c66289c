package dk.sagsflow.core.cases;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one event does to the case before it. Knows structure only: whether it was allowed was decided before. Not thread-safe. */
final class CaseFold implements CaseEvent.Visitor<SupportCase> {
    private final SupportCase before;
    /** How it stands after the event; what else the event changes is what its method returns. */
    private CaseStanding standing;

    private CaseFold(SupportCase before, CaseEvent event) {
        this.before = before;
        this.standing = before.standing().after(event);
    }

    static SupportCase begin(CaseEvent.Registered event) {
        return Fresh.CASE
                .withStanding(CaseStanding.begun(event))
                .withReport(CaseReport.of(event))
                .withClassification(CaseClassification.of(event))
                .withInvolvedGroups(ImmutableSet.of(event.station().group()));
    }

    /** What a case has that just came in. A builder would begin with one for each of its lists, for every case that is read. */
    private static final class Fresh {
        private static final CaseEvent.Registered REGISTERED = new CaseEvent.Registered(
                EventHeader.of(CaseNumber.of("0"), 1, Instant.EPOCH, PersonalData.SOMEBODY, Side.PROGRAM),
                new Station(GroupId.of("nobody"), TierId.of("nowhere")),
                PersonalData.CUSTOMER,
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.empty(),
                "",
                "");
        private static final SupportCase CASE = new SupportCase.Builder()
                .standing(CaseStanding.begun(REGISTERED))
                .report(CaseReport.of(REGISTERED))
                .classification(CaseClassification.of(REGISTERED))
                .reopenings(0)
                .majorIncident(false)
                .original(false)
                .personalDataErased(false)
                .build();
    }

    static SupportCase fold(SupportCase before, CaseEvent event) {
        // What happens next takes up a case that was set aside.
        SupportCase taken = before.setAside().isEmpty() ? before : before.withSetAside(Optional.empty());
        CaseFold fold = new CaseFold(taken, event);
        SupportCase after = event.accept(fold).withStanding(fold.standing);
        SupportCase heard = before.unheard().isEmpty() ? after : after.withUnheard(stillToBeHeard(after));
        return before.toFollowUp().isEmpty() ? heard : heard.withToFollowUp(stillToFollowUp(heard));
    }

    /** A group that has the case back, or no longer answers for it, has nothing to follow up. */
    private static Iterable<GroupId> stillToFollowUp(SupportCase after) {
        return Sets.filter(
                after.toFollowUp(),
                group -> after.chain().holds(group)
                        && after.working()
                                .filter(working -> working.group().equals(group))
                                .isEmpty());
    }

    @Override
    public SupportCase registered(CaseEvent.Registered event) {
        throw new IllegalArgumentException("case " + event.caseNumber() + " is registered a second time, by event "
                + event.sequence() + "; only the first event registers");
    }

    @Override
    public SupportCase accepted(CaseEvent.Accepted event) {
        return taken(event, event.actor());
    }

    @Override
    public SupportCase assigned(CaseEvent.Assigned event) {
        return taken(event, event.assignee());
    }

    private SupportCase taken(CaseEvent event, ActorId by) {
        standing = standing.inProgress(onTop(top().accepted(event.occurredAt(), by)));
        return before;
    }

    @Override
    public SupportCase unassigned(CaseEvent.Unassigned event) {
        standing = standing.with(onTop(top().nobodys()));
        return before;
    }

    @Override
    public SupportCase handedOver(CaseEvent.HandedOver event) {
        return begunAt(event.to(), before.chain(), event);
    }

    @Override
    public SupportCase advisoryNoticeGiven(CaseEvent.AdvisoryNoticeGiven event) {
        return before;
    }

    @Override
    public SupportCase answered(CaseEvent.Answered event) {
        if (event.to().isPresent()) {
            return returned(event.to().get(), event);
        }
        standing = standing.over(CaseStatus.ANSWERED);
        return before.withAnsweredBy(event.by())
                .withAnswer(event.answer())
                .withClosingReason(Optional.empty())
                .withOverSince(event.occurredAt())
                .withUntold(untold(event));
    }

    /** What it has for its children and duplicates, which are told of it by and by. */
    private Iterable<SupportCase.News> untold(CaseEvent said) {
        return before.majorIncident() || before.original()
                ? Iterables.concat(before.untold(), ImmutableList.of(SupportCase.News.of(said)))
                : before.untold();
    }

    @Override
    public SupportCase givenBack(CaseEvent.GivenBack event) {
        return returned(event.to(), event);
    }

    private SupportCase returned(Station to, CaseEvent event) {
        standing = standing.with(before.chain().returned(to, event.occurredAt()));
        return before;
    }

    @Override
    public SupportCase putOnHold(CaseEvent.PutOnHold event) {
        standing = standing.onHold(new SupportCase.Hold(event.waitingFor(), event.occurredAt(), event.until()));
        return before;
    }

    @Override
    public SupportCase resumed(CaseEvent.Resumed event) {
        standing = standing.with(before.chain());
        return before;
    }

    @Override
    public SupportCase classified(CaseEvent.Classified event) {
        return before.withClassification(before.classification().after(event));
    }

    @Override
    public SupportCase prioritised(CaseEvent.Prioritised event) {
        return before.withClassification(before.classification().after(event));
    }

    @Override
    public SupportCase attributeSet(CaseEvent.AttributeSet event) {
        Map<AttributeId, SupportCase.Field> fields = new LinkedHashMap<>(before.attributes());
        event.value()
                .ifPresentOrElse(
                        value -> fields.put(event.attribute(), new SupportCase.Field(value, event.personal())),
                        () -> fields.remove(event.attribute()));
        return before.withAttributes(fields);
    }

    @Override
    public SupportCase noteAdded(CaseEvent.NoteAdded event) {
        return before;
    }

    @Override
    public SupportCase supplierContactDocumented(CaseEvent.SupplierContactDocumented event) {
        standing = standing.noted(onTop(top().withSupplierContact()));
        return before;
    }

    @Override
    public SupportCase workaroundProvided(CaseEvent.WorkaroundProvided event) {
        return before.withUntold(untold(event));
    }

    @Override
    public SupportCase convertedToChange(CaseEvent.ConvertedToChange event) {
        return before.withKind(CaseKind.CHANGE_REQUEST).withChangeReference(event.reference());
    }

    @Override
    public SupportCase knowledgeLinked(CaseEvent.KnowledgeLinked event) {
        return before;
    }

    @Override
    public SupportCase attachmentAdded(CaseEvent.AttachmentAdded event) {
        return before.withAttachments(ImmutableList.<SupportCase.Attached>builder()
                .addAll(before.attachments())
                .add(new SupportCase.Attached(event.sequence(), event.visibility(), event.attachment(), event.note()))
                .build());
    }

    @Override
    public SupportCase referenceAdded(CaseEvent.ReferenceAdded event) {
        return before.withReferences(ImmutableSet.<Reference>builder()
                .addAll(before.references())
                .add(event.reference())
                .build());
    }

    @Override
    public SupportCase watcherAdded(CaseEvent.WatcherAdded event) {
        return before.withWatchers(Iterables.concat(before.watchers(), ImmutableSet.of(event.watcher())))
                .withFormerWatchers(Sets.filter(before.formerWatchers(), watcher -> !watcher.equals(event.watcher())));
    }

    @Override
    public SupportCase watcherRemoved(CaseEvent.WatcherRemoved event) {
        return before.withWatchers(Sets.filter(before.watchers(), watcher -> !watcher.same(event.watcher())))
                .withFormerWatchers(Iterables.concat(
                        before.formerWatchers(),
                        Sets.filter(before.watchers(), watcher -> watcher.same(event.watcher()))));
    }

    @Override
    public SupportCase caseLinked(CaseEvent.CaseLinked event) {
        return before.withRelatedCases(ImmutableSet.<SupportCase.RelatedCase>builder()
                .addAll(before.relatedCases())
                .add(new SupportCase.RelatedCase(
                        event.relation(), event.other(), event.otherVersion().orElse(0L)))
                .build());
    }

    @Override
    public SupportCase becameMajorIncident(CaseEvent.BecameMajorIncident event) {
        return before.withMajorIncident(true);
    }

    @Override
    public SupportCase becameOriginal(CaseEvent.BecameOriginal event) {
        return before.withOriginal(true);
    }

    @Override
    public SupportCase caseUnlinked(CaseEvent.CaseUnlinked event) {
        return before.withRelatedCases(before.relatedCases().stream()
                .filter(related -> related.relation() != event.relation()
                        || !related.number().equals(event.other()))
                .collect(ImmutableSet.toImmutableSet()));
    }

    @Override
    public SupportCase childrenTold(CaseEvent.ChildrenTold event) {
        return before.withUntold(before.untold().stream()
                .flatMap(news -> news.said() != event.said()
                        ? Stream.of(news)
                        : event.upTo().map(child -> new SupportCase.News(event.said(), Optional.of(child))).stream())
                .toList());
    }

    @Override
    public SupportCase heardFromParent(CaseEvent.HeardFromParent event) {
        return before.withHeardFrom(Iterables.concat(before.heardFrom(), ImmutableSet.of(event.parent())))
                .withRelatedCases(before.relatedCases().stream()
                        .map(related -> related.belongsTo(event.parent()) ? related.havingHeard(event.said()) : related)
                        .collect(ImmutableSet.toImmutableSet()));
    }

    @Override
    public SupportCase thresholdPassed(CaseEvent.ThresholdPassed event) {
        return event.unheard()
                ? before.withUnheard(ImmutableSet.<PassedThreshold>builder()
                        .addAll(before.unheard())
                        .add(event.passed())
                        .build())
                : before;
    }

    @Override
    public SupportCase thresholdRetracted(CaseEvent.ThresholdRetracted event) {
        return heard(event.threshold());
    }

    @Override
    public SupportCase escalated(CaseEvent.Escalated event) {
        return event.occasion().map(this::heard).orElse(before);
    }

    private SupportCase heard(String threshold) {
        return before.unheard().isEmpty()
                ? before
                : before.withUnheard(
                        Sets.filter(before.unheard(), passed -> !passed.id().equals(threshold)));
    }

    /** What is over raises no alarm: an answer to the customer, a closing, a group that no longer answers for the case. */
    private static Iterable<PassedThreshold> stillToBeHeard(SupportCase after) {
        return Sets.filter(
                after.unheard(),
                passed -> after.working().isPresent()
                        && passed.station()
                                .map(station -> after.chain().holds(station.group()))
                                .orElse(true));
    }

    @Override
    public SupportCase followedUp(CaseEvent.FollowedUp event) {
        return before.withToFollowUp(ImmutableSet.<GroupId>builder()
                .addAll(before.toFollowUp())
                .addAll(event.followUp().listed().stream().iterator())
                .build());
    }

    @Override
    public SupportCase setAside(CaseEvent.SetAside event) {
        return before.withSetAside(event.reason());
    }

    @Override
    public SupportCase takenUp(CaseEvent.TakenUp event) {
        return before;
    }

    @Override
    public SupportCase reopened(CaseEvent.Reopened event) {
        return begunAt(event.station(), ResponsibilityChain.empty(), event)
                .withReopenings(before.reopenings() + 1)
                .withOverSince(Optional.empty())
                .withClosingReason(Optional.empty());
    }

    @Override
    public SupportCase closed(CaseEvent.Closed event) {
        standing = standing.over(CaseStatus.CLOSED);
        return before.withOverSince(overSince(event))
                .withClosingReason(event.reason())
                .withUntold(endsWithoutAnswer(event) ? untold(event) : before.untold());
    }

    /** A program that closes what is answered comes when its sweep comes, so that gives the customer no more time. */
    private Instant overSince(CaseEvent.Closed event) {
        Optional<Instant> answered = event.side() == Side.PROGRAM ? before.overSince() : Optional.empty();
        return answered.orElse(event.occurredAt());
    }

    /** Duplicates of a duplicate hear from it all the same, so they need not know. */
    private boolean endsWithoutAnswer(CaseEvent.Closed event) {
        return switch (event.reason()) {
            case WITHDRAWN, REFERRED -> true;
            case DUPLICATE -> before.majorIncident();
            case CONFIRMED, UNANSWERED -> false;
        };
    }

    @Override
    public SupportCase imported(CaseEvent.Imported event) {
        return before.withImportedAt(event.recordedAt()).withUntold();
    }

    @Override
    public SupportCase personForgotten(CaseEvent.PersonForgotten event) {
        return before.withWatchers(Sets.filter(before.watchers(), watcher -> !Watcher.forgotten(watcher)))
                .withFormerWatchers(Sets.filter(before.formerWatchers(), watcher -> !Watcher.forgotten(watcher)))
                .withUntold(untold(event));
    }

    @Override
    public SupportCase personalDataErased(CaseEvent.PersonalDataErased event) {
        return before.withPersonalDataErased(true)
                .withUntold(untold(event))
                .withHeardFrom(ImmutableSet.of())
                .withReferences(ImmutableSet.of())
                .withWatchers(ImmutableSet.of())
                .withFormerWatchers(ImmutableSet.of())
                .withAttachments(ImmutableList.of())
                .withReport(before.report().erased())
                .withAnswer(before.answer().map(answer -> PersonalData.TEXT))
                .withChangeReference(before.changeReference().map(reference -> PersonalData.TEXT))
                .withAttributes(Maps.filterValues(before.attributes(), field -> !field.personal()));
    }

    private SupportCase begunAt(Station station, ResponsibilityChain chain, CaseEvent event) {
        standing = standing.with(chain.push(Link.begun(station, event.occurredAt())));
        return before.involvedGroups().contains(station.group())
                ? before
                : before.withInvolvedGroups(ImmutableSet.<GroupId>builderWithExpectedSize(
                                before.involvedGroups().size() + 1)
                        .addAll(before.involvedGroups())
                        .add(station.group())
                        .build());
    }

    private ResponsibilityChain onTop(Link link) {
        return before.chain().replaceTop(link);
    }

    private Link top() {
        return before.chain()
                .working()
                .orElseThrow(() -> new IllegalArgumentException("nobody works on case " + before.number()
                        + " after event " + before.version() + ", so the next event cannot be of a working group"));
    }
}
