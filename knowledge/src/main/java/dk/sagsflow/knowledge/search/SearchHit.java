package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.Readership;

/**
 * An article that was found. Immutable.
 *
 * @param article which
 * @param kind what it is
 * @param title what it is called
 * @param readership for whom it is written
 * @param score how well it fits, above 0; comparable within one result alone
 * @param titleHtml its title as HTML, escaped, with what was found between {@code <mark>} and {@code </mark>}
 * @param snippetHtml the part of it that fits best, likewise
 * @param found the words of the title and of that part that were found, as they stand there
 */
public record SearchHit(
        ArticleId article,
        ArticleKind kind,
        String title,
        Readership readership,
        double score,
        String titleHtml,
        String snippetHtml,
        ImmutableSet<String> found) {
    /** Refuses null. */
    public SearchHit {
        requireNonNull(article, "article");
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(readership, "readership");
        requireNonNull(titleHtml, "titleHtml");
        requireNonNull(snippetHtml, "snippetHtml");
        requireNonNull(found, "found");
    }
}
