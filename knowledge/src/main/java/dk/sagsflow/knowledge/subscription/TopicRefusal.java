package dk.sagsflow.knowledge.subscription;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;

/** Why something was not done to topics and subscriptions. Immutable. */
public sealed interface TopicRefusal extends KnowledgeRefusal {
    /**
     * There is no such topic.
     *
     * @param topic the id
     * @param known those that there are
     */
    record UnknownTopic(TopicId topic, ImmutableSet<TopicId> known) implements TopicRefusal {}

    /**
     * A topic stands under no other that stands under it.
     *
     * @param topic the topic
     * @param parent under which it was to stand
     */
    record CircleOfTopics(TopicId topic, TopicId parent) implements TopicRefusal {}

    /**
     * What stands under a topic is moved or retired first.
     *
     * @param topic the topic
     * @param branches what stands under it
     */
    record TopicHasBranches(TopicId topic, ImmutableSet<TopicId> branches) implements TopicRefusal {}

    /**
     * The tree has as many topics as it may have, or is as deep as it may be.
     *
     * @param topic what was to be added or moved
     * @param topics how many there may be
     * @param deep how deep they may stand
     */
    record TreeOfTopicsFull(TopicId topic, int topics, int deep) implements TopicRefusal {}

    /**
     * Somebody must be told of it.
     *
     * @param topic the topic
     * @param under of which topic it is that the duty comes
     */
    record TopicMandatory(TopicId topic, TopicId under) implements TopicRefusal {}

    /**
     * Nobody reported this address with this token, or another was reported since.
     *
     * @param actor who
     */
    record ConfirmationUnknown(ActorId actor) implements TopicRefusal {}

    /**
     * An address is confirmed in time.
     *
     * @param until until when it could have been
     */
    record ConfirmationOver(Instant until) implements TopicRefusal {}
}
