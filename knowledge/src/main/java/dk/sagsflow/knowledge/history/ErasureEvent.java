package dk.sagsflow.knowledge.history;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What was taken out of histories. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ErasureEvent extends KnowledgeEvent {
    /**
     * A person was forgotten: every event was written anew without the person in the step that this stands in, so whatever was
     * folded before is folded again. Its record is called as the person is from then on.
     */
    @JsonTypeName("person-forgotten")
    record PersonForgotten(Stamp stamp) implements ErasureEvent {
        public PersonForgotten {
            requireNonNull(stamp, "stamp");
        }
    }
}
