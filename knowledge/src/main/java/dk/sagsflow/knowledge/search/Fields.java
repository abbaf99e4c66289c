package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.knowledge.analysis.Analysis;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** What the fields of the index are called, and how much a word in them counts. */
final class Fields {
    static final String ID = "id";
    static final String KIND = "kind";
    static final String AUDIENCE = "audience";
    static final String SYSTEM = "system";
    static final String CATEGORY = "category";
    static final String LANGUAGE = "language";
    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String TEXT = "text";
    static final String WORTH = "worth";

    /** The searched fields of a language, and their weights. */
    private static final ImmutableMap<String, Float> WEIGHTS = ImmutableMap.of(
            "title", 3.0f,
            "keywords", 2.5f,
            "summary", 1.6f,
            "text", 1.0f);

    private Fields() {}

    static ImmutableMap<String, Float> weights() {
        return WEIGHTS;
    }

    static String title(Analysis language) {
        return searched(language, TITLE);
    }

    static float titleWeight() {
        return requireNonNull(WEIGHTS.get(TITLE));
    }

    /** What a searched field of a language is called in the index. */
    static String searched(Analysis language, String field) {
        return language.language() + "." + field;
    }

    /** The field of a language that says which words stand in any of the others, and no more. */
    static String anywhere(Analysis language) {
        return searched(language, "anywhere");
    }

    /** Takes texts apart by the language that the name of the field begins with. */
    static Analyzer analyzer() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return (field.startsWith(Analysis.ENGLISH.language() + ".") ? Analysis.ENGLISH : Analysis.DANISH)
                        .analyzer();
            }
        };
    }
}
