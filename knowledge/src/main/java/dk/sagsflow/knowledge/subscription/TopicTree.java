package dk.sagsflow.knowledge.subscription;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All topics. Not thread-safe: a picture guards it. */
final class TopicTree {
    static final int MOST_TOPICS = 1_000;
    static final int DEEPEST = 20;

    private final Map<TopicId, Topic> topics = new LinkedHashMap<>();
    private final Map<TopicId, Instant> enrolled = new LinkedHashMap<>();
    private long version;

    void fold(KnowledgeEvent event) {
        if (!(event instanceof TopicEvent told)) {
            return;
        }
        version = event.stamp().sequence();
        if (told instanceof TopicEvent.TopicDeclared declared) {
            declare(declared.topic(), declared.stamp().at());
        } else if (told instanceof TopicEvent.TopicMoved moved) {
            topics.computeIfPresent(moved.topic(), (id, topic) -> topic.movedUnder(moved.parent()));
        } else if (told instanceof TopicEvent.TopicRetired retired) {
            topics.remove(retired.topic());
            enrolled.remove(retired.topic());
        }
    }

    private void declare(Topic topic, Instant at) {
        Optional<Enrolment> before = topic(topic.id()).map(Topic::enrolment);
        topics.put(topic.id(), topic);
        if (before.filter(topic.enrolment()::equals).isEmpty()) {
            enrolled.put(topic.id(), at);
        }
    }

    long version() {
        return version;
    }

    Optional<Topic> topic(TopicId id) {
        return Optional.ofNullable(topics.get(id));
    }

    /** Since when those are told of it who did not ask for it. */
    Instant enrolledSince(TopicId id) {
        return enrolled.getOrDefault(id, Instant.MAX);
    }

    ImmutableList<Topic> all() {
        return ImmutableList.copyOf(topics.values());
    }

    ImmutableSet<TopicId> ids() {
        return ImmutableSet.copyOf(topics.keySet());
    }

    /** The topic and those under which it stands, from the topic up; none if there is no such topic. */
    ImmutableList<Topic> path(TopicId id) {
        ImmutableList.Builder<Topic> path = ImmutableList.builder();
        Optional<Topic> next = topic(id);
        while (next.isPresent()) {
            Topic topic = next.orElseThrow();
            path.add(topic);
            next = topic.parent().flatMap(this::topic);
        }
        return path.build();
    }

    ImmutableSet<TopicId> branches(TopicId id) {
        return topics.values().stream()
                .filter(topic -> topic.parent().filter(id::equals).isPresent())
                .map(Topic::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Why this topic cannot stand there. */
    Optional<TopicRefusal> objection(TopicId id, Optional<TopicId> parent) {
        ImmutableList<Topic> above = parent.map(this::path).orElse(ImmutableList.of());
        if (parent.isPresent() && above.isEmpty()) {
            return Optional.of(new TopicRefusal.UnknownTopic(parent.orElseThrow(), ids()));
        } else if (above.stream().anyMatch(topic -> topic.id().equals(id))) {
            return Optional.of(new TopicRefusal.CircleOfTopics(id, parent.orElseThrow()));
        }
        boolean full = topics.size() >= MOST_TOPICS && !topics.containsKey(id);
        return full || above.size() + depth(id) > DEEPEST
                ? Optional.of(new TopicRefusal.TreeOfTopicsFull(id, MOST_TOPICS, DEEPEST))
                : Optional.empty();
    }

    private int depth(TopicId id) {
        return 1 + branches(id).stream().mapToInt(this::depth).max().orElse(0);
    }
}
