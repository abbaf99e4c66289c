package dk.sagsflow.knowledge.forum;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.news.NewsNotice;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.subscription.TopicRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("R24")
class ForumWatchTest {
    private static final ThreadId LETTER = ThreadId.of("letter");
    private static final TopicId OPERATIONS = TopicId.of("operations");
    private static final TopicId AMANDA = TopicId.of("amanda");
    private static final ForumQuestion QUESTION =
            new ForumQuestion("Breve", "Hvordan?", Readership.superusers(), ImmutableSet.of(AMANDA));

    private final Org org = new Org();
    private final Forum forum = org.base.forum();
    private final ForumWatch watching = forum.watching();
    private final List<NewsNotice> sent = new ArrayList<>();

    @BeforeEach
    void people() {
        org.base
                .topics()
                .declare(Org.EDITOR, Topic.of("operations", "Drift", "Operations"))
                .orElseThrow();
        org.base
                .topics()
                .declare(Org.EDITOR, Topic.of("amanda", "Amanda", "Amanda").under("operations"))
                .orElseThrow();
        List.of(Org.CENTRE, Org.BIT, Org.SUPERUSER, Org.CITIZEN).forEach(this::confirmed);
    }

    private void confirmed(ActorId who) {
        String token = org.base
                .subscriptions()
                .reportAddress(who, who + "@example.dk")
                .orElseThrow()
                .token();
        org.base.subscriptions().confirmAddress(who, token).orElseThrow();
    }

    private void opened(ActorId who, ForumQuestion question) {
        org.nextThread = LETTER;
        forum.open(who, question).orElseThrow();
    }

    private List<String> told() {
        sent.clear();
        org.base.notices().dispatch();
        assertThat(org.base.notices().deliver(sent::add).failed()).isZero();
        return sent.stream()
                .map(notice -> notice.address() + ": " + notice.subject())
                .toList();
    }

    @Test
    void who_watches_a_thread_is_told_of_each_post_of_others_once() {
        opened(Org.SUPERUSER, QUESTION);
        org.at("2007-09-03T08:30:00Z");
        watching.thread(Org.CENTRE, LETTER).orElseThrow();
        assertThat(told()).isEmpty();
        org.at("2007-09-03T09:00:00Z");
        forum.answer(Org.BIT, LETTER, "Tryk **F7** for 070761-4285.").orElseThrow();
        assertThat(told()).containsExactlyInAnyOrder("karen@example.dk: Svar: Breve", "astrid@example.dk: Svar: Breve");
        assertThat(sent.get(0).text()).isEqualTo("Tryk F7 for xxxxxx-xxxx.");
        assertThat(told()).isEmpty();
        org.at("2007-09-04T09:00:00Z");
        assertThat(told()).isEmpty();

        forum.answer(Org.CENTRE, LETTER, "Eller F8.").orElseThrow();
        assertThat(told()).containsExactlyInAnyOrder("bo@example.dk: Svar: Breve", "astrid@example.dk: Svar: Breve");
        forum.edit(Org.CENTRE, LETTER, 3, "Eller F9.").orElseThrow();
        assertThat(told()).isEmpty();
    }

    @Test
    void who_watches_a_topic_is_told_of_threads_about_it_and_what_stands_under_it() {
        watching.topic(Org.BIT, OPERATIONS).orElseThrow();
        org.at("2007-09-03T09:00:00Z");
        opened(Org.SUPERUSER, QUESTION);
        assertThat(told()).containsExactly("bo@example.dk: Spørgsmål: Breve");
        watching.noThread(Org.BIT, LETTER).orElseThrow();
        forum.answer(Org.CENTRE, LETTER, "F7").orElseThrow();
        assertThat(told()).containsExactly("astrid@example.dk: Svar: Breve");
        watching.thread(Org.BIT, LETTER).orElseThrow();
        watching.noTopic(Org.BIT, OPERATIONS).orElseThrow();
        assertThat(watching.of(Org.BIT).orElseThrow())
                .isEqualTo(new Watched(ImmutableSet.of(LETTER), ImmutableSet.of()));
        assertThat(watching.topic(Org.BIT, TopicId.of("none")).refusal())
                .containsInstanceOf(TopicRefusal.UnknownTopic.class);
    }

    @Test
    @Tag("R21")
    void nobody_is_told_what_is_not_for_them_or_was_hidden_or_is_not_wanted_any_more() {
        for (ActorId who : List.of(Org.SUPERUSER, Org.CITIZEN, Org.CENTRE)) {
            watching.topic(who, AMANDA).orElseThrow();
        }
        org.at("2007-09-03T09:00:00Z");
        opened(Org.BIT, QUESTION.to(Readership.supportOrganisation()));
        assertThat(told()).containsExactly("karen@example.dk: Spørgsmål: Breve");
        assertThat(watching.thread(Org.SUPERUSER, LETTER).refusal()).contains(new ForumRefusal.UnknownThread(LETTER));
        assertThat(watching.of(Org.SUPERUSER).orElseThrow().threads()).isEmpty();

        forum.answer(Org.EDITOR, LETTER, "Fjollet").orElseThrow();
        org.base.notices().dispatch();
        forum.hide(Org.EDITOR, LETTER, 2, "x").orElseThrow();
        assertThat(told()).isEmpty();
        forum.answer(Org.EDITOR, LETTER, "Klogt").orElseThrow();
        org.base.notices().dispatch();
        watching.noTopic(Org.CENTRE, AMANDA).orElseThrow();
        org.base.subscriptions().unsubscribeFromAll(Org.BIT).orElseThrow();
        assertThat(told()).isEmpty();
        assertThat(watching.of(Org.BIT).orElseThrow().threads()).isEmpty();
    }
}
