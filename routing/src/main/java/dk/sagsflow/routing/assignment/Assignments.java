package dk.sagsflow.routing.assignment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.routing.privacy.Failures;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** Whether any group gives cases to its members. */
    public boolean assigns() {
        return !groups.isEmpty();
    }

    /** Why whoever has the case cannot have it; empty if that is in order, or nobody has it. In any group. */
    public Optional<String> unfit(SupportCase current, Instant now) {
        // A group without a rule gets one that is put together, so only where somebody has the case.
        return current.status() == CaseStatus.IN_PROGRESS
                ? current.chain().working().flatMap(working -> unfit(current, working, ruleOf(working), now))
                : Optional.empty();
    }

    /** Whether the case waits in a group that gives cases to its members, because nobody took it on or who did has left. */
    public boolean nobodys(SupportCase current) {
        return current.chain()
                .working()
                .filter(working -> assigning(working).isPresent())
                .filter(working -> current.status() == CaseStatus.QUEUED || hasLeft(current, working))
                .isPresent();
    }

    private boolean hasLeft(SupportCase current, Link working) {
        return current.status() == CaseStatus.IN_PROGRESS
                && working.assignee().isPresent()
                && member(working).isEmpty();
    }

    private Optional<Actor> member(Link working) {
        return working.assignee()
                .flatMap(directory::actor)
                .filter(actor -> actor.memberships().contains(working.station().group()));
    }

    private AssignmentRule ruleOf(Link working) {
        GroupId group = working.station().group();
        return Optional.ofNullable(groups.get(group))
                .map(Assigning::rule)
                .orElseGet(() -> AssignmentRule.pull(group.value()));
    }

    /** Whether this group gives cases to its members. */
    public boolean assignsIn(GroupId group) {
        return groups.containsKey(group);
    }

    /** The group that the case waits in to be given to somebody by a rule; empty if somebody has it, or people take it. */
    public Optional<GroupId> waitsIn(SupportCase current, Instant now) {
        return assigning(current, now).map(assigning -> assigning.rule().group());
    }

    /** Those of a group who are there and may be given cases, programs left out. */
    public ImmutableList<Actor> present(GroupId group, Instant now) {
        ImmutableList.Builder<Actor> present = ImmutableList.builder();
        for (Actor actor : directory.members(group)) {
            if (!actor.automation() && actor.absence(now).isEmpty()) {
                present.add(actor);
            }
        }
        return present.build();
    }

    /**
     * Those who may get cases of a group; nobody if people take them.
     *
     * @param present the members of the group who are there
     * @param loads what the members of the group have to do
     */
    public ImmutableList<Candidate> candidates(
            GroupId group, ImmutableList<Actor> present, Map<ActorId, MemberLoad> loads, Instant now) {
        Assigning assigning = groups.get(group);
        if (assigning == null) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Candidate> candidates = ImmutableList.builderWithExpectedSize(present.size());
        for (Actor actor : present) {
            candidates.add(candidate(assigning.rule(), actor, loads, now));
        }
        return candidates.build();
    }

    /** Whether any of these can be given a case at all. */
    public static boolean anybody(ImmutableList<Candidate> candidates) {
        return any(candidates, Assignments::free);
    }

    /**
     * Who gets a case that {@linkplain #waitsIn waits}; empty if nobody can.
     *
     * @param candidates the members of its group who are there
     */
    public Optional<AssignmentChoice.Member> choose(
            SupportCase current, ImmutableList<Candidate> candidates, Instant now) {
        return assigning(current, now).flatMap(assigning -> {
            Predicate<Candidate> competent = Competent.who(assigning.rule().competences(), current, now);
            Predicate<Candidate> possible = candidate -> free(candidate) && competent.test(candidate);
            if (!any(candidates, possible)) {
                LOG.debug("case {} is not assigned, because nobody can have it now", current.number());
                return Optional.empty();
            }
            AssignmentRequest request = new AssignmentRequest(current, candidates, now);
            return deputy(request, possible).or(() -> chosen(assigning.strategy(), request, possible));
        });
    }

    /** A case that comes back to somebody who is away goes to the deputy. */
    private Optional<AssignmentChoice.Member> deputy(AssignmentRequest request, Predicate<Candidate> possible) {
        return request.supportCase()
                .chain()
                .working()
                .flatMap(Link::assignee)
                .flatMap(directory::actor)
                .flatMap(actor -> actor.absence(request.now()))
                .flatMap(Absence::deputy)
                .filter(deputy -> isAmong(request, deputy, possible))
                .map(deputy -> new AssignmentChoice.Member(deputy, "the deputy of whoever had it and is away"));
    }

    private static boolean free(Candidate candidate) {
        return candidate.onDuty() && candidate.belowCapacity();
    }

    /** When somebody may be able to get the case, after an instant; empty if it waits for nobody. */
    public Optional<Instant> nextAttempt(SupportCase current, Instant now) {
        return (nobodys(current) ? assigning(current, now) : Optional.<Assigning>empty()).flatMap(assigning -> {
            AssignmentRule rule = assigning.rule();
            Instant arrived = current.chain().working().orElseThrow().visitBegan();
            return firstReturn(rule.group(), rule.nextAttempt(arrived, now), now);
        });
    }

    /** The earliest of this and of when members who are away come back, if that is known. */
    private Optional<Instant> firstReturn(GroupId group, Optional<Instant> other, Instant now) {
        Optional<Instant> first = other;
        for (Actor actor : directory.members(group)) {
            Optional<Instant> back = actor.absence(now).map(Absence::until).filter(until -> until.isBefore(Bounds.END));
            first = first.isEmpty() || back.filter(first.get()::isAfter).isPresent() ? back : first;
        }
        return first;
    }

    /** How the case is to be given to somebody; empty if somebody has it, or nobody is to get it. */
    private Optional<Assigning> assigning(SupportCase after, Instant now) {
        return after.chain()
                .working()
                .flatMap(working -> assigning(working)
                        .filter(assigning -> after.status() == CaseStatus.QUEUED
                                || unfit(after, working, assigning.rule(), now).isPresent()));
    }

    private Optional<Assigning> assigning(Link working) {
        return Optional.ofNullable(groups.get(working.station().group()));
    }

    /** A case is nobody's if whoever has it has left the group, or it came back to somebody who could not be given it now. */
    private Optional<String> unfit(SupportCase after, Link working, AssignmentRule rule, Instant now) {
        if (after.status() != CaseStatus.IN_PROGRESS || working.assignee().isEmpty()) {
            return Optional.empty();
        }
        Optional<Actor> member = member(working);
        if (member.isEmpty()) {
            return Optional.of("has left the group");
        }
        return working.returned() ? unfit(member.get(), rule, after, now) : Optional.empty();
    }

    /** Whatever the capacity: who had a case before may have it again. */
    private static Optional<String> unfit(Actor actor, AssignmentRule rule, SupportCase after, Instant now) {
        if (actor.absence(now).isPresent()) {
            return Optional.of("is away");
        }
        if (!rule.onDuty(actor.id(), now)) {
            return Optional.of("is off duty");
        }
        return rule.missing(actor, after, now).isEmpty()
                ? Optional.empty()
                : Optional.of("is not certified in what it asks for");
    }

    private static boolean isAmong(AssignmentRequest request, ActorId member, Predicate<Candidate> can) {
        return any(request.members(), candidate -> candidate.actor().id().equals(member) && can.test(candidate));
    }

    private static boolean any(ImmutableList<Candidate> candidates, Predicate<Candidate> such) {
        for (Candidate candidate : candidates) {
            if (such.test(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static Candidate candidate(AssignmentRule rule, Actor actor, Map<ActorId, MemberLoad> loads, Instant now) {
        return new Candidate(
                actor,
                loads.getOrDefault(actor.id(), MemberLoad.none()),
                rule.capacityOf(actor.id()),
                rule.onDuty(actor.id(), now));
    }

    /** A strategy of the host's own is held to those who can be given the case, and does no harm if it fails. */
    private static Optional<AssignmentChoice.Member> chosen(
            AssignmentStrategy strategy, AssignmentRequest request, Predicate<Candidate> can) {
        try {
            AssignmentChoice choice = strategy.choose(request);
            if (choice instanceof AssignmentChoice.Member member) {
                if (isAmong(request, member.actor(), can)) {
                    return Optional.of(member);
                }
                LOG.warn(
                        "case {} is not assigned, because the strategy chose nobody who is a competent member on duty below capacity",
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
