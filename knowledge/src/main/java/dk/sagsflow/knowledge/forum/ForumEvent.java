package dk.sagsflow.knowledge.forum;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.topic.TopicId;

/** What happened in the forum. Posts are counted from 1, the question. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ForumEvent extends KnowledgeEvent {
    /**
     * Somebody asked, or shared something.
     *
     * @param title what it is about, in a line
     * @param text the question, in Markdown
     * @param readership who may read it
     * @param topics what it is about
     */
    @JsonTypeName("thread-opened")
    record ThreadOpened(
            Stamp stamp,
            @Personal String title,
            @Personal String text,
            Readership readership,
            ImmutableSet<TopicId> topics)
            implements ForumEvent {
        public ThreadOpened {
            requireNonNull(stamp, "stamp");
            Bounds.line("title of a thread", title);
            Bounds.require(!title.isBlank(), "title of a thread is blank; some text is required");
            Bounds.text("question", text);
            requireNonNull(readership, "readership");
            Bounds.require(
                    topics.size() <= ForumThread.MOST_TOPICS,
                    "a thread has %s topics; at most %s are allowed",
                    topics.size(),
                    ForumThread.MOST_TOPICS);
        }
    }

    /**
     * Somebody answered.
     *
     * @param text the answer, in Markdown
     */
    @JsonTypeName("thread-answered")
    record ThreadAnswered(Stamp stamp, @Personal String text) implements ForumEvent {
        public ThreadAnswered {
            requireNonNull(stamp, "stamp");
            Bounds.text("answer", text);
            Bounds.require(!text.isBlank(), "answer is blank; some text is required");
        }
    }

    /**
     * Somebody wrote anew what they had written.
     *
     * @param post which post
     * @param text what it says now
     */
    @JsonTypeName("post-edited")
    record PostEdited(Stamp stamp, int post, @Personal String text) implements ForumEvent {
        public PostEdited {
            requireNonNull(stamp, "stamp");
            Bounds.text("post", text);
            Bounds.require(!text.isBlank(), "post is blank; some text is required");
        }
    }

    /**
     * This is the answer.
     *
     * @param post which post
     */
    @JsonTypeName("answer-accepted")
    record AnswerAccepted(Stamp stamp, int post) implements ForumEvent {
        public AnswerAccepted {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * What somebody wrote is shown no longer.
     *
     * @param post which post
     * @param reason why
     */
    @JsonTypeName("post-hidden")
    record PostHidden(Stamp stamp, int post, String reason) implements ForumEvent {
        public PostHidden {
            requireNonNull(stamp, "stamp");
            Bounds.line("reason", reason);
        }
    }

    /**
     * What was hidden is shown again.
     *
     * @param post which post
     */
    @JsonTypeName("post-shown")
    record PostShown(Stamp stamp, int post) implements ForumEvent {
        public PostShown {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * Nobody writes any more.
     *
     * @param reason why
     */
    @JsonTypeName("thread-closed")
    record ThreadClosed(Stamp stamp, String reason) implements ForumEvent {
        public ThreadClosed {
            requireNonNull(stamp, "stamp");
            Bounds.line("reason", reason);
        }
    }

    /** Everybody may write again. */
    @JsonTypeName("thread-reopened")
    record ThreadReopened(Stamp stamp) implements ForumEvent {
        public ThreadReopened {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * An article was made of it.
     *
     * @param article which
     */
    @JsonTypeName("promoted-to-article")
    record PromotedToArticle(Stamp stamp, ArticleId article) implements ForumEvent {
        public PromotedToArticle {
            requireNonNull(stamp, "stamp");
            requireNonNull(article, "article");
        }
    }

    /**
     * A case was made of it.
     *
     * @param number which
     */
    @JsonTypeName("promoted-to-case")
    record PromotedToCase(Stamp stamp, CaseNumber number) implements ForumEvent {
        public PromotedToCase {
            requireNonNull(stamp, "stamp");
            requireNonNull(number, "number");
        }
    }
}
