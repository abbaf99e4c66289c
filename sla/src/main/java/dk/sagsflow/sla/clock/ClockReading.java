package dk.sagsflow.sla.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What one clock of a case shows at an instant. Breach means consumed &gt; budget, here and everywhere. Immutable. */
@Value.Immutable
@ValueStyle
public interface ClockReading extends WithClockReading {
    /** What it measures. */
    Measure measure();

    /**
     * What tells it from the other clocks of its measure: the visit, hand-over, tier or silence. The same whenever the
     * case is read.
     */
    String key();

    /** The group whose clock it is; empty for clocks of the customer. */
    Optional<Station> station();

    /** The target that holds, in the version of the agreement under which the case came in. */
    Agreements.Selected selected();

    /** When it started. */
    Instant began();

    /** When it stopped; empty while it may go on. */
    Optional<Instant> ended();

    /** What it does at the time of the reading. */
    ClockState state();

    /** The service time used, without pauses. */
    Duration consumed();

    /** The service time left; negative once exceeded. */
    Duration remaining();

    /** When the budget was used up, or will be if nothing changes; empty while the clock stands, and if never. */
    Optional<Instant> due();

    /** Whether more than the budget was used. */
    default boolean exceeded() {
        return state() instanceof ClockState.Exceeded;
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(ClockReading.class, "use ClockJson");
    }

    /** Builds readings. Not thread-safe. */
    final class Builder extends ImmutableClockReading.Builder {
        Builder() {}
    }
}
