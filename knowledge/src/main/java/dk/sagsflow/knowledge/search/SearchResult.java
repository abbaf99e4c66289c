package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.article.ArticleKind;

/**
 * What was found, of what the reader may read. Immutable.
 *
 * @param hits the first that fit, the best first
 * @param total how many fit
 * @param kinds how many of them are of each kind, by kind
 * @param systems how many of them are about each system, by system
 */
public record SearchResult(
        ImmutableList<SearchHit> hits,
        int total,
        ImmutableMap<ArticleKind, Integer> kinds,
        ImmutableMap<SystemId, Integer> systems) {
    /** Refuses null. */
    public SearchResult {
        requireNonNull(hits, "hits");
        requireNonNull(kinds, "kinds");
        requireNonNull(systems, "systems");
    }
}
