package dk.sagsflow.knowledge.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.ArticleRefusal;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.EditorialRefusal;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.operation.DisruptionDetails;
import dk.sagsflow.knowledge.operation.DisruptionId;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.subscription.NoticeChannel;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsTest {
    private static final TopicId RELEASES = TopicId.of("releases");
    private static final String PAGE = "https://support.example.dk/unsubscribe/";

    private final Org org =
            new Org(builder -> builder.withNewsMail(NewsMail.standard().withUnsubscribePage(PAGE)));
    private final News news = org.base.news();
    private final List<NewsNotice> sent = new ArrayList<>();

    @BeforeEach
    void topics() {
        declared(Topic.of("releases", "Releases", "Releases"));
        declared(Topic.of("operations", "Drift", "Operations"));
        confirmed(Org.BIT);
        confirmed(Org.SUPERUSER);
    }

    private void declared(Topic topic) {
        org.base.topics().declare(Org.EDITOR, topic).orElseThrow();
    }

    private void confirmed(ActorId who) {
        String token = org.base
                .subscriptions()
                .reportAddress(who, who + "@example.dk")
                .orElseThrow()
                .token();
        org.base.subscriptions().confirmAddress(who, token).orElseThrow();
    }

    private void subscribed(ActorId who, Rhythm rhythm) {
        org.base
                .subscriptions()
                .subscribe(who, RELEASES, NoticeChannel.MAIL, rhythm)
                .orElseThrow();
    }

    private static ArticleContent content(Readership readership, String title) {
        return ArticleContent.builder()
                .kind(ArticleKind.NEWS)
                .title(title)
                .body("Version 3.2 kommer **på mandag**.")
                .readership(readership)
                .addTopics(RELEASES)
                .build();
    }

    private void announced(String id, ArticleContent content) {
        news.announce(Org.EDITOR, ArticleId.of(id), content).orElseThrow();
    }

    private List<NewsNotice> told() {
        sent.clear();
        org.base.notices().dispatch();
        assertThat(org.base.notices().deliver(sent::add).failed()).isZero();
        return List.copyOf(sent);
    }

    private List<String> shown(NewsChannel channel, Reader reader) {
        return news.on(channel, reader).stream().map(one -> one.id().value()).toList();
    }

    @Test
    @Tag("R21")
    void news_for_citizens_never_stands_on_the_support_site_alone_nor_what_is_internal_on_the_public_one() {
        ArticleContent everyone = content(Readership.everyone(), "Jobnet");
        ArticleContent staff = content(Readership.supportOrganisation(), "Intern");
        KnowledgeRefusal refusal = news.announce(
                        Org.EDITOR, ArticleId.of("a"), everyone.withChannels(NewsChannel.SUPPORT_SITE))
                .refusal()
                .orElseThrow();
        assertThat(refusal)
                .isEqualTo(new ArticleRefusal.ChannelMissesReaders(
                        Readership.everyone(),
                        ImmutableSet.of(NewsChannel.SUPPORT_SITE),
                        ImmutableSet.of(NewsChannel.SUPPORT_SITE, NewsChannel.PUBLIC_SITE)));
        assertThat(refusal.describe()).contains("everyone", "the site of citizens and companies");
        for (ImmutableSet<NewsChannel> channels : List.of(
                ImmutableSet.of(NewsChannel.PUBLIC_SITE),
                ImmutableSet.of(NewsChannel.PUBLIC_SITE, NewsChannel.SUPPORT_SITE))) {
            assertThat(news.announce(Org.EDITOR, ArticleId.of("a"), staff.withChannels(channels))
                            .refusal())
                    .containsInstanceOf(ArticleRefusal.ChannelMissesReaders.class);
        }

        announced("both", everyone);
        org.at("2007-09-03T09:00:00Z");
        announced("public", everyone.withChannels(NewsChannel.PUBLIC_SITE));
        announced("staff", staff);
        assertThat(shown(NewsChannel.PUBLIC_SITE, Reader.anybody())).containsExactly("public", "both");
        assertThat(shown(NewsChannel.SUPPORT_SITE, Reader.anybody())).containsExactly("both");
        assertThat(shown(NewsChannel.SUPPORT_SITE, org.base.reader(Org.SUPERUSER)))
                .containsExactly("both");
        assertThat(shown(NewsChannel.SUPPORT_SITE, org.base.reader(Org.BIT))).containsExactly("staff", "both");
        assertThat(shown(NewsChannel.PUBLIC_SITE, org.base.reader(Org.BIT))).containsExactly("public", "both");
    }

    @Test
    @Tag("R22")
    void who_subscribes_at_once_is_told_once_with_a_way_out_and_nobody_else_is() {
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        announced("r32", content(Readership.supportOrganisation(), "Release 3.2"));
        List<NewsNotice> told = told();
        assertThat(told).hasSize(1);
        NewsNotice notice = told.get(0);
        assertThat(notice.address()).isEqualTo("bo@example.dk");
        assertThat(notice.subject()).isEqualTo("Release 3.2");
        assertThat(notice.text()).contains("kommer på mandag", "Afmeld: " + PAGE);
        assertThat(notice.id().value()).doesNotContain("bo");
        assertThat(notice.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(notice.headers().get("List-Unsubscribe"))
                .startsWith("<" + PAGE)
                .doesNotContain("bo@");
        assertThat(told()).isEmpty();

        org.base
                .articles()
                .revise(Org.EDITOR, ArticleId.of("r32"), content(Readership.supportOrganisation(), "Ny"))
                .orElseThrow();
        org.republished("r32");
        assertThat(told()).isEmpty();

        String header = notice.headers().getOrDefault("List-Unsubscribe", "");
        String token = header.substring(PAGE.length() + 1, header.length() - 1);
        int status = org.base.subscriptions().oneClick().answer("POST", token, "List-Unsubscribe=One-Click");
        assertThat(status).isEqualTo(202);
        announced("r33", content(Readership.supportOrganisation(), "Release 3.3"));
        assertThat(told()).isEmpty();
    }

    @Test
    @Tag("R22")
    void digests_of_a_day_and_of_a_week_tell_all_of_it_together_at_seven() {
        subscribed(Org.BIT, Rhythm.DAILY);
        subscribed(Org.SUPERUSER, Rhythm.WEEKLY);
        assertThat(told()).isEmpty();
        org.at("2007-09-05T10:00:00Z");
        announced("one", content(Readership.superusers(), "Et"));
        announced("two", content(Readership.superusers(), "To"));
        announced("three", content(Readership.supportOrganisation(), "Tre"));
        assertThat(told()).isEmpty();
        org.at("2007-09-06T04:59:59Z");
        assertThat(told()).isEmpty();
        org.at("2007-09-06T05:00:00Z");
        List<NewsNotice> day = told();
        assertThat(day).extracting(NewsNotice::address).containsExactly("bo@example.dk");
        assertThat(day.get(0).subject()).isEqualTo("Nyt: 3 nyheder");
        assertThat(day.get(0).text()).contains("Et\n\n", "To\n\n", "Tre\n\n");
        org.at("2007-09-10T05:00:00Z");
        List<NewsNotice> week = told();
        assertThat(week).extracting(NewsNotice::address).containsExactly("astrid@example.dk");
        assertThat(week.get(0).text()).contains("Et\n\n", "To\n\n").doesNotContain("Tre");
        assertThat(told()).isEmpty();
    }

    @Test
    void what_is_retired_before_it_goes_out_is_not_told() {
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        announced("r32", content(Readership.supportOrganisation(), "Release 3.2"));
        org.base.notices().dispatch();
        org.base
                .articles()
                .retire(Org.EDITOR, ArticleId.of("r32"), "cancelled", Optional.empty())
                .orElseThrow();
        assertThat(told()).isEmpty();
    }

    @Test
    void an_address_that_is_refused_is_set_aside_and_its_owner_told_when_there_is_another() {
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        announced("r32", content(Readership.supportOrganisation(), "Release 3.2"));
        org.base.notices().dispatch();
        NewsDeliveryReport report = org.base.notices().deliver(notice -> {
            throw new AddressRefusedException("550 no such mailbox\nof bo 010190-1234");
        });
        assertThat(report).isEqualTo(new NewsDeliveryReport(1, 0));
        assertThat(org.base.subscriptions().setAside(Org.EDITOR).orElseThrow())
                .hasSize(1)
                .first()
                .satisfies(one -> assertThat(one.reason())
                        .startsWith("550 no such mailbox of bo")
                        .doesNotContain("1234"));
        assertThat(told()).isEmpty();

        confirmed(Org.BIT);
        org.at("2007-09-04T05:00:00Z");
        assertThat(told()).extracting(NewsNotice::subject).containsExactly("Release 3.2");
    }

    @Test
    void an_address_is_set_aside_whatever_the_mail_system_says() {
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        List<String> reasons = List.of("x".repeat(5_000), "æ".repeat(999) + "\uD83D\uDE00", "550 \uD800", "\u0000", "");
        for (String reason : reasons) {
            announced("r" + reasons.indexOf(reason), content(Readership.supportOrganisation(), "Release"));
            org.base.notices().dispatch();
            NewsDeliveryReport report = org.base.notices().deliver(notice -> {
                throw new AddressRefusedException(reason);
            });
            assertThat(report).isEqualTo(new NewsDeliveryReport(1, 0));
            assertThat(org.base.subscriptions().setAside(Org.EDITOR).orElseThrow())
                    .hasSize(1);
            confirmed(Org.BIT);
        }
    }

    @Test
    @Tag("R22")
    void what_was_not_wanted_when_it_went_out_is_told_once_it_is_wanted_again() {
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        announced("r32", content(Readership.supportOrganisation(), "Release 3.2"));
        org.base.notices().dispatch();
        org.base
                .subscriptions()
                .subscribe(Org.BIT, RELEASES, NoticeChannel.SITE, Rhythm.AT_ONCE)
                .orElseThrow();
        assertThat(told()).isEmpty();
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        org.at("2007-09-04T05:00:00Z");
        assertThat(told()).extracting(NewsNotice::subject).containsExactly("Release 3.2");
        assertThat(told()).isEmpty();
    }

    @Test
    @Tag("R22")
    void what_is_left_out_of_a_digest_is_told_once_it_is_wanted_again() {
        TopicId operations = TopicId.of("operations");
        subscribed(Org.BIT, Rhythm.DAILY);
        org.base
                .subscriptions()
                .subscribe(Org.BIT, operations, NoticeChannel.MAIL, Rhythm.DAILY)
                .orElseThrow();
        announced("r32", content(Readership.supportOrganisation(), "Release 3.2"));
        announced("down", content(Readership.supportOrganisation(), "Nede").withTopics(operations));
        org.at("2007-09-04T05:00:00Z");
        org.base.notices().dispatch();
        org.base
                .subscriptions()
                .subscribe(Org.BIT, RELEASES, NoticeChannel.SITE, Rhythm.DAILY)
                .orElseThrow();
        assertThat(told()).extracting(NewsNotice::subject).containsExactly("Nede");
        subscribed(Org.BIT, Rhythm.DAILY);
        org.at("2007-09-05T05:00:00Z");
        assertThat(told()).extracting(NewsNotice::subject).containsExactly("Release 3.2");
        org.at("2007-09-06T05:00:00Z");
        assertThat(told()).isEmpty();
    }

    @Test
    @Tag("R22")
    void there_is_no_way_out_of_what_somebody_must_be_told() {
        TopicId duty = TopicId.of("duty");
        declared(Topic.of("duty", "Vagt", "Duty").mandatoryFor(Rhythm.DAILY, Readership.ofTier("second")));
        org.base
                .subscriptions()
                .subscribe(Org.BIT, RELEASES, NoticeChannel.MAIL, Rhythm.AT_ONCE)
                .orElseThrow();
        announced("both", content(Readership.supportOrganisation(), "Begge").withTopics(RELEASES, duty));
        assertThat(told()).hasSize(1);
        assertThat(sent.get(0).headers()).isEmpty();

        announced("one", content(Readership.supportOrganisation(), "Et").withTopics(duty));
        announced("two", content(Readership.supportOrganisation(), "To").withTopics(duty));
        org.at("2007-09-04T05:00:00Z");
        assertThat(told()).extracting(NewsNotice::subject).containsExactly("Nyt: 2 nyheder");
        assertThat(sent.get(0).headers()).isEmpty();
        assertThat(sent.get(0).text()).doesNotContain(PAGE);
    }

    @Test
    @Tag("R23")
    void there_is_no_way_out_of_what_those_hear_at_once_who_speak_to_customers() {
        confirmed(Org.CENTRE);
        org.base
                .subscriptions()
                .subscribe(Org.CENTRE, RELEASES, NoticeChannel.MAIL, Rhythm.AT_ONCE)
                .orElseThrow();
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        org.base
                .operations()
                .report(
                        Org.BIT,
                        DisruptionId.of("slow"),
                        DisruptionDetails.of("amanda", "Langsom", "").about(RELEASES))
                .orElseThrow();
        assertThat(told()).hasSize(2);
        assertThat(sent)
                .allSatisfy(notice -> assertThat(notice.headers().isEmpty())
                        .isEqualTo(notice.address().startsWith("karen")));
    }

    @Test
    void what_fails_waits_and_is_sent_under_the_same_id() {
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        announced("r32", content(Readership.supportOrganisation(), "Release 3.2"));
        org.base.notices().dispatch();
        List<NoticeId> tried = new ArrayList<>();
        assertThat(org.base
                        .notices()
                        .deliver(notice -> {
                            tried.add(notice.id());
                            throw new IllegalStateException("no connection");
                        })
                        .failed())
                .isEqualTo(1);
        assertThat(told()).extracting(NewsNotice::id).containsExactlyElementsOf(tried);
    }

    @Test
    void two_nodes_on_one_store_tell_it_once() {
        KnowledgeStore store = KnowledgeStore.inMemory();
        Org one = new Org(builder -> builder.withStore(store));
        Org other = new Org(builder -> builder.withStore(store));
        one.base
                .topics()
                .declare(Org.EDITOR, Topic.of("releases", "Releases", "Releases"))
                .orElseThrow();
        String token = one.base
                .subscriptions()
                .reportAddress(Org.BIT, "bo@example.dk")
                .orElseThrow()
                .token();
        assertThat(other.base.subscriptions().confirmAddress(Org.BIT, token).wasAccepted())
                .isTrue();
        other.base
                .subscriptions()
                .subscribe(Org.BIT, RELEASES, NoticeChannel.MAIL, Rhythm.AT_ONCE)
                .orElseThrow();
        one.base
                .news()
                .announce(Org.EDITOR, ArticleId.of("r32"), content(Readership.supportOrganisation(), "Release 3.2"))
                .orElseThrow();
        assertThat(one.base.notices().dispatch().written()).isEqualTo(1);
        assertThat(other.base.notices().dispatch().written()).isZero();
        assertThat(other.base.notices().deliver(sent::add).settled()).isEqualTo(1);
        assertThat(one.base.notices().deliver(sent::add).settled()).isZero();
        assertThat(sent).hasSize(1);
    }

    @Test
    void personal_numbers_and_lines_in_a_title_do_not_leave() {
        subscribed(Org.BIT, Rhythm.AT_ONCE);
        ArticleContent content = content(Readership.supportOrganisation(), "Om 070761-4285\r\nBcc: x@y.dk")
                .withBody("Borgeren 070761-4285 <script>x</script>");
        announced("r32", content);
        NewsNotice notice = told().get(0);
        assertThat(notice.subject()).isEqualTo("Om xxxxxx-xxxx Bcc: x@y.dk");
        assertThat(notice.text()).startsWith("Borgeren xxxxxx-xxxx");
    }

    @Test
    void who_may_not_publish_announces_nothing_and_leaves_no_draft() {
        ArticleContent content = content(Readership.supportOrganisation(), "Release 3.2");
        assertThat(news.announce(Org.BIT, ArticleId.of("r32"), content).refusal())
                .containsInstanceOf(EditorialRefusal.RightMissing.class);
        assertThat(org.base.articles().find(ArticleId.of("r32"))).isEmpty();
    }

    @Test
    void an_own_page_shows_what_is_about_the_topics_of_its_owner() {
        org.base
                .subscriptions()
                .subscribe(Org.SUPERUSER, RELEASES, NoticeChannel.SITE, Rhythm.AT_ONCE)
                .orElseThrow();
        announced("r32", content(Readership.superusers(), "Release 3.2"));
        announced("staff", content(Readership.supportOrganisation(), "Intern"));
        announced("other", content(Readership.superusers(), "Andet").withTopics(TopicId.of("operations")));
        Reader reader = org.base.reader(Org.SUPERUSER);
        assertThat(news.about(Org.SUPERUSER, reader).orElseThrow())
                .extracting(one -> one.id().value())
                .containsExactly("r32");
        assertThat(told()).isEmpty();
    }

    @Test
    void digests_come_at_the_time_on_the_wall_across_the_change_of_the_clock() {
        NewsSchedule schedule = new NewsSchedule(LocalTime.of(2, 30), DayOfWeek.SUNDAY, ZoneId.of("Europe/Copenhagen"));
        assertThat(schedule.last(Rhythm.DAILY, Instant.parse("2007-03-25T01:29:59Z")))
                .isEqualTo(Instant.parse("2007-03-24T01:30:00Z"));
        assertThat(schedule.last(Rhythm.DAILY, Instant.parse("2007-03-25T01:30:00Z")))
                .isEqualTo(Instant.parse("2007-03-25T01:30:00Z"));
        assertThat(schedule.last(Rhythm.WEEKLY, Instant.parse("2007-10-28T00:30:00Z")))
                .isEqualTo(Instant.parse("2007-10-28T00:30:00Z"));
        assertThatThrownBy(() -> NewsMail.standard().withUnsubscribePage("http://support.example.dk/"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
