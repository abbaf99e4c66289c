package dk.sagsflow.core.decision;

import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;

/** How a case came to its end, for those that wait for what it has for them. */
final class Endings {
    private Endings() {}

    /** Whether its customer has an answer, and nobody works on it again. */
    static boolean answered(SupportCase ended) {
        boolean asAnswered = ended.closingReason()
                .filter(reason -> reason == ClosingReason.CONFIRMED || reason == ClosingReason.UNANSWERED)
                .isPresent();
        return ended.answer().isPresent()
                && ended.answeredBy().isPresent()
                && !ended.personalDataErased()
                && (ended.status() == CaseStatus.ANSWERED || (ended.status() == CaseStatus.CLOSED && asAnswered));
    }

    /** Whether it is over, and no answer is there or to come from a case of which it is a duplicate. */
    static boolean withoutAnswer(SupportCase ended) {
        return ended.status() == CaseStatus.CLOSED && !answered(ended) && !waitsForOriginal(ended);
    }

    private static boolean waitsForOriginal(SupportCase ended) {
        return closedAsDuplicate(ended) && !ended.personalDataErased();
    }

    static boolean closedAsDuplicate(SupportCase ended) {
        return ended.closingReason().filter(ClosingReason.DUPLICATE::equals).isPresent();
    }
}
