package dk.sagsflow.knowledge.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.EditorialRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicSubscriptionsTest {
    private static final TopicId OPERATIONS = TopicId.of("operations");
    private static final TopicId AMANDA = TopicId.of("amanda");
    private static final TopicId RELEASES = TopicId.of("releases");
    private static final TopicId DUTY = TopicId.of("duty");
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final Org org = new Org();
    private final Topics topics = org.base.topics();
    private final TopicSubscriptions subscriptions = org.base.subscriptions();

    @BeforeEach
    void topics() {
        declared(Topic.of("operations", "Drift", "Operations"));
        declared(Topic.of("amanda", "Amanda", "Amanda").under("operations"));
        declared(Topic.of("releases", "Releases", "Releases")
                .byDefaultFor(Rhythm.WEEKLY, Readership.supportOrganisation()));
        declared(Topic.of("duty", "Vagt", "Duty").mandatoryFor(Rhythm.AT_ONCE, Readership.ofTier("first")));
    }

    private void declared(Topic topic) {
        topics.declare(Org.EDITOR, topic).orElseThrow();
    }

    private static KnowledgeRefusal refusal(KnowledgeOutcome<?> outcome) {
        return outcome.refusal().orElseThrow();
    }

    private List<String> told(ActorId who) {
        return subscriptions.of(who).orElseThrow().stream()
                .map(one -> one.topic().id() + " " + one.plan().rhythm())
                .toList();
    }

    @Test
    @Tag("R22")
    void everybody_of_the_support_organisation_is_told_by_default_opts_out_and_subscribes_to_more() {
        assertThat(told(Org.BIT)).containsExactly("releases WEEKLY");
        assertThat(told(Org.CITIZEN)).isEmpty();

        subscriptions.unsubscribe(Org.BIT, RELEASES).orElseThrow();
        subscriptions
                .subscribe(Org.BIT, OPERATIONS, NoticeChannel.MAIL, Rhythm.DAILY)
                .orElseThrow();
        assertThat(told(Org.BIT)).containsExactly("operations DAILY", "amanda DAILY");

        subscriptions.unsubscribe(Org.BIT, AMANDA).orElseThrow();
        assertThat(told(Org.BIT)).containsExactly("operations DAILY");
        subscriptions
                .subscribe(Org.BIT, AMANDA, NoticeChannel.SITE, Rhythm.AT_ONCE)
                .orElseThrow();
        assertThat(told(Org.BIT)).containsExactly("operations DAILY", "amanda AT_ONCE");
    }

    @Test
    void who_must_be_told_chooses_how_soon_and_no_more_and_hears_why() {
        KnowledgeRefusal refusal = refusal(subscriptions.unsubscribe(Org.CENTRE, DUTY));
        assertThat(refusal).isEqualTo(new TopicRefusal.TopicMandatory(DUTY, DUTY));
        assertThat(refusal.describe()).contains("choose how often");
        assertThat(KnowledgeWords.in(Locale.forLanguageTag("da")).of(refusal)).contains("obligatorisk");
        assertThat(refusal(subscriptions.subscribe(Org.CENTRE, DUTY, NoticeChannel.SITE, Rhythm.DAILY)))
                .isInstanceOf(TopicRefusal.TopicMandatory.class);

        subscriptions
                .subscribe(Org.CENTRE, DUTY, NoticeChannel.MAIL, Rhythm.DAILY)
                .orElseThrow();
        assertThat(told(Org.CENTRE)).contains("duty DAILY");
        assertThat(subscriptions.unsubscribeFromAll(Org.CENTRE).orElseThrow())
                .extracting(one -> one.topic().id())
                .containsExactly(DUTY);
        subscriptions.unsubscribe(Org.BIT, DUTY).orElseThrow();
    }

    @Test
    void what_was_opted_out_of_is_told_again_once_it_is_mandatory() {
        subscriptions.unsubscribe(Org.CENTRE, OPERATIONS).orElseThrow();
        declared(Topic.of("operations", "Drift", "Operations")
                .mandatoryFor(Rhythm.AT_ONCE, Readership.supportOrganisation()));
        assertThat(told(Org.CENTRE)).contains("operations AT_ONCE", "amanda AT_ONCE");
    }

    @Test
    void an_unknown_topic_is_refused_with_those_that_there_are() {
        KnowledgeRefusal refusal =
                refusal(subscriptions.subscribe(Org.BIT, TopicId.of("weather"), NoticeChannel.MAIL, Rhythm.DAILY));
        assertThat(refusal)
                .isEqualTo(new TopicRefusal.UnknownTopic(
                        TopicId.of("weather"), ImmutableSet.of(OPERATIONS, AMANDA, RELEASES, DUTY)));
        assertThat(refusal.describe()).contains("no topic weather", "operations");
        assertThat(refusal(
                        subscriptions.subscribe(ActorId.of("stranger"), OPERATIONS, NoticeChannel.MAIL, Rhythm.DAILY)))
                .isInstanceOf(EditorialRefusal.UnknownEditor.class);
    }

    @Test
    void topics_are_moved_but_not_in_a_circle_and_retired_when_nothing_stands_under_them() {
        assertThat(refusal(topics.move(Org.EDITOR, OPERATIONS, Optional.of(AMANDA))))
                .isEqualTo(new TopicRefusal.CircleOfTopics(OPERATIONS, AMANDA));
        assertThat(refusal(topics.move(Org.EDITOR, OPERATIONS, Optional.of(OPERATIONS))))
                .isInstanceOf(TopicRefusal.CircleOfTopics.class);
        assertThat(refusal(topics.retire(Org.EDITOR, OPERATIONS)))
                .isEqualTo(new TopicRefusal.TopicHasBranches(OPERATIONS, ImmutableSet.of(AMANDA)));
        assertThat(refusal(topics.move(Org.BIT, AMANDA, Optional.empty())))
                .isInstanceOf(EditorialRefusal.RightMissing.class);

        subscriptions
                .subscribe(Org.BIT, RELEASES, NoticeChannel.MAIL, Rhythm.DAILY)
                .orElseThrow();
        topics.move(Org.EDITOR, AMANDA, Optional.of(RELEASES)).orElseThrow();
        assertThat(topics.path(AMANDA)).extracting(Topic::id).containsExactly(AMANDA, RELEASES);
        assertThat(told(Org.BIT)).containsExactly("amanda DAILY", "releases DAILY");
        topics.retire(Org.EDITOR, OPERATIONS).orElseThrow();
        topics.retire(Org.EDITOR, AMANDA).orElseThrow();
        assertThat(told(Org.BIT)).containsExactly("releases DAILY");
    }

    @Test
    void a_tree_of_topics_has_bounds() {
        String parent = "operations";
        for (int depth = 2; depth <= 20; depth++) {
            declared(Topic.of("t" + depth, "T", "T").under(parent));
            parent = "t" + depth;
        }
        assertThat(refusal(topics.declare(Org.EDITOR, Topic.of("deep", "T", "T").under(parent))))
                .isEqualTo(new TopicRefusal.TreeOfTopicsFull(TopicId.of("deep"), 1_000, 20));
        assertThat(refusal(topics.move(Org.EDITOR, OPERATIONS, Optional.of(RELEASES))))
                .isInstanceOf(TopicRefusal.TreeOfTopicsFull.class);
        assertThatThrownBy(() -> Topic.of("x", "Drift\nBcc: x", "Operations")).isInstanceOf(OutOfBoundsException.class);
    }

    @Test
    @Tag("R26")
    void an_address_is_used_once_whoever_reads_mail_there_has_confirmed_it() {
        AddressToConfirm report =
                subscriptions.reportAddress(Org.SUPERUSER, "astrid@example.dk").orElseThrow();
        assertThat(subscriptions.address(Org.SUPERUSER)).isEmpty();
        assertThat(report.toString()).doesNotContain(report.token(), "astrid@");
        assertThat(refusal(subscriptions.confirmAddress(Org.SUPERUSER, "guessed")))
                .isEqualTo(new TopicRefusal.ConfirmationUnknown(Org.SUPERUSER));
        assertThat(refusal(subscriptions.confirmAddress(Org.BIT, report.token())))
                .isEqualTo(new TopicRefusal.ConfirmationUnknown(Org.BIT));

        org.at("2007-09-04T08:00:00Z");
        AddressToConfirm other =
                subscriptions.reportAddress(Org.SUPERUSER, "other@example.dk").orElseThrow();
        assertThat(refusal(subscriptions.confirmAddress(Org.SUPERUSER, report.token())))
                .isInstanceOf(TopicRefusal.ConfirmationUnknown.class);
        subscriptions.confirmAddress(Org.SUPERUSER, other.token()).orElseThrow();
        assertThat(subscriptions.address(Org.SUPERUSER)).contains("other@example.dk");

        AddressToConfirm late =
                subscriptions.reportAddress(Org.SUPERUSER, "late@example.dk").orElseThrow();
        org.at("2007-09-11T08:00:00Z");
        assertThat(refusal(subscriptions.confirmAddress(Org.SUPERUSER, late.token())))
                .isEqualTo(new TopicRefusal.ConfirmationOver(Instant.parse("2007-09-11T08:00:00Z")));
        assertThatThrownBy(() -> subscriptions.reportAddress(Org.SUPERUSER, "a@b.dk\r\nBcc: c@d.dk"))
                .isInstanceOf(OutOfBoundsException.class);
    }

    @Test
    void an_address_from_which_mail_came_back_is_set_aside_where_editors_and_its_owner_see_it() {
        confirmed(Org.SUPERUSER, "astrid@example.dk");
        subscriptions
                .bounced(Org.SUPERUSER, "Astrid@Example.dk", "550 no such mailbox")
                .orElseThrow();
        assertThat(subscriptions.address(Org.SUPERUSER)).isEmpty();
        SetAsideAddress aside = new SetAsideAddress(
                Org.SUPERUSER, "Astrid@Example.dk", "550 no such mailbox", Instant.parse("2007-09-03T08:00:00Z"));
        assertThat(subscriptions.setAside(Org.EDITOR).orElseThrow()).containsExactly(aside);
        assertThat(subscriptions.setAside(Org.SUPERUSER).orElseThrow()).containsExactly(aside);
        assertThat(subscriptions.setAside(Org.BIT).orElseThrow()).isEmpty();

        confirmed(Org.SUPERUSER, "astrid@example.dk");
        assertThat(subscriptions.address(Org.SUPERUSER)).contains("astrid@example.dk");
        assertThat(subscriptions.setAside(Org.EDITOR).orElseThrow()).isEmpty();
    }

    @Test
    void who_confirms_an_address_does_not_learn_who_is_there() {
        ActorId stranger = ActorId.of("stranger");
        assertThat(refusal(subscriptions.confirmAddress(stranger, "guessed")))
                .isEqualTo(new TopicRefusal.ConfirmationUnknown(stranger));
        assertThat(refusal(subscriptions.confirmAddress(Org.BIT, "guessed")))
                .isEqualTo(new TopicRefusal.ConfirmationUnknown(Org.BIT));
    }

    @Test
    @Tag("R22")
    void superusers_in_no_group_are_told_by_default_without_having_said_anything() {
        declared(Topic.of("teaching", "Kurser", "Teaching").byDefaultFor(Rhythm.WEEKLY, Readership.superusers()));
        assertThat(subscriptions.people()).contains(Org.SUPERUSER).doesNotContain(Org.CITIZEN);
        assertThat(subscriptions.subscribersAt(TopicId.of("teaching"), org.clock.instant()))
                .contains(Org.SUPERUSER, Org.BIT);
    }

    private void confirmed(ActorId who, String address) {
        String token = subscriptions.reportAddress(who, address).orElseThrow().token();
        subscriptions.confirmAddress(who, token).orElseThrow();
    }

    @Test
    void a_subscription_ends_by_one_click_without_login_and_only_by_post() {
        subscriptions
                .subscribe(Org.BIT, OPERATIONS, NoticeChannel.MAIL, Rhythm.DAILY)
                .orElseThrow();
        String token = subscriptions.unsubscribeToken(Org.BIT, Optional.of(OPERATIONS));
        OneClickUnsubscribe oneClick = subscriptions.oneClick();

        assertThat(oneClick.answer("GET", token, ONE_CLICK)).isEqualTo(405);
        assertThat(oneClick.answer("HEAD", token, "")).isEqualTo(405);
        assertThat(oneClick.answer("POST", token, "")).isEqualTo(400);
        assertThat(told(Org.BIT)).contains("operations DAILY");

        assertThat(oneClick.answer("POST", token, ONE_CLICK)).isEqualTo(202);
        assertThat(told(Org.BIT)).containsExactly("releases WEEKLY");
        String all = subscriptions.unsubscribeToken(Org.BIT, Optional.empty());
        String form = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--";
        assertThat(oneClick.answer("POST", all, form)).isEqualTo(202);
        assertThat(told(Org.BIT)).isEmpty();
    }

    @Test
    void a_token_tells_nothing_is_not_guessed_and_is_answered_like_any_other() {
        String token = subscriptions.unsubscribeToken(Org.CENTRE, Optional.of(RELEASES));
        assertThat(token).matches("[A-Za-z0-9_-]{43,}").doesNotContain("karen", "releases");
        assertThat(subscriptions.unsubscribeToken(Org.CENTRE, Optional.of(RELEASES)))
                .isEqualTo(token);
        assertThat(subscriptions.unsubscribeToken(Org.BIT, Optional.of(RELEASES)))
                .isNotEqualTo(token)
                .hasSameSizeAs(token);

        OneClickUnsubscribe oneClick = subscriptions.oneClick();
        String others = new Org().base.subscriptions().unsubscribeToken(Org.CENTRE, Optional.of(RELEASES));
        String changed = (token.charAt(20) == 'A' ? "B" : "A") + token.substring(1);
        for (String foreign :
                List.of(others, changed, "", "x", "%%%", "A".repeat(9_000), token + "AAAA", token.substring(4))) {
            assertThat(oneClick.answer("POST", foreign, ONE_CLICK)).isEqualTo(202);
        }
        assertThat(told(Org.CENTRE)).contains("releases WEEKLY");
        String must = subscriptions.unsubscribeToken(Org.CENTRE, Optional.of(DUTY));
        assertThat(oneClick.answer("POST", must, ONE_CLICK)).isEqualTo(202);
        assertThat(told(Org.CENTRE)).contains("duty AT_ONCE");
    }

    @Test
    @Tag("R26")
    void a_mailing_list_knows_who_subscribed_to_a_topic_at_any_time() {
        org.at("2007-09-04T08:00:00Z");
        subscriptions
                .subscribe(Org.SUPERUSER, AMANDA, NoticeChannel.MAIL, Rhythm.WEEKLY)
                .orElseThrow();
        org.at("2007-09-05T08:00:00Z");
        subscriptions.unsubscribe(Org.SUPERUSER, AMANDA).orElseThrow();
        assertThat(subscriptions.subscribersAt(AMANDA, Instant.parse("2007-09-04T12:00:00Z")))
                .containsExactly(Org.SUPERUSER);
        assertThat(subscriptions.subscribersAt(AMANDA, Instant.parse("2007-09-06T12:00:00Z")))
                .isEmpty();
        assertThat(subscriptions.subscribersAt(RELEASES, Instant.parse("2007-09-06T12:00:00Z")))
                .containsExactlyInAnyOrderElementsOf(ImmutableList.of(Org.EDITOR, Org.CENTRE, Org.BIT));
    }
}
