package dk.sagsflow.knowledge.news;

import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleEvent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.article.Edition;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import java.util.Optional;

/** Articles, of whatever kind: who subscribes to a topic is told of what is published about it. */
final class ArticleNews implements NewsSource {
    private static final String PART = "article";

    private final Articles articles;

    ArticleNews(Articles articles) {
        this.articles = articles;
    }

    static NewsId id(ArticleId article) {
        return NewsId.of(PART, article.value());
    }

    @Override
    public Optional<NewsId> published(KnowledgeEvent event) {
        return event instanceof ArticleEvent.Published
                ? Optional.of(NewsId.of(PART, event.stamp().record().value()))
                : Optional.empty();
    }

    @Override
    public Optional<NewsItem> find(NewsId id) {
        return Optional.of(id.value())
                .filter(value -> value.startsWith(PART + "/"))
                .flatMap(value -> articles.find(ArticleId.of(value.substring(PART.length() + 1))))
                .flatMap(Article::inForce)
                .map(Edition::content)
                .map(content -> item(id, content));
    }

    static NewsItem item(NewsId id, ArticleContent content) {
        NewsAudience audience = new NewsAudience(content.readership(), content.shownOn(), Optional.empty());
        return new NewsItem(id, audience, content.topics(), words(content));
    }

    private static NewsWords words(ArticleContent content) {
        return NewsWords.of(content.title(), content.summary(), new MarkdownText(content.body()).plain());
    }
}
