package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.analysis.Token;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Which words of a text are those that were looked for, rightly spelt or not. */
final class Spellings {
    private static final int SHORTEST = 4;
    private static final int TWO_SLIPS = 8;
    private static final int MOST = 40;

    private Spellings() {}

    static Predicate<String> of(List<Token> words) {
        ImmutableSet<String> terms = words.stream().map(Token::term).collect(ImmutableSet.toImmutableSet());
        List<CharacterRunAutomaton> misspelt = words.stream()
                .filter(token -> !token.part() && token.term().length() >= SHORTEST)
                .map(Token::term)
                .distinct()
                .limit(MOST)
                .map(Spellings::near)
                .toList();
        return term -> terms.contains(term) || misspelt.stream().anyMatch(near -> near.run(term));
    }

    private static CharacterRunAutomaton near(String term) {
        int slips = term.length() >= TWO_SLIPS ? 2 : 1;
        String first = term.substring(0, 1);
        LevenshteinAutomata near = new LevenshteinAutomata(term.substring(1), true);
        return new CharacterRunAutomaton(
                Operations.determinize(near.toAutomaton(slips, first), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }
}
