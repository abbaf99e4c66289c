package dk.sagsflow.knowledge.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes Danish compounds apart: {@code adgangskode} is {@code adgang} and {@code kode}. A word is taken apart only if all of it
 * is words of the dictionary, with an s or an e between them, and in as few as possible; so no part is found within a word by
 * chance. Safe for use by many threads.
 */
final class Compounds {
    private static final String WORDS = "danish-words.txt";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;
    private static final int MOST_REMEMBERED = 100_000;
    private static final Compounds SHIPPED = read();

    private final ImmutableSet<String> stems;
    private final Map<String, Stemmed> remembered = new ConcurrentHashMap<>();

    /** A word as it is compared: its stem, and those of its parts, none if it is no compound. */
    record Stemmed(String stem, ImmutableList<String> parts) {}

    /** The way to the end of a word from one of its letters: the parts. */
    private record Way(ImmutableList<String> parts) {
        Way after(String part) {
            return new Way(
                    ImmutableList.<String>builder().add(part).addAll(parts).build());
        }
    }

    Compounds(Iterable<String> words) {
        DanishStems danish = new DanishStems();
        Set<String> known = new HashSet<>();
        words.forEach(word -> known.add(danish.of(Letters.folded(word))));
        stems = ImmutableSet.copyOf(known);
    }

    /** Those of the dictionary that is shipped. */
    static Compounds shipped() {
        return SHIPPED;
    }

    private static Compounds read() {
        try (InputStream in = requireNonNull(Compounds.class.getResourceAsStream(WORDS), WORDS)) {
            List<String> words = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(" ", -1)).stream())
                    .filter(word -> !word.isBlank())
                    .toList();
            return new Compounds(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stem of a word whose letters are folded, and those of its parts if it is a compound. */
    Stemmed stemmed(String word) {
        Stemmed known = remembered.get(word);
        if (known != null) {
            return known;
        }
        boolean compound = word.length() >= 2 * SHORTEST && word.length() <= LONGEST;
        Stemmed found = new Stemmed(new DanishStems().of(word), compound ? takenApart(word) : ImmutableList.of());
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(word, found);
        }
        return found;
    }

    private ImmutableList<String> takenApart(String word) {
        DanishStems danish = new DanishStems();
        if (stems.contains(danish.of(word))) {
            return ImmutableList.of();
        }
        List<Optional<Way>> from = new ArrayList<>(Collections.nCopies(word.length() + 1, Optional.empty()));
        from.set(word.length(), Optional.of(new Way(ImmutableList.of())));
        for (int begin = word.length() - SHORTEST; begin >= 0; begin--) {
            from.set(begin, shortest(word, begin, from, danish));
        }
        return from.get(0).map(Way::parts).filter(parts -> parts.size() > 1).orElse(ImmutableList.of());
    }

    private Optional<Way> shortest(String word, int begin, List<Optional<Way>> from, DanishStems danish) {
        Optional<Way> best = Optional.empty();
        for (int end = word.length(); end >= begin + SHORTEST; end--) {
            Optional<Way> rest = rest(word, end, from);
            if (rest.isPresent() && shorter(rest.get(), best)) {
                String stem = danish.of(word.substring(begin, end));
                if (stems.contains(stem)) {
                    best = Optional.of(rest.get().after(stem));
                }
            }
        }
        return best;
    }

    private static boolean shorter(Way rest, Optional<Way> best) {
        return best.isEmpty() || rest.parts().size() + 1 < best.get().parts().size();
    }

    /** What comes after a part that ends here, with or without a letter that joins it. */
    private static Optional<Way> rest(String word, int end, List<Optional<Way>> from) {
        Optional<Way> direct = from.get(end);
        boolean joined = end < word.length() - SHORTEST && (word.charAt(end) == 's' || word.charAt(end) == 'e');
        return direct.isPresent() || !joined ? direct : from.get(end + 1);
    }
}
