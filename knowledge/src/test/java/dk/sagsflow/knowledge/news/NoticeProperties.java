package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.Edition;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.subscription.NoticeChannel;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/**
 * Whatever is published, retired, moved, subscribed to and ended, in whatever order, with crashes before and after everything: each
 * subscriber is told each piece of news once, whoever has unsubscribed nothing, and nobody what is not for them.
 */
@Tag("R21")
@Tag("R22")
class NoticeProperties {
    private static final int ARTICLES = 5;
    private static final List<ActorId> PEOPLE = ImmutableList.of(Org.CENTRE, Org.BIT, Org.SUPERUSER, Org.CITIZEN);

    /** Of this one nobody says anything but once at the beginning: so its subscriber is told each piece, whatever others do. */
    private static final TopicId STEADY = TopicId.of("steady");

    private static final List<TopicId> TOPICS = Stream.of("operations", "amanda", "releases", "duty")
            .map(TopicId::of)
            .toList();
    private static final List<Readership> READERSHIPS = List.of(
            Readership.everyone(),
            Readership.superusers(),
            Readership.supportOrganisation(),
            Readership.ofTier("second"),
            Readership.ofGroup("centre"));

    /** What is done next: with whom, to what. */
    record Step(int action, int one, int other) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        // Published, subscribed, ended, retired and moved; written (11), sent (10), and both (12).
                        Arbitraries.frequency(
                                Tuple.of(8, 0),
                                Tuple.of(6, 1),
                                Tuple.of(2, 2),
                                Tuple.of(4, 3),
                                Tuple.of(2, 4),
                                Tuple.of(2, 5),
                                Tuple.of(1, 6),
                                Tuple.of(1, 7),
                                Tuple.of(3, 8),
                                Tuple.of(1, 9),
                                Tuple.of(2, 10),
                                Tuple.of(6, 11),
                                Tuple.of(2, 12)),
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.integers().between(0, 59))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 40)
    void each_subscriber_is_told_each_piece_once_and_nobody_else_is(@ForAll("steps") List<Step> steps) {
        World world = new World();
        for (int number = 0; number < steps.size(); number++) {
            world.carryOut(steps.get(number));
            if (number % 5 == 0) {
                world.announceSteadily(100 + number);
            }
        }
        world.settle();
        world.everybodyWasToldWhoStillWantsToBe();
        world.theSteadySubscriberWasToldEverything();
    }

    /** A store that goes down before or after it has stored something. */
    private static final class Falling implements KnowledgeStore {
        private final KnowledgeStore kept = KnowledgeStore.inMemory();
        private int before;
        private int after;

        /** Goes down at the append of this number from now, before it or after it; 0 for never. */
        void fall(int beforeAppend, int afterAppend) {
            before = beforeAppend;
            after = afterAppend;
        }

        @Override
        public void append(List<? extends KnowledgeEvent> events) {
            before--;
            after--;
            World.crash(before == 0);
            kept.append(events);
            World.crash(after == 0);
        }

        @Override
        public ImmutableList<KnowledgeEvent> history(RecordId record) {
            return kept.history(record);
        }

        @Override
        public LogPosition beginning() {
            return kept.beginning();
        }

        @Override
        public ImmutableList<KnowledgeStep> after(LogPosition position, int limit) {
            return kept.after(position, limit);
        }

        @Override
        public void rewrite(UnaryOperator<KnowledgeEvent> anew, KnowledgeEvent then) {
            kept.rewrite(anew, then);
        }
    }

    /** A knowledge base beside the outbox of a desk, and a mail system that fails and crashes as it is told to. */
    private static final class World {
        private static final Pattern MARKER = Pattern.compile("marker(\\d+)");

        private final Falling store = new Falling();
        private final CaseRepository cases = CaseRepository.inMemory();
        private final byte[] key = new byte[32];
        private final SetMultimap<String, NoticeId> told = HashMultimap.create();
        private final Map<NoticeId, String> texts = new HashMap<>();
        private final Map<ActorId, String> lastWayOut = new HashMap<>();
        private final List<String> steady = new ArrayList<>();
        private Instant now = Instant.parse("2007-10-24T08:00:00Z");
        private Instant settled = Instant.MAX;
        private boolean crashAfterPost;
        private boolean crashAfterSending;
        private KnowledgeBase base = opened();

        World() {
            declared(Topic.of("operations", "Drift", "Operations"));
            declared(Topic.of("amanda", "Amanda", "Amanda").under("operations"));
            declared(Topic.of("releases", "Releases", "Releases").byDefaultFor(Rhythm.DAILY, Readership.superusers()));
            declared(Topic.of("duty", "Vagt", "Duty").mandatoryFor(Rhythm.AT_ONCE, Readership.ofTier("first")));
            declared(Topic.of("steady", "Fast", "Steady"));
            PEOPLE.forEach(this::confirmed);
            confirmed(Org.EDITOR);
            base.subscriptions()
                    .subscribe(Org.EDITOR, STEADY, NoticeChannel.MAIL, Rhythm.AT_ONCE)
                    .orElseThrow();
        }

        void announceSteadily(int number) {
            ArticleContent content = ArticleContent.builder()
                    .kind(ArticleKind.NEWS)
                    .title("Fast marker" + number)
                    .body("Mere")
                    .readership(READERSHIPS.get(number / 5 % 3))
                    .addTopics(STEADY)
                    .build();
            base.news()
                    .announce(Org.EDITOR, ArticleId.of("a" + number), content)
                    .orElseThrow();
            steady.add("a" + number);
        }

        void theSteadySubscriberWasToldEverything() {
            assertThat(steady)
                    .isNotEmpty()
                    .allSatisfy(article ->
                            assertThat(told.get(Org.EDITOR + " " + article)).hasSize(1));
        }

        private KnowledgeBase opened() {
            NoticePost outbox = NoticePost.to(cases);
            return KnowledgeBase.builder(Org.organisation(), Org.people(), () -> now)
                    .withEditor(RightHolder.person("editor"))
                    .withStore(store)
                    .withTokenKey(key)
                    .withNewsMail(NewsMail.standard().withUnsubscribePage("https://x.dk/"))
                    .withNoticePost(messages -> {
                        outbox.post(messages);
                        crash(crashAfterPost);
                    })
                    .build();
        }

        private static void crash(boolean now) {
            if (now) {
                throw new IllegalStateException("crash");
            }
        }

        private void declared(Topic topic) {
            base.topics().declare(Org.EDITOR, topic).orElseThrow();
        }

        private void confirmed(ActorId who) {
            String token = base.subscriptions()
                    .reportAddress(who, who + "@example.dk")
                    .orElseThrow()
                    .token();
            base.subscriptions().confirmAddress(who, token).orElseThrow();
        }

        void carryOut(Step step) {
            ArticleId article = ArticleId.of("a" + step.one() % ARTICLES);
            ActorId who = PEOPLE.get(step.one() % PEOPLE.size());
            TopicId topic = TOPICS.get(step.other() % TOPICS.size());
            Rhythm rhythm = List.of(Rhythm.values()).get(step.other() % 3);
            switch (step.action()) {
                case 0 -> tried(base.news().announce(Org.EDITOR, article, content(step)));
                case 1 -> tried(base.subscriptions().subscribe(who, topic, channel(step), rhythm));
                case 2 -> confirmed(who);
                case 3 -> tried(base.subscriptions().unsubscribe(who, topic));
                case 4 -> wayOut(who);
                case 5 -> tried(base.articles().retire(Org.EDITOR, article, "old", Optional.empty()));
                case 6 -> tried(base.topics().move(Org.EDITOR, topic, Optional.of(TOPICS.get(step.one() % 4))));
                case 7 -> tried(base.subscriptions().bounced(who, who + "@example.dk", "no such mailbox"));
                case 8 -> tried(base.subscriptions().unsubscribeFromAll(who));
                case 9 -> retiredOrDeclared(topic);
                default -> timePasses(step);
            }
        }

        /** What is refused changes nothing, which the property asks of what comes after. */
        private static void tried(KnowledgeOutcome<?> outcome) {
            requireNonNull(outcome);
        }

        private static NoticeChannel channel(Step step) {
            return step.one() % 7 == 0 ? NoticeChannel.SITE : NoticeChannel.MAIL;
        }

        private static ArticleContent content(Step step) {
            ArticleContent.Builder builder = ArticleContent.builder()
                    .kind(ArticleKind.NEWS)
                    .title("Nyt marker" + step.one() % ARTICLES)
                    .body("Mere")
                    .readership(READERSHIPS.get(step.one() / 5 % READERSHIPS.size()))
                    .addTopics(TOPICS.get(step.other() % 4));
            return step.other() % 3 == 0
                    ? builder.addTopics(TOPICS.get(step.other() / 4 % 4)).build()
                    : builder.build();
        }

        private void retiredOrDeclared(TopicId topic) {
            if (base.topics().retire(Org.EDITOR, topic).wasAccepted()) {
                return;
            }
            if (base.topics().find(topic).isEmpty()) {
                declared(Topic.of(topic.value(), "Igen", "Again").byDefaultFor(Rhythm.DAILY, Readership.superusers()));
            }
        }

        private void wayOut(ActorId who) {
            Optional.ofNullable(lastWayOut.get(who))
                    .ifPresent(token -> assertThat(
                                    base.subscriptions().oneClick().answer("POST", token, "List-Unsubscribe=One-Click"))
                            .isEqualTo(202));
        }

        /** Notices are written, sent, or both; whoever does it may crash. */
        private void timePasses(Step step) {
            now = now.plus(Duration.ofMinutes(step.other() * 10L));
            crashAfterPost = step.one() % 4 == 0;
            crashAfterSending = step.one() % 5 == 0;
            store.fall(
                    step.one() % 3 == 0 ? 1 + step.one() / 3 % 4 : 0, step.one() % 3 == 1 ? 1 + step.one() / 3 % 4 : 0);
            try {
                if (step.action() != 10) {
                    base.notices().dispatch();
                }
                if (step.action() != 11) {
                    delivered();
                }
            } catch (IllegalStateException crash) {
                assertThat(crash).hasMessage("crash");
                base.close();
                base = opened();
            }
            store.fall(0, 0);
        }

        /** As a desk delivers. */
        private void delivered() {
            ImmutableList<ClaimedLane> claimed = claimed();
            while (!claimed.isEmpty()) {
                ClaimedLane lane = claimed.get(0);
                HostMessage message = (HostMessage) lane.messages().get(0).message();
                base.notices().carrier(this::send).carry(message);
                cases.outbox().sent(lane, ImmutableList.of(message.id()));
                claimed = claimed();
            }
        }

        private ImmutableList<ClaimedLane> claimed() {
            return cases.outbox().claim(now, Duration.ofSeconds(1), 1, 1);
        }

        private void send(NewsNotice notice) {
            ActorId who =
                    ActorId.of(notice.address().substring(0, notice.address().indexOf('@')));
            assertThat(base.subscriptions().address(who)).contains(notice.address());
            Matcher markers = MARKER.matcher(notice.subject() + notice.text());
            while (markers.find()) {
                ArticleId article = ArticleId.of("a" + markers.group(1));
                wantsAndMayRead(who, article);
                told.put(who + " " + article, notice.id());
            }
            assertThat(texts.merge(notice.id(), notice.address(), (before, same) -> before))
                    .isEqualTo(notice.address());
            Optional.ofNullable(notice.headers().get("List-Unsubscribe"))
                    .ifPresent(way -> lastWayOut.put(who, way.substring("<https://x.dk/".length(), way.length() - 1)));
            crash(crashAfterSending);
        }

        private void wantsAndMayRead(ActorId who, ArticleId id) {
            ArticleContent content = inForce(id).orElseThrow().content();
            assertThat(base.reader(who).mayRead(content.readership())).isTrue();
            assertThat(base.subscriptions().of(who).orElseThrow())
                    .anyMatch(one -> content.topics().contains(one.topic().id())
                            && one.plan().channel() == NoticeChannel.MAIL);
        }

        private Optional<Edition> inForce(ArticleId id) {
            return base.articles().find(id).flatMap(Article::inForce);
        }

        /** All days of digests come, and nothing fails any more. */
        void settle() {
            crashAfterPost = false;
            crashAfterSending = false;
            PEOPLE.forEach(this::confirmed);
            settled = now;
            for (int day = 0; day < 8; day++) {
                base.notices().dispatch();
                delivered();
                now = now.plus(Duration.ofDays(1));
            }
        }

        void everybodyWasToldWhoStillWantsToBe() {
            assertThat(told.asMap().values())
                    .allSatisfy(notices -> assertThat(notices).hasSize(1));
            for (int number = 0; number < ARTICLES; number++) {
                ArticleId article = ArticleId.of("a" + number);
                inForce(article).ifPresent(edition -> PEOPLE.forEach(who -> wasTold(who, article, edition)));
            }
        }

        private void wasTold(ActorId who, ArticleId article, Edition edition) {
            boolean wants = base.subscriptions()
                    .byMail(who, edition.content().topics(), edition.at())
                    .isPresent();
            boolean fresh = !edition.at().isBefore(settled.minus(NoticeBook.FRESH));
            if (wants && fresh && base.reader(who).mayRead(edition.content().readership())) {
                assertThat(told.get(who + " " + article))
                        .as(who + " " + article)
                        .hasSize(1);
            }
        }
    }
}
