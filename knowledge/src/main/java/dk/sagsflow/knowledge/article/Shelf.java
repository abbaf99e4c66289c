package dk.sagsflow.knowledge.article;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All articles, in the order in which they were begun. Not thread-safe: a picture guards it. */
final class Shelf {
    private final Map<ArticleId, Article> articles = new LinkedHashMap<>();

    void fold(KnowledgeEvent event) {
        if (event instanceof ArticleEvent.Drafted drafted) {
            Article begun = ArticleFold.begun(drafted);
            articles.put(begun.id(), begun);
        } else if (event instanceof ArticleEvent other) {
            articles.computeIfPresent(
                    ArticleId.of(other.stamp().record().value()), (id, before) -> ArticleFold.after(before, other));
        }
    }

    Optional<Article> article(ArticleId id) {
        return Optional.ofNullable(articles.get(id));
    }

    ImmutableList<Article> all(Predicate<Article> which) {
        return articles.values().stream().filter(which).collect(ImmutableList.toImmutableList());
    }
}
