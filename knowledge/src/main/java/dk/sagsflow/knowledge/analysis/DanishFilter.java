package dk.sagsflow.knowledge.analysis;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Each word as its stem, and after it, at the same place, the stems of the parts of a compound; without words that say nothing. */
final class DanishFilter extends TokenFilter {
    private final Compounds compounds;
    private final ImmutableSet<String> silent;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    DanishFilter(TokenStream input, Compounds compounds, ImmutableSet<String> silent) {
        super(input);
        this.compounds = compounds;
        this.silent = silent;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            become(waiting.poll());
            increment.setPositionIncrement(0);
            type.setType(Token.PART);
            return true;
        }
        int left = 0;
        while (input.incrementToken()) {
            left += increment.getPositionIncrement();
            String word = Letters.folded(term);
            if (!silent.contains(word)) {
                Compounds.Stemmed stemmed = compounds.stemmed(word);
                become(stemmed.stem());
                increment.setPositionIncrement(left);
                waiting.addAll(stemmed.parts());
                return true;
            }
        }
        return false;
    }

    private void become(String word) {
        term.setEmpty().append(word);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }
}
