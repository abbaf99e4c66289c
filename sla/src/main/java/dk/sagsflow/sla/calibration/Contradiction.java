package dk.sagsflow.sla.calibration;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Priority;
import java.time.Duration;
import java.util.Optional;

/**
 * A case whose verdict a fitted clock does not explain. Immutable.
 *
 * @param number the case
 * @param priority the priority that it had; empty if none
 * @param used the service time that it used by the clock
 * @param verdict what was judged, which is not what the clock says
 */
public record Contradiction(CaseNumber number, Optional<Priority> priority, Duration used, Verdict verdict) {}
