package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.article.ArticleKind;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts what fits, by kind and by system. */
final class FacetCounts implements CollectorManager<FacetCounts.Counting, FacetCounts.Counted> {
    /** How much fits, and how much of it is of each kind and about each system. */
    record Counted(int total, ImmutableMap<ArticleKind, Integer> kinds, ImmutableMap<SystemId, Integer> systems) {}

    /** What one thread counts. */
    static final class Counting implements Collector {
        private final Map<ArticleKind, Integer> kinds = new TreeMap<>();
        private final Map<SystemId, Integer> systems = new TreeMap<>();
        private int total;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            return new Segment(
                    this,
                    DocValues.getSorted(context.reader(), Fields.KIND),
                    DocValues.getSortedSet(context.reader(), Fields.SYSTEM));
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** What is counted in one part of the index, by number. */
    private static final class Segment implements LeafCollector {
        private final Counting whole;
        private final SortedDocValues kind;
        private final SortedSetDocValues system;
        private final int[] kinds;
        private final int[] systems;

        Segment(Counting whole, SortedDocValues kind, SortedSetDocValues system) {
            this.whole = whole;
            this.kind = kind;
            this.system = system;
            this.kinds = new int[kind.getValueCount()];
            this.systems = new int[(int) system.getValueCount()];
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
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

        @Override
        public void finish() throws IOException {
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

    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public Counted reduce(Collection<Counting> parts) {
        Counting all = new Counting();
        for (Counting part : parts) {
            all.total += part.total;
            part.kinds.forEach((kind, count) -> all.kinds.merge(kind, count, Integer::sum));
            part.systems.forEach((system, count) -> all.systems.merge(system, count, Integer::sum));
        }
        return new Counted(all.total, ImmutableMap.copyOf(all.kinds), ImmutableMap.copyOf(all.systems));
    }
}
