package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents are looked at closely: those that may be found, part by part of the index, and the best of them by a rough measure,
 * which Lucene takes of many at a time. Not thread-safe.
 */
final class Candidates {
    private final IndexSearcher searcher;
    private final ImmutableList<LeafReaderContext> parts;
    private final ImmutableList<FixedBitSet> among;

    private Candidates(
            IndexSearcher searcher, ImmutableList<LeafReaderContext> parts, ImmutableList<FixedBitSet> among) {
        this.searcher = searcher;
        this.parts = parts;
        this.among = among;
    }

    /** Whether one of them has this term: what others have is not known to whoever looks. */
    boolean have(Term term) throws IOException {
        for (int number = 0; number < parts.size(); number++) {
            PostingsEnum documents = parts.get(number).reader().postings(term, PostingsEnum.NONE);
            if (documents != null && anyOf(among.get(number), documents)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyOf(FixedBitSet among, PostingsEnum documents) throws IOException {
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            if (among.get(at)) {
                return true;
            }
        }
        return false;
    }

    /** All that may be found. */
    static Candidates allowed(IndexSearcher searcher, DocumentSets sets, IndexQuery asked) throws IOException {
        ImmutableList<LeafReaderContext> parts =
                ImmutableList.copyOf(searcher.getIndexReader().leaves());
        ImmutableList.Builder<FixedBitSet> among = ImmutableList.builder();
        for (LeafReaderContext part : parts) {
            among.add(sets.allowed(part.reader(), asked));
        }
        return new Candidates(searcher, parts, among.build());
    }

    /** Those of them that fit one of these. */
    Candidates fitting(List<Query> queries) throws IOException {
        ImmutableList.Builder<Weight> weights = ImmutableList.builder();
        for (Query query : queries) {
            weights.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
        ImmutableList.Builder<FixedBitSet> fitting = ImmutableList.builder();
        for (int number = 0; number < parts.size(); number++) {
            FixedBitSet marked = new FixedBitSet(among.get(number).length());
            for (Weight weight : weights.build()) {
                score(weight, number, new Marking(marked));
            }
            fitting.add(marked);
        }
        return new Candidates(searcher, parts, fitting.build());
    }

    private void score(Weight weight, int number, LeafCollector collector) throws IOException {
        BulkScorer scorer = weight.bulkScorer(parts.get(number));
        if (scorer != null) {
            int unused = scorer.score(collector, among.get(number), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    /** Marks what is found. */
    private record Marking(FixedBitSet marked) implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) {
            marked.set(document);
        }
    }

    /** The best of them by this measure. */
    TopDocs best(Query measure, int most) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(measure), ScoreMode.COMPLETE, 1);
        TopScoreDocCollector best = new TopScoreDocCollectorManager(most, null, Integer.MAX_VALUE).newCollector();
        for (int number = 0; number < parts.size(); number++) {
            score(weight, number, best.getLeafCollector(parts.get(number)));
        }
        return best.topDocs();
    }

    FacetCounts counted(DocumentSets sets) throws IOException {
        FacetCounts counts = new FacetCounts(sets);
        for (int number = 0; number < parts.size(); number++) {
            counts.count(parts.get(number).reader(), among.get(number));
        }
        return counts;
    }
}
