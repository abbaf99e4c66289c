package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.subscription.TopicSubscriptions;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * News (R21): articles that are shown, the newest first, where those look for whom they are written. Safe for use by many threads.
 */
public final class News {
    private static final ImmutableSet<ArticleKind> KINDS =
            ImmutableSet.of(ArticleKind.NEWS, ArticleKind.OPERATIONAL_STATUS);

    private static final Comparator<PublishedNews> NEWEST_FIRST =
            Comparator.comparing((PublishedNews news) -> news.edition().at()).reversed();

    private final Articles articles;
    private final Editing editing;
    private final TopicSubscriptions subscriptions;

    /** Made by the knowledge base. */
    public News(Articles articles, Editing editing, TopicSubscriptions subscriptions) {
        this.articles = requireNonNull(articles, "articles");
        this.editing = requireNonNull(editing, "editing");
        this.subscriptions = requireNonNull(subscriptions, "subscriptions");
    }

    /** What of articles people are told. */
    public NewsSource source() {
        return new ArticleNews(articles);
    }

    /** Writes and publishes news in one go, for whoever may publish it. */
    public KnowledgeOutcome<Article> announce(ActorId by, ArticleId id, ArticleContent content) {
        requireNonNull(content, "content");
        return editing.known(by)
                .flatMap(actor -> editing.rights()
                        .objection(actor, EditorialAct.PUBLISH, content.topics(), content.systems())
                        .<KnowledgeRefusal>map(missing -> missing)
                        .<KnowledgeOutcome<Article>>map(KnowledgeOutcome::refused)
                        .orElseGet(() -> articles.draft(by, id, content)))
                .flatMap(drafted -> articles.submit(by, id))
                .flatMap(submitted -> articles.publish(by, id, Optional.empty()));
    }

    /** The news of this channel that this reader may read, the newest first. */
    public ImmutableList<PublishedNews> on(NewsChannel channel, Reader reader) {
        return published(reader, content -> content.shownOn().contains(channel));
    }

    /** The news about the topics of which this person is told, by whatever channel: what an own page shows. */
    public KnowledgeOutcome<ImmutableList<PublishedNews>> about(ActorId who, Reader reader) {
        return editing.known(who).map(actor -> {
            ImmutableSet<TopicId> topics = subscriptions.topics(who);
            NewsChannel channel = NewsChannel.of(reader);
            return published(
                    reader,
                    content -> content.shownOn().contains(channel)
                            && !Sets.intersection(content.topics(), topics).isEmpty());
        });
    }

    private ImmutableList<PublishedNews> published(Reader reader, Predicate<ArticleContent> which) {
        return articles.inForce(reader).stream()
                .flatMap(article -> published(article).stream())
                .filter(news -> KINDS.contains(news.content().kind()) && which.test(news.content()))
                .sorted(NEWEST_FIRST)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<PublishedNews> published(Article article) {
        return article.inForce().map(edition -> new PublishedNews(article.id(), edition));
    }
}
