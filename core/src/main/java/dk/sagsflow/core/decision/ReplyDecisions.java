package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.UnlinkReason;
import java.time.Instant;
import java.util.Optional;

/** What a word of the customer does beside being written down: it ends a wait for the customer, and it reopens a case. */
final class ReplyDecisions {
    private final Deliberation deliberation;
    private final SupportCase current;
    private final ReplyTerms terms;

    ReplyDecisions(Deliberation deliberation, ReplyTerms terms) {
        this.deliberation = deliberation;
        this.current = deliberation.current;
        this.terms = terms;
    }

    /** A word of the customer comes too late for a case that was over long ago. */
    Optional<Refusal> tooLate() {
        return deliberation.customerSpeaks() ? current.overSince().flatMap(this::tooLate) : Optional.empty();
    }

    private Optional<Refusal> tooLate(Instant over) {
        return terms.lastAfter(over)
                .filter(deliberation.now::isAfter)
                .map(last -> new Refusal.RepliedTooLate(current.number(), over, last));
    }

    /** What follows a note. */
    ImmutableList<CaseEvent> after(Visibility visibility) {
        if (visibility != Visibility.CUSTOMER || !deliberation.customerSpeaks()) {
            return ImmutableList.of();
        }
        if (waitsForCustomer()) {
            return deliberation.single(new CaseEvent.Resumed(deliberation.next()));
        }
        return over() && (terms.reopens() || objects()) ? reopened("") : ImmutableList.of();
    }

    /** An answer to another case is no answer that a customer can be taken to thank for. */
    private boolean objects() {
        return current.duplicateOf().isPresent();
    }

    /** The customer of a duplicate who comes back does not agree, so it is a case of its own again. */
    ImmutableList<CaseEvent> reopened(String reason) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        if (deliberation.customerSpeaks()) {
            current.duplicateOf()
                    .map(original -> new CaseEvent.CaseUnlinked(
                            deliberation.next(), CaseRelation.DUPLICATE_OF, original, UnlinkReason.OBJECTED))
                    .ifPresent(events::add);
        }
        return events.add(new CaseEvent.Reopened(
                        deliberation.next(), LifecycleDecisions.reopenedAt(deliberation), reason))
                .build();
    }

    private boolean waitsForCustomer() {
        return current.hold()
                .filter(hold -> hold.waitingFor() == WaitingFor.CUSTOMER)
                .isPresent();
    }

    private boolean over() {
        return current.status() == CaseStatus.ANSWERED || current.status() == CaseStatus.CLOSED;
    }
}
