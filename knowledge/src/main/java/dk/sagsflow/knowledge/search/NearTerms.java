package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Words of what may be found that are spelt nearly like one that is not in it. */
final class NearTerms {
    private static final int MOST = 10;
    private static final int MOST_LOOKED_AT = 1_000;
    private static final int SAME_BEGINNING = 1;

    private record Near(String term, float likeness, int documents) {}

    private NearTerms() {}

    /** The nearest of them, each with how like it is, from 0 to 1. */
    static ImmutableMap<String, Float> of(IndexReader reader, Candidates among, Term misspelt) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, misspelt.field());
        if (terms == null) {
            return ImmutableMap.of();
        }
        List<Near> near = new ArrayList<>();
        FuzzyTermsEnum all =
                new FuzzyTermsEnum(terms, misspelt, Spellings.slips(misspelt.text()), SAME_BEGINNING, true);
        for (BytesRef term = all.next(); term != null && near.size() < MOST_LOOKED_AT; term = all.next()) {
            near.add(new Near(term.utf8ToString(), all.getBoost(), all.docFreq()));
        }
        near.sort(Comparator.comparingDouble(Near::likeness)
                .thenComparingInt(Near::documents)
                .reversed()
                .thenComparing(Near::term));
        Map<String, Float> nearest = new LinkedHashMap<>();
        for (Near one : near) {
            if (nearest.size() < MOST && among.have(new Term(misspelt.field(), one.term()))) {
                nearest.put(one.term(), one.likeness());
            }
        }
        return ImmutableMap.copyOf(nearest);
    }
}
