package dk.sagsflow.knowledge.release;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;

/** What happened to plans of releases. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ReleaseEvent extends KnowledgeEvent {
    /**
     * A release is planned, or planned otherwise than before.
     *
     * @param release the release
     */
    @JsonTypeName("release-planned")
    record ReleasePlanned(Stamp stamp, Release release) implements ReleaseEvent {
        public ReleasePlanned {
            requireNonNull(stamp, "stamp");
            requireNonNull(release, "release");
        }
    }

    /** A release does not come. */
    @JsonTypeName("release-dropped")
    record ReleaseDropped(Stamp stamp) implements ReleaseEvent {
        public ReleaseDropped {
            requireNonNull(stamp, "stamp");
        }
    }
}
