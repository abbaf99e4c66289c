package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseTimeline;
import dk.sagsflow.core.cases.CaseTimeline.Stretch;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.sla.agreement.ResidenceAgreement;
import dk.sagsflow.sla.agreement.ResidenceTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the residence clocks of a case: a pure function of its timeline and the agreement, so that a clock can be read
 * for any past moment and nothing drifts. Breach means consumed &gt; limit. Immutable.
 */
public final class ResidenceClock {
    private final ResidenceAgreement agreement;

    /** A clock that keeps this agreement. */
    public ResidenceClock(ResidenceAgreement agreement) {
        this.agreement = agreement;
    }

    /** The reading of every visit to a group that has a limit, in order; the last may still be running. */
    public ImmutableList<ResidenceReading> read(CaseTimeline timeline) {
        ImmutableList.Builder<ResidenceReading> readings = ImmutableList.builder();
        List<Stretch> visit = new ArrayList<>();
        for (Stretch stretch : timeline.stretches()) {
            if (!visit.isEmpty() && !sameVisit(visit.get(0), stretch)) {
                readVisit(visit).ifPresent(readings::add);
                visit.clear();
            }
            visit.add(stretch);
        }
        if (!visit.isEmpty()) {
            readVisit(visit).ifPresent(readings::add);
        }
        return readings.build();
    }

    /**
     * When the visit that is running uses up its limit, if nothing changes: empty while it is paused, has no limit, or
     * the limit can never be used up. The instant may lie in the past.
     */
    public Optional<Instant> usedUpAt(CaseTimeline timeline) {
        ImmutableList<Stretch> stretches = timeline.stretches();
        if (stretches.isEmpty()) {
            return Optional.empty();
        }
        Stretch last = stretches.get(stretches.size() - 1);
        Optional<ResidenceTarget> target = target(last);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        List<Stretch> visit =
                stretches.stream().filter(stretch -> sameVisit(stretch, last)).toList();
        ResidenceReading reading = readVisit(visit).orElseThrow();
        if (reading.usedUpAt().isPresent()) {
            return reading.usedUpAt();
        }
        return paused(last, target.get())
                ? Optional.empty()
                : target.get()
                        .calendar()
                        .due(last.to(), target.get().limit().minus(reading.consumed()))
                        .instant();
    }

    private Optional<ResidenceReading> readVisit(List<Stretch> visit) {
        Stretch first = visit.get(0);
        Optional<Station> station = first.station();
        Optional<ResidenceTarget> limit = target(first);
        if (station.isEmpty() || limit.isEmpty()) {
            return Optional.empty();
        }
        ResidenceTarget target = limit.get();
        Duration consumed = Duration.ZERO;
        Optional<Instant> usedUpAt = Optional.empty();
        for (Stretch stretch : visit) {
            if (paused(stretch, target)) {
                continue;
            }
            Duration open = target.calendar().openTime(stretch.from(), stretch.to());
            Duration left = target.limit().minus(consumed);
            if (usedUpAt.isEmpty() && open.compareTo(left) >= 0) {
                usedUpAt = target.calendar().due(stretch.from(), left).instant();
            }
            consumed = consumed.plus(open);
        }
        return Optional.of(new ResidenceReading(
                station.get(), first.visitBegan(), visit.get(visit.size() - 1).to(), target, consumed, usedUpAt));
    }

    private Optional<ResidenceTarget> target(Stretch stretch) {
        return stretch.station().flatMap(station -> agreement.target(station.tier()));
    }

    private static boolean paused(Stretch stretch, ResidenceTarget target) {
        return stretch.waitingFor().filter(target.pausedBy()::contains).isPresent();
    }

    private static boolean sameVisit(Stretch one, Stretch other) {
        return one.visitBegan().equals(other.visitBegan()) && one.station().equals(other.station());
    }
}
