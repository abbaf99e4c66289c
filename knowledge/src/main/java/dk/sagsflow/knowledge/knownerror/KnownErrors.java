package dk.sagsflow.knowledge.knownerror;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Known errors beside the desk (R23, R27): made from a case, which is then the major incident of those that are linked. What helps
 * reaches the customer of each linked case that is worked on, once, wherever it is worked on and whenever it was linked; and an answer
 * to the first case answers all of them. Safe for use by many threads.
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

    /**
     * Links another case: it hears what the first one hears, and is answered with it; what was told before, it is told by the next
     * {@link #tell}. To a known error that was not made from a case, the first that is linked is the first one.
     */
    public KnowledgeOutcome<Article> link(ActorId by, ArticleId id, CaseNumber number) {
        return articles.seenBy(by, id)
                .flatMap(article -> unlessLinked(by, article, number))
                .flatMap(unused -> articles.seenBy(by, id));
    }

    private KnowledgeOutcome<Article> unlessLinked(ActorId by, Article article, CaseNumber number) {
        ImmutableSet<CaseNumber> cases =
                articles.find(article.id()).orElseThrow().cases();
        if (article.latest().kind() != ArticleKind.KNOWN_ERROR) {
            return KnowledgeOutcome.refused(new ArticleRefusal.NoKnownError(
                    article.id(), article.latest().kind()));
        }
        return cases.contains(number)
                ? KnowledgeOutcome.accepted(article)
                : child(by, cases, number)
                        .flatMap(unused -> put(
                                by,
                                number,
                                new CaseCommand.LinkKnowledge(article.id().value())))
                        .flatMap(unused -> linked(by, article.id(), number));
    }

    private KnowledgeOutcome<CaseNumber> child(ActorId by, ImmutableSet<CaseNumber> cases, CaseNumber number) {
        return cases.isEmpty()
                ? KnowledgeOutcome.accepted(number)
                : whole(by, number).flatMap(current -> child(by, current, first(cases)));
    }

    /** Somebody may have made it one at the desk, or gone down when it was one. */
    private KnowledgeOutcome<CaseNumber> child(ActorId by, SupportCase current, CaseNumber first) {
        return current.parent().filter(first::equals).isPresent()
                ? KnowledgeOutcome.accepted(current.number())
                : put(by, current.number(), new CaseCommand.LinkCase(CaseRelation.CHILD_OF, first))
                        .map(unused -> current.number());
    }

    private static CaseNumber first(ImmutableSet<CaseNumber> cases) {
        return cases.asList().get(0);
    }

    /** The case of which it was made, for whoever may see the known error. */
    private KnowledgeOutcome<CaseNumber> major(ActorId by, ArticleId id) {
        return articles.seenBy(by, id)
                .flatMap(article -> articles.find(id).orElseThrow().cases().stream()
                        .findFirst()
                        .map(KnowledgeOutcome::accepted)
                        .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.NoKnownError(
                                id, article.latest().kind()))));
    }

    private KnowledgeOutcome<Article> linked(ActorId by, ArticleId id, CaseNumber number) {
        return articles.record(by, id, stamp -> new ArticleEvent.CaseLinked(stamp, number));
    }

    /**
     * Tells every case that is linked to a known error, and worked on, what was published to help: the workaround, or the solution
     * once there is one. Each text once, however often this is called and whoever else calls it. The host calls it after a
     * publication, and now and then, so that what the desk refused or an outage prevented is made up for, and cases that were linked
     * later are told.
     */
    public ImmutableList<KnownErrorTold> tell() {
        return articles.all(article -> !untold(article).isEmpty()).stream()
                .flatMap(article -> told(article).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The linked cases that were not told what helps. */
    private static ImmutableList<CaseNumber> untold(Article article) {
        if (article.cases().isEmpty()) {
            return ImmutableList.of();
        }
        Optional<String> text = helping(article);
        return article.cases().stream()
                .filter(number -> text.filter(said -> !article.heard().containsEntry(number, said))
                        .isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> helping(Article article) {
        Stream<KnownErrorDetails> known =
                article.inForce().map(Edition::content).flatMap(ArticleContent::knownError).stream();
        return known.flatMap(error -> error.solution().or(error::workaround).stream())
                .map(text -> new MarkdownText(text).plain())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The first case tells those that are linked; if it is not worked on any more, or told them before, each of the others is told. */
    private ImmutableList<KnownErrorTold> told(Article article) {
        String text = helping(article).orElseThrow();
        ImmutableList<CaseNumber> untold = untold(article);
        CaseNumber first = first(article.cases());
        if (untold.contains(first) && worked(first)) {
            return ImmutableList.of(new Telling(article.id(), text).told(first, ImmutableSet.copyOf(untold)));
        }
        return untold.stream()
                .filter(number -> !number.equals(first) && worked(number))
                .map(number -> new Telling(article.id(), text).told(number, ImmutableSet.of(number)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether somebody works on the case, as far as the program sees it; what it may not see it tries to tell, and hears why not. */
    private boolean worked(CaseNumber number) {
        Outcome<CaseFile> seen = desk.view(program, number);
        return seen instanceof Outcome.Refused<CaseFile>
                || whole(seen.orElseThrow())
                        .filter(file -> file.whole().working().isPresent())
                        .isPresent();
    }

    private static Optional<CaseFile.ForOperator> whole(CaseFile file) {
        return file instanceof CaseFile.ForOperator operator ? Optional.of(operator) : Optional.empty();
    }

    /** What is told of a known error. */
    private final class Telling {
        private final ArticleId article;
        private final String text;

        Telling(ArticleId article, String text) {
            this.article = article;
            this.text = text;
        }

        /** Tells a case, which tells these, and puts it on record once all of them are told. */
        KnownErrorTold told(CaseNumber number, ImmutableSet<CaseNumber> hearing) {
            Optional<Refusal> refusal = refused(number, "", new CaseCommand.ProvideWorkaround(text))
                    .or(() -> inside(number) ? customersTold(hearing) : Optional.empty());
            if (refusal.isEmpty()) {
                articles.record(program, article, stamp -> new ArticleEvent.CaseTold(stamp, number, text))
                        .orElseThrow();
            }
            return new KnownErrorTold(article, number, refusal);
        }

        /** What is said above the contact tier stays inside, and with it what children are told; but this was published. */
        private boolean inside(CaseNumber number) {
            return desk.view(program, number)
                    .map(file -> whole(file).stream()
                            .flatMap(operator -> operator.events().stream())
                            .filter(CaseEvent.WorkaroundProvided.class::isInstance)
                            .map(CaseEvent.WorkaroundProvided.class::cast)
                            .reduce((earlier, later) -> later)
                            .filter(last -> last.visibility() == Visibility.INTERNAL)
                            .isPresent())
                    .orElseThrow();
        }

        private Optional<Refusal> customersTold(ImmutableSet<CaseNumber> hearing) {
            return hearing.stream()
                    .filter(KnownErrors.this::worked)
                    .flatMap(number ->
                            refused(number, "/customer", new CaseCommand.AddNote(Visibility.CUSTOMER, text)).stream())
                    .findFirst();
        }

        /** Under a key of its own, so that it is done once, whoever tries it again. */
        private Optional<Refusal> refused(CaseNumber number, String what, CaseCommand command) {
            String hash = Hashing.sha256()
                    .hashString(article + "\n" + number + "\n" + text, StandardCharsets.UTF_8)
                    .toString();
            Outcome<CaseView> outcome = desk.submit(
                    CaseRequest.of(program, number, command).withKey(RequestKey.of("knowledge/" + hash + what)));
            return outcome instanceof Outcome.Refused<CaseView> refused
                    ? Optional.of(refused.refusal())
                    : Optional.empty();
        }
    }

    /** Answers the case of which it was made with the solution that is published; the desk then answers all that are linked. */
    public KnowledgeOutcome<Article> answerAll(ActorId by, ArticleId id) {
        return major(by, id)
                .flatMap(major -> articles.find(id)
                        .flatMap(KnownErrors::solution)
                        .map(text -> put(by, major, new CaseCommand.Answer(text)))
                        .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.NotSolved(id))))
                .flatMap(unused -> articles.seenBy(by, id));
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
