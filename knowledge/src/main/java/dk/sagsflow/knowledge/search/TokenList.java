package dk.sagsflow.knowledge.search;

import dk.sagsflow.knowledge.analysis.Token;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words that were taken out of a text once, for several fields. Not thread-safe. */
final class TokenList extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Iterator<Token> tokens;

    TokenList(List<Token> tokens) {
        this.tokens = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!tokens.hasNext()) {
            return false;
        }
        clearAttributes();
        Token next = tokens.next();
        term.append(next.term());
        increment.setPositionIncrement(next.part() ? 0 : 1);
        return true;
    }
}
