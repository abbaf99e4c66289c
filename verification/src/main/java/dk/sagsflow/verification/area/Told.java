package dk.sagsflow.verification.area;

import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.verification.subject.Subject;

/** Who reads what a threshold tells. */
final class Told {
    private Told() {}

    /** Whether a group that reads mail, or somebody by name, is told; leads and who takes a case over do not count. */
    static boolean somebody(Subject subject, ThresholdAction action, SupportGroup late) {
        if (action instanceof ThresholdAction.NotifyGroup told) {
            return subject.organisation()
                    .group(told.group())
                    .flatMap(SupportGroup::mailAddress)
                    .isPresent();
        }
        return action instanceof ThresholdAction.NotifyWorkingGroup
                ? late.mailAddress().isPresent()
                : action instanceof ThresholdAction.EscalateTo;
    }
}
