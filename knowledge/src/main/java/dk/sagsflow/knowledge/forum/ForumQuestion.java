package dk.sagsflow.knowledge.forum;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.topic.TopicId;

/**
 * What somebody asks in the forum, or shares. Immutable.
 *
 * @param title what it is about, in a line
 * @param text the question, in Markdown
 * @param readership whom they ask
 * @param topics what it is about
 */
public record ForumQuestion(String title, String text, Readership readership, ImmutableSet<TopicId> topics) {
    /** Refuses null. */
    public ForumQuestion {
        requireNonNull(title, "title");
        requireNonNull(text, "text");
        requireNonNull(readership, "readership");
        requireNonNull(topics, "topics");
    }

    /** Of superusers and the support organisation, about no topic. */
    public static ForumQuestion of(String title, String text) {
        return new ForumQuestion(title, text, Readership.superusers(), ImmutableSet.of());
    }

    /** The same of these readers. */
    public ForumQuestion to(Readership others) {
        return new ForumQuestion(title, text, others, topics);
    }

    ForumEvent opened(Stamp stamp) {
        return new ForumEvent.ThreadOpened(stamp, title, text, readership, topics);
    }
}
