package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a member of a group has to do there. Immutable.
 *
 * @param open the cases that the group works on and the member has, by assignment or by taking them on; those on hold are
 *     among them, those that were handed on are not
 * @param assignments how often a case of the group was assigned to the member, by a strategy or by somebody
 * @param latest the time of the latest of these assignments; empty if there was none
 */
public record MemberLoad(int open, long assignments, Optional<Instant> latest) {
    /** Refuses null and figures below zero. */
    public MemberLoad {
        checkArgument(
                open >= 0 && assignments >= 0, "a member has %s open cases and %s assignments", open, assignments);
        requireNonNull(latest);
    }

    /** Nothing, ever. */
    public static MemberLoad none() {
        return new MemberLoad(0, 0, Optional.empty());
    }

    MemberLoad withMore(int cases) {
        return new MemberLoad(open + cases, assignments, latest);
    }

    MemberLoad assignedAt(Instant at) {
        return new MemberLoad(
                open, assignments + 1, Optional.of(latest.filter(at::isBefore).orElse(at)));
    }

    /** What {@link CaseRepository#loads} means, read from every case that the group has had. */
    static ImmutableMap<ActorId, MemberLoad> counted(CaseRepository repository, GroupId group) {
        Map<ActorId, MemberLoad> loads = new LinkedHashMap<>();
        CaseQuery query = CaseQuery.builder()
                .scope(new CaseScope.AnyOf(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(group)))
                .pageSize(Integer.MAX_VALUE)
                .build();
        for (SupportCase found : repository.query(query).cases()) {
            for (CaseEvent event : repository.history(found.number())) {
                if (event instanceof CaseEvent.Assigned assigned
                        && assigned.station().group().equals(group)) {
                    change(loads, assigned.assignee(), load -> load.assignedAt(assigned.at()));
                }
            }
            found.chain()
                    .working()
                    .filter(link -> link.station().group().equals(group))
                    .flatMap(Link::assignee)
                    .ifPresent(assignee -> change(loads, assignee, load -> load.withMore(1)));
        }
        return ImmutableMap.copyOf(loads);
    }

    private static void change(Map<ActorId, MemberLoad> loads, ActorId member, UnaryOperator<MemberLoad> by) {
        loads.put(member, by.apply(loads.getOrDefault(member, none())));
    }
}
