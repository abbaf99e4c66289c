package dk.sagsflow.knowledge.article;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All articles, in the order in which they were begun. Not thread-safe: a picture guards it. */
final class Shelf {
    private final Map<ArticleId, Article> articles = new LinkedHashMap<>();

    /** Of which articles it is said that this one contradicts them. */
    private final Map<ArticleId, Set<ArticleId>> contradicted = new HashMap<>();

    void fold(KnowledgeEvent event) {
        if (event instanceof ArticleEvent.Drafted drafted) {
            Article begun = ArticleFold.begun(drafted);
            articles.put(begun.id(), begun);
        } else if (event instanceof ArticleEvent other) {
            ArticleId id = ArticleId.of(other.stamp().record().value());
            article(id).ifPresent(before -> fold(before, other));
        }
    }

    private void fold(Article before, ArticleEvent event) {
        articles.put(before.id(), ArticleFold.after(before, event));
        if (event instanceof ArticleEvent.TranslationsNamed named) {
            named(before, named.others());
        } else if (event instanceof ArticleEvent.ContradictionReported reported) {
            contradicted
                    .computeIfAbsent(reported.other(), unused -> new LinkedHashSet<>())
                    .add(before.id());
        } else if (event instanceof ArticleEvent.Published || event instanceof ArticleEvent.Retired) {
            Set<ArticleId> others = contradicted.getOrDefault(before.id(), Set.of());
            others.forEach(other ->
                    change(other, article -> article.withContradicting(without(article.contradicting(), before.id()))));
            contradicted.remove(before.id());
        }
    }

    /** Whoever is named as a translation has the other for one. */
    private void named(Article before, ImmutableSet<ArticleId> others) {
        for (ArticleId gone : Sets.difference(before.translations(), others)) {
            change(gone, article -> article.withTranslations(without(article.translations(), before.id())));
        }
        for (ArticleId come : Sets.difference(others, before.translations())) {
            change(come, article -> article.withTranslations(ArticleFold.with(article.translations(), before.id())));
        }
    }

    private void change(ArticleId id, UnaryOperator<Article> how) {
        articles.computeIfPresent(id, (unused, article) -> how.apply(article));
    }

    private static ImmutableSet<ArticleId> without(Set<ArticleId> some, ArticleId one) {
        return some.stream().filter(each -> !each.equals(one)).collect(ImmutableSet.toImmutableSet());
    }

    Optional<Article> article(ArticleId id) {
        return Optional.ofNullable(articles.get(id));
    }

    ImmutableList<Article> all(Predicate<Article> which) {
        return articles.values().stream().filter(which).collect(ImmutableList.toImmutableList());
    }
}
