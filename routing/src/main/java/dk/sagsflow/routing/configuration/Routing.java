package dk.sagsflow.routing.configuration;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.decision.HandOverWays;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.triage.Triage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How cases find their way through an organisation: what {@code routing.json} of a model says. Immutable. */
@Value.Immutable
@ValueStyle
public interface Routing extends WithRouting {
    /** Where cases go by themselves; without rules they stay where they are. */
    @Value.Default
    default Triage triage() {
        return new Triage(ImmutableList.of());
    }

    /** The ways along which cases are handed over; empty if every way is open that the responsibility chain allows. */
    Optional<HandOverGraph> handOvers();

    /** What is done about cases that wait too long (R14, R20); nothing by itself unless said otherwise. */
    ImmutableList<FollowUpRule> followUps();

    /** How groups give cases to their members, each group once; members of the others take cases on themselves. */
    ImmutableList<AssignmentRule> assignments();

    /**
     * How often a case is handed over or given back at most until the lead of the group that has it decides where it goes;
     * empty if any number of times.
     */
    Optional<Integer> handOverLimit();

    /** What a word of the customer makes of a case that is over; within twenty working days it reopens it unless said otherwise. */
    @Value.Default
    default Replies replies() {
        return Replies.standard();
    }

    /**
     * What a group is told of where its cases are (arrival, hand-over, return, assignment) that has not said anything itself;
     * not at all unless said otherwise.
     */
    ImmutableMap<Notification.Kind, Subscriptions.Wish> groupNotices();

    /** Refuses two follow-up rules of one name, since events tell rules by it, and a hand-over limit that nothing keeps. */
    @Value.Check
    default void check() {
        Set<String> names = new HashSet<>();
        for (FollowUpRule rule : followUps()) {
            checkArgument(names.add(rule.name()), "there are two follow-up rules \"%s\"", rule.name());
        }
        groupNotices()
                .keySet()
                .forEach(kind -> checkArgument(kind.subscribedByGroups(), "groups do not subscribe to %s", kind));
        handOverLimit().ifPresent(limit -> checkArgument(limit >= 1, "hand-over limit is %s, not 1 or more", limit));
    }

    /** How this group gives cases to its members: the first rule for it; empty if they take cases on themselves. */
    default Optional<AssignmentRule> assignment(GroupId group) {
        return assignments().stream().filter(rule -> rule.group().equals(group)).findFirst();
    }

    /** What is asked for each hand-over: the declared ways, or all. */
    default HandOverWays ways() {
        return handOvers().<HandOverWays>map(graph -> graph).orElseGet(HandOverWays::all);
    }

    /** Routing that leaves everything to people. */
    static Routing byHand() {
        return builder().build();
    }

    /** Routing by these rules alone. */
    static Routing of(Triage triage) {
        return builder().triage(triage).build();
    }

    /** A builder; nothing is required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Routing.class, "it is routing.json, which ModelFolder reads");
    }

    /** Builds routings. Not thread-safe. */
    final class Builder extends ImmutableRouting.Builder {
        Builder() {}
    }
}
