package dk.sagsflow.verification.scenario;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.PassedThreshold;
import java.util.Locale;

/** What happened to a case, in the words of scenarios. */
final class EventWords {
    private EventWords() {}

    static String of(CaseEvent event) {
        if (event instanceof CaseEvent.ThresholdPassed passed) {
            return "passed " + threshold(passed.passed()) + (passed.passed().superseded() ? ", superseded" : "");
        } else if (event instanceof CaseEvent.Escalated escalated) {
            return "escalated to " + escalated.to();
        } else if (event instanceof CaseEvent.HandedOver handedOver) {
            return "handed over to " + handedOver.to().group();
        } else if (event instanceof CaseEvent.FollowedUp followedUp) {
            FollowUp done = followedUp.followUp();
            return "followed up: " + done.rule() + (done.last() ? ", the last time" : ", " + done.repetition());
        } else if (event instanceof CaseEvent.Closed closed) {
            return "closed as " + closed.reason();
        } else if (event instanceof CaseEvent.Assigned assigned) {
            return "assigned to " + assigned.assignee();
        } else if (event instanceof CaseEvent.Unassigned unassigned) {
            return "taken back from " + unassigned.assignee();
        } else if (event instanceof CaseEvent.AdvisoryNoticeGiven notice) {
            return "advisory notice to " + notice.tier();
        } else if (event instanceof CaseEvent.PutOnHold hold) {
            return "waits for " + hold.waitingFor();
        }
        return event.eventKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The agreement, the target, and how much of it: {@code customers/resolution 50%}. */
    static String threshold(PassedThreshold passed) {
        return passed.agreement() + "/" + passed.target() + " "
                + passed.id().substring(passed.id().lastIndexOf('/') + 1);
    }
}
