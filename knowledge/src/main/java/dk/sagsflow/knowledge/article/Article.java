package dk.sagsflow.knowledge.article;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.style.PlainJson;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** An article as those see it who work on it: what is published of it, what is not yet, and what became of it. Immutable. */
@Value.Immutable
public interface Article extends WithArticle {
    /** What it is called for ever. */
    ArticleId id();

    /** How many events it has. */
    long version();

    /** Who answers for it. */
    ActorId owner();

    /** What is written and not published; empty if nothing is. */
    Optional<ArticleContent> working();

    /** Whether what is written waits for somebody who may publish it. */
    boolean submitted();

    /** Why it was sent back, last; empty if it was not, or was submitted again. */
    Optional<String> sentBack();

    /** What was published last; empty if nothing was. */
    Optional<Edition> published();

    /** When somebody must look at it again. */
    Optional<Instant> validUntil();

    /** Why it is out of use; empty if it is not. */
    Optional<String> retired();

    /** What to read in place of it, if it is out of use. */
    Optional<ArticleId> successor();

    /** The articles that say the same in other languages, whichever of them named the other. */
    ImmutableSet<ArticleId> translations();

    /** The cases that are about what it tells of, in the order in which they were linked. */
    ImmutableSet<CaseNumber> cases();

    /** What linked cases were told, in order. */
    ImmutableList<ArticleEvent.CaseTold> told();

    /** What each linked case was told, by itself or together with the first one. */
    ImmutableSetMultimap<CaseNumber, String> heard();

    /** Until when it was valid, of which its owner was reminded last. */
    Optional<Instant> reminded();

    /** What people looked for whom it helped, the last of them. */
    ImmutableList<String> learnt();

    /** Articles in force that are said to contradict it, as long as neither was published anew. */
    ImmutableSet<ArticleId> contradicting();

    /** How often it was opened, and what it was good for. */
    @Value.Default
    default ArticleTally tally() {
        return ArticleTally.NOTHING;
    }

    /** The same since it was published last. */
    @Value.Default
    default ArticleTally tallyOfEdition() {
        return ArticleTally.NOTHING;
    }

    /** How far it has come. */
    default ArticleStatus status() {
        if (retired().isPresent()) {
            return ArticleStatus.RETIRED;
        } else if (working().isEmpty()) {
            return ArticleStatus.PUBLISHED;
        }
        return submitted() ? ArticleStatus.REVIEW : ArticleStatus.DRAFT;
    }

    /** What its audience can read now; empty if nothing is published, or it is out of use. */
    default Optional<Edition> inForce() {
        return retired().isPresent() ? Optional.empty() : published();
    }

    /** What it says at last, published or not. */
    default ArticleContent latest() {
        return working().or(() -> published().map(Edition::content)).orElseThrow();
    }

    /** Whether somebody must look at it again by now. */
    default boolean overdueAt(Instant now) {
        return inForce().isPresent()
                && validUntil().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** A builder; id, version, owner and whether it is submitted are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Article.class, "it is for those who work on it; readers get an Edition");
    }

    /** Builds articles. Not thread-safe. */
    final class Builder extends ImmutableArticle.Builder {
        Builder() {}
    }
}
