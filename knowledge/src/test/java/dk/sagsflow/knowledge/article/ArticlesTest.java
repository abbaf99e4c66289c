package dk.sagsflow.knowledge.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.editing.EditorialRefusal;
import dk.sagsflow.knowledge.editing.EditorialScope;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.topic.TopicId;
import dk.sagsflow.knowledge.tree.TreeRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticlesTest {
    private static final ArticleId LOGIN = ArticleId.of("login");
    private static final ArticleContent FAQ =
            ArticleContent.faq(Readership.everyone(), "Hvordan logger jeg på?", "Brug dit id.");
    private static final EditorialScope RELEASES = EditorialScope.topic("releases");

    private final Org org = new Org();
    private final Articles articles = org.base.articles();

    private static KnowledgeRefusal refusal(KnowledgeOutcome<?> outcome) {
        return outcome.refusal().orElseThrow();
    }

    @Test
    void an_article_goes_from_draft_by_review_to_its_readers_and_out_of_use() {
        articles.draft(Org.CENTRE, LOGIN, FAQ).orElseThrow();
        assertThat(articles.read(Reader.anybody(), LOGIN).wasAccepted()).isFalse();
        assertThat(articles.submit(Org.CENTRE, LOGIN).orElseThrow().status()).isEqualTo(ArticleStatus.REVIEW);
        articles.sendBack(Org.EDITOR, LOGIN, "a word is missing").orElseThrow();
        articles.submit(Org.CENTRE, LOGIN).orElseThrow();
        articles.publish(Org.EDITOR, LOGIN, Optional.empty()).orElseThrow();
        assertThat(articles.read(Reader.anybody(), LOGIN).orElseThrow().content())
                .isEqualTo(FAQ);

        articles.retire(Org.EDITOR, LOGIN, "the system is gone", Optional.empty())
                .orElseThrow();
        assertThat(refusal(articles.read(Reader.anybody(), LOGIN))).isEqualTo(new ArticleRefusal.UnknownArticle(LOGIN));
        assertThat(refusal(articles.revise(Org.CENTRE, LOGIN, FAQ)))
                .isInstanceOf(ArticleRefusal.ArticleElsewhere.class);
    }

    @Test
    void what_is_published_stays_until_the_next_edition_is() {
        org.published("login", FAQ);
        ArticleContent later = FAQ.withBody("Brug dit nye id.");
        articles.revise(Org.EDITOR, LOGIN, later).orElseThrow();
        assertThat(articles.read(Reader.anybody(), LOGIN).orElseThrow().content())
                .isEqualTo(FAQ);

        org.republished("login");
        Edition second = articles.read(Reader.anybody(), LOGIN).orElseThrow();
        assertThat(second.content()).isEqualTo(later);
        assertThat(second.number()).isEqualTo(2);
    }

    @Test
    @Tag("R25")
    void who_is_not_let_in_hears_which_right_is_missing_and_who_has_it() {
        articles.draft(Org.BIT, LOGIN, FAQ.withTopics(TopicId.of("releases"))).orElseThrow();
        articles.submit(Org.BIT, LOGIN).orElseThrow();

        KnowledgeRefusal refusal = refusal(articles.publish(Org.BIT, LOGIN, Optional.empty()));

        assertThat(refusal).isInstanceOfSatisfying(EditorialRefusal.RightMissing.class, missing -> {
            assertThat(missing.missing()).containsExactly(RELEASES);
            assertThat(missing.entitled()).containsExactly(RightHolder.person("editor"));
        });
        assertThat(refusal.describe()).contains("topic releases").contains("editor");
        assertThat(KnowledgeWords.in(Locale.forLanguageTag("da")).of(refusal)).contains("emnet releases");
    }

    @Test
    @Tag("R25")
    void the_web_editor_lets_a_group_in_for_a_topic_and_shuts_it_out_again() {
        RightHolder bit = RightHolder.group("bit");
        org.base.editing().letIn(Org.EDITOR, bit, RELEASES).orElseThrow();
        articles.draft(Org.BIT, LOGIN, FAQ.withTopics(TopicId.of("releases"))).orElseThrow();
        articles.submit(Org.BIT, LOGIN).orElseThrow();
        articles.publish(Org.BIT, LOGIN, Optional.empty()).orElseThrow();

        org.base.editing().shutOut(Org.EDITOR, bit, RELEASES).orElseThrow();

        assertThat(refusal(articles.retire(Org.BIT, LOGIN, "old", Optional.empty())))
                .isInstanceOf(EditorialRefusal.RightMissing.class);
        assertThat(refusal(org.base.editing().letIn(Org.BIT, bit, EditorialScope.everything())))
                .isInstanceOf(EditorialRefusal.RightMissing.class);
        assertThat(refusal(org.base.editing().letIn(Org.EDITOR, RightHolder.group("nobody"), RELEASES)))
                .isInstanceOf(EditorialRefusal.UnknownRightHolder.class);
    }

    @Test
    @Tag("R25")
    void a_right_for_one_topic_is_none_for_another() {
        org.base.editing().letIn(Org.EDITOR, RightHolder.group("bit"), RELEASES).orElseThrow();
        articles.draft(Org.BIT, LOGIN, FAQ.withTopics(TopicId.of("releases"), TopicId.of("teaching")))
                .orElseThrow();
        articles.submit(Org.BIT, LOGIN).orElseThrow();

        assertThat(refusal(articles.publish(Org.BIT, LOGIN, Optional.empty())))
                .isInstanceOfSatisfying(
                        EditorialRefusal.RightMissing.class,
                        missing -> assertThat(missing.missing()).containsExactly(EditorialScope.topic("teaching")));
    }

    @Test
    void customers_write_no_articles_and_see_no_drafts() {
        assertThat(refusal(articles.draft(Org.SUPERUSER, LOGIN, FAQ)))
                .isEqualTo(new ArticleRefusal.NotAnAuthor(Org.SUPERUSER));
        articles.draft(Org.CENTRE, LOGIN, FAQ).orElseThrow();

        assertThat(refusal(articles.open(Org.BIT, LOGIN))).isEqualTo(new ArticleRefusal.UnknownArticle(LOGIN));
        assertThat(articles.open(Org.CENTRE, LOGIN).wasAccepted()).isTrue();
    }

    @Test
    void what_the_organisation_does_not_support_no_article_is_about() {
        assertThat(refusal(articles.draft(Org.CENTRE, LOGIN, FAQ.withSystems(SystemId.of("lotus"))))
                        .describe())
                .contains("lotus")
                .contains("amanda");
    }

    @Test
    void translations_are_one_for_each_language() {
        org.published("login", FAQ);
        org.published("en", FAQ.withLanguage(Locale.ENGLISH));
        org.published("en-2", FAQ.withLanguage(Locale.ENGLISH));
        ArticleId english = ArticleId.of("en");

        articles.nameTranslations(Org.EDITOR, LOGIN, ImmutableSet.of(english)).orElseThrow();

        assertThat(refusal(
                        articles.nameTranslations(Org.EDITOR, LOGIN, ImmutableSet.of(english, ArticleId.of("en-2")))))
                .isInstanceOf(ArticleRefusal.LanguageTaken.class);
    }

    @Test
    void an_owner_is_reminded_once_each_time_that_an_article_runs_out() {
        articles.draft(Org.EDITOR, LOGIN, FAQ).orElseThrow();
        articles.submit(Org.EDITOR, LOGIN).orElseThrow();
        articles.publish(Org.EDITOR, LOGIN, Optional.of(Instant.parse("2007-10-01T00:00:00Z")))
                .orElseThrow();
        assertThat(org.base.care().remind()).isEmpty();

        org.at("2007-10-01T00:00:00Z");
        assertThat(org.base.care().remind()).extracting(Article::id).containsExactly(LOGIN);
        assertThat(org.base.care().remind()).isEmpty();
        assertThat(org.base.care().stale(Org.EDITOR).orElseThrow()).hasSize(1);
        assertThat(refusal(articles.renew(Org.EDITOR, LOGIN, Optional.of(Instant.parse("2007-09-01T00:00:00Z")))))
                .isInstanceOf(ArticleRefusal.AlreadyOver.class);

        articles.renew(Org.EDITOR, LOGIN, Optional.of(Instant.parse("2008-01-01T00:00:00Z")))
                .orElseThrow();
        assertThat(org.base.care().stale(Org.EDITOR).orElseThrow()).isEmpty();
        org.at("2008-01-01T00:00:00Z");
        assertThat(org.base.care().remind()).hasSize(1);
    }

    @Test
    void editors_see_what_contradicts_and_what_never_helps_and_others_do_not() {
        org.published("login", FAQ);
        org.published("other", FAQ.withTitle("Log på"));
        Reader karen = org.base.reader(Org.CENTRE);
        for (int i = 0; i < 3; i++) {
            articles.used(karen, LOGIN, UseOutcome.DID_NOT_HELP, Optional.empty(), "")
                    .orElseThrow();
        }
        articles.contradicts(karen, LOGIN, ArticleId.of("other"), "two ids").orElseThrow();

        assertThat(org.base.care().neverHelpful(Org.EDITOR).orElseThrow())
                .extracting(Article::id)
                .containsExactly(LOGIN);
        assertThat(org.base.care().contradicting(Org.EDITOR).orElseThrow())
                .extracting(Article::id)
                .containsExactly(LOGIN);
        assertThat(refusal(org.base.care().contradicting(Org.CENTRE)))
                .isInstanceOf(EditorialRefusal.RightMissing.class);
    }

    @Test
    void what_articles_were_good_for_is_counted_and_measured_as_cases_that_nobody_needed() {
        org.published("login", FAQ);
        Reader carl = org.base.reader(Org.CITIZEN);
        articles.view(carl, LOGIN).orElseThrow();
        articles.used(carl, LOGIN, UseOutcome.CASE_SPARED, Optional.empty(), "log på")
                .orElseThrow();
        articles.used(carl, LOGIN, UseOutcome.DID_NOT_HELP, Optional.empty(), "")
                .orElseThrow();

        assertThat(articles.find(LOGIN).orElseThrow().tally()).isEqualTo(new ArticleTally(1, 0, 1, 0, 1));
        Instant now = org.clock.instant();
        assertThat(org.base.care().deflection(now, now.plusSeconds(1)).share()).isEqualTo(0.5);
        assertThat(org.base
                        .care()
                        .deflection(now.plusSeconds(1), now.plusSeconds(2))
                        .share())
                .isZero();
    }

    @Test
    void an_article_of_ten_megabytes_is_refused_by_its_bound() {
        assertThatThrownBy(() -> FAQ.withBody("a".repeat(10_000_000)))
                .isInstanceOf(OutOfBoundsException.class)
                .hasMessageContaining("at most 500000");
    }

    @Test
    @Tag("R25")
    void who_can_read_an_article_of_others_hears_which_right_is_missing_and_who_cannot_hears_nothing() {
        org.base.editing().letIn(Org.EDITOR, RightHolder.group("bit"), RELEASES).orElseThrow();
        ArticleContent teaching = FAQ.withTopics(TopicId.of("teaching"));
        articles.draft(Org.CENTRE, LOGIN, teaching).orElseThrow();
        assertThat(refusal(articles.publish(Org.BIT, LOGIN, Optional.empty())))
                .isEqualTo(new ArticleRefusal.UnknownArticle(LOGIN));
        articles.submit(Org.CENTRE, LOGIN).orElseThrow();
        EditorialRefusal missing = new EditorialRefusal.RightMissing(
                Org.BIT,
                EditorialAct.PUBLISH,
                ImmutableSet.of(EditorialScope.topic("teaching")),
                ImmutableSet.of(RightHolder.person("editor")));
        assertThat(refusal(articles.publish(Org.BIT, LOGIN, Optional.empty()))).isEqualTo(missing);
        assertThat(refusal(articles.publish(Org.CITIZEN, LOGIN, Optional.empty())))
                .isEqualTo(new ArticleRefusal.UnknownArticle(LOGIN));
        articles.publish(Org.EDITOR, LOGIN, Optional.empty()).orElseThrow();
        assertThat(refusal(articles.retire(Org.BIT, LOGIN, "old", Optional.empty())))
                .isInstanceOf(EditorialRefusal.RightMissing.class);
        org.published("inside", teaching.withReadership(Readership.ofGroup("centre")));
        ArticleId inside = ArticleId.of("inside");
        assertThat(refusal(articles.retire(Org.BIT, inside, "old", Optional.empty())))
                .isEqualTo(new ArticleRefusal.UnknownArticle(inside));
    }

    @Test
    @Tag("R25")
    void an_owner_does_not_take_away_by_the_right_for_one_topic_what_is_in_force_about_another() {
        org.base.editing().letIn(Org.EDITOR, RightHolder.group("bit"), RELEASES).orElseThrow();
        articles.draft(Org.BIT, LOGIN, FAQ.withTopics(TopicId.of("teaching"))).orElseThrow();
        org.republished("login", Org.BIT);
        articles.revise(Org.BIT, LOGIN, FAQ.withTopics(TopicId.of("releases"))).orElseThrow();
        articles.submit(Org.BIT, LOGIN).orElseThrow();
        assertThat(refusal(articles.publish(Org.BIT, LOGIN, Optional.empty())))
                .isInstanceOfSatisfying(
                        EditorialRefusal.RightMissing.class,
                        missing -> assertThat(missing.missing()).containsExactly(EditorialScope.topic("teaching")));
        assertThat(refusal(articles.retire(Org.BIT, LOGIN, "old", Optional.empty())))
                .isInstanceOf(EditorialRefusal.RightMissing.class);
        articles.publish(Org.EDITOR, LOGIN, Optional.empty()).orElseThrow();
        articles.retire(Org.BIT, LOGIN, "old", Optional.empty()).orElseThrow();
    }

    @Test
    void every_edition_is_there_for_those_who_work_on_it_and_readers_see_nothing_but_the_last() {
        org.published("login", FAQ);
        org.at("2007-09-04T08:00:00Z");
        ArticleContent second = FAQ.withBody("Brug dit nye id.");
        articles.revise(Org.EDITOR, LOGIN, second).orElseThrow();
        org.republished("login");
        articles.revise(Org.EDITOR, LOGIN, FAQ.withBody("hemmeligt")).orElseThrow();
        assertThat(articles.editions(Org.EDITOR, LOGIN).orElseThrow())
                .containsExactly(
                        new Edition(1, FAQ, Instant.parse("2007-09-03T08:00:00Z"), Org.EDITOR),
                        new Edition(2, second, Instant.parse("2007-09-04T08:00:00Z"), Org.EDITOR));
        assertThat(articles.editions(Org.CENTRE, LOGIN).wasAccepted()).isFalse();
        assertThat(articles.inForce(Reader.anybody()).toString())
                .contains("Brug dit nye id.")
                .doesNotContain("hemmeligt");
        assertThat(articles.seenBy(Org.CENTRE, LOGIN).orElseThrow().latest()).isEqualTo(second);
        assertThat(articles.seenBy(Org.EDITOR, LOGIN).orElseThrow().latest().body())
                .isEqualTo("hemmeligt");
    }

    @Test
    void readers_find_the_translation_that_they_may_read_from_either_side() {
        ArticleId english = ArticleId.of("en");
        org.published("login", FAQ);
        org.published("login-2", FAQ);
        org.published("en", FAQ.withLanguage(Locale.ENGLISH).withReadership(Readership.superusers()));
        articles.nameTranslations(Org.EDITOR, LOGIN, ImmutableSet.of(english)).orElseThrow();
        Reader astrid = org.base.reader(Org.SUPERUSER);
        assertThat(articles.translations(astrid, LOGIN)).isEqualTo(ImmutableMap.of(Locale.ENGLISH, english));
        assertThat(articles.translations(astrid, english))
                .isEqualTo(ImmutableMap.of(Locale.forLanguageTag("da"), LOGIN));
        assertThat(articles.translations(Reader.anybody(), LOGIN)).isEmpty();
        assertThat(articles.translations(Reader.anybody(), english)).isEmpty();
        assertThat(refusal(articles.nameTranslations(Org.EDITOR, ArticleId.of("login-2"), ImmutableSet.of(english))))
                .isEqualTo(new ArticleRefusal.LanguageTaken(LOGIN, Locale.forLanguageTag("da")));
        articles.nameTranslations(Org.EDITOR, LOGIN, ImmutableSet.of()).orElseThrow();
        assertThat(articles.translations(astrid, english)).isEmpty();
    }

    @Test
    void who_comes_to_what_is_out_of_use_is_led_to_what_is_read_instead() {
        for (String id : List.of("login", "second", "third")) {
            org.published(id, FAQ);
        }
        org.published("inside", FAQ.withReadership(Readership.ofGroup("centre")));
        ArticleId third = ArticleId.of("third");
        assertThat(articles.successor(Reader.anybody(), LOGIN)).isEmpty();
        articles.retire(Org.EDITOR, LOGIN, "old", Optional.of(ArticleId.of("second")))
                .orElseThrow();
        articles.retire(Org.EDITOR, ArticleId.of("second"), "old", Optional.of(third))
                .orElseThrow();
        articles.retire(Org.EDITOR, ArticleId.of("inside"), "old", Optional.of(third))
                .orElseThrow();
        assertThat(articles.successor(Reader.anybody(), LOGIN)).contains(third);
        assertThat(articles.successor(Reader.anybody(), ArticleId.of("inside"))).isEmpty();
        articles.retire(Org.EDITOR, third, "old", Optional.of(LOGIN)).orElseThrow();
        assertThat(articles.successor(Reader.anybody(), LOGIN)).isEmpty();
    }

    @Test
    void what_editors_have_seen_to_is_told_to_them_no_more() {
        org.published("login", FAQ);
        org.published("other", FAQ.withTitle("Log på"));
        org.published("third", FAQ.withTitle("Log af"));
        Reader karen = org.base.reader(Org.CENTRE);
        for (int i = 0; i < 3; i++) {
            articles.used(karen, LOGIN, UseOutcome.DID_NOT_HELP, Optional.empty(), "")
                    .orElseThrow();
        }
        articles.contradicts(karen, LOGIN, ArticleId.of("other"), "two ids").orElseThrow();
        articles.contradicts(karen, LOGIN, ArticleId.of("third"), "two ids").orElseThrow();
        articles.retire(Org.EDITOR, ArticleId.of("other"), "wrong", Optional.empty())
                .orElseThrow();
        assertThat(org.base.care().contradicting(Org.EDITOR).orElseThrow())
                .singleElement()
                .satisfies(article -> assertThat(article.contradicting()).containsExactly(ArticleId.of("third")));
        articles.revise(Org.EDITOR, ArticleId.of("third"), FAQ).orElseThrow();
        org.republished("third");
        assertThat(org.base.care().contradicting(Org.EDITOR).orElseThrow()).isEmpty();
        assertThat(org.base.care().neverHelpful(Org.EDITOR).orElseThrow()).hasSize(1);
        articles.revise(Org.EDITOR, LOGIN, FAQ.withBody("Bedre.")).orElseThrow();
        org.republished("login");
        assertThat(org.base.care().neverHelpful(Org.EDITOR).orElseThrow()).isEmpty();
        assertThat(articles.find(LOGIN).orElseThrow().tally().didNotHelp()).isEqualTo(3);
    }

    @Test
    void every_refusal_has_words_in_both_languages() {
        String words = "dk.sagsflow.knowledge.refusal.words";
        ResourceBundle danish = ResourceBundle.getBundle(words, Locale.forLanguageTag("da"));

        assertThat(danish.keySet())
                .isEqualTo(ResourceBundle.getBundle(words, Locale.ENGLISH).keySet());
        assertThat(Stream.of(ArticleRefusal.class, EditorialRefusal.class, TreeRefusal.class)
                        .flatMap(kinds -> Stream.of(kinds.getPermittedSubclasses()))
                        .map(Class::getSimpleName))
                .allMatch(danish::containsKey);
        Stream.of(ArticleKind.values(), ArticleStatus.values(), UseOutcome.values())
                .flatMap(Stream::of)
                .forEach(
                        constant -> assertThat(KnowledgeWords.in(Locale.ENGLISH).of((Enum<?>) constant))
                                .isNotBlank());
    }
}
