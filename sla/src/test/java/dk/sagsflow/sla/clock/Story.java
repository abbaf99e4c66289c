package dk.sagsflow.sla.clock;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
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
import dk.sagsflow.core.relation.Reference;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A case told event by event, in the local time of Copenhagen. Not thread-safe. */
final class Story {
    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    static final Station CENTRE = new Station(GroupId.of("centre"), TierId.of("1st"));
    static final Station BIT = new Station(GroupId.of("bit"), TierId.of("2nd"));
    static final Station KMD = new Station(GroupId.of("kmd"), TierId.of("3rd"));

    private final List<CaseEvent> events = new ArrayList<>();
    private String actor = "karen";
    private Instant recordedAt = Instant.MIN;

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
    }

    static Story registered(String local) {
        return registered(at(local));
    }

    static Story registered(Instant at) {
        Story story = new Story();
        return story.add(new CaseEvent.Registered(
                story.header(at),
                CENTRE,
                CustomerId.of("anna"),
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.empty(),
                "help",
                "help"));
    }

    @CanIgnoreReturnValue
    Story by(String who) {
        actor = who;
        return this;
    }

    @CanIgnoreReturnValue
    Story accepted(Instant at) {
        return add(new CaseEvent.Accepted(header(at), working()));
    }

    @CanIgnoreReturnValue
    Story accepted(String local) {
        return accepted(at(local));
    }

    @CanIgnoreReturnValue
    Story handedOver(Instant at, Station to) {
        return add(new CaseEvent.HandedOver(header(at), working(), to, "unknown"));
    }

    @CanIgnoreReturnValue
    Story handedOver(String local, Station to) {
        return handedOver(at(local), to);
    }

    @CanIgnoreReturnValue
    Story answered(Instant at) {
        return add(new CaseEvent.Answered(
                header(at), working(), current().chain().awaiting().map(link -> link.station()), "so"));
    }

    @CanIgnoreReturnValue
    Story answered(String local) {
        return answered(at(local));
    }

    @CanIgnoreReturnValue
    Story givenBack(Instant at) {
        Station to = current().chain().awaiting().orElseThrow().station();
        return add(new CaseEvent.GivenBack(header(at), working(), to, GiveBackReason.MISROUTED, "no"));
    }

    @CanIgnoreReturnValue
    Story waiting(Instant at, WaitingFor reason) {
        return waiting(at, reason, Optional.empty());
    }

    @CanIgnoreReturnValue
    Story waiting(Instant at, WaitingFor reason, Optional<Instant> until) {
        return add(new CaseEvent.PutOnHold(header(at), reason, until, ""));
    }

    @CanIgnoreReturnValue
    Story waiting(String local, WaitingFor reason) {
        return waiting(at(local), reason);
    }

    @CanIgnoreReturnValue
    Story resumed(Instant at) {
        return add(new CaseEvent.Resumed(header(at)));
    }

    @CanIgnoreReturnValue
    Story resumed(String local) {
        return resumed(at(local));
    }

    @CanIgnoreReturnValue
    Story prioritised(Instant at, Priority priority) {
        return prioritised(at, Impact.HIGH, Urgency.HIGH, priority);
    }

    @CanIgnoreReturnValue
    Story prioritised(Instant at, Impact impact, Urgency urgency, Priority priority) {
        return add(new CaseEvent.Prioritised(header(at), impact, urgency, priority));
    }

    @CanIgnoreReturnValue
    Story prioritised(String local, Priority priority) {
        return prioritised(at(local), priority);
    }

    @CanIgnoreReturnValue
    Story noted(String local, Visibility visibility) {
        return noted(at(local), visibility);
    }

    @CanIgnoreReturnValue
    Story noted(Instant at, Visibility visibility) {
        return add(new CaseEvent.NoteAdded(header(at), visibility, "a note"));
    }

    @CanIgnoreReturnValue
    Story workaround(Instant at) {
        return add(new CaseEvent.WorkaroundProvided(header(at), Visibility.INTERNAL, "like this", Optional.empty()));
    }

    @CanIgnoreReturnValue
    Story convertedToChange(Instant at) {
        return add(new CaseEvent.ConvertedToChange(header(at), ChangeKind.STANDARD, "RFC-1"));
    }

    @CanIgnoreReturnValue
    Story reopened(Instant at) {
        return add(new CaseEvent.Reopened(header(at), CENTRE, "again"));
    }

    @CanIgnoreReturnValue
    Story reopened(String local) {
        return reopened(at(local));
    }

    @CanIgnoreReturnValue
    Story closed(Instant at) {
        return add(new CaseEvent.Closed(header(at), ClosingReason.WITHDRAWN, ""));
    }

    /** A limit of customers that a sweep noticed as used up. */
    @CanIgnoreReturnValue
    Story thresholdPassed(String local, String target, String dueAt) {
        return add(new CaseEvent.ThresholdPassed(
                header(at(local)),
                PassedThreshold.builder()
                        .id("customers/" + target + "/from-1/100%")
                        .agreement("customers")
                        .version("1")
                        .target(target)
                        .dueAt(at(dueAt))
                        .exceeded(true)
                        .superseded(false)
                        .build()));
    }

    /** What a sweep puts on record of a threshold. */
    static CaseEvent recorded(CaseHistory history, ThresholdPassing passing, Instant at) {
        PassedThreshold passed = PassedThreshold.builder()
                .id(passing.id())
                .agreement(passing.selected().agreement().id())
                .version(passing.selected().agreement().version())
                .target(passing.selected().target().id())
                .dueAt(passing.dueAt())
                .exceeded(true)
                .superseded(passing.superseded())
                .build();
        return new CaseEvent.ThresholdPassed(next(history, "sagsflow", at, at), passed);
    }

    /** A word to the customer that was said then and is reported now. */
    static CaseEvent notedLate(CaseHistory history, Instant occurredAt, Instant recordedAt) {
        return new CaseEvent.NoteAdded(next(history, "karen", occurredAt, recordedAt), Visibility.CUSTOMER, "told");
    }

    /** It is called something in another system, which says nothing of what was promised. */
    static CaseEvent calledElsewhere(CaseHistory history, Instant at) {
        return new CaseEvent.ReferenceAdded(next(history, "karen", at, at), new Reference("erp", "4711"));
    }

    private static EventHeader next(CaseHistory history, String actor, Instant occurredAt, Instant recordedAt) {
        return EventHeader.builder()
                .caseNumber(CaseNumber.of("C-1"))
                .sequence(history.size() + 1)
                .actor(ActorId.of(actor))
                .side(sideOf(actor))
                .occurredAt(occurredAt)
                .recordedAt(recordedAt)
                .build();
    }

    CaseHistory history() {
        return CaseHistory.of(events);
    }

    List<CaseEvent> events() {
        return List.copyOf(events);
    }

    SupportCase current() {
        return SupportCase.of(events);
    }

    /** What follows is told no earlier than this. */
    @CanIgnoreReturnValue
    Story toldAt(String local) {
        recordedAt = at(local);
        return this;
    }

    static Side sideOf(String actor) {
        return switch (actor) {
            case "sagsflow" -> Side.PROGRAM;
            case "anna" -> Side.CUSTOMER;
            default -> Side.ORGANISATION;
        };
    }

    private Station working() {
        return current().working().orElseThrow();
    }

    private EventHeader header(Instant at) {
        return EventHeader.builder()
                .caseNumber(CaseNumber.of("C-1"))
                .sequence(events.size() + 1)
                .actor(ActorId.of(actor))
                .side(sideOf(actor))
                .occurredAt(at)
                .recordedAt(at.isAfter(recordedAt) ? at : recordedAt)
                .build();
    }

    @CanIgnoreReturnValue
    private Story add(CaseEvent event) {
        events.add(event);
        return this;
    }
}
