package dk.sagsflow.sla.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A clock by which cases may have been judged: when it starts and stops, when it runs, and what it pauses for. What it
 * allows is left open. Immutable.
 *
 * @param measure from what to what it measures; one of {@link #MEASURES}
 * @param hours what people call its calendar
 * @param calendar when it runs
 * @param pausedBy what a case on hold may wait for without the clock running
 */
public record CandidateClock(
        Measure measure, String hours, ServiceCalendar calendar, ImmutableSet<WaitingFor> pausedBy) {
    /** What has one clock for a case, so that a verdict on the case is one on the clock. */
    public static final ImmutableSet<Measure> MEASURES =
            ImmutableSet.of(Measure.RESOLUTION, Measure.CLOSURE, Measure.FIRST_RESPONSE);

    /** Refuses a measure that has several clocks for a case. */
    public CandidateClock {
        measuring(measure);
        checkArgument(!hours.isBlank(), "the calendar of a clock of %s has no name", measure);
        requireNonNull(calendar, "calendar");
        requireNonNull(pausedBy, "pausedBy");
    }

    /** The measure, unless it has several clocks for a case. */
    @CanIgnoreReturnValue
    static Measure measuring(Measure measure) {
        checkArgument(
                MEASURES.contains(requireNonNull(measure, "measure")),
                "%s has a clock for each visit, hand-over or silence, and a verdict is on a case; one of %s is needed",
                measure,
                MEASURES);
        return measure;
    }

    /** The clock in words: {@code closure, Monday to Friday around the clock, not paused}. */
    public String describe() {
        String pauses = pausedBy.isEmpty()
                ? "not paused"
                : pausedBy.stream()
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or ", "paused while waiting for ", ""));
        return measure.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + hours + ", " + pauses;
    }
}
