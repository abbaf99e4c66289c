package dk.sagsflow.benchmarks.knowledge;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Many invented articles, and what people look for in them: sentences of the articles of the reference organisation, mixed, with
 * words that only few articles have. The same at each run.
 */
final class ManyArticles {
    private static final int SENTENCES = 9;
    private static final int RARE_WORDS = 30_000;
    private static final int IN_A_STORY = 60;
    private static final int MISSPELT = 5;
    private static final String[] SYLLABLES = {
        "ban", "der", "fol", "gra", "hus", "jern", "kor", "lund", "mark", "nord", "pil", "rød", "sten", "tov", "vang",
        "øster"
    };

    private final Random random = new Random(2007);
    private final ImmutableList<String> titles;
    private final ImmutableList<String> sentences;
    private final ImmutableList<String> rare;

    /** A title, and a text. */
    record Article(String title, String text) {}

    ManyArticles() {
        ImmutableList<List<String>> lines = lines();
        titles = lines.stream().map(line -> line.get(3)).collect(toImmutableList());
        sentences = lines.stream()
                .flatMap(line -> Splitter.on(". ").splitToStream(line.get(4)))
                .collect(toImmutableList());
        rare = IntStream.range(0, RARE_WORDS)
                .mapToObj(unused -> syllable() + syllable() + syllable() + syllable())
                .collect(toImmutableList());
    }

    private static ImmutableList<List<String>> lines() {
        try {
            return Resources.toString(Resources.getResource("knowledge/ams/articles.txt"), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Splitter.on('|').trimResults().splitToList(line))
                    .collect(toImmutableList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String syllable() {
        return SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    ImmutableList<Article> articles(int many) {
        return IntStream.range(0, many).mapToObj(unused -> article()).collect(toImmutableList());
    }

    private Article article() {
        List<String> text = new ArrayList<>();
        for (int sentence = 0; sentence < SENTENCES; sentence++) {
            text.add(any(sentences) + " " + any(rare));
        }
        return new Article(any(titles) + " " + any(rare), String.join(". ", text));
    }

    /** Two to five words of an article; every fifth time one of them is misspelt. */
    ImmutableList<String> searches(List<Article> articles, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> search(any(articles), number % MISSPELT == 0))
                .collect(toImmutableList());
    }

    private String search(Article article, boolean misspelt) {
        String text = random.nextBoolean() ? article.title() : article.title() + " " + article.text();
        List<String> words = words(text, 2 + random.nextInt(4));
        if (misspelt) {
            int place = random.nextInt(words.size());
            words.set(place, swapped(words.get(place)));
        }
        return String.join(" ", words);
    }

    private List<String> words(String text, int most) {
        List<String> all = Splitter.onPattern("[^\\p{L}]+").omitEmptyStrings().splitToList(text);
        List<String> words = new ArrayList<>();
        for (int word = 0; word < most; word++) {
            words.add(any(all));
        }
        return words;
    }

    private static String swapped(String word) {
        int middle = word.length() / 2;
        return word.length() < 4
                ? word
                : word.substring(0, middle - 1)
                        + word.charAt(middle)
                        + word.charAt(middle - 1)
                        + word.substring(middle + 1);
    }

    /** What cases tell: sixty words of two articles. */
    ImmutableList<String> stories(List<Article> articles, int many) {
        return IntStream.range(0, many)
                .mapToObj(unused -> String.join(
                        " ", words(any(articles).text() + " " + any(articles).title(), IN_A_STORY)))
                .collect(toImmutableList());
    }
}
