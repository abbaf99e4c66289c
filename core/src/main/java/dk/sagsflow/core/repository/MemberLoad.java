package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.CaseScope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member of a group has to do there. Immutable.
 *
 * @param open the cases that the group works on and the member has, by assignment or by taking them on; those on hold are
 *     among them, those that were handed on are not
 * @param assignments how often a case of the group was assigned to the member, by a strategy or by somebody
 * @param latest the time of the latest of these assignments, or of a later one that is erased; empty if none is left
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
        long left = assignments + change.assignments();
        return new MemberLoad(open + change.open(), left, left > 0 ? later(latest, change.latest()) : Optional.empty());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.filter(one.get()::isBefore).isPresent() ? other : one;
    }

    /**
     * How a change of a case changes the load of a member. Immutable.
     *
     * @param group the group
     * @param member the member
     * @param open how many cases more the member has; -1 for one less
     * @param assignments how many assignments more count; -1 for one that is erased
     * @param latest when a case was assigned to the member; empty if none was
     */
    public record Change(GroupId group, ActorId member, int open, int assignments, Optional<Instant> latest) {
        /** Refuses null. */
        public Change {
            requireNonNull(group, "group");
            requireNonNull(member, "member");
            requireNonNull(latest, "latest");
        }

        private static Optional<Change> assignment(CaseEvent event, int by) {
            return event instanceof CaseEvent.Assigned assigned
                            && !assigned.assignee().equals(PersonalData.SOMEBODY)
                    ? Optional.of(new Change(
                            assigned.station().group(),
                            assigned.assignee(),
                            0,
                            by,
                            by > 0 ? Optional.of(assigned.occurredAt()) : Optional.empty()))
                    : Optional.empty();
        }
    }

    /**
     * What a store changes in the loads that it keeps when it stores new events of a case. It keeps no load that is
     * {@linkplain #none nothing} then.
     *
     * @param before the case before; empty if it is new
     * @param after the case with the events
     */
    public static ImmutableList<Change> changes(
            Optional<SupportCase> before, SupportCase after, ImmutableList<CaseEvent> events) {
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        for (CaseEvent event : events) {
            Change.assignment(event, 1).ifPresent(changes::add);
        }
        Optional<Link> left = before.flatMap(state -> state.chain().working());
        Optional<Link> reached = after.chain().working();
        if (!left.equals(reached)) {
            open(left, -1).ifPresent(changes::add);
            open(reached, 1).ifPresent(changes::add);
        }
        return changes.build();
    }

    /**
     * What a store changes as well when an {@linkplain CaseChange#erasedHistory erased history} takes the place of events: whom that
     * names no longer was not given the case.
     *
     * @param before the events in order
     * @param left as many, which take their place
     */
    public static ImmutableList<Change> erased(ImmutableList<CaseEvent> before, ImmutableList<CaseEvent> left) {
        return Streams.zip(before.stream(), left.stream(), MemberLoad::rewritten)
                .flatMap(changes -> changes)
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Change> rewritten(CaseEvent before, CaseEvent left) {
        return before.equals(left)
                ? Stream.empty()
                : Stream.concat(Change.assignment(before, -1).stream(), Change.assignment(left, 1).stream());
    }

    private static Optional<Change> open(Optional<Link> link, int by) {
        return link.flatMap(working -> working.assignee()
                .filter(assignee -> !assignee.equals(PersonalData.SOMEBODY))
                .map(assignee -> new Change(working.station().group(), assignee, by, 0, Optional.empty())));
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
        loads.values().removeIf(none()::equals);
        return ImmutableMap.copyOf(loads);
    }
}
