package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.text.FoldedText;
import dk.sagsflow.knowledge.analysis.Analysis;
import dk.sagsflow.knowledge.analysis.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Words as a query of the index. Each word counts where it fits best; a compound is looked for whole, then by all of its parts,
 * then by any; a word that stands nowhere is taken for a misspelling. Who reads is part of the query. Not thread-safe.
 */
final class WordQuery {
    private static final int MOST_WORDS = 40;
    private static final float ALL_PARTS = 0.8f;
    private static final float ANY_PART = 0.25f;
    private static final float MISSPELT = 0.7f;
    private static final float ELSEWHERE = 0.15f;
    private static final int SHORTEST_MISSPELT = 4;
    private static final int TWO_SLIPS = 8;
    private static final int MOST_SPELLINGS = 16;
    private static final float SAME_SYSTEM = 2.0f;
    private static final float SAME_CATEGORY = 1.5f;

    private final IndexReader reader;

    /** A word of the query: its stem, and those of its parts if it is a compound. */
    private record Word(String term, List<String> parts) {}

    WordQuery(IndexReader reader) {
        this.reader = reader;
    }

    Query of(IndexQuery asked) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(worded(asked), Occur.MUST);
        all.add(oneOf(Fields.AUDIENCE, asked.keys()), Occur.FILTER);
        SearchQuery query = asked.query();
        if (!query.kinds().isEmpty()) {
            all.add(oneOf(Fields.KIND, query.kinds().stream().map(Enum::name).toList()), Occur.FILTER);
        }
        if (!query.systems().isEmpty()) {
            all.add(
                    oneOf(
                            Fields.SYSTEM,
                            query.systems().stream().map(SystemId::value).toList()),
                    Occur.FILTER);
        }
        query.language()
                .ifPresent(one -> all.add(
                        new TermQuery(new Term(Fields.LANGUAGE, Analysis.of(one).language())), Occur.FILTER));
        asked.system().ifPresent(system -> all.add(better(Fields.SYSTEM, system.value(), SAME_SYSTEM), Occur.SHOULD));
        asked.category()
                .ifPresent(category ->
                        all.add(better(Fields.CATEGORY, FoldedText.of(category).value(), SAME_CATEGORY), Occur.SHOULD));
        return all.build();
    }

    private static Query better(String field, String value, float by) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), by);
    }

    private static Query oneOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).collect(ImmutableSet.toImmutableSet()));
    }

    private Query worded(IndexQuery asked) throws IOException {
        if (asked.query().words().isBlank()) {
            return new MatchAllDocsQuery();
        }
        List<Query> languages = new ArrayList<>();
        for (Analysis language : Analysis.values()) {
            languages.add(inLanguage(language, asked));
        }
        return new DisjunctionMaxQuery(languages, 0);
    }

    private Query inLanguage(Analysis language, IndexQuery asked) throws IOException {
        List<Word> words = words(language, asked.query().words());
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Word word : words) {
            query.add(word(language, word), Occur.SHOULD);
        }
        boolean typed = asked.style() == IndexQuery.Style.WORDS && words.size() > 2;
        query.setMinimumNumberShouldMatch(typed ? Math.max(1, words.size() * 2 / 5) : 1);
        return query.build();
    }

    private static ImmutableList<Word> words(Analysis language, String text) {
        Map<String, Word> words = new LinkedHashMap<>();
        Word last = new Word("", List.of());
        for (Token token : language.tokens(text)) {
            if (token.part()) {
                last.parts().add(token.term());
            } else if (words.size() < MOST_WORDS) {
                last = words.computeIfAbsent(token.term(), term -> new Word(term, new ArrayList<>()));
            } else {
                break;
            }
        }
        return ImmutableList.copyOf(words.values());
    }

    private Query word(Analysis language, Word word) throws IOException {
        List<Query> ways = new ArrayList<>();
        ways.add(inFields(language, word.term()));
        List<String> parts = List.copyOf(ImmutableSet.copyOf(word.parts()));
        if (parts.size() > 1) {
            ways.add(new BoostQuery(allOf(language, parts), ALL_PARTS));
            for (String part : parts) {
                ways.add(new BoostQuery(inFields(language, part), ANY_PART));
            }
        }
        if (word.term().length() >= SHORTEST_MISSPELT && rare(language, word.term()) && parts.isEmpty()) {
            ways.add(new BoostQuery(misspelt(language, word.term()), MISSPELT));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private boolean rare(Analysis language, String term) throws IOException {
        for (String field : Fields.weights().keySet()) {
            if (reader.docFreq(new Term(Fields.searched(language, field), term)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Query inFields(Analysis language, String term) {
        List<Query> fields = new ArrayList<>();
        Fields.weights()
                .forEach((field, weight) -> fields.add(
                        new BoostQuery(new TermQuery(new Term(Fields.searched(language, field), term)), weight)));
        return new DisjunctionMaxQuery(fields, ELSEWHERE);
    }

    private static Query allOf(Analysis language, List<String> terms) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new BoostQuery(inFields(language, term), 1f / terms.size()), Occur.MUST));
        return all.build();
    }

    private static Query misspelt(Analysis language, String term) {
        int slips = term.length() >= TWO_SLIPS ? 2 : 1;
        List<Query> fields = new ArrayList<>();
        Fields.weights()
                .forEach((field, weight) -> fields.add(new BoostQuery(
                        new FuzzyQuery(
                                new Term(Fields.searched(language, field), term), slips, 1, MOST_SPELLINGS, true),
                        weight)));
        return new DisjunctionMaxQuery(fields, 0);
    }
}
