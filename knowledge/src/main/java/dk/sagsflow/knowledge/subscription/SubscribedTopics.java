package dk.sagsflow.knowledge.subscription;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The topics, and what everybody has said of them. Not thread-safe: a picture guards it. */
final class SubscribedTopics {
    private final TopicTree topics = new TopicTree();
    private final Map<ActorId, Subscriber> people = new LinkedHashMap<>();

    void fold(KnowledgeEvent event) {
        topics.fold(event);
        if (event instanceof SubscriptionEvent said) {
            ActorId who = ActorId.of(said.stamp().record().value());
            people.computeIfAbsent(who, unused -> new Subscriber()).fold(said);
        }
    }

    TopicTree topics() {
        return topics;
    }

    Optional<Subscriber> subscriber(ActorId id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Everybody who has said something. */
    ImmutableSet<ActorId> people() {
        return ImmutableSet.copyOf(people.keySet());
    }

    /** How this reader is told of a topic now; empty if not at all. */
    Optional<TopicSubscription> subscription(ActorId id, Reader reader, TopicId topic) {
        ImmutableList<Topic> path = topics.path(topic);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        boolean mandatory = binding(reader, path).isPresent();
        return plan(id, reader, path)
                .map(plan -> mandatory ? new SubscriptionPlan(NoticeChannel.MAIL, plan.rhythm(), plan.since()) : plan)
                .map(plan -> new TopicSubscription(path.get(0), plan, mandatory));
    }

    /** Of the topics of which this one is a part, the nearest of which the reader must be told. */
    Optional<Topic> binding(Reader reader, TopicId topic) {
        return binding(reader, topics.path(topic));
    }

    private static Optional<Topic> binding(Reader reader, ImmutableList<Topic> path) {
        return path.stream().filter(topic -> topic.enrolment().binds(reader)).findFirst();
    }

    private Optional<SubscriptionPlan> plan(ActorId id, Reader reader, ImmutableList<Topic> path) {
        Optional<Subscriber> subscriber = subscriber(id);
        for (Topic topic : path) {
            Optional<Optional<SubscriptionPlan>> said =
                    subscriber.flatMap(one -> Optional.ofNullable(one.said().get(topic.id())));
            if (said.isPresent()) {
                return said.orElseThrow().or(() -> binding(reader, path).map(this::enrolled));
            }
        }
        boolean nothingElse = subscriber.filter(Subscriber::wantsNothingElse).isPresent();
        return path.stream()
                .filter(topic -> nothingElse
                        ? topic.enrolment().binds(reader)
                        : topic.enrolment().includes(reader))
                .findFirst()
                .map(this::enrolled);
    }

    private SubscriptionPlan enrolled(Topic topic) {
        return new SubscriptionPlan(NoticeChannel.MAIL, topic.enrolment().rhythm(), topics.enrolledSince(topic.id()));
    }
}
