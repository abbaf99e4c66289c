package dk.sagsflow.report;

import dk.sagsflow.report.ReportPlan.Untold;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Target;
import java.util.EnumSet;
import java.util.Set;

/** Which clocks histories can tell: one that is not told is left out, and not met. */
final class Tellable {
    private static final Set<Measure> OF_THE_WHOLE_CASE = EnumSet.of(Measure.RESOLUTION, Measure.CLOSURE);

    private Tellable() {}

    static boolean by(ReportPlan plan, Target target) {
        boolean measured = target.measure() == Measure.FIRST_RESPONSE
                ? plan.tells(Untold.FIRST_RESPONSE)
                : plan.tells(Untold.MOVES) || OF_THE_WHOLE_CASE.contains(target.measure());
        return measured && (plan.tells(Untold.WAITING) || target.pausedBy().isEmpty());
    }
}
