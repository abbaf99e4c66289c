package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentAssignmentException;
import dk.sagsflow.core.repository.LoadClaim;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.routing.assignment.AssignmentChoice;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRequest;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.AssignmentStrategy;
import dk.sagsflow.routing.assignment.Candidate;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a case that has come to a group to a member of it, in the step in which it came, as the rule of the group says. A
 * case that nobody can get stays in the queue and comes due when somebody may be able to.
 */
final class Assignments {
    private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);
    private static final ActorId SAGSFLOW = Actor.sagsflow().id();
    private static final int ATTEMPTS = 20;

    private final ImmutableMap<GroupId, Assigning> groups;
    private final Directory directory;
    private final CaseRepository repository;

    private record Assigning(AssignmentRule rule, AssignmentStrategy strategy) {}

    /**
     * A history with the assignment that follows from it, if one does.
     *
     * @param history everything that happened, the assignment last
     * @param claims the load on which the assignment was decided
     */
    record Step(CaseHistory history, ImmutableList<LoadClaim> claims) {}

    private Assignments(ImmutableMap<GroupId, Assigning> groups, Directory directory, CaseRepository repository) {
        this.groups = groups;
        this.directory = directory;
        this.repository = repository;
    }

    /**
     * Assignments by these rules, the first of a group.
     *
     * @param own the strategies that take the place of those that the rules ask for
     */
    static Assignments of(
            ImmutableList<AssignmentRule> rules,
            Map<GroupId, AssignmentStrategy> own,
            Directory directory,
            CaseRepository repository) {
        Map<GroupId, Assigning> groups = new LinkedHashMap<>();
        for (AssignmentRule rule : rules) {
            if (rule.method() != AssignmentMethod.PULL || own.containsKey(rule.group())) {
                groups.putIfAbsent(rule.group(), new Assigning(rule, rule.strategy()));
            }
        }
        own.forEach((group, strategy) -> groups.compute(
                group,
                (id, declared) ->
                        new Assigning(declared == null ? AssignmentRule.pull(id.value()) : declared.rule(), strategy)));
        return new Assignments(ImmutableMap.copyOf(groups), directory, repository);
    }

    /**
     * What this step gives, decided again if somebody else was faster. If others are faster again and again, nobody gets the
     * case in this step, which never fails for it.
     */
    <T> T whileOthersAreFaster(Function<Assignments, T> step) {
        for (int attempt = 1; attempt <= ATTEMPTS && !groups.isEmpty(); attempt++) {
            try {
                return step.apply(this);
            } catch (ConcurrentAssignmentException faster) {
                LOG.debug("decided again: {}", faster.getMessage());
            }
        }
        return step.apply(new Assignments(ImmutableMap.of(), directory, repository));
    }

    /**
     * This history, and the assignment if what is new in it brings the case to a group.
     *
     * @param before how many events had happened before
     */
    Step withArrival(CaseHistory history, int before, Instant now) {
        ImmutableList<CaseEvent> all = history.events();
        return arrives(all.subList(before, all.size())) ? withAssignment(history, now) : unchanged(history);
    }

    /** This history, and the assignment if nobody has the case. */
    Step withAssignment(CaseHistory history, Instant now) {
        SupportCase after = history.latest();
        Optional<Assigning> assigning = assigning(after);
        if (assigning.isEmpty()) {
            return unchanged(history);
        }
        Link working = after.chain().working().orElseThrow();
        GroupId group = working.station().group();
        Map<ActorId, MemberLoad> loads = repository.loads(group);
        AssignmentRequest request = request(assigning.get().rule(), after, loads, now);
        Optional<AssignmentChoice.Member> chosen = chosen(assigning.get().strategy(), request);
        if (chosen.isEmpty()) {
            return unchanged(history);
        }
        ActorId member = chosen.get().actor();
        Instant at = now.isBefore(after.changedAt()) ? after.changedAt() : now;
        CaseEvent assigned = new CaseEvent.Assigned(
                new EventHeader(after.number(), after.version() + 1, at, SAGSFLOW),
                working.station(),
                member,
                Optional.of(chosen.get().reason()));
        return new Step(
                history.followedBy(ImmutableList.of(assigned)),
                ImmutableList.of(new LoadClaim(group, member, loads.getOrDefault(member, MemberLoad.none()))));
    }

    /** When somebody may be able to get the case, after an instant; empty if it waits for nobody. */
    Optional<Instant> nextAttempt(SupportCase after, Instant now) {
        return assigning(after)
                .flatMap(assigning -> assigning
                        .rule()
                        .nextAttempt(after.chain().working().orElseThrow().visitBegan(), now));
    }

    private static Step unchanged(CaseHistory history) {
        return new Step(history, ImmutableList.of());
    }

    private static boolean arrives(ImmutableList<CaseEvent> events) {
        for (CaseEvent event : events) {
            if (arrives(event)) {
                return true;
            }
        }
        return false;
    }

    private static boolean arrives(CaseEvent event) {
        return event instanceof CaseEvent.Registered
                || event instanceof CaseEvent.HandedOver
                || event instanceof CaseEvent.GivenBack
                || event instanceof CaseEvent.Reopened
                || event instanceof CaseEvent.Answered;
    }

    /** How the case is to be given to somebody; empty if somebody has it, or nobody is to get it. */
    private Optional<Assigning> assigning(SupportCase after) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return after.chain()
                .working()
                .flatMap(working -> Optional.ofNullable(
                                groups.get(working.station().group()))
                        .filter(assigning -> nobodyHas(after, working)));
    }

    /** A case that comes back to somebody who has left the group is nobody's. */
    private boolean nobodyHas(SupportCase after, Link working) {
        return after.status() == CaseStatus.QUEUED
                || (after.status() == CaseStatus.IN_PROGRESS
                        && working.assignee()
                                .filter(assignee ->
                                        !member(assignee, working.station().group()))
                                .isPresent());
    }

    private boolean member(ActorId id, GroupId group) {
        return directory
                .actor(id)
                .filter(actor -> actor.memberships().contains(group))
                .isPresent();
    }

    private AssignmentRequest request(
            AssignmentRule rule, SupportCase current, Map<ActorId, MemberLoad> loads, Instant now) {
        ImmutableList<Candidate> members = directory.members(rule.group()).stream()
                .filter(actor -> !actor.automation())
                .map(actor -> new Candidate(
                        actor,
                        loads.getOrDefault(actor.id(), MemberLoad.none()),
                        rule.capacityOf(actor.id()),
                        rule.onDuty(actor.id(), now)))
                .collect(ImmutableList.toImmutableList());
        return new AssignmentRequest(current, members, now);
    }

    /** A strategy of the host's own is held to the members and their capacity, and does no harm if it fails. */
    private static Optional<AssignmentChoice.Member> chosen(AssignmentStrategy strategy, AssignmentRequest request) {
        try {
            AssignmentChoice choice = strategy.choose(request);
            if (choice instanceof AssignmentChoice.Member member) {
                boolean possible = request.members().stream()
                        .anyMatch(candidate ->
                                candidate.actor().id().equals(member.actor()) && candidate.belowCapacity());
                if (possible) {
                    return Optional.of(member);
                }
                LOG.warn(
                        "case {} is not assigned to {}, who is no member below capacity",
                        request.supportCase().number(),
                        member.actor());
            } else {
                LOG.debug("case {} is not assigned: {}", request.supportCase().number(), choice.reason());
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "case {} is not assigned, because the strategy failed",
                    request.supportCase().number(),
                    failure);
        }
        return Optional.empty();
    }
}
