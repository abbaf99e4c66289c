package dk.sagsflow.sla.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Builds families of clocks: every measure with every calendar and every choice of pauses, in the order in which they
 * were given, the first to be preferred. Not thread-safe.
 */
public final class ClockFamilyBuilder {
    private final Set<Measure> measures = new LinkedHashSet<>();
    private final Map<String, ServiceCalendar> calendars = new LinkedHashMap<>();
    private final Set<ImmutableSet<WaitingFor>> pauses = new LinkedHashSet<>();

    ClockFamilyBuilder() {}

    /**
     * Adds what a clock may measure; at least one is needed.
     *
     * @throws IllegalArgumentException if it has several clocks for a case
     */
    @CanIgnoreReturnValue
    public ClockFamilyBuilder measure(Measure measure) {
        measures.add(CandidateClock.measuring(measure));
        return this;
    }

    /**
     * Adds when a clock may run; at least one is needed.
     *
     * @param hours what people call it
     * @throws IllegalArgumentException if another calendar is called so
     */
    @CanIgnoreReturnValue
    public ClockFamilyBuilder calendar(String hours, ServiceCalendar calendar) {
        checkArgument(!hours.isBlank(), "a calendar has no name; it needs one that tells its clocks from others");
        ServiceCalendar before =
                calendars.putIfAbsent(requireNonNull(hours, "hours"), requireNonNull(calendar, "calendar"));
        checkArgument(
                before == null || before.equals(calendar),
                "two calendars are called %s; their clocks could not be told apart",
                hours);
        return this;
    }

    /**
     * Adds a choice of what a clock may pause for; without any call, no clock pauses.
     *
     * @param reasons what the case waits for; none for clocks that do not pause
     */
    @CanIgnoreReturnValue
    public ClockFamilyBuilder pausedBy(WaitingFor... reasons) {
        pauses.add(ImmutableSet.copyOf(reasons));
        return this;
    }

    /**
     * The family.
     *
     * @throws IllegalArgumentException if no measure or no calendar was given
     */
    public ClockFamily build() {
        checkArgument(!measures.isEmpty(), "no measure is given; one of %s is needed", CandidateClock.MEASURES);
        checkArgument(!calendars.isEmpty(), "no calendar is given; ServiceCalendar.always() is one");
        ImmutableSet.Builder<CandidateClock> clocks = ImmutableSet.builder();
        for (Measure measure : measures) {
            for (ImmutableSet<WaitingFor> pausedBy :
                    pauses.isEmpty() ? Set.of(ImmutableSet.<WaitingFor>of()) : pauses) {
                calendars.forEach(
                        (hours, calendar) -> clocks.add(new CandidateClock(measure, hours, calendar, pausedBy)));
            }
        }
        return new ClockFamily(clocks.build());
    }
}
