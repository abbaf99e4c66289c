package dk.sagsflow.testkit.knowledge;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.news.NewsMail;
import dk.sagsflow.knowledge.news.NewsNotice;
import dk.sagsflow.knowledge.news.NoticePost;
import dk.sagsflow.knowledge.news.Notices;
import dk.sagsflow.knowledge.subscription.AddressToConfirm;
import dk.sagsflow.knowledge.subscription.NoticeChannel;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.topic.TopicId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** News beside a desk of the reference organisation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsDeskTest {
    private static final Path SOURCE =
            Path.of("src", "test", "java", "dk", "sagsflow", "testkit", "knowledge", "NewsDeskTest.java");

    private final SettableClock clock = SettableClock.at("2007-09-03T08:00:00Z");
    private final Directory people = Directory.of(ReferenceOrganisation.actors(), ReferenceOrganisation.customers());
    private final CaseRepository cases = CaseRepository.inMemory();
    private final List<NewsNotice> sent = new ArrayList<>();

    @Test
    @Tag("R22")
    void the_program_of_the_page_on_news_runs_and_the_desk_delivers_what_it_tells() throws IOException {
        byte[] key = "a key that nobody knows but these".getBytes(StandardCharsets.UTF_8);
        // begin news.md
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
                .withCarrier(Notices.TOPIC, knowledge.notices().carrier(sent::add))
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
        // end news.md
        assertThat(delivered.sent()).isEqualTo(1);
        assertThat(sent).extracting(NewsNotice::address).containsExactly("astrid@example.dk");
        assertThat(knowledge.subscriptions().topics(BO)).containsExactly(TopicId.of("releases"));
        standsOn("news.md");
        desk.close();
        knowledge.close();
    }

    private static void standsOn(String page) throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        String program = source
                .subList(source.indexOf("        // begin " + page) + 1, source.indexOf("        // end " + page))
                .stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("..", "docs", page))).contains(program);
    }
}
