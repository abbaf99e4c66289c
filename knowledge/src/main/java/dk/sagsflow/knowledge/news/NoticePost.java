package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;

/**
 * Where notices go that are to be delivered: the outbox of a desk. Called on the thread of whoever dispatches; what it throws
 * reaches the caller, and the notices are handed in again. A message that is there already is not to be stored again.
 */
@FunctionalInterface
public interface NoticePost {
    /** Keeps these until they are delivered. */
    void post(ImmutableList<HostMessage> messages);

    /** The outbox of this store, which a desk on it delivers: {@code withCarrier(TopicNotices.TOPIC, notices.carrier(mail))}. */
    static NoticePost to(CaseRepository repository) {
        requireNonNull(repository, "repository");
        return messages -> repository.append(
                CaseStep.builder().addAllHostMessages(messages).build());
    }
}
