package dk.sagsflow.routing.listening;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.notification.HostMessage;

/**
 * What a host has to send because of what happens to a case: an outgoing change for another system, say. Its messages are
 * stored in the same step as the events, or not at all, and delivered as notifications are, by the carrier of their topic.
 * Asked again if the step is decided again, so it changes nothing and asks nobody; what it throws fails the step, and reaches
 * whoever asked for it. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface StepMessages {
    /** The messages, of which none need be. */
    ImmutableList<HostMessage> of(CaseNews news);
}
