package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.knowledge.article.ArticleId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where articles are looked up by words. It follows the log of a knowledge base and knows nothing that is not there, so it can
 * be thrown away and made anew at any time: once, when it throws an {@link java.io.UncheckedIOException}, since then it is broken. Called
 * on the threads of those who search; what else it throws reaches them. Safe for
 * use by many threads; one process has it open at a time.
 */
public interface ArticleIndex extends AutoCloseable {
    /** How far it has read the log; empty if it must begin anew, because it is new, or was found broken. */
    Optional<LogPosition> position();

    /**
     * Takes these in, in place of what it has of them, forgets those, and remembers how far it has read. What is searched
     * afterwards sees it.
     */
    void update(List<IndexedArticle> articles, List<ArticleId> gone, LogPosition upTo);

    /** Forgets everything. */
    void clear();

    /** What is found among what the reader may read. Of a {@linkplain IndexQuery.Style#STORY story} only hits are asked for, not how many there are. */
    SearchResult search(IndexQuery query);

    /** Which of these words are rare enough to say what a story is about, the rarest first. */
    ImmutableList<String> telling(String story, int most);

    @Override
    void close();

    /** An index in memory. */
    static ArticleIndex inMemory() {
        return LuceneIndex.inMemory();
    }

    /**
     * An index in a folder, which is there again at the next start. If what is in the folder cannot be read, or was written by
     * another release, it is thrown away and made anew.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be written to, or an index is open in it already, which goes on
     */
    static ArticleIndex onDisk(Path folder) {
        return LuceneIndex.onDisk(folder);
    }
}
