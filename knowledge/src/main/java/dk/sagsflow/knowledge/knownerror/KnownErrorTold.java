package dk.sagsflow.knowledge.knownerror;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.knowledge.article.ArticleId;
import java.util.Optional;

/**
 * What became of telling those who wait for a known error. Immutable.
 *
 * @param article the known error
 * @param number the case that was told: the first one, which tells all that were linked by then, or one that was linked later
 * @param refusal why the desk would not; empty if it did. It is asked again next time
 */
public record KnownErrorTold(ArticleId article, CaseNumber number, Optional<Refusal> refusal) {
    /** Refuses null. */
    public KnownErrorTold {
        requireNonNull(article, "article");
        requireNonNull(number, "number");
        requireNonNull(refusal, "refusal");
    }
}
