package dk.sagsflow.routing.assignment;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.style.PlainJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;

/** How cases that come to a group are given to its members. Immutable. */
@Value.Immutable
public interface AssignmentRule extends WithAssignmentRule {
    /** The group. */
    GroupId group();

    /** How one of those is chosen who may get a case; {@link AssignmentMethod#PULL} unless said otherwise. */
    @Value.Default
    default AssignmentMethod method() {
        return AssignmentMethod.PULL;
    }

    /** How many open cases of the group a member has at most by assignment; empty if any number. */
    Optional<Integer> capacity();

    /** The members who have a capacity of their own. */
    ImmutableMap<ActorId, Integer> capacities();

    /** What cases ask of those who get them; all that hold for a case count. */
    ImmutableList<CompetenceRule> competences();

    /** Who is on duty when; none means that everybody always is, one that those who are not in it never are. */
    ImmutableList<DutyShift> duty();

    /** After how long a case that nobody could get is looked at again, while somebody is on duty; 15 minutes unless said otherwise. */
    @Value.Default
    default Duration retry() {
        return Duration.ofMinutes(15);
    }

    /** Refuses capacities below zero and a time of nothing. */
    @Value.Check
    default void check() {
        capacity().ifPresent(limit -> checkArgument(limit >= 0, "capacity is %s, not 0 or more", limit));
        capacities()
                .forEach((member, limit) ->
                        checkArgument(limit >= 0, "capacity of %s is %s, not 0 or more", member, limit));
        checkArgument(
                retry().compareTo(Duration.ofSeconds(1)) >= 0, "retry is after %s; a second is the shortest", retry());
        Bounds.duration("retry", retry());
    }

    /** The strategy that the rule asks for. */
    default AssignmentStrategy strategy() {
        AssignmentStrategy chosen = method().strategy();
        return method() == AssignmentMethod.PULL
                ? chosen
                : chosen.belowCapacity().onDuty().competent(competences());
    }

    /** How many open cases this member has at most by assignment; empty if any number. */
    default Optional<Integer> capacityOf(ActorId member) {
        return Optional.ofNullable(capacities().get(member)).or(this::capacity);
    }

    /** Whether this member is on duty at this instant. */
    default boolean onDuty(ActorId member, Instant at) {
        return duty().isEmpty()
                || duty().stream()
                        .anyMatch(shift -> shift.member().equals(member)
                                && shift.calendar().openAt(at));
    }

    /** What this case asks of those who get it that the member is not certified in on that day. */
    default ImmutableSet<CompetenceId> missing(Actor member, SupportCase current, Instant at) {
        return CompetenceRule.needed(competences(), current).stream()
                .filter(needed -> !member.certified(needed, CompetenceRule.day(at)))
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * When a case that nobody got is looked at again: at the next multiple of {@link #retry} since it came, while somebody is
     * on duty, otherwise when somebody comes on duty; empty if nobody ever does.
     *
     * @param arrived when the case came to the group
     * @param now the time after which it is looked at again, exclusive
     */
    default Optional<Instant> nextAttempt(Instant arrived, Instant now) {
        boolean somebody = duty().isEmpty()
                || duty().stream().anyMatch(shift -> shift.calendar().openAt(now));
        if (!somebody) {
            return duty().stream()
                    .flatMap(shift -> shift.calendar().nextOpening(now).instant().stream())
                    .min(Comparator.naturalOrder());
        }
        if (now.isBefore(arrived)) {
            return Optional.of(arrived);
        }
        Duration waited = Duration.between(arrived, now);
        // Most ask when the case has just come, and a division takes more than all the rest.
        long passed = waited.compareTo(retry()) < 0 ? 0 : waited.dividedBy(retry());
        return Optional.of(arrived.plus(retry().multipliedBy(passed + 1)));
    }

    /** A rule by which members of this group take cases on themselves. */
    static AssignmentRule pull(String group) {
        return builder().group(GroupId.of(group)).build();
    }

    /** A builder; the group is required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(AssignmentRule.class, "it is part of routing.json, which ModelFolder reads");
    }

    /** Builds rules. Not thread-safe. */
    final class Builder extends ImmutableAssignmentRule.Builder {
        Builder() {}
    }
}
