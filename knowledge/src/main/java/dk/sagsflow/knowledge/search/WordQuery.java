package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.text.FoldedText;
import dk.sagsflow.knowledge.analysis.Analysis;
import dk.sagsflow.knowledge.analysis.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Words as queries of the index: one that says how well an article fits, and one that fits the same and says nothing more, which
 * is quicker to count by. Each word counts where it fits best; a compound is looked for whole, then by all of its parts, then by
 * any; a word that stands nowhere in what may be found, in no language, is taken for a misspelling. Not thread-safe.
 */
final class WordQuery {
    private static final int MOST_WORDS = 40;
    private static final float ALL_PARTS = 0.8f;
    private static final float ANY_PART = 0.25f;
    private static final float MISSPELT = 0.7f;
    private static final float ELSEWHERE = 0.15f;
    private static final float SAME_SYSTEM = 2.0f;
    private static final float SAME_CATEGORY = 1.5f;

    private final IndexReader reader;
    private final Candidates among;
    private final IndexQuery asked;
    private final Map<Analysis, ImmutableList<Meant>> words = new EnumMap<>(Analysis.class);

    /** A word of the query: its stem, those of its parts if it is a compound, and what it may be a misspelling of. */
    private record Meant(String term, ImmutableList<String> parts, ImmutableMap<String, Float> spellings) {
        /** All that it may be, and how much it counts then. */
        Map<String, Float> all() {
            Map<String, Float> all = new LinkedHashMap<>();
            all.put(term, 1f);
            if (parts.size() > 1) {
                parts.forEach(part -> all.merge(part, ALL_PARTS / parts.size(), Math::max));
            }
            spellings.forEach((spelling, likeness) -> all.merge(spelling, MISSPELT * likeness, Math::max));
            return all;
        }
    }

    /** A word as it was typed. */
    private record Typed(String term, int start, List<String> parts) {}

    WordQuery(IndexReader reader, Candidates among, IndexQuery asked) throws IOException {
        this.reader = reader;
        this.among = among;
        this.asked = asked;
        Map<Analysis, ImmutableList<Typed>> typed = new EnumMap<>(Analysis.class);
        Set<Integer> known = new HashSet<>();
        for (Analysis language : Analysis.values()) {
            ImmutableList<Typed> some = typed(language, asked.query().words());
            typed.put(language, some);
            for (Typed word : some) {
                if (among.have(new Term(Fields.anywhere(language), word.term()))) {
                    known.add(word.start());
                }
            }
        }
        for (Map.Entry<Analysis, ImmutableList<Typed>> language : typed.entrySet()) {
            words.put(language.getKey(), meant(language.getKey(), language.getValue(), known));
        }
    }

    private static ImmutableList<Typed> typed(Analysis language, String text) {
        Map<String, Typed> words = new LinkedHashMap<>();
        Typed last = new Typed("", 0, List.of());
        for (Token token : language.tokens(text)) {
            if (token.part()) {
                last.parts().add(token.term());
            } else if (words.size() < MOST_WORDS) {
                last = words.computeIfAbsent(token.term(), term -> new Typed(term, token.start(), new ArrayList<>()));
            } else {
                break;
            }
        }
        return ImmutableList.copyOf(words.values());
    }

    private ImmutableList<Meant> meant(Analysis language, ImmutableList<Typed> typed, Set<Integer> known)
            throws IOException {
        ImmutableList.Builder<Meant> meant = ImmutableList.builder();
        for (Typed word : typed) {
            boolean misspelt =
                    word.parts().isEmpty() && !known.contains(word.start()) && Spellings.longEnough(word.term());
            ImmutableMap<String, Float> spellings = misspelt
                    ? NearTerms.of(reader, among, new Term(Fields.anywhere(language), word.term()))
                    : ImmutableMap.of();
            meant.add(new Meant(word.term(), ImmutableSet.copyOf(word.parts()).asList(), spellings));
        }
        return meant.build();
    }

    /** How well something fits that may be found. */
    Query scoring() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked.query().words().isBlank()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        } else {
            List<Query> languages = new ArrayList<>();
            words.forEach((language, some) -> languages.add(
                    some(some.stream().map(word -> scored(language, word)).toList())));
            all.add(new DisjunctionMaxQuery(languages, 0), Occur.MUST);
        }
        sameSystem().ifPresent(same -> all.add(same, Occur.SHOULD));
        asked.category()
                .ifPresent(category ->
                        all.add(better(Fields.CATEGORY, FoldedText.of(category).value(), SAME_CATEGORY), Occur.SHOULD));
        return all.build();
    }

    private Optional<Query> sameSystem() {
        return asked.system().map(system -> better(Fields.SYSTEM, system.value(), SAME_SYSTEM));
    }

    /** How well something fits roughly: by how rare its words are, wherever they stand, and of what somebody typed whether in the title. */
    Query rough() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach((language, some) -> roughly(language, some)
                .forEach((term, weight) -> any.add(
                        weight == 1 ? new TermQuery(term) : new BoostQuery(new TermQuery(term), weight),
                        Occur.SHOULD)));
        sameSystem().ifPresent(same -> any.add(same, Occur.SHOULD));
        return any.build();
    }

    private Map<Term, Float> roughly(Analysis language, List<Meant> some) {
        Map<Term, Float> terms = new LinkedHashMap<>();
        for (Meant word : some) {
            word.all().forEach((term, weight) -> {
                terms.merge(new Term(Fields.anywhere(language), term), weight, Math::max);
                if (asked.style() == IndexQuery.Style.WORDS) {
                    terms.merge(new Term(Fields.title(language), term), weight * Fields.titleWeight(), Math::max);
                }
            });
        }
        return terms;
    }

    /** The words that it must have, in any of the languages; nothing if it need have none. */
    ImmutableList<Query> wanted() {
        return asked.query().words().isBlank()
                ? ImmutableList.of()
                : words.entrySet().stream()
                        .map(language -> some(language.getValue().stream()
                                .map(word -> anywhere(language.getKey(), word))
                                .toList()))
                        .collect(ImmutableList.toImmutableList());
    }

    private static Query better(String field, String value, float by) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), by);
    }

    private static Query oneOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).collect(ImmutableSet.toImmutableSet()));
    }

    /** Enough of the words: most of those that somebody typed, any of a story. */
    private Query some(List<Query> each) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        each.forEach(word -> query.add(word, Occur.SHOULD));
        boolean typed = asked.style() == IndexQuery.Style.WORDS && each.size() > 2;
        query.setMinimumNumberShouldMatch(typed ? Math.max(1, each.size() * 2 / 5) : 1);
        return query.build();
    }

    private static Query anywhere(Analysis language, Meant word) {
        Set<String> terms = word.all().keySet();
        return terms.size() == 1
                ? new TermQuery(new Term(Fields.anywhere(language), word.term()))
                : oneOf(Fields.anywhere(language), terms);
    }

    private static Query scored(Analysis language, Meant word) {
        List<Query> ways = new ArrayList<>();
        ways.add(inFields(language, word.term()));
        if (word.parts().size() > 1) {
            ways.add(new BoostQuery(allOf(language, word.parts()), ALL_PARTS));
            for (String part : word.parts()) {
                ways.add(new BoostQuery(inFields(language, part), ANY_PART));
            }
        }
        word.spellings()
                .forEach((spelling, likeness) ->
                        ways.add(new BoostQuery(inFields(language, spelling), MISSPELT * likeness)));
        return ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0);
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
}
