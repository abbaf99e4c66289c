package dk.sagsflow.knowledge.forum;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Optional;
import org.immutables.value.Value;

/** A question with its answers, as somebody may see it. Immutable. */
@Value.Immutable
public interface ForumThread extends WithForumThread {
    /** How many posts a thread may have. */
    int MOST_POSTS = 1_000;

    /** How many topics a thread may have. */
    int MOST_TOPICS = 200;

    /** What it is called for ever. */
    ThreadId id();

    /** How many events it has. */
    long version();

    /** What it is about, in a line. */
    String title();

    /** Who may read it. */
    Readership readership();

    /** What it is about. */
    ImmutableSet<TopicId> topics();

    /** What was written, the question first. */
    ImmutableList<ForumPost> posts();

    /** The number of the answer that was accepted. */
    Optional<Integer> accepted();

    /** Why nobody writes any more; empty if everybody may. */
    Optional<String> closed();

    /** The articles that were made of it. */
    ImmutableSet<ArticleId> articles();

    /** The cases that were made of it. */
    ImmutableSet<CaseNumber> cases();

    /** Who asked. */
    default ActorId asker() {
        return posts().get(0).by();
    }

    /** The post of this number; empty if there is none. */
    default Optional<ForumPost> post(int number) {
        return number >= 1 && number <= posts().size() ? Optional.of(posts().get(number - 1)) : Optional.empty();
    }

    /** The answer that was accepted, if it is shown. */
    default Optional<ForumPost> answer() {
        return accepted().flatMap(this::post).filter(ForumPost::shown);
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(ForumThread.class, "take from it what a page shows");
    }

    /** Builds threads. Not thread-safe. */
    final class Builder extends ImmutableForumThread.Builder {
        Builder() {}
    }
}
