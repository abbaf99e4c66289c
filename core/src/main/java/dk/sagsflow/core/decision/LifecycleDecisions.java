package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.CaseRelation;
import java.time.Instant;
import java.util.Optional;

/** How a case waits, ends, and begins again. */
final class LifecycleDecisions {
    private final Deliberation deliberation;
    private final SupportOrganisation organisation;
    private final SupportCase current;

    LifecycleDecisions(Deliberation deliberation) {
        this.deliberation = deliberation;
        this.organisation = deliberation.organisation;
        this.current = deliberation.current;
    }

    Outcome<ImmutableList<CaseEvent>> pause(CaseCommand.Pause command) {
        Optional<Refusal> refusal = secondWait(command)
                .or(() -> deliberation.unless(CaseAction.PAUSE, CaseStatus.QUEUED, CaseStatus.IN_PROGRESS))
                .or(() -> command.waitingFor() == WaitingFor.CUSTOMER
                        ? deliberation.unlessSpeakingToCustomers()
                        : Optional.empty())
                .or(() -> badEnd(command));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.PutOnHold(
                        deliberation.next(), command.waitingFor(), command.until(), command.note()));
    }

    private Optional<Refusal> secondWait(CaseCommand.Pause command) {
        return current.hold()
                .map(hold -> new Refusal.AlreadyWaiting(hold.waitingFor(), hold.until(), command.waitingFor()));
    }

    Outcome<ImmutableList<CaseEvent>> resume() {
        Optional<Refusal> refusal = deliberation.unless(CaseAction.RESUME, CaseStatus.ON_HOLD);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.Resumed(deliberation.next()));
    }

    Outcome<ImmutableList<CaseEvent>> convertToChange(CaseCommand.ConvertToChange command) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.CONVERT_TO_CHANGE)
                .or(() -> Deliberation.unlessText(RequiredText.CHANGE_REFERENCE, command.reference()));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        TierId settling = organisation.highestTier();
        TierId tier = deliberation.working().tier();
        if (!tier.equals(settling)) {
            return Outcome.refused(new Refusal.SettledElsewhere(tier, settling));
        }
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(new CaseEvent.ConvertedToChange(deliberation.next(), command.changeKind(), command.reference()));
        for (TierId between : tiersPassedBy()) {
            events.add(new CaseEvent.AdvisoryNoticeGiven(
                    deliberation.next(), between, CaseEvent.AdvisoryReason.CHANGE_REQUEST));
        }
        return Outcome.accepted(events.build());
    }

    Outcome<ImmutableList<CaseEvent>> refer(CaseCommand.Refer command) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.REFER)
                .or(deliberation::unlessSpeakingToCustomers)
                .or(() -> deliberation.unlessSoleLink(CaseAction.REFER))
                .or(() -> Deliberation.unlessText(RequiredText.OUTSIDE_UNIT, command.outsideUnit()));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.Closed(
                        deliberation.next(),
                        ClosingReason.REFERRED,
                        command.outsideUnit() + ": " + command.guidance()));
    }

    Outcome<ImmutableList<CaseEvent>> reopen(CaseCommand.Reopen command, ReplyTerms terms) {
        ReplyDecisions reply = new ReplyDecisions(deliberation, terms);
        Optional<Refusal> refusal = deliberation
                .unless(CaseAction.REOPEN, CaseStatus.ANSWERED, CaseStatus.CLOSED)
                .or(() -> Deliberation.unlessText(RequiredText.REOPENING_REASON, command.reason()))
                .or(reply::tooLate);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : Outcome.accepted(reply.reopened(command.reason()));
    }

    /** Who answered it has it again, or the entrance of the contact tier. */
    static Station reopenedAt(Deliberation deliberation) {
        SupportOrganisation organisation = deliberation.organisation;
        return deliberation
                .current
                .answeredBy()
                .filter(by -> organisation.group(by.group()).isPresent())
                .orElseGet(() -> new Station(organisation.contactEntrance(), organisation.contactTier()));
    }

    Outcome<ImmutableList<CaseEvent>> confirm() {
        Optional<Refusal> refusal = deliberation.unless(CaseAction.CONFIRM, CaseStatus.ANSWERED);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.Closed(deliberation.next(), ClosingReason.CONFIRMED, ""));
    }

    Outcome<ImmutableList<CaseEvent>> close(CaseCommand.Close command) {
        boolean answered = current.status() == CaseStatus.ANSWERED;
        ImmutableSet<ClosingReason> allowed = answered
                ? ImmutableSet.of(ClosingReason.UNANSWERED)
                : ImmutableSet.of(ClosingReason.WITHDRAWN, ClosingReason.DUPLICATE);
        if (current.status() == CaseStatus.CLOSED) {
            return Outcome.refused(new Refusal.WrongStatus(
                    CaseAction.CLOSE, current.status(), ImmutableSet.copyOf(EVERY_STATUS_BUT_CLOSED)));
        }
        if (!allowed.contains(command.reason())) {
            return Outcome.refused(new Refusal.ClosingReasonNotAllowed(command.reason(), allowed));
        }
        Optional<Refusal> refusal = answered ? Optional.empty() : stillHeld(command);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.Closed(deliberation.next(), command.reason(), command.remark()));
    }

    Outcome<ImmutableList<CaseEvent>> erasePersonalData() {
        Optional<Refusal> refusal = deliberation
                .unless(CaseAction.ERASE_PERSONAL_DATA, CaseStatus.CLOSED)
                .or(() -> current.untold().isEmpty() && !othersWaitThroughIt()
                        ? Optional.empty()
                        : Optional.of(new Refusal.ChildrenNotTold(current.number())));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.PersonalDataErased(deliberation.next()));
    }

    /** What others have from a duplicate is what it has from its original, and that is still to come. */
    private boolean othersWaitThroughIt() {
        return (current.original() || current.majorIncident()) && Endings.closedAsDuplicate(current);
    }

    private static final ImmutableSet<CaseStatus> EVERY_STATUS_BUT_CLOSED =
            ImmutableSet.of(CaseStatus.QUEUED, CaseStatus.IN_PROGRESS, CaseStatus.ON_HOLD, CaseStatus.ANSWERED);

    private Optional<Refusal> stillHeld(CaseCommand.Close command) {
        Optional<Refusal> held = deliberation.unlessSoleLink(CaseAction.CLOSE);
        if (held.isPresent() || command.reason() != ClosingReason.DUPLICATE) {
            return held;
        }
        return current.relatedCases().stream().anyMatch(related -> related.relation() == CaseRelation.DUPLICATE_OF)
                ? Optional.empty()
                : Optional.of(new Refusal.ClosingReasonNotAllowed(
                        command.reason(), ImmutableSet.of(ClosingReason.WITHDRAWN)));
    }

    private Optional<Refusal> badEnd(CaseCommand.Pause command) {
        Instant now = deliberation.now;
        boolean missing =
                command.waitingFor() == WaitingFor.DATE && command.until().isEmpty();
        boolean past = command.until().filter(until -> !until.isAfter(now)).isPresent();
        return missing || past ? Optional.of(new Refusal.UntilMissing(command.until(), now)) : Optional.empty();
    }

    private ImmutableList<TierId> tiersPassedBy() {
        int contact = organisation.rank(organisation.contactTier());
        ImmutableSet<TierId> inChain = current.chain().links().stream()
                .map(link -> link.station().tier())
                .collect(ImmutableSet.toImmutableSet());
        return organisation.tiers().stream()
                .map(tier -> tier.id())
                .filter(tier -> organisation.rank(tier) > contact && !inChain.contains(tier))
                .collect(ImmutableList.toImmutableList());
    }
}
