package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.ContentDigest;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.UnlinkReason;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What sweeps, families and those who run a desk put on record, with a secret in every text. */
final class PlantedEvents {
    private final String secret;
    private final CaseNumber other;
    private final Station station;
    private final Instant at;

    PlantedEvents(String secret, CaseNumber other, Station station, Instant at) {
        this.secret = secret;
        this.other = other;
        this.station = station;
        this.at = at;
    }

    EventHeader header(CaseNumber number, long sequence) {
        return EventHeader.builder()
                .caseNumber(number)
                .sequence(sequence)
                .actor(ActorId.of(secret + "-program"))
                .side(Side.PROGRAM)
                .occurredAt(at)
                .recordedAt(at)
                .correlation(secret)
                .build();
    }

    /** One of each kind after which a case goes on. */
    List<Function<EventHeader, CaseEvent>> kinds() {
        return ImmutableList.<Function<EventHeader, CaseEvent>>builder()
                .addAll(ofFamilies())
                .addAll(ofSweeps())
                .addAll(ofPeople())
                .build();
    }

    private List<Function<EventHeader, CaseEvent>> ofFamilies() {
        return List.of(
                CaseEvent.BecameMajorIncident::new,
                CaseEvent.BecameOriginal::new,
                header -> new CaseEvent.CaseLinked(header, CaseRelation.CAUSED_BY, other, Optional.empty()),
                header -> new CaseEvent.CaseUnlinked(header, CaseRelation.CAUSED_BY, other, UnlinkReason.OBJECTED),
                header -> new CaseEvent.ChildrenTold(header, 1, Optional.of(other)),
                header -> new CaseEvent.HeardFromParent(header, other, 1),
                header -> new CaseEvent.Imported(header, secret));
    }

    private List<Function<EventHeader, CaseEvent>> ofSweeps() {
        return List.of(
                header -> new CaseEvent.ThresholdPassed(header, passed(), true),
                header -> new CaseEvent.ThresholdRetracted(header, secret + " threshold"),
                header -> new CaseEvent.FollowedUp(header, followUp()),
                header -> new CaseEvent.SetAside(header, secret),
                CaseEvent.TakenUp::new,
                header -> new CaseEvent.AdvisoryNoticeGiven(
                        header, station.tier(), CaseEvent.AdvisoryReason.CHANGE_REQUEST),
                header -> new CaseEvent.Unassigned(header, station, ActorId.of(secret + "-somebody"), secret));
    }

    private List<Function<EventHeader, CaseEvent>> ofPeople() {
        Watcher watcher = new Watcher.Member(ActorId.of(secret + "-watcher"), Watcher.Copies.GROUP);
        Attachment file = new Attachment(
                AttachmentId.of("planted-%020d".formatted(at.getEpochSecond())),
                secret,
                "text/plain",
                3,
                ContentDigest.of("ab".repeat(32)));
        return List.of(
                header -> new CaseEvent.WatcherAdded(header, watcher),
                header -> new CaseEvent.WatcherRemoved(header, watcher),
                header -> new CaseEvent.AttachmentAdded(header, Visibility.INTERNAL, file, Optional.empty()));
    }

    /** The kinds by which people are forgotten. */
    static List<Function<EventHeader, CaseEvent>> endings() {
        return List.of(CaseEvent.PersonForgotten::new, CaseEvent.PersonalDataErased::new);
    }

    private PassedThreshold passed() {
        return PassedThreshold.builder()
                .id(secret + " threshold")
                .agreement(secret)
                .version(secret)
                .target(secret)
                .station(station)
                .dueAt(at)
                .exceeded(true)
                .superseded(false)
                .build();
    }

    private FollowUp followUp() {
        return FollowUp.builder()
                .id(secret + " " + at)
                .rule(secret)
                .occasion(FollowUpOccasion.ANSWERED)
                .repetition(1)
                .last(false)
                .dueAt(at)
                .superseded(false)
                .tellsCustomer(false)
                .listed(station.group())
                .build();
    }
}
