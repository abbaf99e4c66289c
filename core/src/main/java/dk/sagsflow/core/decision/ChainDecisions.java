package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.util.Optional;

/** How a case moves along the responsibility chain. */
final class ChainDecisions {
    private final Deliberation deliberation;
    private final SupportOrganisation organisation;
    private final SupportCase current;

    ChainDecisions(Deliberation deliberation) {
        this.deliberation = deliberation;
        this.organisation = deliberation.organisation;
        this.current = deliberation.current;
    }

    Outcome<ImmutableList<CaseEvent>> accept() {
        Optional<Refusal> refusal = deliberation.unless(CaseAction.ACCEPT, CaseStatus.QUEUED);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : deliberation.accept(new CaseEvent.Accepted(deliberation.next(), deliberation.working()));
    }

    Outcome<ImmutableList<CaseEvent>> assign(CaseCommand.Assign command, Optional<Actor> assignee) {
        Optional<Refusal> refusal = deliberation.unless(CaseAction.ASSIGN, CaseStatus.QUEUED, CaseStatus.IN_PROGRESS);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (assignee.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownActor(command.assignee()));
        }
        Station working = deliberation.working();
        if (!assignee.get().memberships().contains(working.group())) {
            return Outcome.refused(new Refusal.NotAMember(command.assignee(), working.group()));
        }
        return deliberation.accept(new CaseEvent.Assigned(deliberation.next(), working, command.assignee()));
    }

    Outcome<ImmutableList<CaseEvent>> handOver(CaseCommand.HandOver command, HandOverRule rule) {
        Optional<Refusal> refusal = deliberation
                .unless(CaseAction.HAND_OVER, CaseStatus.QUEUED, CaseStatus.IN_PROGRESS)
                .or(() -> Deliberation.unlessText(RequiredText.HAND_OVER_REASON, command.reason()));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Station from = deliberation.working();
        Optional<Refusal> noWay = new HandOverDecision(organisation, current, rule).noWay(from, command.to());
        if (noWay.isPresent()) {
            return Outcome.refused(noWay.get());
        }
        Station to = new Station(
                command.to(), organisation.group(command.to()).orElseThrow().tier());
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(new CaseEvent.HandedOver(deliberation.next(), from, to, command.reason()));
        for (int rank = organisation.rank(from.tier()) + 1; rank < organisation.rank(to.tier()); rank++) {
            events.add(new CaseEvent.AdvisoryNoticeGiven(
                    deliberation.next(), organisation.tiers().get(rank).id(), CaseEvent.AdvisoryReason.DIRECT_ROUTE));
        }
        return Outcome.accepted(events.build());
    }

    Outcome<ImmutableList<CaseEvent>> answer(CaseCommand.Answer command) {
        Optional<Refusal> refusal = deliberation
                .unless(CaseAction.ANSWER, CaseStatus.IN_PROGRESS, CaseStatus.QUEUED)
                .or(() -> Deliberation.unlessText(RequiredText.ANSWER, command.answer()))
                .or(this::undocumentedSupplierContact)
                .or(this::unplacedIncident);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<Station> to = current.chain().awaiting().map(Link::station);
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.add(new CaseEvent.Answered(deliberation.next(), deliberation.working(), to, command.answer()));
        if (current.changeReference().isPresent()
                && to.filter(station -> station.tier().equals(organisation.contactTier()))
                        .isPresent()) {
            events.add(new CaseEvent.AdvisoryNoticeGiven(
                    deliberation.next(), organisation.contactTier(), CaseEvent.AdvisoryReason.CHANGE_REQUEST));
        }
        return Outcome.accepted(events.build());
    }

    Outcome<ImmutableList<CaseEvent>> giveBack(CaseCommand.GiveBack command) {
        Optional<Refusal> refusal = deliberation
                .unlessWorkedOn(CaseAction.GIVE_BACK)
                .or(() -> Deliberation.unlessText(RequiredText.EXPLANATION, command.explanation()));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Station by = deliberation.working();
        Optional<Station> to = current.chain().awaiting().map(Link::station);
        return to.isEmpty()
                ? Outcome.refused(new Refusal.NobodyToGiveBackTo(by.group()))
                : deliberation.accept(new CaseEvent.GivenBack(
                        deliberation.next(), by, to.get(), command.reason(), command.explanation()));
    }

    /** The group through which the tier is entered, if it is another. */
    static Optional<GroupId> entranceBeside(SupportOrganisation organisation, Station station) {
        return organisation
                .tier(station.tier())
                .flatMap(tier -> tier.entrance())
                .filter(entrance -> !entrance.equals(station.group()));
    }

    private Optional<Refusal> undocumentedSupplierContact() {
        Optional<Link> working = current.chain().working();
        Optional<Link> awaiting = current.chain().awaiting();
        if (working.isEmpty() || awaiting.isEmpty() || working.get().supplierContactDocumented()) {
            return Optional.empty();
        }
        GroupId by = working.get().station().group();
        GroupId to = awaiting.get().station().group();
        return kind(by) == GroupKind.SUPPLIER && kind(to) == GroupKind.BUSINESS_SPECIALISTS
                ? Optional.of(new Refusal.SupplierContactUndocumented(by, to))
                : Optional.empty();
    }

    private Optional<Refusal> unplacedIncident() {
        Station working = deliberation.working();
        boolean keptAtContactTier = working.tier().equals(organisation.contactTier())
                && current.chain().lastLink()
                && current.involvedGroups().stream().noneMatch(this::aboveContactTier);
        return keptAtContactTier && current.kind() == CaseKind.INCIDENT && current.cause() == Cause.UNKNOWN
                ? Optional.of(new Refusal.CauseUnplaced(working.tier()))
                : Optional.empty();
    }

    private boolean aboveContactTier(GroupId group) {
        return organisation
                .group(group)
                .filter(known -> organisation.rank(known.tier()) > organisation.rank(organisation.contactTier()))
                .isPresent();
    }

    private GroupKind kind(GroupId group) {
        return organisation.group(group).map(SupportGroup::kind).orElse(GroupKind.INTERNAL);
    }
}
