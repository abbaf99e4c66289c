package dk.sagsflow.sla.clock;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Measure;
import java.util.Optional;

/**
 * Which clocks of a case are asked for. Each part that is named narrows it: {@code
 * ClockFilter.ofMeasure(Measure.RESIDENCE).at(TierId.of("2nd"))} are those of all visits to the 2nd tier. Immutable.
 *
 * @param target of the target with this id, of whichever agreement; of any if empty
 * @param agreement of targets of the agreement with this id, of whichever version; of any if empty
 * @param measure of this measure; of any if empty
 * @param group those of this group, which clocks of the customer are not; of any, and of none, if empty
 * @param tier those of groups that were at this tier; of any, and of none, if empty
 */
public record ClockFilter(
        Optional<String> target,
        Optional<String> agreement,
        Optional<Measure> measure,
        Optional<GroupId> group,
        Optional<TierId> tier) {
    private static final ClockFilter EVERY =
            new ClockFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses null. */
    public ClockFilter {
        requireNonNull(target, "target");
        requireNonNull(agreement, "agreement");
        requireNonNull(measure, "measure");
        requireNonNull(group, "group");
        requireNonNull(tier, "tier");
    }

    /** Every clock. */
    public static ClockFilter every() {
        return EVERY;
    }

    /** Those of targets with this id. */
    public static ClockFilter ofTarget(String id) {
        return EVERY.withTarget(id);
    }

    /** Those that measure this. */
    public static ClockFilter ofMeasure(Measure measure) {
        return EVERY.withMeasure(measure);
    }

    /** The same, of targets with this id alone. */
    public ClockFilter withTarget(String id) {
        return new ClockFilter(Optional.of(id), agreement, measure, group, tier);
    }

    /** The same, of this agreement alone. */
    public ClockFilter withAgreement(String id) {
        return new ClockFilter(target, Optional.of(id), measure, group, tier);
    }

    /** The same, of this measure alone. */
    public ClockFilter withMeasure(Measure only) {
        return new ClockFilter(target, agreement, Optional.of(only), group, tier);
    }

    /** The same, of this group alone. */
    public ClockFilter at(GroupId only) {
        return new ClockFilter(target, agreement, measure, Optional.of(only), tier);
    }

    /** The same, of groups at this tier alone. */
    public ClockFilter at(TierId only) {
        return new ClockFilter(target, agreement, measure, group, Optional.of(only));
    }

    /** Whether this clock is asked for. */
    public boolean includes(ClockReading clock) {
        return fits(target, Optional.of(clock.selected().target().id()))
                && fits(agreement, Optional.of(clock.selected().agreement().id()))
                && fits(measure, Optional.of(clock.measure()))
                && fits(group, clock.station().map(Station::group))
                && fits(tier, clock.station().map(Station::tier));
    }

    /** Those of these that are asked for, in the same order. */
    public ImmutableList<Explanation> among(ImmutableList<Explanation> clocks) {
        return clocks.stream().filter(clock -> includes(clock.reading())).collect(ImmutableList.toImmutableList());
    }

    private static <T> boolean fits(Optional<T> asked, Optional<T> found) {
        return asked.isEmpty() || asked.equals(found);
    }
}
