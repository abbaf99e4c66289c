package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.ArticleTally;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an index holds of an article that is in force. Immutable.
 *
 * @param id which article
 * @param kind what it is
 * @param readership who may find it
 * @param language what it is written in
 * @param title what it is called
 * @param keywords words by which it is to be found, and what it helped those with who looked for something else
 * @param summary what it says in a line, or what people notice of a known error
 * @param text all the rest of it, as plain text
 * @param systems what it is about
 * @param categories what it belongs to
 * @param worth how good it was for those who used it, around 1
 */
public record IndexedArticle(
        ArticleId id,
        ArticleKind kind,
        Readership readership,
        Locale language,
        String title,
        String keywords,
        String summary,
        String text,
        ImmutableSet<SystemId> systems,
        ImmutableSet<String> categories,
        float worth) {
    private static final double DOUBT = 4;

    /** Refuses null. */
    public IndexedArticle {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(readership, "readership");
        requireNonNull(language, "language");
        requireNonNull(title, "title");
        requireNonNull(keywords, "keywords");
        requireNonNull(summary, "summary");
        requireNonNull(text, "text");
        requireNonNull(systems, "systems");
        requireNonNull(categories, "categories");
    }

    /** What an index holds of this article; nothing if it is not in force. */
    static Optional<IndexedArticle> of(Article article) {
        return article.inForce().map(edition -> of(article, edition.content()));
    }

    private static IndexedArticle of(Article article, ArticleContent content) {
        String symptom = content.knownError()
                .map(KnownErrorDetails::symptom)
                .map(IndexedArticle::plain)
                .orElse("");
        return new IndexedArticle(
                article.id(),
                content.kind(),
                content.readership(),
                content.language(),
                content.title(),
                String.join("\n", Iterables.concat(content.keywords(), article.learnt())),
                content.summary() + (symptom.isEmpty() ? "" : "\n" + symptom),
                text(content),
                content.systems(),
                content.categories(),
                worth(article.tally()));
    }

    private static String text(ArticleContent content) {
        Stream<String> known = content.knownError().stream()
                .flatMap(error -> Stream.of(error.cause(), error.workaround(), error.solution()))
                .flatMap(Optional::stream);
        return Stream.concat(Stream.of(content.body()), known)
                .filter(part -> !part.isEmpty())
                .map(IndexedArticle::plain)
                .collect(Collectors.joining("\n"));
    }

    private static String plain(String markdown) {
        return new MarkdownText(markdown).plain();
    }

    /** Between 0.5 and 1.5: those that helped come before those of which nobody said anything, and these before those that did not. */
    private static float worth(ArticleTally tally) {
        double said = tally.good() + tally.didNotHelp() + DOUBT;
        return (float) (0.5 + (tally.good() + DOUBT / 2) / said);
    }
}
