package dk.sagsflow.knowledge.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleStatus;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.EditorialRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForumTest {
    private static final ThreadId LETTER = ThreadId.of("letter");
    private static final ForumQuestion QUESTION =
            ForumQuestion.of("Hvordan skriver man et brev?", "Jeg kan **ikke** finde det, for 070761-4285 heller.");
    private static final ArticleId FAQ = ArticleId.of("letter-faq");

    private final Org org = new Org();
    private final Forum forum = org.base.forum();

    private static KnowledgeRefusal refusal(KnowledgeOutcome<?> outcome) {
        return outcome.refusal().orElseThrow();
    }

    private KnowledgeOutcome<ForumThread> opened(ActorId who, ForumQuestion question) {
        org.nextThread = LETTER;
        return forum.open(who, question);
    }

    private void asked() {
        opened(Org.SUPERUSER, QUESTION).orElseThrow();
    }

    private List<String> texts(ActorId who) {
        return forum.read(who, LETTER).orElseThrow().posts().stream()
                .map(ForumPost::text)
                .toList();
    }

    @Test
    @Tag("R24")
    void one_asks_others_answer_and_who_asked_says_which_answer_it_is() {
        asked();
        forum.answer(Org.CENTRE, LETTER, "Under Breve.").orElseThrow();
        forum.answer(Org.BIT, LETTER, "Tryk F7.").orElseThrow();
        assertThat(refusal(forum.accept(Org.BIT, LETTER, 3))).isInstanceOf(EditorialRefusal.RightMissing.class);
        assertThat(refusal(forum.accept(Org.SUPERUSER, LETTER, 1)))
                .isEqualTo(new ForumRefusal.NotThisPost(LETTER, 1, 3));
        ForumThread thread = forum.accept(Org.SUPERUSER, LETTER, 3).orElseThrow();
        assertThat(thread.answer()).map(ForumPost::text).contains("Tryk F7.");
        assertThat(thread.asker()).isEqualTo(Org.SUPERUSER);

        forum.edit(Org.BIT, LETTER, 3, "Tryk F8.").orElseThrow();
        assertThat(refusal(forum.edit(Org.CENTRE, LETTER, 3, "x"))).isEqualTo(new ForumRefusal.NotYourPost(LETTER, 3));
        assertThat(texts(Org.SUPERUSER)).containsExactly(QUESTION.text(), "Under Breve.", "Tryk F8.");
        assertThatThrownBy(() -> opened(Org.BIT, QUESTION)).hasMessage("the id of a thread was drawn twice");
    }

    @Test
    @Tag("R24")
    void the_forum_is_for_those_to_whom_one_belongs_and_unknown_to_others() {
        KnowledgeRefusal refusal = refusal(opened(Org.CITIZEN, QUESTION));
        assertThat(refusal).isEqualTo(new ForumRefusal.NotForThisForum(Org.CITIZEN, Readership.superusers()));
        assertThat(KnowledgeWords.in(Locale.forLanguageTag("da")).of(refusal))
                .contains("carl kan ikke skrive til superbrugere");
        assertThat(refusal(opened(Org.BIT, QUESTION.to(Readership.everyone()))))
                .isInstanceOf(ForumRefusal.NotForThisForum.class);
        assertThat(refusal(opened(Org.SUPERUSER, QUESTION.to(Readership.supportOrganisation()))))
                .isInstanceOf(ForumRefusal.NotForThisForum.class);

        opened(Org.BIT, QUESTION.to(Readership.ofTier("second"))).orElseThrow();
        for (ActorId other : List.of(Org.SUPERUSER, Org.CENTRE, Org.CITIZEN)) {
            assertThat(refusal(forum.read(other, LETTER))).isEqualTo(new ForumRefusal.UnknownThread(LETTER));
            assertThat(refusal(forum.answer(other, LETTER, "x"))).isEqualTo(new ForumRefusal.UnknownThread(LETTER));
            assertThat(forum.threads(other).orElseThrow()).isEmpty();
        }
        assertThat(refusal(forum.read(ActorId.of("stranger"), LETTER)))
                .isInstanceOf(EditorialRefusal.UnknownEditor.class);
    }

    @Test
    void who_opens_a_thread_does_not_learn_what_others_are_called() {
        KnowledgeBase base = KnowledgeBase.builder(Org.organisation(), Org.people(), org.clock)
                .build();
        List<ForumThread> threads = List.of(
                base.forum()
                        .open(Org.BIT, QUESTION.to(Readership.ofTier("second")))
                        .orElseThrow(),
                base.forum().open(Org.SUPERUSER, QUESTION).orElseThrow());
        assertThat(threads).extracting(thread -> thread.id().value()).allMatch(id -> id.matches("[a-z2-7]{26}"));
        assertThat(threads).extracting(ForumThread::id).doesNotHaveDuplicates();
        base.close();
    }

    @Test
    @Tag("R25")
    void moderators_hide_posts_from_all_but_who_wrote_them_and_close_threads() {
        asked();
        forum.answer(Org.BIT, LETTER, "Fjollet svar.").orElseThrow();
        forum.accept(Org.SUPERUSER, LETTER, 2).orElseThrow();
        assertThat(refusal(forum.hide(Org.CENTRE, LETTER, 2, "x"))).isInstanceOf(EditorialRefusal.RightMissing.class);
        assertThat(refusal(forum.hide(Org.EDITOR, LETTER, 3, "x")))
                .isEqualTo(new ForumRefusal.NotThisPost(LETTER, 3, 2));
        forum.hide(Org.EDITOR, LETTER, 2, "Ikke pænt").orElseThrow();
        assertThat(texts(Org.SUPERUSER)).containsExactly(QUESTION.text(), "");
        assertThat(texts(Org.BIT)).contains("Fjollet svar.");
        assertThat(texts(Org.EDITOR)).contains("Fjollet svar.");
        assertThat(forum.read(Org.SUPERUSER, LETTER).orElseThrow().answer()).isEmpty();
        assertThat(refusal(forum.accept(Org.SUPERUSER, LETTER, 2))).isInstanceOf(ForumRefusal.NotThisPost.class);

        forum.show(Org.EDITOR, LETTER, 2).orElseThrow();
        assertThat(texts(Org.SUPERUSER)).contains("Fjollet svar.");
        forum.close(Org.EDITOR, LETTER, "Besvaret").orElseThrow();
        assertThat(refusal(forum.answer(Org.BIT, LETTER, "Mere")))
                .isEqualTo(new ForumRefusal.ThreadIsClosed(LETTER, "Besvaret"));
        forum.reopen(Org.EDITOR, LETTER).orElseThrow();
        forum.answer(Org.BIT, LETTER, "Mere").orElseThrow();
        forum.hide(Org.EDITOR, LETTER, 1, "Personlige oplysninger").orElseThrow();
        assertThat(refusal(forum.read(Org.BIT, LETTER))).isEqualTo(new ForumRefusal.UnknownThread(LETTER));
        assertThat(texts(Org.SUPERUSER)).hasSize(3);
    }

    @Test
    @Tag("R24")
    void a_thread_becomes_a_draft_of_a_frequent_question_and_each_leads_to_the_other() {
        asked();
        assertThat(refusal(forum.promote(Org.CENTRE, LETTER, FAQ, Readership.everyone())))
                .isEqualTo(new ForumRefusal.NothingToPromote(LETTER));
        forum.answer(Org.CENTRE, LETTER, "Under Breve.").orElseThrow();
        forum.answer(Org.BIT, LETTER, "Tryk F7 for 070761-4285.").orElseThrow();
        forum.accept(Org.SUPERUSER, LETTER, 3).orElseThrow();
        assertThat(forum.promote(Org.SUPERUSER, LETTER, FAQ, Readership.everyone())
                        .wasAccepted())
                .isFalse();
        Article draft =
                forum.promote(Org.CENTRE, LETTER, FAQ, Readership.everyone()).orElseThrow();
        assertThat(draft.status()).isEqualTo(ArticleStatus.DRAFT);
        assertThat(draft.latest().title()).isEqualTo(QUESTION.title());
        assertThat(draft.latest().body()).isEqualTo("Tryk F7 for xxxxxx-xxxx.");

        assertThat(forum.read(Org.CENTRE, LETTER).orElseThrow().articles()).containsExactly(FAQ);
        assertThat(forum.read(Org.SUPERUSER, LETTER).orElseThrow().articles()).isEmpty();
        assertThat(forum.behind(Org.SUPERUSER, FAQ).orElseThrow()).isEmpty();
        org.republished("letter-faq");
        assertThat(forum.behind(Org.SUPERUSER, FAQ).orElseThrow())
                .extracting(ForumThread::id)
                .containsExactly(LETTER);
        assertThat(forum.behind(Org.CITIZEN, FAQ).orElseThrow()).isEmpty();
    }

    @Test
    @Tag("R24")
    void a_thread_becomes_a_case_and_each_leads_to_the_other_for_the_organisation() {
        asked();
        Registration ready =
                forum.registration(Org.CENTRE, LETTER, CustomerId.of("astrid")).orElseThrow();
        assertThat(ready.subject()).isEqualTo(QUESTION.title());
        assertThat(ready.description()).startsWith("Jeg kan ikke finde det").endsWith("(forum: letter)");
        CaseNumber number = new CaseNumber("C-1");
        forum.registered(Org.CENTRE, LETTER, number).orElseThrow();
        assertThat(forum.read(Org.CENTRE, LETTER).orElseThrow().cases()).containsExactly(number);
        assertThat(forum.behind(Org.BIT, number).orElseThrow())
                .extracting(ForumThread::id)
                .containsExactly(LETTER);
        assertThat(forum.read(Org.SUPERUSER, LETTER).orElseThrow().cases()).isEmpty();
        assertThat(forum.behind(Org.SUPERUSER, number).orElseThrow()).isEmpty();
    }

    @Test
    void what_is_out_of_bounds_is_refused() {
        asked();
        String tooLong = "x".repeat(Bounds.LONGEST_TEXT + 1);
        org.nextThread = ThreadId.of("other");
        assertThatThrownBy(() -> forum.answer(Org.BIT, LETTER, tooLong)).isInstanceOf(OutOfBoundsException.class);
        assertThatThrownBy(() -> forum.answer(Org.BIT, LETTER, " ")).isInstanceOf(OutOfBoundsException.class);
        assertThatThrownBy(() -> forum.answer(Org.BIT, LETTER, "a\u0000")).isInstanceOf(OutOfBoundsException.class);
        assertThatThrownBy(() -> forum.open(Org.BIT, ForumQuestion.of(" ", "x")))
                .isInstanceOf(OutOfBoundsException.class);
        assertThat(forum.threads(Org.BIT).orElseThrow()).hasSize(1);
    }
}
