package dk.sagsflow.knowledge.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;

/** What happened when somebody looked for something. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface SearchEvent extends KnowledgeEvent {
    /**
     * Nothing was found.
     *
     * @param words what was looked for, in lower case and without numbers, which may be somebody's
     */
    @JsonTypeName("nothing-found")
    record NothingFound(Stamp stamp, @Personal String words) implements SearchEvent {
        public NothingFound {
            requireNonNull(stamp, "stamp");
            Bounds.line("words", words);
        }
    }
}
