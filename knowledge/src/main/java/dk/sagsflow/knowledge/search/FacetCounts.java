package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.article.ArticleKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts what fits, by kind and by system. Words are looked for first, by themselves, which Lucene does many at a time, and among
 * what has them those are counted that the reader may read. Not thread-safe.
 */
final class FacetCounts {
    private final Map<ArticleKind, Integer> kinds = new TreeMap<>();
    private final Map<SystemId, Integer> systems = new TreeMap<>();
    private int total;

    private FacetCounts() {}

    /** How much fits, and how much of it is of each kind and about each system. */
    record Counted(int total, ImmutableMap<ArticleKind, Integer> kinds, ImmutableMap<SystemId, Integer> systems) {}

    /**
     * What is among these.
     *
     * @param words what it must have one of; nothing if it need not have any
     */
    static Counted of(IndexSearcher searcher, Query among, List<Query> words) throws IOException {
        Weight allowed = weight(searcher, among);
        ImmutableList.Builder<Weight> found = ImmutableList.builder();
        for (Query query : words) {
            found.add(weight(searcher, query));
        }
        ImmutableList<Weight> wanted = found.build();
        FacetCounts counts = new FacetCounts();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = allowed.scorer(leaf);
            if (scorer != null) {
                counts.count(leaf, scorer.iterator(), wanted);
            }
        }
        return new Counted(counts.total, ImmutableMap.copyOf(counts.kinds), ImmutableMap.copyOf(counts.systems));
    }

    private static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private void count(LeafReaderContext leaf, DocIdSetIterator allowed, List<Weight> words) throws IOException {
        Segment segment = new Segment(
                this,
                DocValues.getSorted(leaf.reader(), Fields.KIND),
                DocValues.getSortedSet(leaf.reader(), Fields.SYSTEM));
        FixedBitSet having = having(leaf, words);
        var live = leaf.reader().getLiveDocs();
        for (int at = allowed.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = allowed.nextDoc()) {
            if ((words.isEmpty() || having.get(at)) && (live == null || live.get(at))) {
                segment.count(at);
            }
        }
        segment.finish();
    }

    private static FixedBitSet having(LeafReaderContext leaf, List<Weight> words) throws IOException {
        FixedBitSet having = new FixedBitSet(leaf.reader().maxDoc());
        for (Weight weight : words) {
            BulkScorer scorer = weight.bulkScorer(leaf);
            if (scorer != null) {
                scorer.score(new Marking(having), null, 0, DocIdSetIterator.NO_MORE_DOCS);
            }
        }
        return having;
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

    /** What is counted in one part of the index, by number. */
    private static final class Segment {
        private final FacetCounts whole;
        private final SortedDocValues kind;
        private final SortedSetDocValues system;
        private final int[] kinds;
        private final int[] systems;

        Segment(FacetCounts whole, SortedDocValues kind, SortedSetDocValues system) {
            this.whole = whole;
            this.kind = kind;
            this.system = system;
            this.kinds = new int[kind.getValueCount()];
            this.systems = new int[(int) system.getValueCount()];
        }

        void count(int document) throws IOException {
            whole.total++;
            if (kind.advanceExact(document)) {
                kinds[kind.ordValue()]++;
            }
            if (system.advanceExact(document)) {
                for (int i = 0; i < system.docValueCount(); i++) {
                    systems[(int) system.nextOrd()]++;
                }
            }
        }

        void finish() throws IOException {
            for (int number = 0; number < kinds.length; number++) {
                if (kinds[number] > 0) {
                    ArticleKind named =
                            ArticleKind.valueOf(kind.lookupOrd(number).utf8ToString());
                    whole.kinds.merge(named, kinds[number], Integer::sum);
                }
            }
            for (int number = 0; number < systems.length; number++) {
                if (systems[number] > 0) {
                    SystemId named = SystemId.of(system.lookupOrd(number).utf8ToString());
                    whole.systems.merge(named, systems[number], Integer::sum);
                }
            }
        }
    }
}
