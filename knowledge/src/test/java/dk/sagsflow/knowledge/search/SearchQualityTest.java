package dk.sagsflow.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Ninety searches in the articles of the reference organisation, beside Lucene's own analyzer for Danish. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchQualityTest {
    private static final Path FOLDER = Path.of("..", "examples", "knowledge", "ams");
    private static final int KEPT_APART = 5;

    /** What somebody looks for, and the articles that answer it. */
    record Labelled(String words, ImmutableSet<String> right) {}

    /** How good a search is: how many of the first three are right, of those that can be, and the mean reciprocal rank. */
    record Quality(double precision, double reciprocal) {}

    private static ImmutableList<List<String>> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Splitter.on('|').trimResults().splitToList(line))
                .collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<IndexedArticle> articles() throws IOException {
        return lines("articles.txt").stream().map(SearchQualityTest::article).collect(ImmutableList.toImmutableList());
    }

    private static IndexedArticle article(List<String> parts) {
        ImmutableSet<SystemId> systems =
                parts.get(2).equals("-") ? ImmutableSet.of() : ImmutableSet.of(SystemId.of(parts.get(2)));
        return new IndexedArticle(
                ArticleId.of(parts.get(0)),
                ArticleKind.valueOf(parts.get(1)),
                Readership.everyone(),
                Locale.forLanguageTag("da"),
                parts.get(3),
                "",
                "",
                parts.get(4),
                systems,
                ImmutableSet.of(),
                1);
    }

    private static ImmutableList<Labelled> labelled() throws IOException {
        return lines("queries.txt").stream()
                .map(parts -> new Labelled(
                        parts.get(0), ImmutableSet.copyOf(Splitter.on(',').split(parts.get(1)))))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Labelled> labelled(boolean apart) throws IOException {
        ImmutableList<Labelled> all = labelled();
        return IntStream.range(0, all.size())
                .filter(number -> (number % KEPT_APART == KEPT_APART - 1) == apart)
                .mapToObj(all::get)
                .collect(ImmutableList.toImmutableList());
    }

    private static Quality quality(List<Labelled> queries, Function<String, List<String>> search) {
        double precision = 0;
        double reciprocal = 0;
        for (Labelled query : queries) {
            List<String> found = search.apply(query.words());
            long right = found.stream().limit(3).filter(query.right()::contains).count();
            precision += (double) right / Math.min(3, query.right().size());
            for (int rank = 0; rank < found.size(); rank++) {
                if (query.right().contains(found.get(rank))) {
                    reciprocal += 1.0 / (rank + 1);
                    break;
                }
            }
        }
        return new Quality(precision / queries.size(), reciprocal / queries.size());
    }

    private static ArticleIndex ours() throws IOException {
        ArticleIndex index = ArticleIndex.inMemory();
        index.update(articles(), List.of(), LogPosition.of("1"));
        return index;
    }

    private static List<String> ours(ArticleIndex index, String words) {
        return index.search(IndexQuery.typed(SearchQuery.of(words), Reader.anybody())).hits().stream()
                .map(hit -> hit.article().value())
                .toList();
    }

    /** Title and text by Lucene's analyzer for Danish, as most programs would do it. */
    private static IndexSearcher plain() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new DanishAnalyzer()))) {
            for (IndexedArticle article : articles()) {
                Document document = new Document();
                document.add(new StringField("id", article.id().value(), Field.Store.YES));
                document.add(new TextField("text", article.title() + "\n" + article.text(), Field.Store.NO));
                var unused = writer.addDocument(document);
            }
        }
        return new IndexSearcher(DirectoryReader.open(directory));
    }

    private static List<String> plain(IndexSearcher searcher, String words) {
        try (var stream = new DanishAnalyzer().tokenStream("text", words)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            stream.reset();
            while (stream.incrementToken()) {
                query.add(new TermQuery(new Term("text", term.toString())), Occur.SHOULD);
            }
            List<String> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), 10).scoreDocs) {
                found.add(searcher.storedFields().document(hit.doc).get("id"));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_set_is_large_enough_and_names_articles_that_there_are() throws IOException {
        List<String> ids = articles().stream().map(each -> each.id().value()).toList();

        assertThat(ids).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(labelled()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(labelled().stream().flatMap(query -> query.right().stream())).allMatch(ids::contains);
    }

    @Test
    void finds_what_people_look_for_and_more_of_it_than_plain_lucene() throws IOException {
        try (ArticleIndex index = ours()) {
            IndexSearcher plain = plain();
            for (boolean apart : new boolean[] {false, true}) {
                List<Labelled> queries = labelled(apart);
                Quality our = quality(queries, words -> ours(index, words));
                Quality their = quality(queries, words -> plain(plain, words));
                System.out.printf(
                        Locale.ROOT,
                        "%s, %d queries: precision at 3 %.3f, MRR %.3f; DanishAnalyzer %.3f, %.3f%n",
                        apart ? "kept apart" : "tuned on",
                        queries.size(),
                        our.precision(),
                        our.reciprocal(),
                        their.precision(),
                        their.reciprocal());
                assertThat(our.precision()).isGreaterThan(0.8).isGreaterThan(their.precision() + 0.1);
                assertThat(our.reciprocal()).isGreaterThan(0.8).isGreaterThan(their.reciprocal() + 0.1);
            }
        }
    }
}
