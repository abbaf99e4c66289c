package dk.sagsflow.knowledge.article;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Instant;
import java.util.Locale;

/** Why something was not done with an article. Immutable. */
public sealed interface ArticleRefusal extends KnowledgeRefusal {
    /**
     * There is no such article, or none that whoever asks may see.
     *
     * @param article the id
     */
    record UnknownArticle(ArticleId article) implements ArticleRefusal {}

    /**
     * There is an article of this name already.
     *
     * @param article the id
     */
    record ArticleThere(ArticleId article) implements ArticleRefusal {}

    /**
     * It does not stand where this is possible.
     *
     * @param article the article
     * @param status where it stands
     * @param allowed where it is possible
     */
    record ArticleElsewhere(ArticleId article, ArticleStatus status, ImmutableSet<ArticleStatus> allowed)
            implements ArticleRefusal {}

    /**
     * The organisation supports no such systems.
     *
     * @param systems those that there are not
     * @param known those that there are
     */
    record SystemsUnknown(ImmutableSet<SystemId> systems, ImmutableSet<SystemId> known) implements ArticleRefusal {}

    /**
     * Those for whom it is written do not look there, or others do (R21).
     *
     * @param readership for whom it is written
     * @param channels where it was to be shown
     * @param possible where they look
     */
    record ChannelMissesReaders(
            Readership readership, ImmutableSet<NewsChannel> channels, ImmutableSet<NewsChannel> possible)
            implements ArticleRefusal {}

    /**
     * What somebody must look at again by then lies in the past.
     *
     * @param asked when
     * @param now the time of the desk
     */
    record AlreadyOver(Instant asked, Instant now) implements ArticleRefusal {}

    /**
     * A translation is in another language, and there is one for each.
     *
     * @param article the other article
     * @param language the language that is there already
     */
    record LanguageTaken(ArticleId article, Locale language) implements ArticleRefusal {}

    /**
     * Somebody who drafts works in the support organisation, or was let in to publish.
     *
     * @param actor who wanted to
     */
    record NotAnAuthor(ActorId actor) implements ArticleRefusal {}

    /**
     * Only a known error that was made from a case has cases that are told.
     *
     * @param article the article
     * @param kind what it is
     */
    record NoKnownError(ArticleId article, ArticleKind kind) implements ArticleRefusal {}

    /**
     * The desk would not.
     *
     * @param number the case
     * @param why its refusal
     */
    record RefusedByDesk(CaseNumber number, Refusal why) implements ArticleRefusal {}

    /**
     * There is nothing to answer with.
     *
     * @param article the known error, which has no solution that is published
     */
    record NotSolved(ArticleId article) implements ArticleRefusal {}

    /**
     * Who reads a case as its customer makes no known error of it.
     *
     * @param number the case
     */
    record NotAnOperator(CaseNumber number) implements ArticleRefusal {}
}
