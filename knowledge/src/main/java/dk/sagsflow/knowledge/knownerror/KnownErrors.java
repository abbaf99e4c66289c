package dk.sagsflow.knowledge.knownerror;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleEvent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.ArticleRefusal;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.article.Edition;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Known errors beside the desk (R23, R27): made from a case, which is then the major incident of those that are linked. What helps
 * reaches all of their customers by the way that the desk tells children of a major incident, each once; and an answer to that
 * case answers all of them. Safe for use by many threads.
 */
public final class KnownErrors {
    private final Articles articles;
    private final CaseDesk desk;
    private final ActorId program;

    /** Made by the knowledge base. */
    public KnownErrors(Articles articles, CaseDesk desk, ActorId program) {
        this.articles = requireNonNull(articles, "articles");
        this.desk = requireNonNull(desk, "desk");
        this.program = requireNonNull(program, "program");
    }

    /** Drafts a known error of what a case tells, and links the case: its text is for whoever does it to look through. */
    public KnowledgeOutcome<Article> fromCase(ActorId by, CaseNumber number, ArticleId id, Readership readership) {
        return whole(by, number)
                .flatMap(source -> articles.draft(by, id, content(source, readership)))
                .flatMap(unused -> put(by, number, new CaseCommand.LinkKnowledge(id.value())))
                .flatMap(unused -> linked(by, id, number));
    }

    private KnowledgeOutcome<SupportCase> whole(ActorId by, CaseNumber number) {
        return taken(number, desk.view(by, number))
                .flatMap(file -> file instanceof CaseFile.ForOperator operator
                        ? KnowledgeOutcome.accepted(operator.whole())
                        : KnowledgeOutcome.refused(new ArticleRefusal.NotAnOperator(number)));
    }

    private static ArticleContent content(SupportCase source, Readership readership) {
        return ArticleContent.builder()
                .kind(ArticleKind.KNOWN_ERROR)
                .title(source.subject())
                .knownError(KnownErrorDetails.noticed(source.description()))
                .addAllSystems(source.system().stream().toList())
                .addAllCategories(source.category().stream().toList())
                .readership(readership)
                .build();
    }

    /** Links another case: it hears what the first one hears, and is answered with it. */
    public KnowledgeOutcome<Article> link(ActorId by, ArticleId id, CaseNumber number) {
        return major(id)
                .flatMap(major -> major.equals(number)
                        ? found(id)
                        : put(by, number, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, major))
                                .flatMap(unused -> put(by, number, new CaseCommand.LinkKnowledge(id.value())))
                                .flatMap(unused -> linked(by, id, number)));
    }

    private KnowledgeOutcome<Article> found(ArticleId id) {
        return articles.find(id)
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.UnknownArticle(id)));
    }

    /** The case of which it was made. */
    private KnowledgeOutcome<CaseNumber> major(ArticleId id) {
        return found(id)
                .flatMap(article -> article.cases().stream()
                        .findFirst()
                        .map(KnowledgeOutcome::accepted)
                        .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.NoKnownError(
                                id, article.latest().kind()))));
    }

    private KnowledgeOutcome<Article> linked(ActorId by, ArticleId id, CaseNumber number) {
        return articles.record(by, id, stamp -> new ArticleEvent.CaseLinked(stamp, number));
    }

    /**
     * Tells every case that is linked to a known error what was published to help: the workaround, or the solution once there is
     * one. Each text once, however often this is called and whoever else calls it. The host calls it after a publication, and now
     * and then, so that what the desk refused or an outage prevented is made up for.
     */
    public ImmutableList<KnownErrorTold> tell() {
        return articles.all(article -> untold(article).isPresent()).stream()
                .map(this::told)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> untold(Article article) {
        return article.cases().isEmpty()
                ? Optional.empty()
                : helping(article)
                        .filter(text -> article.told().stream()
                                .noneMatch(told -> told.text().equals(text)));
    }

    private static Optional<String> helping(Article article) {
        Stream<KnownErrorDetails> known =
                article.inForce().map(Edition::content).flatMap(ArticleContent::knownError).stream();
        return known.flatMap(error -> error.solution().or(error::workaround).stream())
                .map(text -> new MarkdownText(text).plain())
                .findFirst();
    }

    private KnownErrorTold told(Article article) {
        CaseNumber major = article.cases().asList().get(0);
        String text = untold(article).orElseThrow();
        int edition = article.published().map(Edition::number).orElseThrow();
        CaseRequest request = CaseRequest.of(program, major, new CaseCommand.ProvideWorkaround(text))
                .withKey(RequestKey.of("knowledge/" + article.id() + "/" + edition));
        Outcome<CaseView> outcome = desk.submit(request);
        if (outcome instanceof Outcome.Refused<CaseView> refused) {
            return new KnownErrorTold(article.id(), major, Optional.of(refused.refusal()));
        }
        articles.record(program, article.id(), stamp -> new ArticleEvent.CaseTold(stamp, major, text))
                .orElseThrow();
        return new KnownErrorTold(article.id(), major, Optional.empty());
    }

    /** Answers the case of which it was made with the solution that is published; the desk then answers all that are linked. */
    public KnowledgeOutcome<Article> answerAll(ActorId by, ArticleId id) {
        return major(id)
                .flatMap(major -> found(id)
                        .flatMap(article -> solution(article)
                                .map(text -> put(by, major, new CaseCommand.Answer(text))
                                        .map(unused -> article))
                                .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.NotSolved(id)))));
    }

    private static Optional<String> solution(Article article) {
        return article.inForce()
                .flatMap(edition -> edition.content().knownError())
                .flatMap(KnownErrorDetails::solution)
                .map(text -> new MarkdownText(text).plain());
    }

    private KnowledgeOutcome<CaseView> put(ActorId by, CaseNumber number, CaseCommand command) {
        return taken(number, desk.submit(CaseRequest.of(by, number, command)));
    }

    private static <T> KnowledgeOutcome<T> taken(CaseNumber number, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            return KnowledgeOutcome.refused(new ArticleRefusal.RefusedByDesk(number, refused.refusal()));
        }
        return KnowledgeOutcome.accepted(outcome.orElseThrow());
    }
}
