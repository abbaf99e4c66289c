package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Optional;

/** What happened to the tree of topics. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TopicEvent extends KnowledgeEvent {
    /**
     * A topic is there, or is described anew.
     *
     * @param topic the topic
     */
    @JsonTypeName("topic-declared")
    record TopicDeclared(Stamp stamp, Topic topic) implements TopicEvent {
        public TopicDeclared {
            requireNonNull(stamp, "stamp");
            requireNonNull(topic, "topic");
        }
    }

    /**
     * A topic stands elsewhere, with those under it.
     *
     * @param topic the topic
     * @param parent under which it stands; empty if under none
     */
    @JsonTypeName("topic-moved")
    record TopicMoved(Stamp stamp, TopicId topic, Optional<TopicId> parent) implements TopicEvent {
        public TopicMoved {
            requireNonNull(stamp, "stamp");
            requireNonNull(topic, "topic");
            requireNonNull(parent, "parent");
        }
    }

    /**
     * A topic is there no longer.
     *
     * @param topic the topic
     */
    @JsonTypeName("topic-retired")
    record TopicRetired(Stamp stamp, TopicId topic) implements TopicEvent {
        public TopicRetired {
            requireNonNull(stamp, "stamp");
            requireNonNull(topic, "topic");
        }
    }
}
