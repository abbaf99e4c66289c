package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import java.time.Instant;
import org.immutables.value.Value;

/** One promise of an agreement. Immutable. */
@Value.Immutable
@ValueStyle
public interface Target extends WithTarget {
    /** What readings and events call it, once in its agreement. */
    String id();

    /** What it measures. */
    Measure measure();

    /** Which part of what it measures its clock counts; all of it unless said otherwise. */
    @Value.Default
    default Span span() {
        return Span.whole();
    }

    /** Which cases it is for; every one unless said otherwise. It does not ask for what the erasure of personal data removes. */
    @Value.Default
    default Condition appliesTo() {
        return Condition.always();
    }

    /** How much time it allows. */
    Budget budget();

    /** When its clock runs. */
    ServiceCalendar calendar();

    /** When a clock that starts then is due, if nothing pauses it; never if calendars do not reach so far. */
    default ServiceMoment due(Instant start) {
        return budget().dueOn(calendar(), start);
    }

    /** What a case on hold may wait for without the clock running; a closed calendar needs no pause. */
    ImmutableSet<WaitingFor> pausedBy();

    /** The points at which something happens. */
    ImmutableList<Threshold> thresholds();

    /**
     * Refuses working days that pause, or that have thresholds other than their end, and a condition on words: the text of a
     * case may be erased, and its clocks must not change by that.
     */
    @Value.Check
    default void check() {
        checkArgument(
                appliesTo().leaves().stream().noneMatch(Condition.Mentions.class::isInstance),
                "target %s asks for words in the text, which may be erased, and clocks would change by that; it may ask for a"
                        + " category or an attribute that is not personal",
                id());
        if (budget() instanceof Budget.InWorkingDays) {
            String days = "target " + id() + " counts working days, ";
            checkArgument(pausedBy().isEmpty(), "%swhich do not pause for %s", days, pausedBy());
            checkArgument(span().pausedBetween().isEmpty(), "%swhich do not pause between events", days);
            boolean atItsEnd =
                    thresholds().stream().allMatch(threshold -> threshold.at().equals(new Threshold.Share(100)));
            checkArgument(atItsEnd, "%swhose only threshold is 100%", days);
        }
    }

    /** A builder; id, measure, budget and calendar are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Target.class, "it is part of agreements.json, which ModelFolder reads");
    }

    /** Builds targets. Not thread-safe. */
    final class Builder extends ImmutableTarget.Builder {
        Builder() {}
    }
}
