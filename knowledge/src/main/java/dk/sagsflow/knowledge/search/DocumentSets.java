package dk.sagsflow.knowledge.search;

import dk.sagsflow.knowledge.analysis.Analysis;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Who may read documents, and what they are, as sets of them: each is read from the index once, and remembered as long as its part of
 * the index is there. Safe for use by many threads.
 */
final class DocumentSets {
    private final Map<IndexReader.CacheKey, Map<Term, Optional<FixedBitSet>>> known = new ConcurrentHashMap<>();

    /** The documents of this part that may be found: who asks may read them, and they are what is asked for. */
    FixedBitSet allowed(LeafReader part, IndexQuery asked) throws IOException {
        FixedBitSet allowed = any(part, Fields.AUDIENCE, asked.keys());
        SearchQuery query = asked.query();
        if (!query.kinds().isEmpty()) {
            allowed.and(any(
                    part, Fields.KIND, query.kinds().stream().map(Enum::name).toList()));
        }
        if (!query.systems().isEmpty()) {
            allowed.and(any(
                    part,
                    Fields.SYSTEM,
                    query.systems().stream().map(Object::toString).toList()));
        }
        if (query.language().isPresent()) {
            String language = Analysis.of(query.language().orElseThrow()).language();
            allowed.and(any(part, Fields.LANGUAGE, List.of(language)));
        }
        Bits live = part.getLiveDocs();
        if (live != null) {
            allowed.and(FixedBitSet.copyOf(live));
        }
        return allowed;
    }

    private FixedBitSet any(LeafReader part, String field, Collection<String> values) throws IOException {
        FixedBitSet any = new FixedBitSet(part.maxDoc());
        for (String value : values) {
            Optional<FixedBitSet> some = having(part, new Term(field, value));
            if (some.isPresent()) {
                any.or(some.orElseThrow());
            }
        }
        return any;
    }

    /** The documents of this part that have this term, which nobody changes; empty if there are none. */
    Optional<FixedBitSet> having(LeafReader part, Term term) throws IOException {
        IndexReader.CacheHelper helper = part.getCoreCacheHelper();
        if (helper == null) {
            return read(part, term);
        }
        Map<Term, Optional<FixedBitSet>> sets = known.get(helper.getKey());
        if (sets == null) {
            sets = new ConcurrentHashMap<>();
            Map<Term, Optional<FixedBitSet>> before = known.putIfAbsent(helper.getKey(), sets);
            sets = before == null ? sets : before;
            helper.addClosedListener(known::remove);
        }
        Optional<FixedBitSet> set = sets.get(term);
        if (set == null) {
            set = read(part, term);
            sets.put(term, set);
        }
        return set;
    }

    private static Optional<FixedBitSet> read(LeafReader part, Term term) throws IOException {
        PostingsEnum documents = part.postings(term, PostingsEnum.NONE);
        if (documents == null) {
            return Optional.empty();
        }
        FixedBitSet set = new FixedBitSet(part.maxDoc());
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            set.set(at);
        }
        return Optional.of(set);
    }
}
