package dk.sagsflow.knowledge.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Instant;

/** What disturbs systems, and what is told of it. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface OperationEvent extends KnowledgeEvent {
    /**
     * A system does not run as it should.
     *
     * @param details what is known
     * @param from since when
     */
    @JsonTypeName("incident-reported")
    record IncidentReported(Stamp stamp, DisruptionDetails details, Instant from) implements OperationEvent {
        public IncidentReported {
            requireNonNull(stamp, "stamp");
            requireNonNull(details, "details");
            Bounds.instant("beginning of an incident", from);
        }
    }

    /**
     * A system will be worked on.
     *
     * @param details what will be done
     * @param window when
     */
    @JsonTypeName("work-planned")
    record WorkPlanned(Stamp stamp, DisruptionDetails details, WorkWindow window) implements OperationEvent {
        public WorkPlanned {
            requireNonNull(stamp, "stamp");
            requireNonNull(details, "details");
            requireNonNull(window, "window");
        }
    }

    /**
     * It is described anew.
     *
     * @param details what is known now
     */
    @JsonTypeName("disruption-described")
    record DisruptionDescribed(Stamp stamp, DisruptionDetails details) implements OperationEvent {
        public DisruptionDescribed {
            requireNonNull(stamp, "stamp");
            requireNonNull(details, "details");
        }
    }

    /**
     * Work is done at another time.
     *
     * @param window when
     */
    @JsonTypeName("work-moved")
    record WorkMoved(Stamp stamp, WorkWindow window) implements OperationEvent {
        public WorkMoved {
            requireNonNull(stamp, "stamp");
            requireNonNull(window, "window");
        }
    }

    /**
     * There is word of it.
     *
     * @param text what
     */
    @JsonTypeName("status-told")
    record StatusTold(Stamp stamp, String text) implements OperationEvent {
        public StatusTold {
            requireNonNull(stamp, "stamp");
            Bounds.text("word of a disruption", text);
        }
    }

    /**
     * There is a way around it.
     *
     * @param text which
     */
    @JsonTypeName("workaround-told")
    record WorkaroundTold(Stamp stamp, String text) implements OperationEvent {
        public WorkaroundTold {
            requireNonNull(stamp, "stamp");
            Bounds.text("workaround", text);
        }
    }

    /**
     * It is over.
     *
     * @param text what is to be said of it; may be empty
     */
    @JsonTypeName("disruption-ended")
    record DisruptionEnded(Stamp stamp, String text) implements OperationEvent {
        public DisruptionEnded {
            requireNonNull(stamp, "stamp");
            Bounds.text("word of a disruption", text);
        }
    }

    /** It was not over after all. */
    @JsonTypeName("disruption-reopened")
    record DisruptionReopened(Stamp stamp) implements OperationEvent {
        public DisruptionReopened {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * Work will not be done.
     *
     * @param reason why not
     */
    @JsonTypeName("work-cancelled")
    record WorkCancelled(Stamp stamp, String reason) implements OperationEvent {
        public WorkCancelled {
            requireNonNull(stamp, "stamp");
            Bounds.text("reason", reason);
        }
    }

    /**
     * It tells of a major incident of the desk.
     *
     * @param number the case
     */
    @JsonTypeName("status-linked")
    record StatusLinked(Stamp stamp, CaseNumber number) implements OperationEvent {
        public StatusLinked {
            requireNonNull(stamp, "stamp");
            requireNonNull(number, "number");
        }
    }
}
