package dk.sagsflow.core.condition;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases that a text may mention, compiled once. A mention is whole words: {@code log} is not in
 * {@code catalogue}. Upper and lower case are alike and so are composed and decomposed letters, in every locale of the
 * machine; å and aa are not. White space in a phrase is any white space in the text, other characters stand for
 * themselves. Immutable.
 */
public final class WordList {
    private static final int NO_WORD = -1;
    private static final int FIRST_THAT_COMPOSES = 0x300;

    private final ImmutableSet<String> words;
    private final ImmutableList<String> folded;
    private final Node root = new Node();

    /** What may follow what was read so far; a word ends here if it has a number. */
    private static final class Node {
        private int[] letters = {};
        private Node[] next = {};
        private int word = NO_WORD;

        @Nullable Node after(int letter) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == letter) {
                    return next[i];
                }
            }
            return null;
        }

        Node grown(int letter) {
            Node known = after(letter);
            if (known != null) {
                return known;
            }
            int size = letters.length;
            letters = Arrays.copyOf(letters, size + 1);
            next = Arrays.copyOf(next, size + 1);
            letters[size] = letter;
            next[size] = new Node();
            return next[size];
        }
    }

    private WordList(ImmutableSet<String> words) {
        checkArgument(!words.isEmpty(), "a list of no words; no text would mention one");
        this.words = words;
        this.folded = words.stream().map(WordList::folded).collect(ImmutableList.toImmutableList());
        for (int i = 0; i < folded.size(); i++) {
            String word = folded.get(i);
            checkArgument(
                    word.codePoints().anyMatch(Character::isLetterOrDigit),
                    "\"%s\" has no letter and no digit; words do",
                    words.asList().get(i));
            checkArgument(
                    folded.indexOf(word) == i,
                    "\"%s\" is the word \"%s\" once more",
                    words.asList().get(i),
                    words.asList().get(folded.indexOf(word)));
            Node node = root;
            for (int letter : word.codePoints().toArray()) {
                node = node.grown(letter);
            }
            node.word = i;
        }
    }

    /** These words and phrases. */
    public static WordList of(String first, String... more) {
        return new WordList(ImmutableSet.<String>builder().add(first).add(more).build());
    }

    /**
     * These words and phrases.
     *
     * @throws IllegalArgumentException if there are none, if one has neither letter nor digit, or if two are the same word
     */
    public static WordList copyOf(Collection<String> words) {
        return new WordList(ImmutableSet.copyOf(words));
    }

    /** The words and phrases as they were listed. */
    @JsonValue
    public ImmutableSet<String> words() {
        return words;
    }

    /** The words and phrases in listed order as they are compared, so that those that are alike are equal. */
    public ImmutableList<String> folded() {
        return folded;
    }

    /** Whether the text mentions one of them. */
    public boolean in(String text) {
        return search(text) != NO_WORD;
    }

    /** The one that the text mentions first, as it was listed; empty if it mentions none. */
    public Optional<String> firstIn(String text) {
        int word = search(text);
        return word == NO_WORD ? Optional.empty() : Optional.of(words.asList().get(word));
    }

    private int search(String text) {
        String composed = composed(text);
        int before = ' ';
        int i = 0;
        while (i < composed.length()) {
            int letter = composed.codePointAt(i);
            if (!(ofWord(before) && ofWord(letter))) {
                int word = wordAt(composed, i);
                if (word != NO_WORD) {
                    return word;
                }
            }
            before = letter;
            i += Character.charCount(letter);
        }
        return NO_WORD;
    }

    /** The number of a word that begins at this index and ends where a word can end. */
    private int wordAt(String text, int from) {
        Node node = root;
        int i = from;
        while (i < text.length()) {
            int letter = text.codePointAt(i);
            boolean space = space(letter);
            Node after = node.after(space ? ' ' : folded(letter));
            if (after == null) {
                return NO_WORD;
            }
            node = after;
            i = space ? afterSpace(text, i) : i + Character.charCount(letter);
            if (node.word != NO_WORD && !(i < text.length() && ofWord(letter) && ofWord(text.codePointAt(i)))) {
                return node.word;
            }
        }
        return NO_WORD;
    }

    private static int afterSpace(String text, int from) {
        int i = from;
        while (i < text.length() && space(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static String folded(String word) {
        StringBuilder folded = new StringBuilder();
        for (int letter : composed(word).codePoints().toArray()) {
            boolean again = folded.length() == 0 || folded.charAt(folded.length() - 1) == ' ';
            if (!space(letter)) {
                folded.appendCodePoint(folded(letter));
            } else if (!again) {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    /** Simple folding, letter by letter, as {@link String#equalsIgnoreCase}: it knows no locale. */
    private static int folded(int letter) {
        if (letter < 0x80) {
            return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
        }
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    /** Nothing below the first combining mark changes by composition. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_THAT_COMPOSES) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static boolean space(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean ofWord(int letter) {
        return Character.isLetterOrDigit(letter)
                || switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WordList list && words.equals(list.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
