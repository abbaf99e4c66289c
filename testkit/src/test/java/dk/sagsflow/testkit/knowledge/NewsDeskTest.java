package dk.sagsflow.testkit.knowledge;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.AMANDA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.forum.Forum;
import dk.sagsflow.knowledge.forum.ForumQuestion;
import dk.sagsflow.knowledge.forum.ForumThread;
import dk.sagsflow.knowledge.forum.ThreadId;
import dk.sagsflow.knowledge.knownerror.CaseDesk;
import dk.sagsflow.knowledge.news.NewsMail;
import dk.sagsflow.knowledge.news.NewsNotice;
import dk.sagsflow.knowledge.news.NoticePost;
import dk.sagsflow.knowledge.news.TopicNotices;
import dk.sagsflow.knowledge.operation.Disruption;
import dk.sagsflow.knowledge.operation.DisruptionEntry;
import dk.sagsflow.knowledge.operation.DisruptionRefusal;
import dk.sagsflow.knowledge.operation.DisruptionStep;
import dk.sagsflow.knowledge.operation.MajorIncidents;
import dk.sagsflow.knowledge.subscription.AddressToConfirm;
import dk.sagsflow.knowledge.subscription.NoticeChannel;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.topic.TopicId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** News beside a desk of the reference organisation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsDeskTest {
    private static final ActorId PROGRAM = ActorId.of("knowledge");
    private final SettableClock clock = SettableClock.at("2007-09-03T08:00:00Z");
    private final Directory people = Directory.of(
            ImmutableList.<Actor>builder()
                    .addAll(ReferenceOrganisation.actors())
                    .add(Actor.program("knowledge", "Knowledge", ProgramRight.READ))
                    .build(),
            ReferenceOrganisation.customers());
    private final CaseRepository cases = CaseRepository.inMemory();
    private final List<NewsNotice> sent = new ArrayList<>();

    @Test
    @Tag("R22")
    void the_program_of_the_page_on_news_runs_and_the_desk_delivers_what_it_tells() {
        byte[] key = "a key that nobody knows but these".getBytes(StandardCharsets.UTF_8);
        // sample
        KnowledgeBase knowledge = KnowledgeBase.builder(ReferenceOrganisation.organisation(), people, clock)
                .withEditor(RightHolder.person("karen"))
                .withNoticePost(NoticePost.to(cases))
                .withNewsMail(NewsMail.standard().withUnsubscribePage("https://support.example.dk/unsubscribe/"))
                .withTokenKey(key)
                .build();
        SupportDesk desk = SupportDesk.builder(
                        ModelFolder.read(Path.of("..", "examples", "models", "ams"))
                                .model(),
                        people,
                        clock)
                .withRepository(cases)
                .withCarrier(TopicNotices.TOPIC, knowledge.notices().carrier(sent::add))
                .build();

        Topic releases = Topic.of("releases", "Releases", "Releases")
                .byDefaultFor(Rhythm.WEEKLY, Readership.supportOrganisation());
        knowledge.topics().declare(KAREN, releases).orElseThrow();

        AddressToConfirm report = knowledge
                .subscriptions()
                .reportAddress(ASTRID, "astrid@example.dk")
                .orElseThrow();
        knowledge.subscriptions().confirmAddress(ASTRID, report.token()).orElseThrow();
        knowledge
                .subscriptions()
                .subscribe(ASTRID, releases.id(), NoticeChannel.MAIL, Rhythm.AT_ONCE)
                .orElseThrow();

        ArticleContent content = ArticleContent.builder()
                .kind(ArticleKind.NEWS)
                .title("Amanda 3.2 på mandag")
                .body("Amanda er lukket søndag fra klokken 22.")
                .readership(Readership.superusers())
                .addTopics(releases.id())
                .build();
        knowledge.news().announce(KAREN, ArticleId.of("amanda-3.2"), content).orElseThrow();

        knowledge.notices().dispatch();
        DeliveryReport delivered = desk.operations().deliver(100);
        // end
        assertThat(delivered.sent()).isEqualTo(1);
        assertThat(sent).extracting(NewsNotice::address).containsExactly("astrid@example.dk");
        assertThat(knowledge.subscriptions().topics(BO)).containsExactly(TopicId.of("releases"));
        desk.close();
        knowledge.close();
    }

    @Test
    @Tag("R23")
    void a_major_incident_of_the_desk_and_its_status_are_one_thing() {
        KnowledgeBase knowledge = KnowledgeBase.builder(ReferenceOrganisation.organisation(), people, clock)
                .withEditor(RightHolder.person("karen"))
                .build();
        AtomicReference<SupportDesk> opened = new AtomicReference<>();
        MajorIncidents incidents = knowledge.majorIncidents(
                CaseDesk.of(
                        (by, number) -> requireNonNull(opened.get()).view(by, number),
                        request -> requireNonNull(opened.get()).submit(request)),
                PROGRAM,
                ImmutableSet.of());
        SupportDesk desk = SupportDesk.builder(
                        ModelFolder.read(Path.of("..", "examples", "models", "ams"))
                                .model(),
                        people,
                        clock)
                .withSubscription(
                        SubscriptionName.of("status"),
                        SubscriptionStart.beginning(),
                        steps -> steps.forEach(step -> incidents.follow(step.events())))
                .build();
        opened.set(desk);
        Reader bo = knowledge.reader(BO);

        CaseNumber major = registered(desk, "Amanda er nede");
        CaseNumber child = registered(desk, "Intet svar fra Amanda");
        desk.operations().follow(100);
        assertThat(knowledge.operations().status(bo, AMANDA).undisturbed()).isTrue();
        desk.submit(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, major))
                .orElseThrow();
        desk.operations().follow(100);
        Disruption status = knowledge.operations().status(bo, AMANDA).ongoing().get(0);
        assertThat(status.details().title()).isEqualTo("Amanda er nede");
        assertThat(status.number()).contains(major);
        assertThat(knowledge.operations().end(BO, status.id(), "").refusal())
                .contains(new DisruptionRefusal.FollowsItsCase(status.id(), major));
        assertThat(incidents.link(KAREN, status.id(), major).refusal())
                .containsInstanceOf(DisruptionRefusal.CaseHasStatus.class);
        assertThat(incidents.link(KAREN, status.id(), child).refusal())
                .contains(new DisruptionRefusal.NoMajorIncident(child));

        desk.submit(KAREN, major, new CaseCommand.Accept()).orElseThrow();
        desk.submit(KAREN, major, new CaseCommand.ProvideWorkaround("Brug papir."))
                .orElseThrow();
        desk.operations().follow(100);
        assertThat(seen(knowledge, status).workaround())
                .map(DisruptionEntry::text)
                .contains("Brug papir.");
        desk.submit(KAREN, major, new CaseCommand.Answer("Den er oppe.")).orElseThrow();
        desk.operations().follow(100);
        assertThat(knowledge.operations().status(bo, AMANDA).undisturbed()).isTrue();
        desk.submit(KAREN, major, new CaseCommand.Reopen("Den er nede igen.")).orElseThrow();
        desk.operations().follow(SubscriptionName.of("status"), SubscriptionStart.beginning());
        desk.operations().follow(100);
        assertThat(seen(knowledge, status).entries())
                .extracting(DisruptionEntry::step)
                .containsExactly(
                        DisruptionStep.REPORTED,
                        DisruptionStep.WORKAROUND,
                        DisruptionStep.ENDED,
                        DisruptionStep.REOPENED);
        assertThat(incidents.followAll()).isEmpty();
        desk.close();
        knowledge.close();
    }

    @Test
    @Tag("R24")
    void the_program_of_the_page_on_the_forum_runs() {
        KnowledgeBase knowledge = KnowledgeBase.builder(ReferenceOrganisation.organisation(), people, clock)
                .withEditor(RightHolder.person("karen"))
                .build();
        SupportDesk desk = SupportDesk.builder(
                        ModelFolder.read(Path.of("..", "examples", "models", "ams"))
                                .model(),
                        people,
                        clock)
                .build();
        // sample
        Forum forum = knowledge.forum();
        ForumQuestion question = ForumQuestion.of("Hvordan skriver man et brev?", "Jeg kan ikke finde det i Amanda.");
        ThreadId thread = forum.open(ASTRID, question).orElseThrow().id();
        forum.answer(BO, thread, "Tryk **F7** på sagen.").orElseThrow();
        forum.accept(ASTRID, thread, 2).orElseThrow();

        ArticleId faq = ArticleId.of("letters");
        forum.promote(KAREN, thread, faq, Readership.superusers()).orElseThrow();

        Registration ready =
                forum.registration(KAREN, thread, CustomerId.of("astrid")).orElseThrow();
        CaseNumber number = desk.register(KAREN, ready).orElseThrow().number();
        forum.registered(KAREN, thread, number).orElseThrow();
        // end
        assertThat(forum.behind(BO, number).orElseThrow())
                .extracting(ForumThread::id)
                .containsExactly(thread);
        assertThat(forum.behind(KAREN, faq).orElseThrow()).hasSize(1);
        desk.close();
        knowledge.close();
    }

    @Test
    @Tag("R24")
    void the_desk_delivers_what_is_written_in_a_thread_to_those_who_watch_it_and_nobody_else() {
        KnowledgeBase knowledge = KnowledgeBase.builder(ReferenceOrganisation.organisation(), people, clock)
                .withEditor(RightHolder.person("karen"))
                .withNoticePost(NoticePost.to(cases))
                .build();
        SupportDesk desk = SupportDesk.builder(
                        ModelFolder.read(Path.of("..", "examples", "models", "ams"))
                                .model(),
                        people,
                        clock)
                .withRepository(cases)
                .withCarrier(TopicNotices.TOPIC, knowledge.notices().carrier(sent::add))
                .build();
        List.of(ASTRID, BO, KAREN).forEach(who -> confirmed(knowledge, who));
        Forum forum = knowledge.forum();
        ThreadId thread = forum.open(ASTRID, ForumQuestion.of("Breve", "Hvordan?"))
                .orElseThrow()
                .id();
        clock.advance(Duration.ofMinutes(10));
        forum.watching().thread(KAREN, thread).orElseThrow();
        clock.advance(Duration.ofMinutes(10));
        forum.answer(BO, thread, "Tryk F7.").orElseThrow();

        knowledge.notices().dispatch();
        knowledge.notices().dispatch();
        assertThat(desk.operations().deliver(100).sent()).isEqualTo(2);
        assertThat(sent)
                .extracting(NewsNotice::address)
                .containsExactlyInAnyOrder("astrid@example.dk", "karen@example.dk");

        clock.advance(Duration.ofMinutes(10));
        forum.answer(ASTRID, thread, "Tak.").orElseThrow();
        knowledge.notices().dispatch();
        forum.watching().noThread(KAREN, thread).orElseThrow();
        sent.clear();
        desk.operations().deliver(100);
        assertThat(sent).extracting(NewsNotice::address).containsExactly("bo@example.dk");
        assertThat(desk.operations().deliver(100).sent()).isZero();
        desk.close();
        knowledge.close();
    }

    private static void confirmed(KnowledgeBase knowledge, ActorId who) {
        String token = knowledge
                .subscriptions()
                .reportAddress(who, who + "@example.dk")
                .orElseThrow()
                .token();
        knowledge.subscriptions().confirmAddress(who, token).orElseThrow();
    }

    private static Disruption seen(KnowledgeBase knowledge, Disruption status) {
        return knowledge.operations().read(knowledge.reader(BO), status.id()).orElseThrow();
    }

    private static CaseNumber registered(SupportDesk desk, String subject) {
        CaseNumber number = desk.register(
                        KAREN, Registration.of("astrid", subject).withSystem(AMANDA))
                .orElseThrow()
                .number();
        desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.Classify(
                                CaseKind.INCIDENT, Optional.of(AMANDA), Optional.empty(), Cause.SYSTEM))
                .orElseThrow();
        return number;
    }
}
