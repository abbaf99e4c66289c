package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.analysis.Token;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which words of a text are those that were looked for, rightly spelt or not. */
final class Spellings {
    private static final int SHORTEST = 4;
    private static final int TWO_SLIPS = 8;
    private static final int MOST = 40;

    private Spellings() {}

    /** Whether a term is one of these, or spelt nearly like one. Remembers what it was asked; not thread-safe. */
    static Predicate<String> of(List<Token> words) {
        ImmutableSet<String> terms = words.stream().map(Token::term).collect(ImmutableSet.toImmutableSet());
        ImmutableList<String> misspelt = words.stream()
                .filter(token -> !token.part() && token.term().length() >= SHORTEST)
                .map(Token::term)
                .distinct()
                .limit(MOST)
                .collect(ImmutableList.toImmutableList());
        Map<String, Boolean> asked = new HashMap<>();
        return term -> asked.computeIfAbsent(
                term, unknown -> terms.contains(unknown) || misspelt.stream().anyMatch(word -> near(word, unknown)));
    }

    /** How many slips a word of this length may have. */
    static int slips(String term) {
        return term.length() >= TWO_SLIPS ? 2 : 1;
    }

    /** Whether it can be taken for a misspelling. */
    static boolean longEnough(String term) {
        return term.length() >= SHORTEST;
    }

    private static boolean near(String word, String term) {
        int slips = slips(word);
        boolean alike =
                !term.isEmpty() && word.charAt(0) == term.charAt(0) && Math.abs(word.length() - term.length()) <= slips;
        return alike && distance(word, term) <= slips;
    }

    /** How many letters are left out, added, changed or swapped with the next. */
    private static int distance(String one, String other) {
        int[] twoBefore = new int[other.length() + 1];
        int[] before = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        Arrays.setAll(before, place -> place);
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
                if (swapped(one, i, other, j)) {
                    now[j] = Math.min(now[j], twoBefore[j - 2] + 1);
                }
            }
            int[] free = twoBefore;
            twoBefore = before;
            before = now;
            now = free;
        }
        return before[other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
