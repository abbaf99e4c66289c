package dk.sagsflow.routing.arrival;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.routing.assignment.AssignmentChoice;
import dk.sagsflow.routing.assignment.Assignments;
import dk.sagsflow.routing.assignment.Candidate;
import dk.sagsflow.routing.due.Outlooks;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a case that comes to a group to a member of it, in the step in which it comes, and one that waits there to whoever is
 * free to have one more: what waits and is as urgent goes before what arrives.
 */
public final class ArrivingCases {
    private final Assignments assignments;
    private final CaseRepository repository;
    private final Histories histories;
    private final WaitingCases waitingCases;

    /** Assignments on the loads that this store knows. */
    public ArrivingCases(Assignments assignments, CaseRepository repository, Histories histories, Outlooks outlooks) {
        this.assignments = requireNonNull(assignments, "assignments");
        this.repository = requireNonNull(repository, "repository");
        this.histories = requireNonNull(histories, "histories");
        this.waitingCases = new WaitingCases(repository, outlooks);
    }

    /**
     * The draft, with an assignment of each case that the step brings to a group, and of those that wait for who it frees. What
     * comes back to somebody who cannot have it, and to nobody else, waits in the queue, in groups without a rule too.
     */
    public StepDraft withArrival(StepDraft draft) {
        StepDraft all = draft;
        for (CaseDraft each : draft.cases()) {
            all = each.brings(ArrivingCases::arrives) ? withoutUnfit(assigned(all, each), each) : all;
        }
        if (!draft.assigning() || !assignments.assigns()) {
            return all;
        }
        for (GroupId freed : freed(draft)) {
            all = assignments.assignsIn(freed) ? given(all, freed, Optional.empty()) : all;
        }
        return all;
    }

    /** The draft, with an assignment if nobody has its case and somebody can get it. */
    public StepDraft withAssignment(StepDraft draft) {
        CaseDraft subject = draft.subject();
        // Who works on a case keeps it in the evening; who has left the group does not work on it.
        return assignments.nobodys(subject.after()) ? withoutUnfit(assigned(draft, subject), subject) : draft;
    }

    private StepDraft withoutUnfit(StepDraft draft, CaseDraft arriving) {
        CaseDraft current = draft.find(arriving.after().number()).orElse(arriving);
        return assignments
                .unfit(current.after(), draft.now())
                .map(why -> draft.with(unassigned(current, why, draft.now())))
                .orElse(draft);
    }

    private static CaseDraft unassigned(CaseDraft draft, String why, Instant now) {
        Link working = draft.after().chain().working().orElseThrow();
        return draft.followedBy(ImmutableList.of(new CaseEvent.Unassigned(
                CaseDecisions.program(draft.after(), now),
                working.station(),
                working.assignee().orElseThrow(),
                why)));
    }

    private StepDraft assigned(StepDraft draft, CaseDraft arriving) {
        if (!draft.assigning()) {
            return draft;
        }
        return assignments
                .waitsIn(arriving.after(), draft.now())
                .map(group -> given(draft, group, Optional.of(arriving)))
                .orElse(draft);
    }

    /** The groups that have somebody with a case less than before. */
    private static ImmutableSet<GroupId> freed(StepDraft draft) {
        ImmutableSet.Builder<GroupId> freed = ImmutableSet.builder();
        for (CaseDraft each : draft.cases()) {
            for (MemberLoad.Change change : changes(each)) {
                if (change.open() < 0) {
                    freed.add(change.group());
                }
            }
        }
        return freed.build();
    }

    private static ImmutableList<MemberLoad.Change> changes(CaseDraft draft) {
        Optional<SupportCase> before = draft.stored() == 0
                ? Optional.empty()
                : Optional.of(draft.history().state(draft.stored() - 1));
        return MemberLoad.changes(before, draft.after(), draft.added());
    }

    /** Gives cases of the group to members in order, until the one that arrives has had its turn, or nobody is free. */
    private StepDraft given(StepDraft draft, GroupId group, Optional<CaseDraft> arriving) {
        Round round = new Round(draft, group);
        if (!round.anybody()
                || (arriving.isPresent() && round.choose(arriving.get().after()).isEmpty())) {
            return draft;
        }
        for (WaitingCases.Waiting next : waitingCases.in(group, draft, arriving)) {
            round.give(next, arriving);
            if (next.arriving() || !round.anybody()) {
                break;
            }
        }
        return round.draft;
    }

    private static boolean arrives(CaseEvent event) {
        return event instanceof CaseEvent.Registered
                || event instanceof CaseEvent.HandedOver
                || event instanceof CaseEvent.GivenBack
                || event instanceof CaseEvent.Reopened
                || event instanceof CaseEvent.Answered;
    }

    /** What is given in one group in one step. Not thread-safe. */
    private final class Round {
        private final GroupId group;
        private final ImmutableList<Actor> present;
        private final ImmutableMap<ActorId, MemberLoad> stored;
        private StepDraft draft;
        /** With what becomes in the draft of what they have to do; null until it is asked for. */
        private @Nullable ImmutableList<Candidate> candidates;
        /** Who was found for the case that was asked for last, while nobody was given anything. */
        private Optional<Found> found = Optional.empty();

        private record Found(SupportCase current, Optional<AssignmentChoice.Member> chosen) {}

        Round(StepDraft draft, GroupId group) {
            this.draft = draft;
            this.group = group;
            this.present = assignments.present(group, draft.now());
            this.stored = repository.loads(group);
        }

        boolean anybody() {
            return Assignments.anybody(candidates());
        }

        Optional<AssignmentChoice.Member> choose(SupportCase current) {
            if (found.filter(known -> known.current().equals(current)).isEmpty()) {
                found = Optional.of(new Found(current, assignments.choose(current, candidates(), draft.now())));
            }
            return found.flatMap(Found::chosen);
        }

        void give(WaitingCases.Waiting waiting, Optional<CaseDraft> arriving) {
            Optional<CaseDraft> found = waiting.arriving()
                    ? arriving
                    : histories.find(waiting.state().number());
            found.ifPresent(current -> choose(current.after()).ifPresent(chosen -> give(current, chosen)));
        }

        private void give(CaseDraft current, AssignmentChoice.Member chosen) {
            MemberLoad seen = stored.getOrDefault(chosen.actor(), MemberLoad.none());
            found = Optional.empty();
            draft = draft.withBesides(given(current, chosen)).claiming(new LoadClaim(group, chosen.actor(), seen));
            candidates = null;
        }

        private CaseDraft given(CaseDraft current, AssignmentChoice.Member chosen) {
            SupportCase after = current.after();
            Station station = after.working().orElseThrow();
            EventHeader header = CaseDecisions.program(after, draft.now());
            return current.followedBy(ImmutableList.of(
                    new CaseEvent.Assigned(header, station, chosen.actor(), Optional.of(chosen.reason()))));
        }

        private ImmutableList<Candidate> candidates() {
            ImmutableList<Candidate> known = candidates;
            if (known == null) {
                known = assignments.candidates(group, present, loadsInDraft(), draft.now());
                candidates = known;
            }
            return known;
        }

        private Map<ActorId, MemberLoad> loadsInDraft() {
            Map<ActorId, MemberLoad> all = new HashMap<>(stored);
            for (CaseDraft each : draft.cases()) {
                for (MemberLoad.Change change : changes(each)) {
                    if (change.group().equals(group)) {
                        MemberLoad before = all.getOrDefault(change.member(), MemberLoad.none());
                        all.put(change.member(), before.after(change));
                    }
                }
            }
            return all;
        }
    }
}
