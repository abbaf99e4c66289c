package dk.sagsflow.knowledge.subscription;

import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody has said. Not thread-safe: a picture guards it. */
final class Subscriber {
    /** What was said of each topic; empty if it was that nothing is wanted. */
    private final Map<TopicId, Optional<SubscriptionPlan>> said = new LinkedHashMap<>();

    private final Map<String, SubscriptionEvent.SubscriptionAddressSetAside> setAside = new HashMap<>();
    private Optional<SubscriptionEvent.SubscriptionAddressReported> reported = Optional.empty();
    private Optional<String> address = Optional.empty();
    private boolean nothing;
    private long version;

    void fold(SubscriptionEvent event) {
        version = event.stamp().sequence();
        if (event instanceof SubscriptionEvent.TopicSubscribed subscribed) {
            said.put(subscribed.topic(), Optional.of(subscribed.plan()));
        } else if (event instanceof SubscriptionEvent.TopicUnsubscribed unsubscribed) {
            said.put(unsubscribed.topic(), Optional.empty());
        } else if (event instanceof SubscriptionEvent.AllUnsubscribed) {
            said.clear();
            nothing = true;
        } else {
            foldAddress(event);
        }
    }

    private void foldAddress(SubscriptionEvent event) {
        if (event instanceof SubscriptionEvent.SubscriptionAddressReported one) {
            reported = Optional.of(one);
        } else if (event instanceof SubscriptionEvent.SubscriptionAddressConfirmed confirmed) {
            address = Optional.of(confirmed.address());
            reported = Optional.empty();
            setAside.remove(mailbox(confirmed.address()));
        } else if (event instanceof SubscriptionEvent.SubscriptionAddressSetAside one) {
            setAside.put(mailbox(one.address()), one);
        }
    }

    private static String mailbox(String address) {
        return CanonicalAddress.of(address).value();
    }

    long version() {
        return version;
    }

    Map<TopicId, Optional<SubscriptionPlan>> said() {
        return said;
    }

    /** Whether everything that was not said since is unwanted, what others are told by default too. */
    boolean wantsNothingElse() {
        return nothing;
    }

    Optional<SubscriptionEvent.SubscriptionAddressReported> reported() {
        return reported;
    }

    /** The own address that was confirmed last. */
    Optional<String> address() {
        return address;
    }

    Optional<SubscriptionEvent.SubscriptionAddressSetAside> setAside(String other) {
        return Optional.ofNullable(setAside.get(mailbox(other)));
    }

    /** When mail came back, and from where. */
    Iterable<SubscriptionEvent.SubscriptionAddressSetAside> allSetAside() {
        return setAside.values();
    }
}
