package dk.sagsflow.knowledge.editing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;

/** What happened to the rights of those who publish. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface EditorialEvent extends KnowledgeEvent {
    /**
     * Somebody was let in to publish.
     *
     * @param holder who
     * @param scope about what
     */
    @JsonTypeName("let-in")
    record LetIn(Stamp stamp, RightHolder holder, EditorialScope scope) implements EditorialEvent {
        public LetIn {
            requireNonNull(stamp, "stamp");
            requireNonNull(holder, "holder");
            requireNonNull(scope, "scope");
        }
    }

    /**
     * Somebody may publish about it no longer.
     *
     * @param holder who
     * @param scope about what
     */
    @JsonTypeName("shut-out")
    record ShutOut(Stamp stamp, RightHolder holder, EditorialScope scope) implements EditorialEvent {
        public ShutOut {
            requireNonNull(stamp, "stamp");
            requireNonNull(holder, "holder");
            requireNonNull(scope, "scope");
        }
    }
}
