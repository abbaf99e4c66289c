package dk.sagsflow.sla.evaluation;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.evaluation.Evaluation.TargetKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The clocks of a case that are on record as past their limit: what was so then, whatever target holds since. */
final class RecordedExcess {
    private RecordedExcess() {}

    /** The targets by their clocks, one entry for each clock however many of its thresholds were passed. */
    static Map<String, TargetKey> of(CaseHistory history, Instant asOf) {
        Map<String, PassedThreshold> onRecord = new LinkedHashMap<>();
        for (CaseEvent event : history.timeline().recorded()) {
            if (event.recordedAt().isAfter(asOf)) {
                break;
            }
            if (event instanceof CaseEvent.ThresholdPassed threshold
                    && threshold.passed().exceeded()) {
                onRecord.put(threshold.passed().id(), threshold.passed());
            } else if (event instanceof CaseEvent.ThresholdRetracted retracted) {
                onRecord.remove(retracted.threshold());
            }
        }
        Map<String, TargetKey> clocks = new LinkedHashMap<>();
        onRecord.values().forEach(passed -> clocks.put(clock(passed), key(passed)));
        return clocks;
    }

    static String clock(TargetKey key, ClockReading reading) {
        return key.agreement() + "/" + key.target() + "/" + reading.key();
    }

    private static String clock(PassedThreshold passed) {
        return passed.id().substring(0, passed.id().lastIndexOf('/'));
    }

    private static TargetKey key(PassedThreshold passed) {
        return new TargetKey(passed.agreement(), passed.target());
    }
}
