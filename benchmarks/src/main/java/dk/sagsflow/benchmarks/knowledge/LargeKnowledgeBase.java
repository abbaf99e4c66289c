package dk.sagsflow.benchmarks.knowledge;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleEvent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.search.SearchQuery;
import dk.sagsflow.knowledge.tree.ReadyCase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A knowledge base of many published articles, for readers of three sorts. */
final class LargeKnowledgeBase implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2007-09-03T08:00:00Z");
    private static final ActorId EDITOR = ActorId.of("editor");
    private static final ImmutableList<Readership> READERSHIPS =
            ImmutableList.of(Readership.everyone(), Readership.superusers(), Readership.supportOrganisation());
    private static final ImmutableList<ArticleKind> KINDS =
            ImmutableList.of(ArticleKind.FAQ, ArticleKind.MANUAL, ArticleKind.WORKAROUND, ArticleKind.QUICK_GUIDE);
    private static final int SUGGESTIONS = 5;

    private final SupportOrganisation organisation = SupportOrganisation.builder()
            .name("Jobcentres")
            .addTiers(Tier.of("first", "1st level"))
            .contactTier(TierId.of("first"))
            .addGroups(SupportGroup.of("centre", "Centre", "first"))
            .build();
    private final KnowledgeBase base;

    LargeKnowledgeBase(List<ManyArticles.Article> articles) {
        KnowledgeStore store = KnowledgeStore.inMemory();
        for (int number = 0; number < articles.size(); number++) {
            store.append(events(number, articles.get(number)));
        }
        base = KnowledgeBase.builder(
                        organisation, Directory.of(ImmutableList.of(), ImmutableList.of()), InstantSource.fixed(NOW))
                .withStore(store)
                .build();
    }

    private static ImmutableList<ArticleEvent> events(int number, ManyArticles.Article article) {
        ArticleContent content = ArticleContent.builder()
                .kind(KINDS.get(number % KINDS.size()))
                .title(article.title())
                .body(article.text())
                .readership(READERSHIPS.get(number % READERSHIPS.size()))
                .build();
        Stamp first = Stamp.after(0, ArticleId.of("a" + number).record(), NOW, EDITOR);
        return ImmutableList.of(
                new ArticleEvent.Drafted(first, content),
                new ArticleEvent.Submitted(first.next()),
                new ArticleEvent.Published(first.next().next(), Optional.empty()));
    }

    void rebuild() {
        base.search().rebuild();
    }

    int search(String words) {
        return base.search()
                .search(Reader.anyStaff(), SearchQuery.of(words))
                .hits()
                .size();
    }

    int suggest(String story) {
        return base.search()
                .suggest(Reader.anyStaff(), ReadyCase.of(story).asCase(organisation), SUGGESTIONS)
                .size();
    }

    @Override
    public void close() {
        base.close();
    }
}
