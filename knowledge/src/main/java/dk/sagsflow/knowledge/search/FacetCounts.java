package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.article.ArticleKind;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Counts what fits, by kind and by system, part by part of the index. Not thread-safe. */
final class FacetCounts {
    private final DocumentSets sets;
    private final Map<ArticleKind, Integer> kinds = new TreeMap<>();
    private final Map<SystemId, Integer> systems = new TreeMap<>();
    private int total;

    FacetCounts(DocumentSets sets) {
        this.sets = sets;
    }

    /** Counts these documents of this part. */
    void count(LeafReader part, FixedBitSet found) throws IOException {
        total += found.cardinality();
        for (ArticleKind kind : ArticleKind.values()) {
            int count = common(part, found, new Term(Fields.KIND, kind.name()));
            if (count > 0) {
                kinds.merge(kind, count, Integer::sum);
            }
        }
        Terms names = part.terms(Fields.SYSTEM);
        if (names != null) {
            TermsEnum each = names.iterator();
            for (BytesRef name = each.next(); name != null; name = each.next()) {
                String system = name.utf8ToString();
                int count = common(part, found, new Term(Fields.SYSTEM, system));
                if (count > 0) {
                    systems.merge(SystemId.of(system), count, Integer::sum);
                }
            }
        }
    }

    private int common(LeafReader part, FixedBitSet found, Term term) throws IOException {
        Optional<FixedBitSet> some = sets.having(part, term);
        return some.isPresent() ? (int) FixedBitSet.intersectionCount(found, some.orElseThrow()) : 0;
    }

    int total() {
        return total;
    }

    ImmutableMap<ArticleKind, Integer> kinds() {
        return ImmutableMap.copyOf(kinds);
    }

    ImmutableMap<SystemId, Integer> systems() {
        return ImmutableMap.copyOf(systems);
    }
}
