package dk.sagsflow.knowledge.article;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What editors look after: articles that are stale, contradict one another or help nobody, and what articles are good for. */
public final class ArticleCare {
    private static final int ENOUGH = 3;

    private final Articles articles;
    private final Editing editing;
    private final InstantSource clock;
    private final Picture<List<ArticleEvent.Used>> uses;

    /** Made by the knowledge base. */
    public ArticleCare(KnowledgeStore store, Articles articles, Editing editing, InstantSource clock) {
        this.articles = requireNonNull(articles, "articles");
        this.editing = requireNonNull(editing, "editing");
        this.clock = requireNonNull(clock, "clock");
        this.uses = new Picture<>(store, ArrayList::new, ArticleCare::fold);
    }

    private static void fold(List<ArticleEvent.Used> all, KnowledgeEvent event) {
        if (event instanceof ArticleEvent.Used used) {
            all.add(used);
        }
    }

    /** The articles in force that somebody should have looked at again by now. */
    public KnowledgeOutcome<ImmutableList<Article>> stale(ActorId by) {
        Instant now = clock.instant();
        return overseen(by, article -> article.overdueAt(now));
    }

    /** The articles in force that somebody said contradict others that are, and of which neither was published anew since. */
    public KnowledgeOutcome<ImmutableList<Article>> contradicting(ActorId by) {
        return overseen(by, article -> !article.contradicting().isEmpty());
    }

    /** The articles in force of which several said that they did not help, and nobody that they did, since they were published last. */
    public KnowledgeOutcome<ImmutableList<Article>> neverHelpful(ActorId by) {
        return overseen(
                by,
                article -> article.tallyOfEdition().good() == 0
                        && article.tallyOfEdition().didNotHelp() >= ENOUGH);
    }

    private KnowledgeOutcome<ImmutableList<Article>> overseen(ActorId by, Predicate<Article> which) {
        return editing.known(by)
                .flatMap(actor -> editing.rights()
                        .objection(actor, EditorialAct.OVERSEE)
                        .<KnowledgeOutcome<ImmutableList<Article>>>map(KnowledgeOutcome::refused)
                        .orElseGet(() -> KnowledgeOutcome.accepted(
                                articles.all(article -> article.inForce().isPresent() && which.test(article)))));
    }

    /** The articles whose owners are to be told that they must look at them again: each once for each time that it ran out. */
    public ImmutableList<Article> remind() {
        Instant now = clock.instant();
        ActorId program = Actor.sagsflow().id();
        return articles
                .all(article -> article.overdueAt(now) && !article.reminded().equals(article.validUntil()))
                .stream()
                .map(article -> articles.record(
                                program,
                                article.id(),
                                stamp -> new ArticleEvent.OwnerReminded(
                                        stamp, article.validUntil().orElseThrow()))
                        .orElseThrow())
                .collect(ImmutableList.toImmutableList());
    }

    /** How often articles made cases unnecessary, of what was put on record from then, inclusive, to then, exclusive. */
    public Deflection deflection(Instant fromInclusive, Instant toExclusive) {
        return uses.ask(all -> {
            Deflection counted = Deflection.NOTHING;
            for (ArticleEvent.Used used : all) {
                Instant at = used.stamp().at();
                if (!at.isBefore(fromInclusive) && at.isBefore(toExclusive)) {
                    counted = counted.plus(used.outcome());
                }
            }
            return counted;
        });
    }
}
