package dk.sagsflow.knowledge.forum;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.topic.TopicId;

/** What somebody wants to be told of the forum. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface WatchEvent extends KnowledgeEvent {
    /**
     * Somebody wants to be told of what is written in a thread.
     *
     * @param thread the thread
     */
    @JsonTypeName("thread-watched")
    record ThreadWatched(Stamp stamp, ThreadId thread) implements WatchEvent {
        public ThreadWatched {
            requireNonNull(stamp, "stamp");
            requireNonNull(thread, "thread");
        }
    }

    /**
     * Somebody does not want to be told of a thread, whoever wrote in it and whatever it is about.
     *
     * @param thread the thread
     */
    @JsonTypeName("thread-unwatched")
    record ThreadUnwatched(Stamp stamp, ThreadId thread) implements WatchEvent {
        public ThreadUnwatched {
            requireNonNull(stamp, "stamp");
            requireNonNull(thread, "thread");
        }
    }

    /**
     * Somebody wants to be told of what is written about a topic, and about those under it.
     *
     * @param topic the topic
     */
    @JsonTypeName("forum-topic-watched")
    record ForumTopicWatched(Stamp stamp, TopicId topic) implements WatchEvent {
        public ForumTopicWatched {
            requireNonNull(stamp, "stamp");
            requireNonNull(topic, "topic");
        }
    }

    /**
     * Somebody does not want that any more.
     *
     * @param topic the topic
     */
    @JsonTypeName("forum-topic-unwatched")
    record ForumTopicUnwatched(Stamp stamp, TopicId topic) implements WatchEvent {
        public ForumTopicUnwatched {
            requireNonNull(stamp, "stamp");
            requireNonNull(topic, "topic");
        }
    }
}
