package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dk.sagsflow.examples.sagsflow.log.mapping.LogShape;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.evaluation.Evaluation;
import java.util.Set;
import java.util.stream.Collectors;

/** What of agreements a log can judge: a target whose clock it does not tell is left out, and not met. */
final class Knowable {
    private Knowable() {}

    /** Of what the clocks of these agreements show, that which the log tells. */
    static Evaluation of(Evaluation evaluation, Agreements agreements, LogShape shape) {
        Set<Evaluation.TargetKey> told = agreements.all().stream()
                .flatMap(agreement -> agreement.targets().stream()
                        .filter(target -> told(target, shape))
                        .map(target -> new Evaluation.TargetKey(agreement.id(), target.id())))
                .collect(Collectors.toSet());
        return new Evaluation(ImmutableSortedMap.copyOf(Maps.filterKeys(evaluation.tallies(), told::contains)));
    }

    private static boolean told(Target target, LogShape shape) {
        boolean measured = shape.tellsMoves()
                || target.measure() == Measure.RESOLUTION
                || target.measure() == Measure.CLOSURE
                || (target.measure() == Measure.FIRST_RESPONSE && shape.tellsFirstResponse());
        return measured && (shape.tellsWaiting() || target.pausedBy().isEmpty());
    }
}
