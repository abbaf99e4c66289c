package dk.sagsflow.core.view;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that happened to a case, as far as its customer may know. It names no person of the organisation. Immutable. */
@Value.Immutable
@ValueStyle
public interface CustomerEvent extends WithCustomerEvent {
    /** Its place among all events of the case; some between may not be for customers. */
    long sequence();

    /** When it happened. */
    Instant at();

    /** On which side of the counter somebody did it. */
    Side side();

    /** What happened. */
    EventKind kind();

    /** The group that has the case from then on, where that changed; empty for an answer to the customer. */
    Optional<Station> station();

    /** What was said, or the address of the colleague who is told from now on or no longer. */
    Optional<String> text();

    /** The file that came. */
    Optional<Attachment> attachment();

    /** The note that the file came with, by its sequence number. */
    Optional<Long> note();

    /** For whom or what the case waits. */
    Optional<WaitingFor> waitingFor();

    /** When the waiting ends by itself. */
    Optional<Instant> until();

    /** In which order the case is worked on. */
    Optional<Priority> priority();

    /** Why the case is over. */
    Optional<ClosingReason> closingReason();

    /** A builder; sequence, time, side and kind are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(CustomerEvent.class, "use ViewJson");
    }

    /** Builds events for customers. Not thread-safe. */
    final class Builder extends ImmutableCustomerEvent.Builder {
        Builder() {}
    }
}
