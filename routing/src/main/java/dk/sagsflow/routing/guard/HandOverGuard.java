package dk.sagsflow.routing.guard;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.escalation.Reach;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a case from going to and fro: once it was handed over and given back as often as the routing allows, the lead of the
 * group that has it is told and decides. Hand-overs by sweeps count and are refused like those of people, so that the lead
 * is told of a limit instead. A group whose lead is unknown, or no member of it, is not guarded: nobody could decide.
 */
public final class HandOverGuard {

    private final SupportOrganisation organisation;
    private final Directory directory;
    private final Reach reach;
    private final Optional<Integer> limit;

    /**
     * A guard.
     *
     * @param limit how often a case is handed over or given back before its lead decides; empty if as often as people like
     */
    public HandOverGuard(SupportOrganisation organisation, Directory directory, Reach reach, Optional<Integer> limit) {
        this.organisation = organisation;
        this.directory = directory;
        this.reach = reach;
        this.limit = limit;
    }

    /**
     * Why this actor does not move the case; empty if nothing speaks against it.
     *
     * @param history everything that happened before
     */
    public Optional<Refusal> objection(ActorId actor, CaseCommand command, CaseHistory history) {
        if (limit.isEmpty() || !moves(command) || tooFew(history)) {
            return Optional.empty();
        }
        Optional<GroupId> group = history.latest().working().map(Station::group);
        Optional<ActorId> lead = group.flatMap(this::decides);
        if (lead.isEmpty() || lead.get().equals(actor)) {
            return Optional.empty();
        }
        int moves = moves(history);
        return moves < limit.get()
                ? Optional.empty()
                : Optional.of(new Refusal.LeadDecides(command.action(), group.orElseThrow(), lead.get(), moves));
    }

    /** The draft, with word to the lead of a group whose case used up the limit in this step. */
    public StepDraft withWordToLead(StepDraft draft) {
        return limit.isEmpty() ? draft : draft.withEach(this::withWordToLead);
    }

    private CaseDraft withWordToLead(CaseDraft draft) {
        if (tooFew(draft.history()) || !draft.brings(HandOverGuard::moves)) {
            return draft;
        }
        SupportCase after = draft.after();
        Optional<ActorId> lead = after.working().map(Station::group).flatMap(this::decides);
        int moves = moves(draft.history());
        if (lead.isEmpty() || moves < limit.orElseThrow()) {
            return draft;
        }
        EventHeader header = CaseDecisions.program(after, after.changedAt());
        String reason = "handed over or given back " + moves + " times; where it goes is yours to decide";
        ActorId told = reach.to(lead.get(), after.working(), after, header.recordedAt())
                .orElse(lead.get());
        return draft.followedBy(ImmutableList.of(new CaseEvent.Escalated(header, told, reason)));
    }

    /** Whether fewer events happened than moves are allowed, which spares most cases the counting. */
    private boolean tooFew(CaseHistory history) {
        return history.size() < limit.orElseThrow();
    }

    private static boolean moves(CaseCommand command) {
        return command.action() == CaseAction.HAND_OVER || command.action() == CaseAction.GIVE_BACK;
    }

    static boolean moves(CaseEvent event) {
        return event instanceof CaseEvent.HandedOver || event instanceof CaseEvent.GivenBack;
    }

    /** How often the case was handed over or given back since it was reopened or a lead decided last. */
    private int moves(CaseHistory history) {
        Moves moves = history.walked(Moves.WALK);
        int before = moves.untilReopened();
        for (Map.Entry<Moves.Decider, Integer> decided : moves.untilDecided().entrySet()) {
            if (decided.getValue() > before
                    && leads(decided.getKey().actor(), decided.getKey().station())) {
                before = decided.getValue();
            }
        }
        return moves.all() - before;
    }

    private boolean leads(ActorId actor, Station station) {
        return decides(station.group()).filter(actor::equals).isPresent();
    }

    /** The lead of the group, who must be a member to decide. */
    private Optional<ActorId> decides(GroupId group) {
        return organisation
                .group(group)
                .flatMap(SupportGroup::lead)
                .filter(lead -> directory
                        .actor(lead)
                        .filter(actor -> actor.memberships().contains(group))
                        .isPresent());
    }
}
