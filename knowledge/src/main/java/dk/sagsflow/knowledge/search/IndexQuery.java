package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.audience.Reader;
import java.util.Optional;

/**
 * What an index is asked. Immutable.
 *
 * @param query what is looked for
 * @param reader who looks; an index looks through what this reader may read and nothing else, and counts nothing else
 * @param style whether the words are what somebody typed, or a whole story of which any may matter
 * @param system the system that it is about, if that is better and no must
 * @param category the category that it is about, likewise
 */
public record IndexQuery(
        SearchQuery query, Reader reader, Style style, Optional<SystemId> system, Optional<String> category) {
    /** How the words are meant. */
    public enum Style {
        /** Words that somebody typed to find something: most of them must be there. */
        WORDS,
        /** The description of a case: any of them may be there, and those that are rare say most. */
        STORY
    }

    /** Refuses null. */
    public IndexQuery {
        requireNonNull(query, "query");
        requireNonNull(reader, "reader");
        requireNonNull(style, "style");
        requireNonNull(system, "system");
        requireNonNull(category, "category");
    }

    /** What somebody typed. */
    static IndexQuery typed(SearchQuery query, Reader reader) {
        return new IndexQuery(query, reader, Style.WORDS, Optional.empty(), Optional.empty());
    }

    ImmutableSet<String> keys() {
        return reader.keys();
    }
}
