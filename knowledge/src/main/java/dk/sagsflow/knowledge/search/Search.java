package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.knowledge.analysis.Analysis;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/** One search: what fits best, in the order of how well it fits and how good it was for others, and how much fits. */
final class Search {
    private static final int LOOKED_AT = 50;
    private static final int ROUGHLY = 250;

    private final IndexSearcher searcher;
    private final DocumentSets sets;
    private final IndexQuery asked;
    private final Map<Analysis, Predicate<String>> wanted = new EnumMap<>(Analysis.class);

    /** A document, and how well it fits. */
    private record Ranked(int document, double score) {}

    Search(IndexSearcher searcher, DocumentSets sets, IndexQuery asked) {
        this.searcher = searcher;
        this.sets = sets;
        this.asked = asked;
    }

    SearchResult result() throws IOException {
        Candidates allowed = Candidates.allowed(searcher, sets, asked);
        WordQuery words = new WordQuery(searcher.getIndexReader(), allowed, asked);
        if (asked.style() == IndexQuery.Style.STORY) {
            ImmutableList<SearchHit> some = hits(best(allowed, words));
            return new SearchResult(some, some.size(), ImmutableMap.of(), ImmutableMap.of());
        }
        boolean everything = asked.query().words().isBlank();
        Candidates found = everything ? allowed : allowed.fitting(words.wanted());
        FacetCounts counts = found.counted(sets);
        ImmutableList<SearchHit> hits = hits(everything ? found.best(words.scoring(), most()) : best(found, words));
        return new SearchResult(hits, counts.total(), counts.kinds(), counts.systems());
    }

    private int most() {
        return Math.max(asked.query().limit(), LOOKED_AT);
    }

    /** How well each article fits is asked only of those that have most of the rare words. */
    private TopDocs best(Candidates among, WordQuery words) throws IOException {
        TopDocs roughly = among.best(words.rough(), Math.max(ROUGHLY, most()));
        return new QueryRescorer(words.scoring()) {
            @Override
            protected float combine(float rough, boolean fits, float score) {
                return fits ? score : 0;
            }
        }.rescore(searcher, roughly, most());
    }

    private ImmutableList<SearchHit> hits(TopDocs best) throws IOException {
        int limit = asked.query().limit();
        List<Ranked> ranked = new ArrayList<>();
        for (ScoreDoc found : best.scoreDocs) {
            if (found.score == 0) {
                continue;
            }
            ranked.add(new Ranked(found.doc, found.score * worth(found.doc)));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::document));
        StoredFields stored = searcher.storedFields();
        ImmutableList.Builder<SearchHit> hits = ImmutableList.builder();
        for (Ranked one : ranked.subList(0, Math.min(limit, ranked.size()))) {
            hits.add(hit(stored.document(one.document()), one.score()));
        }
        return hits.build();
    }

    private double worth(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues worth = DocValues.getNumeric(leaf.reader(), Fields.WORTH);
        return worth.advanceExact(document - leaf.docBase) ? Float.intBitsToFloat((int) worth.longValue()) : 1;
    }

    /** Made once for all hits of a language. */
    private Predicate<String> wanted(Analysis language) {
        return wanted.computeIfAbsent(
                language, each -> Highlighter.wanted(each, asked.query().words()));
    }

    private SearchHit hit(Document document, double score) {
        Analysis language =
                document.get(Fields.LANGUAGE).equals(Analysis.ENGLISH.language()) ? Analysis.ENGLISH : Analysis.DANISH;
        Highlighter highlighter = new Highlighter(language, wanted(language));
        String title = document.get(Fields.TITLE);
        String titleHtml = highlighter.marked(title);
        String snippet = highlighter.snippet((document.get(Fields.SUMMARY) + "\n" + document.get(Fields.TEXT)).strip());
        return new SearchHit(
                ArticleId.of(document.get(Fields.ID)),
                ArticleKind.valueOf(document.get(Fields.KIND)),
                title,
                IndexDocuments.readership(document.get(Fields.AUDIENCE)),
                score,
                titleHtml,
                snippet,
                highlighter.found());
    }
}
