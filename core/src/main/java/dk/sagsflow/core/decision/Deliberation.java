package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What every decision looks at, and the headers of the events that it writes. Not thread-safe. */
final class Deliberation {
    final SupportOrganisation organisation;
    final SupportCase current;
    /** When what is asked for happens. */
    final Instant now;

    private final Signature signature;
    private long sequence;

    Deliberation(SupportOrganisation organisation, SupportCase current, Signature signature) {
        this.organisation = organisation;
        this.current = current;
        this.signature = signature;
        this.now = signature.occurredAt();
        this.sequence = current.version();
    }

    EventHeader next() {
        sequence++;
        return signature.header(current.number(), sequence);
    }

    ImmutableList<CaseEvent> single(CaseEvent event) {
        return ImmutableList.of(event);
    }

    Outcome<ImmutableList<CaseEvent>> accept(CaseEvent event) {
        return Outcome.accepted(single(event));
    }

    /** Whether it is the customer's side whose words these are. */
    boolean customerSpeaks() {
        return signature.side() == Side.CUSTOMER;
    }

    Station working() {
        return current.working().orElseThrow();
    }

    ImmutableList<GroupId> chain() {
        return current.chain().groups();
    }

    boolean atContactTierOrBelow() {
        return organisation.rank(working().tier()) <= organisation.rank(organisation.contactTier());
    }

    Optional<Refusal> unless(CaseAction action, CaseStatus... allowed) {
        return Arrays.asList(allowed).contains(current.status())
                ? Optional.empty()
                : Optional.of(new Refusal.WrongStatus(action, current.status(), ImmutableSet.copyOf(allowed)));
    }

    Optional<Refusal> unlessWorkedOn(CaseAction action) {
        return unless(action, CaseStatus.QUEUED, CaseStatus.IN_PROGRESS, CaseStatus.ON_HOLD);
    }

    static Optional<Refusal> unlessText(RequiredText what, String text) {
        return text.isBlank() ? Optional.of(new Refusal.TextMissing(what)) : Optional.empty();
    }

    Optional<Refusal> unlessSoleLink(CaseAction action) {
        return current.chain().lastLink()
                ? Optional.empty()
                : Optional.of(new Refusal.OthersAnswerForIt(action, chain()));
    }

    Optional<Refusal> unlessSpeakingToCustomers() {
        return atContactTierOrBelow()
                ? Optional.empty()
                : Optional.of(new Refusal.ContactTierSpeaks(working().tier(), organisation.contactTier()));
    }
}
