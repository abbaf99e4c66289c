package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;

/** What somebody wants to be told, and where. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface SubscriptionEvent extends KnowledgeEvent {
    /**
     * Somebody wants to be told of a topic, and of those under it.
     *
     * @param topic the topic
     * @param plan how, how soon, and since when without a break
     */
    @JsonTypeName("topic-subscribed")
    record TopicSubscribed(Stamp stamp, TopicId topic, SubscriptionPlan plan) implements SubscriptionEvent {
        public TopicSubscribed {
            requireNonNull(stamp, "stamp");
            requireNonNull(topic, "topic");
            requireNonNull(plan, "plan");
        }
    }

    /**
     * Somebody does not want to be told of a topic, nor of those under it.
     *
     * @param topic the topic
     */
    @JsonTypeName("topic-unsubscribed")
    record TopicUnsubscribed(Stamp stamp, TopicId topic) implements SubscriptionEvent {
        public TopicUnsubscribed {
            requireNonNull(stamp, "stamp");
            requireNonNull(topic, "topic");
        }
    }

    /** Somebody wants to be told of nothing but what they must be told of. */
    @JsonTypeName("all-unsubscribed")
    record AllUnsubscribed(Stamp stamp) implements SubscriptionEvent {
        public AllUnsubscribed {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * Somebody said where they want to be told. It is used once it is confirmed.
     *
     * @param address the address
     * @param digest what the token that confirms it is hashed to; the token is kept nowhere
     * @param until when it can be confirmed no longer
     */
    @JsonTypeName("subscription-address-reported")
    record SubscriptionAddressReported(
            Stamp stamp, @Personal("erased@example.invalid") String address, String digest, Instant until)
            implements SubscriptionEvent {
        public SubscriptionAddressReported {
            requireNonNull(stamp, "stamp");
            Texts.requireAddress(address);
            Bounds.name("digest", digest);
            Bounds.instant("end of a confirmation", until);
        }
    }

    /**
     * Whoever reads mail there has said so, so it is used from now on, and also if mail came back from there before.
     *
     * @param address the address
     */
    @JsonTypeName("subscription-address-confirmed")
    record SubscriptionAddressConfirmed(
            Stamp stamp, @Personal("erased@example.invalid") String address) implements SubscriptionEvent {
        public SubscriptionAddressConfirmed {
            requireNonNull(stamp, "stamp");
            Texts.requireAddress(address);
        }
    }

    /**
     * Mail to this address came back, so nothing is sent there.
     *
     * @param address the address
     * @param reason what the mail system said
     */
    @JsonTypeName("subscription-address-set-aside")
    record SubscriptionAddressSetAside(
            Stamp stamp,
            @Personal("erased@example.invalid") String address,
            @Personal String reason) implements SubscriptionEvent {
        public SubscriptionAddressSetAside {
            requireNonNull(stamp, "stamp");
            Texts.requireAddress(address);
            Bounds.line("reason", reason);
        }
    }
}
