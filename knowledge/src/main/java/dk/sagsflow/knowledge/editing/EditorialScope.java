package dk.sagsflow.knowledge.editing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.topic.TopicId;

/** What somebody may publish about. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "scope")
public sealed interface EditorialScope {
    /** Whatever it is about. */
    static EditorialScope everything() {
        return new Everything();
    }

    /** This topic. */
    static EditorialScope topic(String topic) {
        return new OfTopic(TopicId.of(topic));
    }

    /** This system. */
    static EditorialScope system(String system) {
        return new OfSystem(SystemId.of(system));
    }

    /** Whatever it is about. */
    @JsonTypeName("everything")
    record Everything() implements EditorialScope {}

    /**
     * One topic.
     *
     * @param topic the topic
     */
    @JsonTypeName("topic")
    record OfTopic(TopicId topic) implements EditorialScope {
        public OfTopic {
            requireNonNull(topic, "topic");
        }
    }

    /**
     * One system.
     *
     * @param system the system
     */
    @JsonTypeName("system")
    record OfSystem(SystemId system) implements EditorialScope {
        public OfSystem {
            requireNonNull(system, "system");
        }
    }
}
