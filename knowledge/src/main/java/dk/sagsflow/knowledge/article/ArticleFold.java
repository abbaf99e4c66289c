package dk.sagsflow.knowledge.article;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.Personal;
import java.util.Optional;

/** Folds what happened into the article that it left. */
final class ArticleFold {
    private static final int MOST_LEARNT = 30;

    private ArticleFold() {}

    static Article begun(ArticleEvent.Drafted event) {
        return Article.builder()
                .id(ArticleId.of(event.stamp().record().value()))
                .version(event.stamp().sequence())
                .owner(event.stamp().by())
                .working(event.content())
                .submitted(false)
                .build();
    }

    static Article after(Article article, ArticleEvent event) {
        return life(article.withVersion(event.stamp().sequence()), event);
    }

    private static Article life(Article article, ArticleEvent event) {
        if (event instanceof ArticleEvent.Revised revised) {
            return article.withWorking(revised.content()).withSubmitted(false);
        } else if (event instanceof ArticleEvent.Submitted) {
            return article.withSubmitted(true).withSentBack(Optional.empty());
        } else if (event instanceof ArticleEvent.SentBack back) {
            return article.withSubmitted(false).withSentBack(back.reason());
        } else if (event instanceof ArticleEvent.Published published) {
            return published(article, published);
        } else if (event instanceof ArticleEvent.Renewed renewed) {
            return article.withValidUntil(renewed.validUntil());
        } else if (event instanceof ArticleEvent.Retired retired) {
            return article.withRetired(retired.reason()).withSuccessor(retired.successor());
        } else if (event instanceof ArticleEvent.GivenTo given) {
            return article.withOwner(given.owner());
        }
        return around(article, event);
    }

    private static Article published(Article article, ArticleEvent.Published event) {
        ActorId by = event.stamp().by();
        int number = article.published().map(Edition::number).orElse(0) + 1;
        return article.withPublished(
                        new Edition(number, article.latest(), event.stamp().at(), by))
                .withWorking(Optional.empty())
                .withSubmitted(false)
                .withSentBack(Optional.empty())
                .withContradicting(ImmutableSet.of())
                .withTallyOfEdition(ArticleTally.NOTHING)
                .withValidUntil(event.validUntil());
    }

    private static Article around(Article article, ArticleEvent event) {
        if (event instanceof ArticleEvent.TranslationsNamed named) {
            return article.withTranslations(named.others());
        } else if (event instanceof ArticleEvent.CaseLinked linked) {
            return article.withCases(with(article.cases(), linked.number()));
        } else if (event instanceof ArticleEvent.CaseTold told) {
            return told(article, told);
        } else if (event instanceof ArticleEvent.OwnerReminded reminded) {
            return article.withReminded(reminded.validUntil());
        } else if (event instanceof ArticleEvent.Viewed) {
            return article.withTally(article.tally().viewed())
                    .withTallyOfEdition(article.tallyOfEdition().viewed());
        } else if (event instanceof ArticleEvent.Used used) {
            return used(article, used);
        } else if (event instanceof ArticleEvent.ContradictionReported reported) {
            return article.withContradicting(with(article.contradicting(), reported.other()));
        }
        return article;
    }

    /** What the first case is told, the desk tells all that were linked by then. */
    private static Article told(Article article, ArticleEvent.CaseTold told) {
        boolean first = article.cases().stream().limit(1).anyMatch(told.number()::equals);
        ImmutableSet<CaseNumber> hearing = first ? article.cases() : ImmutableSet.of(told.number());
        ImmutableSetMultimap.Builder<CaseNumber, String> heard =
                ImmutableSetMultimap.<CaseNumber, String>builder().putAll(article.heard());
        hearing.forEach(number -> heard.put(number, told.text()));
        return article.withTold(ImmutableList.<ArticleEvent.CaseTold>builder()
                        .addAll(article.told())
                        .add(told)
                        .build())
                .withHeard(heard.build());
    }

    private static Article used(Article article, ArticleEvent.Used event) {
        Article counted = article.withTally(article.tally().used(event.outcome()))
                .withTallyOfEdition(article.tallyOfEdition().used(event.outcome()));
        if (event.outcome() == UseOutcome.DID_NOT_HELP
                || event.words().isBlank()
                || event.words().equals(Personal.ERASED)) {
            return counted;
        }
        ImmutableList<String> all = ImmutableList.<String>builder()
                .addAll(article.learnt())
                .add(event.words())
                .build();
        return counted.withLearnt(all.subList(Math.max(0, all.size() - MOST_LEARNT), all.size()));
    }

    static <E> ImmutableSet<E> with(ImmutableSet<E> some, E another) {
        return ImmutableSet.<E>builder().addAll(some).add(another).build();
    }
}
