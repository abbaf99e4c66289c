package dk.sagsflow.sla.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.sla.clock.Attribution;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the clocks of a case count as: a pure function of its history and of the agreements. A clock counts when it has stopped,
 * so a case that goes on shows nothing yet. Immutable; safe for use by many threads.
 */
public final class ClockFacts {
    private final Clocks clocks;

    /** By the agreements of these clocks. */
    public ClockFacts(Clocks clocks) {
        this.clocks = requireNonNull(clocks, "clocks");
    }

    /** The facts of the case itself and those of its clocks. */
    public ImmutableList<Fact> withCase(CaseTimeline timeline) {
        return ImmutableList.<Fact>builder()
                .addAll(CaseFacts.of(timeline))
                .addAll(of(timeline))
                .build();
    }

    /** The facts of its clocks. */
    public ImmutableList<Fact> of(CaseTimeline timeline) {
        CaseHistory history = CaseHistory.of(timeline.recorded());
        ImmutableMap<Dimension, String> what = CaseFacts.described(timeline.latest());
        ImmutableList.Builder<Fact> facts = ImmutableList.builder();
        Instant last = timeline.events().stream()
                .map(CaseEvent::occurredAt)
                .max(Instant::compareTo)
                .orElseThrow();
        for (Explanation explanation : clocks.explain(history, last)) {
            ClockReading reading = explanation.reading();
            if (reading.ended().isPresent()) {
                stopped(explanation, what, facts);
            }
        }
        return facts.addAll(onRecord(timeline)).build();
    }

    /** What was put on record as exceeded and not taken back, which needs no agreement: {@link Figure#EXCEEDED_ON_RECORD} alone. */
    public static ImmutableList<Fact> onRecord(CaseTimeline timeline) {
        ImmutableMap<Dimension, String> what = CaseFacts.described(timeline.latest());
        return standing(timeline).stream().map(event -> onRecord(event, what)).collect(ImmutableList.toImmutableList());
    }

    private static void stopped(
            Explanation explanation, ImmutableMap<Dimension, String> what, ImmutableList.Builder<Fact> facts) {
        ClockReading reading = explanation.reading();
        Instant ended = reading.ended().orElseThrow();
        String agreement = reading.selected().agreement().id();
        String target = reading.selected().target().id();
        Map<Dimension, String> values = values(what, agreement, target, reading.station());
        if (!reading.exceeded()) {
            facts.add(new Fact(Figure.MET, ended, Maps.immutableEnumMap(values), Optional.empty()));
            return;
        }
        Duration beyond = reading.remaining().negated();
        facts.add(new Fact(Figure.EXCEEDED, ended, Maps.immutableEnumMap(values), Optional.of(beyond)));
        Attribution.of(explanation).usedBy().forEach((tier, used) -> {
            Map<Dimension, String> at = values(what, agreement, target, Optional.empty());
            at.put(Dimension.TIER, tier.value());
            facts.add(new Fact(Figure.USED_OF_EXCEEDED, ended, Maps.immutableEnumMap(at), Optional.of(used)));
        });
    }

    /** The first record of each threshold that was not taken back. */
    private static Collection<CaseEvent.ThresholdPassed> standing(CaseTimeline timeline) {
        Map<String, CaseEvent.ThresholdPassed> onRecord = new LinkedHashMap<>();
        for (CaseEvent event : timeline.recorded()) {
            if (event instanceof CaseEvent.ThresholdPassed passed
                    && passed.passed().exceeded()) {
                onRecord.putIfAbsent(passed.passed().id(), passed);
            } else if (event instanceof CaseEvent.ThresholdRetracted retracted) {
                onRecord.remove(retracted.threshold());
            }
        }
        return onRecord.values();
    }

    private static Fact onRecord(CaseEvent.ThresholdPassed event, ImmutableMap<Dimension, String> what) {
        PassedThreshold passed = event.passed();
        Map<Dimension, String> values = values(what, passed.agreement(), passed.target(), passed.station());
        return new Fact(Figure.EXCEEDED_ON_RECORD, passed.dueAt(), Maps.immutableEnumMap(values), Optional.empty());
    }

    private static Map<Dimension, String> values(
            ImmutableMap<Dimension, String> what, String agreement, String target, Optional<Station> station) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        values.putAll(what);
        values.put(Dimension.AGREEMENT, agreement);
        values.put(Dimension.TARGET, target);
        station.ifPresent(at -> {
            values.put(Dimension.TIER, at.tier().value());
            values.put(Dimension.GROUP, at.group().value());
        });
        return values;
    }
}
