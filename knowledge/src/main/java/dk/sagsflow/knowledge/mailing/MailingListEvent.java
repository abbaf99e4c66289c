package dk.sagsflow.knowledge.mailing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;

/** What happened to mailing lists. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface MailingListEvent extends KnowledgeEvent {
    /**
     * There is such a list, or it follows from something else than before.
     *
     * @param list the list
     */
    @JsonTypeName("mailing-list-set-up")
    record MailingListSetUp(Stamp stamp, MailingList list) implements MailingListEvent {
        public MailingListSetUp {
            requireNonNull(stamp, "stamp");
            requireNonNull(list, "list");
        }
    }

    /** There is no such list any more. */
    @JsonTypeName("mailing-list-dropped")
    record MailingListDropped(Stamp stamp) implements MailingListEvent {
        public MailingListDropped {
            requireNonNull(stamp, "stamp");
        }
    }
}
