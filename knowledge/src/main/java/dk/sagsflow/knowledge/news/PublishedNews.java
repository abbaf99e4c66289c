package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.Edition;

/**
 * A piece of news as a page shows it. Immutable.
 *
 * @param id the article
 * @param edition what is published of it
 */
public record PublishedNews(ArticleId id, Edition edition) {
    /** Refuses null. */
    public PublishedNews {
        requireNonNull(id, "id");
        requireNonNull(edition, "edition");
    }

    /** What it says. */
    public ArticleContent content() {
        return edition.content();
    }
}
