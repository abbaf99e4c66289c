package dk.sagsflow.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.article.UseOutcome;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.tree.ReadyCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to articles, nobody gets from any way out what is not for them; and everybody gets what is. */
class LeakProperties {
    private static final int ARTICLES = 4;
    private static final SystemId AMANDA = SystemId.of("amanda");
    private static final String MISSPELT = "prinnter";
    private static final Pattern MARK = Pattern.compile("said-for-([a-z:-]+?)-end");
    private static final List<Readership> READERSHIPS = List.of(
            Readership.everyone(),
            Readership.superusers(),
            Readership.supportOrganisation(),
            Readership.ofTier("second"),
            Readership.ofTier("superusers"),
            Readership.ofGroup("centre"),
            Readership.ofGroup("bit"));

    /** What is done next to which article. */
    record Step(int action, int article, int readership) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, ARTICLES - 1),
                        Arbitraries.integers().between(0, READERSHIPS.size() - 1))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(25);
    }

    @Property(tries = 30)
    void nobody_gets_what_is_not_for_them(@ForAll("steps") List<Step> steps) {
        Org org = new Org();
        for (Step step : steps) {
            carryOut(org, step);
            Reader one = org.base.reader(Org.EVERYBODY.get(step.readership() % Org.EVERYBODY.size()));
            everyWayOutIsClosed(org, one);
        }
        Stream<Reader> known = Org.EVERYBODY.stream().map(org.base::reader);
        Stream.concat(known, Stream.of(Reader.anybody(), Reader.anyStaff()))
                .forEach(reader -> everyWayOutIsClosed(org, reader));
        org.base.close();
    }

    private static void carryOut(Org org, Step step) {
        ArticleId id = ArticleId.of("a" + step.article());
        Articles articles = org.base.articles();
        ArticleContent content = ArticleContent.builder()
                .kind(step.readership() % 2 == 0 ? ArticleKind.FAQ : ArticleKind.MANUAL)
                .title("Printer marker" + step.article())
                .body("hemmelig" + step.article() + " papir " + (step.readership() % 3 == 0 ? MISSPELT : "")
                        + " said-for-" + READERSHIPS.get(step.readership()).key() + "-end")
                .readership(READERSHIPS.get(step.readership()))
                .addAllSystems(step.readership() % 2 == 0 ? ImmutableSet.of(AMANDA) : ImmutableSet.of())
                .build();
        Reader editor = org.base.reader(Org.EDITOR);
        Object unused = switch (step.action()) {
            case 0 ->
                articles.draft(Org.EDITOR, id, content)
                        .flatMap(done -> articles.submit(Org.EDITOR, id))
                        .flatMap(done -> articles.publish(Org.EDITOR, id, Optional.empty()));
            case 1 -> articles.draft(Org.EDITOR, id, content).flatMap(done -> articles.submit(Org.EDITOR, id));
            case 2 -> articles.publish(Org.EDITOR, id, Optional.empty());
            case 3 -> articles.revise(Org.EDITOR, id, content).flatMap(done -> articles.submit(Org.EDITOR, id));
            case 4 -> articles.used(editor, id, UseOutcome.HELPED, Optional.empty(), "toner");
            default -> articles.retire(Org.EDITOR, id, "old", Optional.empty());
        };
    }

    private static void everyWayOutIsClosed(Org org, Reader reader) {
        SupportCase current = ReadyCase.of("printer mangler papir").asCase(Org.organisation());
        List<ArticleId> open =
                org.base.articles().inForce(reader).stream().map(Article::id).toList();
        SearchResult result = org.base.search().search(reader, SearchQuery.of("printer"));
        assertThat(ids(result.hits())).containsExactlyInAnyOrderElementsOf(open);
        assertThat(result.total()).isEqualTo(open.size());
        assertThat(result.kinds().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(open.size());
        List<Article> shown = org.base.articles().inForce(reader);
        assertThat((long) result.systems().getOrDefault(AMANDA, 0))
                .isEqualTo(shown.stream()
                        .filter(article -> article.latest().systems().contains(AMANDA))
                        .count());
        List<SearchHit> suggested = org.base.search().suggest(reader, current, 10);
        assertThat(ids(suggested)).containsExactlyInAnyOrderElementsOf(open);
        SearchResult misspelt = org.base.search().search(reader, SearchQuery.of(MISSPELT));
        assertThat(ids(misspelt.hits())).containsExactlyInAnyOrderElementsOf(spelt(shown));
        assertThat(reader.keys()).containsAll(marks(List.of(result, shown, suggested, misspelt)));
        for (ArticleId id : open) {
            assertThat(reader.mayRead(org.base
                            .articles()
                            .read(reader, id)
                            .orElseThrow()
                            .content()
                            .readership()))
                    .isTrue();
        }
        closed(org, reader, open, result);
    }

    /** Those that have the word as it is misspelt, or else those in which it is spelt rightly: what others may read changes nothing. */
    private static List<ArticleId> spelt(List<Article> shown) {
        List<ArticleId> exact = shown.stream()
                .filter(article -> article.latest().body().contains(MISSPELT))
                .map(Article::id)
                .toList();
        return exact.isEmpty() ? shown.stream().map(Article::id).toList() : exact;
    }

    private static Set<String> marks(Object said) {
        return MARK.matcher(said.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static void closed(Org org, Reader reader, List<ArticleId> open, SearchResult result) {
        for (int number = 0; number < ARTICLES; number++) {
            ArticleId id = ArticleId.of("a" + number);
            if (!open.contains(id)) {
                assertThat(result.toString()).doesNotContain("marker" + number, "hemmelig" + number);
                assertThat(org.base.articles().read(reader, id).wasAccepted()).isFalse();
                assertThat(org.base.articles().view(reader, id).wasAccepted()).isFalse();
            }
        }
    }

    private static List<ArticleId> ids(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::article).toList();
    }
}
