package dk.sagsflow.knowledge.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** How the texts of a language become words to be compared. Safe for use by many threads. */
public enum Analysis {
    /** Danish: spellings, stems, compounds. Texts of other languages but English are read as if they were Danish. */
    DANISH("da") {
        @Override
        Analyzer made() {
            return new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    Tokenizer words = new StandardTokenizer();
                    return new TokenStreamComponents(words, new DanishFilter(words, Compounds.shipped(), SILENT));
                }
            };
        }
    },
    /** English: stems. */
    ENGLISH("en") {
        @Override
        Analyzer made() {
            return new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    Tokenizer words = new StandardTokenizer();
                    TokenStream low = new LowerCaseFilter(new EnglishPossessiveFilter(words));
                    CharArraySet silent = EnglishAnalyzer.getDefaultStopSet();
                    return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(low, silent)));
                }
            };
        }
    };

    /** Words of Danish that say nothing, those of questions and greetings among them. */
    private static final ImmutableSet<String> SILENT = silent();

    private final String language;
    /** Does not change, and is safe for use by many threads. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Analyzer analyzer;

    Analysis(String language) {
        this.language = language;
        this.analyzer = made();
    }

    abstract Analyzer made();

    /** The one for texts of this language. */
    public static Analysis of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : DANISH;
    }

    /** The tag of its language. */
    public String language() {
        return language;
    }

    /** What Lucene takes texts apart with. */
    public Analyzer analyzer() {
        return analyzer;
    }

    /** The words of this text, in order. */
    public ImmutableList<Token> tokens(String text) {
        ImmutableList.Builder<Token> tokens = ImmutableList.builder();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                boolean part = type.type().equals(Token.PART);
                tokens.add(new Token(term.toString(), part, place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens.build();
    }

    private static ImmutableSet<String> silent() {
        ImmutableSet.Builder<String> words = ImmutableSet.builder();
        for (Object word : DanishAnalyzer.getDefaultStopSet()) {
            words.add(Letters.folded(new String((char[]) word)));
        }
        String more = "kan hvordan hvorfor hvornår hvilke hvilken hvilket hvem hej tak venlig hilsen gerne lige bare"
                + " få får fået skal mit min mine være bliver blive ved også så nu igen ikke";
        for (String word : more.split(" ", -1)) {
            words.add(Letters.folded(word));
        }
        return words.build();
    }
}
