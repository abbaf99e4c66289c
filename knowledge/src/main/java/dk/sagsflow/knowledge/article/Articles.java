package dk.sagsflow.knowledge.article;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Articles, from the draft to the day when they are retired (R24, R25, R27). Readers see what is in force and written for
 * them; those who work on an article, its owner and whoever may publish it, see the whole of it. Safe for use by many threads.
 */
public final class Articles {
    private static final ImmutableSet<ArticleStatus> OPEN =
            ImmutableSet.of(ArticleStatus.DRAFT, ArticleStatus.REVIEW, ArticleStatus.PUBLISHED);

    /** What is to be done to an article, and where it must stand for that. */
    private record Change(EditorialAct act, ImmutableSet<ArticleStatus> allowed) {}

    private final KnowledgeStore store;
    private final SupportOrganisation organisation;
    private final Readers readers;
    private final Editing editing;
    private final InstantSource clock;
    private final Picture<Shelf> picture;

    /** Made by the knowledge base. */
    public Articles(
            KnowledgeStore store,
            SupportOrganisation organisation,
            Readers readers,
            Editing editing,
            InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.organisation = requireNonNull(organisation, "organisation");
        this.readers = requireNonNull(readers, "readers");
        this.editing = requireNonNull(editing, "editing");
        this.clock = requireNonNull(clock, "clock");
        this.picture = new Picture<>(store, Shelf::new, Shelf::fold);
    }

    /** What this reader can read of the article now; refused as unknown if that is nothing, so that ids tell nothing. */
    public KnowledgeOutcome<Edition> read(Reader reader, ArticleId id) {
        return picture.ask(shelf -> shelf.article(id))
                .flatMap(article -> legible(reader, article))
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.UnknownArticle(id)));
    }

    /** What this reader can read of the article now; empty if that is nothing. */
    public static Optional<Edition> legible(Reader reader, Article article) {
        return article.inForce()
                .filter(edition -> reader.mayRead(edition.content().readership()));
    }

    /** The same in other languages, as far as this reader can read both now, by language. */
    public ImmutableMap<Locale, ArticleId> translations(Reader reader, ArticleId id) {
        Map<Locale, ArticleId> translations = new LinkedHashMap<>();
        find(id).filter(article -> legible(reader, article).isPresent()).stream()
                .flatMap(article -> article.translations().stream())
                .forEach(other -> find(other)
                        .flatMap(article -> legible(reader, article))
                        .ifPresent(edition ->
                                translations.putIfAbsent(edition.content().language(), other)));
        return ImmutableMap.copyOf(translations);
    }

    /** What this reader can read now in place of an article that is out of use and was for this reader; empty if there is nothing. */
    public Optional<ArticleId> successor(Reader reader, ArticleId id) {
        Set<ArticleId> passed = new HashSet<>();
        Optional<ArticleId> next = find(id).filter(article -> article.retired().isPresent()
                        && article.published()
                                .filter(last -> reader.mayRead(last.content().readership()))
                                .isPresent())
                .flatMap(Article::successor);
        while (next.flatMap(this::find)
                .filter(article -> legible(reader, article).isEmpty())
                .isPresent()) {
            next = next.filter(passed::add).flatMap(this::find).flatMap(Article::successor);
        }
        return next;
    }

    /** The whole of an article, for those who work on it. */
    public KnowledgeOutcome<Article> open(ActorId by, ArticleId id) {
        return editing.known(by)
                .flatMap(actor -> picture.ask(shelf -> seen(shelf, id, article -> mayKnow(actor, article))));
    }

    /** An article as somebody may see it: the whole of it, or what a reader can read of it. */
    public KnowledgeOutcome<Article> seenBy(ActorId by, ArticleId id) {
        return editing.known(by).flatMap(actor -> {
            Reader reader = readers.of(actor);
            return find(id).flatMap(
                            article -> mayKnow(actor, article) ? Optional.of(article) : published(reader, article))
                    .map(KnowledgeOutcome::accepted)
                    .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.UnknownArticle(id)));
        });
    }

    /** Without what is not published, nor for this reader. */
    private static Optional<Article> published(Reader reader, Article article) {
        boolean staff = reader.mayRead(Readership.supportOrganisation());
        Article open = article.withWorking(Optional.empty())
                .withSubmitted(false)
                .withSentBack(Optional.empty())
                .withLearnt();
        return legible(reader, article)
                .map(unused -> staff ? open : open.withCases().withTold().withHeard(ImmutableSetMultimap.of()));
    }

    /** Every edition of an article, the first first, for those who work on it. */
    public KnowledgeOutcome<ImmutableList<Edition>> editions(ActorId by, ArticleId id) {
        return open(by, id).map(article -> editions(store.history(id.record())));
    }

    private static ImmutableList<Edition> editions(List<KnowledgeEvent> history) {
        Shelf shelf = new Shelf();
        ImmutableList.Builder<Edition> editions = ImmutableList.builder();
        for (KnowledgeEvent event : history) {
            shelf.fold(event);
            if (event instanceof ArticleEvent.Published) {
                shelf.all(article -> true)
                        .forEach(article -> article.published().ifPresent(editions::add));
            }
        }
        return editions.build();
    }

    /** The articles that this reader can read now, without what is not published of them, in the order in which they were begun. */
    public ImmutableList<Article> inForce(Reader reader) {
        return all(article -> legible(reader, article).isPresent()).stream()
                .flatMap(article -> published(reader, article).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The articles that these can be said of, in the order in which they were begun: for code that guards who sees them. */
    public ImmutableList<Article> all(Predicate<Article> which) {
        return picture.ask(shelf -> shelf.all(which));
    }

    /** Those who were forgotten up to now. */
    public ImmutableSet<RecordId> forgotten() {
        return picture.forgotten();
    }

    /** The article of this id, for code that guards who sees it. */
    public Optional<Article> find(ArticleId id) {
        return picture.ask(shelf -> shelf.article(requireNonNull(id, "id")));
    }

    /** Begins an article; who does it owns it. Everybody of the support organisation may, and whoever was let in to publish. */
    public KnowledgeOutcome<Article> draft(ActorId by, ArticleId id, ArticleContent content) {
        requireNonNull(id, "id");
        return editing.known(by)
                .flatMap(actor -> picture.decide(
                        shelf -> objectionToDraft(shelf, actor, id, content)
                                .<KnowledgeOutcome<ImmutableList<ArticleEvent>>>map(KnowledgeOutcome::refused)
                                .orElseGet(() -> KnowledgeOutcome.accepted(ImmutableList.of(new ArticleEvent.Drafted(
                                        Stamp.after(0, id.record(), clock.instant(), by), content)))),
                        shelf -> shelf.article(id).orElseThrow()));
    }

    private Optional<KnowledgeRefusal> objectionToDraft(
            Shelf shelf, Actor actor, ArticleId id, ArticleContent content) {
        if (!author(actor)) {
            return Optional.of(new ArticleRefusal.NotAnAuthor(actor.id()));
        } else if (shelf.article(id).isPresent()) {
            return Optional.of(new ArticleRefusal.ArticleThere(id));
        }
        return unfit(content);
    }

    private Optional<KnowledgeRefusal> unfit(ArticleContent content) {
        return NewsChannel.reach(content.shownOn(), content.readership())
                ? unknownSystems(content)
                : Optional.of(new ArticleRefusal.ChannelMissesReaders(
                        content.readership(), content.channels(), NewsChannel.of(content.readership())));
    }

    private Optional<KnowledgeRefusal> unknownSystems(ArticleContent content) {
        ImmutableSet<SystemId> known = organisation.systemIds();
        Set<SystemId> unknown = Sets.difference(content.systems(), known);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArticleRefusal.SystemsUnknown(ImmutableSet.copyOf(unknown), known));
    }

    /** Writes it anew; what is published stays until this is published too. */
    public KnowledgeOutcome<Article> revise(ActorId by, ArticleId id, ArticleContent content) {
        requireNonNull(content, "content");
        return changed(
                by,
                id,
                new Change(EditorialAct.REVISE, OPEN),
                article -> unfit(content),
                stamp -> new ArticleEvent.Revised(stamp, content));
    }

    /** Lays it before those who may publish it. */
    public KnowledgeOutcome<Article> submit(ActorId by, ArticleId id) {
        return changed(
                by,
                id,
                new Change(EditorialAct.REVISE, ImmutableSet.of(ArticleStatus.DRAFT)),
                article -> Optional.empty(),
                ArticleEvent.Submitted::new);
    }

    /** Sends it back to whoever wrote it. */
    public KnowledgeOutcome<Article> sendBack(ActorId by, ArticleId id, String reason) {
        return changed(
                by,
                id,
                new Change(EditorialAct.PUBLISH, ImmutableSet.of(ArticleStatus.REVIEW)),
                article -> Optional.empty(),
                stamp -> new ArticleEvent.SentBack(stamp, reason));
    }

    /**
     * Lets its audience read it.
     *
     * @param validUntil when somebody must look at it again; empty for as long as nobody says otherwise
     */
    public KnowledgeOutcome<Article> publish(ActorId by, ArticleId id, Optional<Instant> validUntil) {
        requireNonNull(validUntil, "validUntil");
        return changed(
                by,
                id,
                new Change(EditorialAct.PUBLISH, ImmutableSet.of(ArticleStatus.REVIEW)),
                article -> over(validUntil),
                stamp -> new ArticleEvent.Published(stamp, validUntil));
    }

    /** Says that what is published still holds, until then. */
    public KnowledgeOutcome<Article> renew(ActorId by, ArticleId id, Optional<Instant> validUntil) {
        requireNonNull(validUntil, "validUntil");
        return changed(
                by,
                id,
                new Change(EditorialAct.RETIRE, OPEN),
                article -> over(validUntil),
                stamp -> new ArticleEvent.Renewed(stamp, validUntil));
    }

    private Optional<KnowledgeRefusal> over(Optional<Instant> validUntil) {
        Instant now = clock.instant();
        return validUntil.filter(end -> !end.isAfter(now)).map(end -> new ArticleRefusal.AlreadyOver(end, now));
    }

    /** Takes it out of use. */
    public KnowledgeOutcome<Article> retire(ActorId by, ArticleId id, String reason, Optional<ArticleId> successor) {
        requireNonNull(successor, "successor");
        return changed(
                by,
                id,
                new Change(EditorialAct.RETIRE, OPEN),
                article -> missing(successor.stream().collect(ImmutableSet.toImmutableSet())),
                stamp -> new ArticleEvent.Retired(stamp, reason, successor));
    }

    /** Gives it to another owner. */
    public KnowledgeOutcome<Article> giveTo(ActorId by, ArticleId id, ActorId owner) {
        return editing.known(owner)
                .flatMap(known -> changed(
                        by,
                        id,
                        new Change(EditorialAct.RETIRE, OPEN),
                        article -> Optional.empty(),
                        stamp -> new ArticleEvent.GivenTo(stamp, known.id())));
    }

    /** Says which articles are the same in other languages: one for each language. */
    public KnowledgeOutcome<Article> nameTranslations(ActorId by, ArticleId id, Set<ArticleId> others) {
        ImmutableSet<ArticleId> named = ImmutableSet.copyOf(others);
        return changed(
                by,
                id,
                new Change(EditorialAct.REVISE, OPEN),
                article -> missing(named).or(() -> taken(article, named)),
                stamp -> new ArticleEvent.TranslationsNamed(stamp, named));
    }

    private Optional<KnowledgeRefusal> missing(ImmutableSet<ArticleId> others) {
        return others.stream()
                .filter(other -> find(other).isEmpty())
                .findFirst()
                .map(ArticleRefusal.UnknownArticle::new);
    }

    private Optional<KnowledgeRefusal> taken(Article article, ImmutableSet<ArticleId> others) {
        Locale own = article.latest().language();
        return takenHere(article, others)
                .or(() -> others.stream()
                        .flatMap(other -> find(other).stream())
                        .flatMap(other -> other.translations().stream())
                        .filter(third -> !third.equals(article.id()))
                        .filter(third -> find(third)
                                .filter(there -> there.latest().language().equals(own))
                                .isPresent())
                        .findFirst()
                        .map(third -> new ArticleRefusal.LanguageTaken(third, own)));
    }

    private Optional<KnowledgeRefusal> takenHere(Article article, ImmutableSet<ArticleId> others) {
        Set<Locale> languages = Sets.newHashSet(article.latest().language());
        return others.stream()
                .flatMap(other -> find(other).stream())
                .filter(other -> !languages.add(other.latest().language()))
                .findFirst()
                .map(other -> new ArticleRefusal.LanguageTaken(
                        other.id(), other.latest().language()));
    }

    /** Counts that this reader opened it. */
    public KnowledgeOutcome<Edition> view(Reader reader, ArticleId id) {
        return noted(reader, id, ArticleEvent.Viewed::new);
    }

    /**
     * Puts on record what it was good for.
     *
     * @param number for which case; empty if there was none
     * @param words what the reader was looking for, or says about it; may be empty
     */
    public KnowledgeOutcome<Edition> used(
            Reader reader, ArticleId id, UseOutcome outcome, Optional<CaseNumber> number, String words) {
        return noted(reader, id, stamp -> new ArticleEvent.Used(stamp, outcome, number, words));
    }

    /** Puts on record that two articles that the reader can read contradict one another. */
    public KnowledgeOutcome<Edition> contradicts(Reader reader, ArticleId id, ArticleId other, String why) {
        return read(reader, other)
                .flatMap(unused ->
                        noted(reader, id, stamp -> new ArticleEvent.ContradictionReported(stamp, other, why)));
    }

    private KnowledgeOutcome<Edition> noted(Reader reader, ArticleId id, Function<Stamp, ArticleEvent> event) {
        ActorId by = reader.actor().orElse(Actor.sagsflow().id());
        return read(reader, id)
                .flatMap(edition -> picture.decide(
                        shelf -> KnowledgeOutcome.accepted(ImmutableList.of(
                                event.apply(next(shelf.article(id).orElseThrow(), by)))),
                        shelf -> edition));
    }

    /** Puts on record that a case is about what it tells of, or was told of it: for code that guards who does it. */
    public KnowledgeOutcome<Article> record(ActorId by, ArticleId id, Function<Stamp, ArticleEvent> event) {
        return picture.decide(
                shelf -> shelf.article(id)
                        .<KnowledgeOutcome<ImmutableList<ArticleEvent>>>map(
                                article -> KnowledgeOutcome.accepted(ImmutableList.of(event.apply(next(article, by)))))
                        .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.UnknownArticle(id))),
                shelf -> shelf.article(id).orElseThrow());
    }

    private KnowledgeOutcome<Article> changed(
            ActorId by,
            ArticleId id,
            Change change,
            Function<Article, Optional<KnowledgeRefusal>> objection,
            Function<Stamp, ArticleEvent> event) {
        return editing.known(by)
                .flatMap(actor -> picture.decide(
                        shelf -> seen(shelf, id, article -> mayBeTold(actor, article))
                                .flatMap(article -> objection(actor, article, change)
                                        .or(() -> objection.apply(article))
                                        .<KnowledgeOutcome<ImmutableList<ArticleEvent>>>map(KnowledgeOutcome::refused)
                                        .orElseGet(() -> KnowledgeOutcome.accepted(
                                                ImmutableList.of(event.apply(next(article, by)))))),
                        shelf -> shelf.article(id).orElseThrow()));
    }

    private Stamp next(Article article, ActorId by) {
        return Stamp.after(article.version(), article.id().record(), clock.instant(), by);
    }

    private Optional<KnowledgeRefusal> objection(Actor actor, Article article, Change change) {
        boolean own = article.owner().equals(actor.id()) && change.act() == EditorialAct.REVISE;
        if (!own) {
            Optional<KnowledgeRefusal> missing = rights(actor, article, change.act());
            if (missing.isPresent()) {
                return missing;
            }
        }
        return change.allowed().contains(article.status())
                ? Optional.empty()
                : Optional.of(new ArticleRefusal.ArticleElsewhere(article.id(), article.status(), change.allowed()));
    }

    /** What is in force is taken away with what comes in its place, so it takes the right for both. */
    private Optional<KnowledgeRefusal> rights(Actor actor, Article article, EditorialAct act) {
        return rights(actor, article.latest(), act)
                .or(() -> article.inForce().flatMap(edition -> rights(actor, edition.content(), act)));
    }

    private Optional<KnowledgeRefusal> rights(Actor actor, ArticleContent content, EditorialAct act) {
        return editing.rights()
                .objection(actor, act, content.topics(), content.systems())
                .map(missing -> missing);
    }

    private static KnowledgeOutcome<Article> seen(Shelf shelf, ArticleId id, Predicate<Article> known) {
        return shelf.article(id)
                .filter(known)
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> KnowledgeOutcome.refused(new ArticleRefusal.UnknownArticle(id)));
    }

    private boolean mayKnow(Actor actor, Article article) {
        return article.owner().equals(actor.id())
                || rights(actor, article, EditorialAct.REVISE).isEmpty();
    }

    /** Its readers hear which right is missing, those who write articles already while it lies before who may publish it; for others it is unknown. */
    private boolean mayBeTold(Actor actor, Article article) {
        Reader reader = readers.of(actor);
        return mayKnow(actor, article)
                || legible(reader, article).isPresent()
                || (article.status() == ArticleStatus.REVIEW
                        && author(actor)
                        && reader.mayRead(article.latest().readership()));
    }

    private boolean author(Actor actor) {
        return readers.of(actor).mayRead(Readership.supportOrganisation())
                || editing.rights().publisher(actor);
    }
}
