package dk.sagsflow.routing.assignment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.routing.privacy.Failures;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who gets a case that has come to a group, as the rule of the group says. A case that nobody can get stays in the queue
 * and is tried again when somebody may be able to. Reads neither clock nor store. Immutable.
 */
public final class Assignments {
    private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);
    private final ImmutableMap<GroupId, Assigning> groups;
    private final Directory directory;

    private record Assigning(AssignmentRule rule, AssignmentStrategy strategy) {}

    private Assignments(ImmutableMap<GroupId, Assigning> groups, Directory directory) {
        this.groups = groups;
        this.directory = directory;
    }

    /**
     * Assignments by these rules, the first of a group.
     *
     * @param own the strategies that take the place of those that the rules ask for
     */
    public static Assignments of(
            ImmutableList<AssignmentRule> rules, Map<GroupId, AssignmentStrategy> own, Directory directory) {
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
        return new Assignments(ImmutableMap.copyOf(groups), directory);
    }

    /** The group that the case waits in to be given to somebody by a rule; empty if somebody has it, or people take it. */
    public Optional<GroupId> waitsIn(SupportCase current) {
        return assigning(current).map(assigning -> assigning.rule().group());
    }

    /**
     * Who gets a case that {@linkplain #waitsIn waits}; empty if nobody can.
     *
     * @param loads what the members of the group have to do
     */
    public Optional<AssignmentChoice.Member> choose(SupportCase current, Map<ActorId, MemberLoad> loads, Instant now) {
        return assigning(current)
                .flatMap(assigning -> chosen(assigning.strategy(), request(assigning.rule(), current, loads, now)));
    }

    /** When somebody may be able to get the case, after an instant; empty if it waits for nobody. */
    public Optional<Instant> nextAttempt(SupportCase current, Instant now) {
        return assigning(current)
                .flatMap(assigning -> assigning
                        .rule()
                        .nextAttempt(current.chain().working().orElseThrow().visitBegan(), now));
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
                        "case {} is not assigned, because the strategy chose nobody who is a member below capacity",
                        request.supportCase().number());
            } else {
                LOG.debug(
                        "case {} is not assigned, because the strategy chose nobody",
                        request.supportCase().number());
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "case {} is not assigned, because the strategy failed",
                    request.supportCase().number(),
                    Failures.trace(failure));
        }
        return Optional.empty();
    }
}
