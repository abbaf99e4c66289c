package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.article.ArticleKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody is looking for. Immutable.
 *
 * @param words in words, as people write them: there are no signs with a meaning of their own, so no text is an error; without
 *     words, everything is looked through
 * @param kinds which kinds of article; none means all
 * @param systems about which systems; none means all
 * @param language in which language; empty means all
 * @param limit how many hits at most, from 1 to {@value #MOST}
 */
public record SearchQuery(
        String words,
        ImmutableSet<ArticleKind> kinds,
        ImmutableSet<SystemId> systems,
        Optional<Locale> language,
        int limit) {
    /** The most hits that can be asked for. */
    public static final int MOST = 200;

    private static final int USUAL = 10;

    /** What is no text is looked for as if it were not there. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    /** Refuses null, words that are too long, and a limit out of bounds. */
    public SearchQuery {
        words = Bounds.text(
                "words", NO_TEXT.matcher(requireNonNull(words, "words")).replaceAll(" "));
        requireNonNull(kinds, "kinds");
        requireNonNull(systems, "systems");
        requireNonNull(language, "language");
        Bounds.require(limit >= 1 && limit <= MOST, "%s hits are asked for; from 1 to %s are possible", limit, MOST);
    }

    /** These words in all articles; the first ten hits. */
    public static SearchQuery of(String words) {
        return new SearchQuery(words, ImmutableSet.of(), ImmutableSet.of(), Optional.empty(), USUAL);
    }

    /** The same among these kinds. */
    public SearchQuery among(ArticleKind first, ArticleKind... more) {
        ImmutableSet<ArticleKind> all =
                ImmutableSet.<ArticleKind>builder().add(first).add(more).build();
        return new SearchQuery(words, all, systems, language, limit);
    }

    /** The same about this system. */
    public SearchQuery about(SystemId system) {
        return new SearchQuery(words, kinds, ImmutableSet.of(system), language, limit);
    }

    /** The same in this language. */
    public SearchQuery in(Locale one) {
        return new SearchQuery(words, kinds, systems, Optional.of(one), limit);
    }

    /** The same with that many hits at most. */
    public SearchQuery first(int hits) {
        return new SearchQuery(words, kinds, systems, language, hits);
    }
}
