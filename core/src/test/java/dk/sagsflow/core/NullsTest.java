package dk.sagsflow.core;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import com.google.common.testing.NullPointerTester;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.ContentDigest;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.QueuedMessage;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseScope;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.core.text.FoldedText;
import dk.sagsflow.core.watcher.Watcher;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Null is refused at the door, where the mistake is, and never reaches a history. */
class NullsTest {
    private static final Instant NOW = Instant.parse("2007-08-01T08:00:00Z");
    private static final Act ACT = Act.of(Actor.supporter("karen", "Karen", "centre"), NOW);
    private static final ImmutableList<String> PACKAGES =
            ImmutableList.of("access", "cases", "command", "json", "notification", "organisation", "repository");

    private static final SupportOrganisation CENTRE = SupportOrganisation.builder()
            .name("Centre")
            .addTier(Tier.of("1st", "Centre"))
            .contactTier(TierId.of("1st"))
            .addGroup(SupportGroup.of("centre", "Centre", "1st"))
            .build();
    private static final Directory PEOPLE = Directory.of(
            ImmutableList.of(),
            ImmutableList.of(Customer.builder()
                    .id(CustomerId.of("anna"))
                    .name("Anna")
                    .kind(CustomerKind.CITIZEN)
                    .build()));

    /** Hosts read refusals, the library alone makes them. */
    private static final ImmutableSet<Class<?>> MADE_BY_THE_LIBRARY = ImmutableSet.of(Refusal.class);

    @TestFactory
    Stream<DynamicTest> is_refused_by_every_public_constructor_and_factory() throws IOException {
        return publicTypes()
                .map(type -> DynamicTest.dynamicTest(type.getName(), () -> {
                    NullPointerTester tester = tester();
                    tester.testAllPublicConstructors(type);
                    tester.testAllPublicStaticMethods(type);
                }));
    }

    @TestFactory
    Stream<DynamicTest> is_refused_by_what_hosts_call_first() {
        return Stream.of(
                        new CaseDecisions(CENTRE, PEOPLE),
                        new CaseEventJson(),
                        CaseRepository.inMemory(),
                        CaseRepository.inMemory().outbox(),
                        CaseRepository.inMemory().log(),
                        CaseRepository.inMemory().subscriptions())
                .map(host -> DynamicTest.dynamicTest(
                        host.getClass().getSimpleName(), () -> tester().testAllPublicInstanceMethods(host)));
    }

    private static SupportCase registered(CaseDecisions decisions) {
        return SupportCase.of(decisions
                .register(CaseNumber.of("C-1"), Registration.of("anna", "help"), ACT)
                .orElseThrow());
    }

    private static Stream<Class<?>> publicTypes() throws IOException {
        ClassPath classPath = ClassPath.from(NullsTest.class.getClassLoader());
        return PACKAGES.stream()
                .flatMap(name -> classPath.getTopLevelClasses("dk.sagsflow.core." + name).stream())
                .map(ClassPath.ClassInfo::load)
                .flatMap(NullsTest::withNested)
                .filter(type -> isPublic(type) && !MADE_BY_THE_LIBRARY.contains(type.getEnclosingClass()));
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(NullsTest::withNested));
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static CaseEvent.CaseLinked linked() {
        return new CaseEvent.CaseLinked(
                EventHeader.of(CaseNumber.of("C-2"), 2, NOW, ActorId.of("karen"), Side.ORGANISATION),
                CaseRelation.CHILD_OF,
                CaseNumber.of("C-1"));
    }

    private static FollowUp followUp() {
        return new FollowUp(
                "remind/silence-1/1",
                "remind",
                FollowUpOccasion.SILENCE,
                1,
                false,
                NOW,
                false,
                true,
                ImmutableList.of(),
                Optional.empty());
    }

    private static Notification notification() {
        return Notification.builder()
                .id(MessageId.of("C-1/1"))
                .caseNumber(CaseNumber.of("C-1"))
                .kind(Notification.Kind.ANSWERED)
                .address("anna@example.dk")
                .language(Locale.ENGLISH)
                .subject("subject")
                .text("text")
                .at(NOW)
                .build();
    }

    private static ClaimedLane claimed() {
        return new ClaimedLane(
                notification().lane(),
                1,
                NOW,
                ImmutableList.of(new QueuedMessage(notification(), 1, Optional.empty())));
    }

    private static NullPointerTester tester() {
        return new NullPointerTester()
                .setDefault(CaseNumber.class, CaseNumber.of("C-1"))
                .setDefault(Attachment.class, Attachment.erased())
                .setDefault(AttachmentId.class, Attachment.erased().id())
                .setDefault(ContentDigest.class, Attachment.erased().digest())
                .setDefault(Watcher.class, new Watcher.Colleague("somebody@example.dk"))
                .setDefault(ActorId.class, ActorId.of("karen"))
                .setDefault(CustomerId.class, CustomerId.of("anna"))
                .setDefault(GroupId.class, GroupId.of("centre"))
                .setDefault(TierId.class, TierId.of("1st"))
                .setDefault(FollowUp.class, followUp())
                .setDefault(MessageId.class, MessageId.of("C-1/1"))
                .setDefault(Notification.class, notification())
                .setDefault(ClaimedLane.class, claimed())
                .setDefault(HandledRequest.Fingerprint.class, new HandledRequest.Fingerprint(1, "1"))
                .setDefault(OutgoingMessage.class, notification())
                .setDefault(DueClaim.class, new DueClaim(CaseNumber.of("C-1"), NOW, 1, 0, Optional.empty(), NOW))
                .setDefault(
                        CasePage.Entry.class,
                        new CasePage.Entry(registered(new CaseDecisions(CENTRE, PEOPLE)), Agenda.empty()))
                .setDefault(
                        SubscriptionClaim.class,
                        new SubscriptionClaim(
                                SubscriptionName.of("index"), LogPosition.of("1"), 1, 1, Optional.empty(), NOW))
                .setDefault(int.class, 1)
                .setDefault(Reference.class, Reference.of("servicenow", "INC0012345"))
                .setDefault(CanonicalAddress.class, CanonicalAddress.of("anna@example.dk"))
                .setDefault(
                        MessageId.Told.class,
                        new MessageId.Told(CanonicalAddress.of("anna@example.dk"), "subject", "text"))
                .setDefault(Lane.class, Lane.ofHost("remote"))
                .setDefault(LogPosition.class, LogPosition.of("1"))
                .setDefault(SubscriptionName.class, SubscriptionName.of("index"))
                .setDefault(Agenda.class, Agenda.empty())
                .setDefault(Agenda.Outlook.class, Agenda.Outlook.nothing())
                .setDefault(FoldedText.class, FoldedText.of("text"))
                .setDefault(RequestKey.class, RequestKey.of("mail:1"))
                .setDefault(Act.class, ACT)
                .setDefault(CaseEvent.CaseLinked.class, linked())
                .setDefault(
                        HandledRequest.class,
                        HandledRequest.of(
                                RequestKey.of("mail:1"),
                                new HandledRequest.Fingerprint(1, "1"),
                                CaseNumber.of("C-1"),
                                1,
                                NOW))
                .setDefault(Duration.class, Duration.ofMinutes(5))
                .setDefault(CaseCommand.class, new CaseCommand.Accept())
                .setDefault(CaseScope.class, new CaseScope.Everything())
                .setDefault(SweepRecord.class, new SweepRecord.LeftAlone("no calendar"))
                .setDefault(
                        CaseEvent.class,
                        new CaseEvent.Resumed(
                                EventHeader.of(CaseNumber.of("C-1"), 2, NOW, ActorId.of("karen"), Side.ORGANISATION)))
                .setDefault(SupportCase.class, registered(new CaseDecisions(CENTRE, PEOPLE)))
                .setDefault(Registration.class, Registration.of("anna", "help"))
                .setDefault(Actor.class, Actor.supporter("karen", "Karen", "centre"))
                .setDefault(AttributeId.class, AttributeId.of("colour"))
                .setDefault(Station.class, new Station(GroupId.of("centre"), TierId.of("1st")))
                .setDefault(
                        EventHeader.class,
                        EventHeader.of(CaseNumber.of("C-1"), 1, NOW, ActorId.of("karen"), Side.ORGANISATION))
                .setDefault(CompetenceId.class, CompetenceId.of("basic"))
                .setDefault(
                        JsonPlace.class,
                        JsonDocument.read("people.json", "{}", new Problems()).orElseThrow())
                .setDefault(MemberLoad.class, MemberLoad.none())
                .setDefault(
                        LoadClaim.class, new LoadClaim(GroupId.of("centre"), ActorId.of("karen"), MemberLoad.none()))
                .setDefault(UnitId.class, UnitId.of("unit"))
                .setDefault(SystemId.class, SystemId.of("system"))
                .setDefault(
                        PassedThreshold.class,
                        new PassedThreshold(
                                "id", "agreement", "1", "target", Optional.empty(), NOW, true, false, List.of()))
                .setDefault(Instant.class, NOW)
                .setDefault(String.class, "text")
                .setDefault(Locale.class, Locale.ENGLISH)
                .setDefault(long.class, 1L)
                .setDefault(CaseImport.Past.class, new CaseImport.History(ImmutableList.of()))
                .setDefault(CaseImport.class, CaseImport.of("Cerberus", ImmutableList.of()))
                .setDefault(CaseCommand.Close.class, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""))
                .setDefault(
                        CaseCommand.LinkCase.class,
                        new CaseCommand.LinkCase(CaseRelation.CHILD_OF, CaseNumber.of("C-2")));
    }
}
