package dk.sagsflow.knowledge.article;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;

/**
 * What was published of an article. Immutable.
 *
 * @param number which edition it is, from 1
 * @param content what it says
 * @param at when it was published
 * @param by who published it
 */
public record Edition(int number, ArticleContent content, Instant at, ActorId by) {
    /** Refuses null. */
    public Edition {
        requireNonNull(content, "content");
        requireNonNull(at, "at");
        requireNonNull(by, "by");
    }
}
