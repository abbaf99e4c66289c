package dk.sagsflow.routing.arrival;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.routing.assignment.AssignmentChoice;
import dk.sagsflow.routing.assignment.Assignments;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives a case that comes to a group to a member of it, in the step in which it comes. */
public final class ArrivingCases {

    private final Assignments assignments;
    private final CaseRepository repository;

    /** Assignments on the loads that this store knows. */
    public ArrivingCases(Assignments assignments, CaseRepository repository) {
        this.assignments = requireNonNull(assignments, "assignments");
        this.repository = requireNonNull(repository, "repository");
    }

    /** The draft, with an assignment of each case that the step brings to a group. */
    public StepDraft withArrival(StepDraft draft) {
        StepDraft all = draft;
        for (CaseDraft each : draft.cases()) {
            all = each.news().stream().anyMatch(ArrivingCases::arrives) ? assigned(all, each) : all;
        }
        return all;
    }

    /** The draft, with an assignment if nobody has its case and somebody can get it. */
    public StepDraft withAssignment(StepDraft draft) {
        return assigned(draft, draft.subject());
    }

    private StepDraft assigned(StepDraft draft, CaseDraft waiting) {
        Optional<GroupId> group = draft.assigning() ? assignments.waitsIn(waiting.after()) : Optional.empty();
        return group.map(in -> assigned(draft, waiting, in)).orElse(draft);
    }

    private StepDraft assigned(StepDraft draft, CaseDraft waiting, GroupId group) {
        ImmutableMap<ActorId, MemberLoad> stored = repository.loads(group);
        return assignments
                .choose(waiting.after(), withThoseOf(draft, group, stored), draft.now())
                .map(chosen -> draft.with(given(waiting, chosen, draft.now()))
                        .claiming(new LoadClaim(
                                group, chosen.actor(), stored.getOrDefault(chosen.actor(), MemberLoad.none()))))
                .orElse(draft);
    }

    /** What the members have to do, with what they were given in this step. */
    private static Map<ActorId, MemberLoad> withThoseOf(
            StepDraft draft, GroupId group, ImmutableMap<ActorId, MemberLoad> stored) {
        Map<ActorId, MemberLoad> loads = new HashMap<>(stored);
        for (LoadClaim claim : draft.loads()) {
            if (claim.group().equals(group)) {
                MemberLoad before = loads.getOrDefault(claim.member(), MemberLoad.none());
                loads.put(
                        claim.member(),
                        new MemberLoad(before.open() + 1, before.assignments() + 1, Optional.of(draft.now())));
            }
        }
        return loads;
    }

    private static CaseDraft given(CaseDraft draft, AssignmentChoice.Member chosen, Instant now) {
        SupportCase current = draft.after();
        Station station = current.working().orElseThrow();
        EventHeader header = CaseDecisions.program(current, now);
        return draft.followedBy(ImmutableList.of(
                new CaseEvent.Assigned(header, station, chosen.actor(), Optional.of(chosen.reason()))));
    }

    private static boolean arrives(CaseEvent event) {
        return event instanceof CaseEvent.Registered
                || event instanceof CaseEvent.HandedOver
                || event instanceof CaseEvent.GivenBack
                || event instanceof CaseEvent.Reopened
                || event instanceof CaseEvent.Answered;
    }
}
