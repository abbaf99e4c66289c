package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
        requireNonNull(latest, "latest");
    }

    /** Nothing, ever. */
    public static MemberLoad none() {
        return new MemberLoad(0, 0, Optional.empty());
    }

    /** The load after this change of it. */
    public MemberLoad after(Change change) {
        Optional<Instant> last = latest.filter(
                at -> change.assigned().isEmpty() || change.assigned().get().isBefore(at));
        return new MemberLoad(
                open + change.open(), assignments + (change.assigned().isPresent() ? 1 : 0), last.or(change::assigned));
    }

    /**
     * How a change of a case changes the load of a member. Immutable.
     *
     * @param group the group
     * @param member the member
     * @param open how many cases more the member has; -1 for one less
     * @param assigned when a case was assigned to the member; empty if none was
     */
    public record Change(GroupId group, ActorId member, int open, Optional<Instant> assigned) {
        /** Refuses null. */
        public Change {
            requireNonNull(group, "group");
            requireNonNull(member, "member");
            requireNonNull(assigned, "assigned");
        }
    }

    /**
     * What a store changes in the loads that it keeps when it stores new events of a case.
     *
     * @param before the case before; empty if it is new
     * @param after the case with the events
     */
    public static ImmutableList<Change> changes(
            Optional<SupportCase> before, SupportCase after, ImmutableList<CaseEvent> events) {
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.Assigned assigned) {
                changes.add(new Change(
                        assigned.station().group(), assigned.assignee(), 0, Optional.of(assigned.occurredAt())));
            }
        }
        Optional<Link> left = before.flatMap(state -> state.chain().working());
        Optional<Link> reached = after.chain().working();
        if (!left.equals(reached)) {
            open(left, -1).ifPresent(changes::add);
            open(reached, 1).ifPresent(changes::add);
        }
        return changes.build();
    }

    private static Optional<Change> open(Optional<Link> link, int by) {
        return link.flatMap(working -> working.assignee()
                .map(assignee -> new Change(working.station().group(), assignee, by, Optional.empty())));
    }

    /**
     * What {@link CaseRepository#loads} means, read from every case that the group has had: the oracle for stores, which keep
     * the figures.
     */
    public static ImmutableMap<ActorId, MemberLoad> counted(CaseRepository repository, GroupId group) {
        Map<ActorId, MemberLoad> loads = new LinkedHashMap<>();
        CaseQuery query = CaseQuery.builder()
                .scope(new CaseScope.AnyOf(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(group)))
                .pageSize(Integer.MAX_VALUE)
                .build();
        for (SupportCase found : repository.query(query).cases()) {
            changes(Optional.empty(), found, repository.history(found.number())).stream()
                    .filter(change -> change.group().equals(group))
                    .forEach(change -> loads.put(
                            change.member(),
                            loads.getOrDefault(change.member(), none()).after(change)));
        }
        return ImmutableMap.copyOf(loads);
    }
}
