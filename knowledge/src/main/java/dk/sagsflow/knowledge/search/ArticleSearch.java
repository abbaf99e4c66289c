package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multisets;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.suggestion.SuggestionSource;
import dk.sagsflow.knowledge.article.ArticleEvent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.ErasureEvent;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds articles, by words and for a case (R27), among what the reader may read. What was published, retired or moved to another
 * audience is known to the next search: before each, the index reads on in the log. Safe for use by many threads.
 */
public final class ArticleSearch {
    private static final int STEPS_AT_ONCE = 5_000;
    private static final int LONGEST_KEPT = 200;
    private static final int TELLING_WORDS = 16;
    private static final int LONGEST_STORY = 20_000;
    private static final RecordId RECORD = RecordId.of("search", "misses");
    private static final Pattern NUMBERS = Pattern.compile("[\\d-]*\\d{3,}[\\d-]*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final KnowledgeStore store;
    private final Articles articles;
    private final Editing editing;
    private final ArticleIndex index;
    private final InstantSource clock;
    private final Picture<Misses> misses;
    private final Object lock = new Object();

    /** Whoever looks does not see an index that is being made anew. */
    private final ReadWriteLock whole = new ReentrantReadWriteLock();

    /** Those of whom the index says nothing. */
    @GuardedBy("lock") private final Set<RecordId> forgotten = new HashSet<>();

    /** What was looked for and not found. */
    private static final class Misses {
        private final List<String> words = new ArrayList<>();
        private long version;

        void fold(KnowledgeEvent event) {
            if (event instanceof SearchEvent.NothingFound nothing) {
                version = nothing.stamp().sequence();
                if (!nothing.words().equals(Personal.ERASED)) {
                    words.add(nothing.words());
                }
            }
        }
    }

    /** Made by the knowledge base. */
    public ArticleSearch(
            KnowledgeStore store, Articles articles, Editing editing, ArticleIndex index, InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.articles = requireNonNull(articles, "articles");
        this.editing = requireNonNull(editing, "editing");
        this.index = requireNonNull(index, "index");
        this.clock = requireNonNull(clock, "clock");
        this.misses = new Picture<>(store, Misses::new, Misses::fold);
    }

    /** What this reader finds. What is looked for and not found is put on record, for editors. */
    public SearchResult search(Reader reader, SearchQuery query) {
        SearchResult result = looked(() -> index.search(IndexQuery.typed(query, reader)));
        if (result.total() == 0 && !query.words().isBlank()) {
            missed(reader, query.words());
        }
        return result;
    }

    /**
     * What may help with a case, among what this reader may read: articles about its words, those about its system and category
     * first, and those that helped others before those that did not.
     *
     * @param limit how many, at most
     */
    public ImmutableList<SearchHit> suggest(Reader reader, SupportCase current, int limit) {
        String story = current.subject() + "\n" + current.description();
        String words = story.length() <= LONGEST_STORY ? story : story.substring(0, LONGEST_STORY);
        return looked(() -> {
            SearchQuery query = SearchQuery.of(String.join(" ", index.telling(words, TELLING_WORDS)))
                    .first(limit);
            return query.words().isBlank()
                    ? ImmutableList.of()
                    : index.search(new IndexQuery(
                                    query, reader, IndexQuery.Style.STORY, current.system(), current.category()))
                            .hits();
        });
    }

    /** An index that breaks while it is open is made anew, as one is that was broken before. */
    private <R> R looked(Supplier<R> look) {
        try {
            catchUp();
            return undisturbed(look);
        } catch (UncheckedIOException broken) {
            rebuild();
            return undisturbed(look);
        }
    }

    private <R> R undisturbed(Supplier<R> look) {
        whole.readLock().lock();
        try {
            return look.get();
        } finally {
            whole.readLock().unlock();
        }
    }

    /**
     * What the desk asks for suggestions: {@code SupportDesk.builder(...).withSuggestions(search.source(5, danish))}, or whatever
     * the desk calls it.
     *
     * @param limit how many for a case, at most
     * @param language in which it says why, Danish or English
     */
    public SuggestionSource source(int limit, Locale language) {
        return new CaseSuggestions(this, limit, language);
    }

    /** What was looked for and not found, the most frequent first; editors see it. */
    public KnowledgeOutcome<ImmutableMultiset<String>> notFound(ActorId by) {
        return editing.known(by)
                .flatMap(actor -> editing.rights()
                        .objection(actor, EditorialAct.OVERSEE)
                        .<KnowledgeOutcome<ImmutableMultiset<String>>>map(KnowledgeOutcome::refused)
                        .orElseGet(() -> KnowledgeOutcome.accepted(Multisets.copyHighestCountFirst(
                                misses.ask(found -> ImmutableMultiset.copyOf(found.words))))));
    }

    /** Makes the index anew from the log. */
    public void rebuild() {
        synchronized (lock) {
            anew();
        }
    }

    @GuardedBy("lock") private void anew() {
        whole.writeLock().lock();
        try {
            do {
                index.clear();
            } while (readOn());
        } finally {
            whole.writeLock().unlock();
        }
    }

    private void missed(Reader reader, String words) {
        String kept = SPACE.matcher(
                        NUMBERS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (!kept.isEmpty()) {
            String line = kept.codePoints()
                    .limit(LONGEST_KEPT)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            ActorId by = reader.actor().orElse(Actor.sagsflow().id());
            misses.decide(
                            found -> KnowledgeOutcome.accepted(ImmutableList.of(new SearchEvent.NothingFound(
                                    Stamp.after(found.version, RECORD, clock.instant(), by), line))),
                            found -> found.words.size())
                    .orElseThrow();
        }
    }

    private void catchUp() {
        synchronized (lock) {
            if (readOn()) {
                anew();
            }
        }
    }

    /** Whether somebody was forgotten of whom what is indexed may say something. */
    @GuardedBy("lock") private boolean readOn() {
        if (index.position().isEmpty()) {
            forgotten.addAll(articles.forgotten());
        }
        ImmutableSet<RecordId> before = ImmutableSet.copyOf(forgotten);
        boolean again = false;
        ImmutableList<KnowledgeStep> steps = next();
        while (!steps.isEmpty()) {
            take(steps);
            again |= steps.stream()
                    .flatMap(step -> step.events().stream())
                    .filter(ErasureEvent.class::isInstance)
                    .anyMatch(event -> !before.contains(event.stamp().record()));
            steps = steps.size() < STEPS_AT_ONCE ? ImmutableList.of() : next();
        }
        return again;
    }

    private ImmutableList<KnowledgeStep> next() {
        try {
            return store.after(index.position().orElseGet(store::beginning), STEPS_AT_ONCE);
        } catch (IllegalArgumentException foreign) {
            index.clear();
            return store.after(store.beginning(), STEPS_AT_ONCE);
        }
    }

    private void take(ImmutableList<KnowledgeStep> steps) {
        Set<ArticleId> changed = new LinkedHashSet<>();
        for (KnowledgeStep step : steps) {
            for (KnowledgeEvent event : step.events()) {
                if (event instanceof ArticleEvent about && !(event instanceof ArticleEvent.Viewed)) {
                    changed.add(ArticleId.of(about.stamp().record().value()));
                }
            }
        }
        List<IndexedArticle> in = new ArrayList<>();
        List<ArticleId> gone = new ArrayList<>();
        for (ArticleId id : changed) {
            indexed(id).ifPresentOrElse(in::add, () -> gone.add(id));
        }
        index.update(in, gone, steps.get(steps.size() - 1).position());
    }

    private Optional<IndexedArticle> indexed(ArticleId id) {
        return articles.find(id).flatMap(IndexedArticle::of);
    }
}
