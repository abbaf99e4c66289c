package dk.sagsflow.verification.subject;

import static dk.sagsflow.verification.finding.FindingCode.ROUTE_BESIDE_ENTRANCE;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_GOES_DOWN;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_LOOPS;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_NOT_DECLARED;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_PASSES_CONTACT_TIER;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_SKIPS_TIER;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_TO_GROUP_WITHOUT_SYSTEM;
import static dk.sagsflow.verification.finding.FindingCode.RULE_TO_UNKNOWN_GROUP;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.decision.HandOverRule.Obstacle;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.space.TooLargeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every way that triage leads a case, from each group where one can come in: rules are asked again wherever the case
 * arrives, and each hand-over is one that the responsibility chain allows, or it is refused. Not thread-safe.
 */
public final class Ways {
    /** More than a model has whose rules were written by people. */
    private static final int MOST = 50_000;

    private final Subject subject;
    private final List<Way> all = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Map<Arrived, CaseSet> walked = new HashMap<>();

    /** What of the way to a group decides how it goes on: which groups have had the case, not in which order. */
    private record Arrived(SupportGroup last, Optional<SupportGroup> before, ImmutableSet<SupportGroup> groups) {}

    /**
     * The groups that have had a case, the last one has it.
     *
     * @param groups in order, at least one
     * @param cases which cases
     * @param staying those that no rule leads farther
     */
    public record Way(ImmutableList<SupportGroup> groups, CaseSet cases, CaseSet staying) {
        public SupportGroup last() {
            return groups.get(groups.size() - 1);
        }

        /** The group that handed the case to the last one; empty if it came from a customer. */
        public Optional<SupportGroup> before() {
            return groups.size() == 1 ? Optional.empty() : Optional.of(groups.get(groups.size() - 2));
        }
    }

    /**
     * A rule that leads cases where the chain does not let them go.
     *
     * @param groups that have had the case, the last one has it
     * @param rules that have led it so far
     * @param rule that is refused
     */
    public record Refused(
            ImmutableList<SupportGroup> groups,
            ImmutableList<Integer> rules,
            int rule,
            CaseSet cases,
            FindingCode why) {
        public Counterexample example() {
            return cases.exampleAfter(groups);
        }
    }

    Ways(Subject subject) {
        this.subject = subject;
        for (SupportGroup entrance : subject.registering()) {
            walk(ImmutableList.of(entrance), ImmutableList.of(), subject.space().all());
        }
    }

    public ImmutableList<Way> all() {
        return ImmutableList.copyOf(all);
    }

    public ImmutableList<Refused> refused() {
        return ImmutableList.copyOf(refused);
    }

    /** Follows those of these cases that have not come by here, from the same group and after the same ones. */
    private void arrive(ImmutableList<SupportGroup> groups, ImmutableList<Integer> led, CaseSet cases) {
        Arrived arrived = new Arrived(
                groups.get(groups.size() - 1), Optional.of(groups.get(groups.size() - 2)), ImmutableSet.copyOf(groups));
        CaseSet before = walked.getOrDefault(arrived, subject.space().none());
        CaseSet fresh = cases.minus(before);
        if (fresh.some()) {
            walked.put(arrived, before.or(cases));
            walk(groups, led, fresh);
        }
    }

    private void walk(ImmutableList<SupportGroup> groups, ImmutableList<Integer> taken, CaseSet cases) {
        if (all.size() >= MOST) {
            throw new TooLargeException(String.format(
                    Locale.ROOT, "the rules of triage lead cases on more than %,d ways from group to group", MOST));
        }
        SupportGroup at = groups.get(groups.size() - 1);
        int place = all.size();
        CaseSet left = cases;
        ImmutableList<TriageRule> rules = subject.model().triage().rules();
        for (int i = 0; i < rules.size() && left.some(); i++) {
            CaseSet holds = subject.matching(rules.get(i), at);
            CaseSet led = left.and(holds);
            left = left.minus(holds);
            if (led.some()) {
                step(groups, taken, i, led);
            }
        }
        all.add(place, new Way(groups, cases, left));
    }

    /** Asks what the chain asks of a hand-over, in its order. */
    private void step(ImmutableList<SupportGroup> groups, ImmutableList<Integer> taken, int rule, CaseSet cases) {
        GroupId id = subject.model().triage().rules().get(rule).to();
        Optional<SupportGroup> known = subject.organisation().group(id);
        if (known.isEmpty() || groups.contains(known.get())) {
            refused.add(new Refused(groups, taken, rule, cases, known.isEmpty() ? RULE_TO_UNKNOWN_GROUP : ROUTE_LOOPS));
            return;
        }
        CaseSet arriving = new Step(groups, taken, rule, known.get()).arriving(cases);
        if (arriving.some()) {
            // Where it arrives, triage is asked at another time.
            arrive(with(groups, known.get()), with(taken, rule), subject.space().atAnyTime(arriving));
        }
    }

    private static <T> ImmutableList<T> with(ImmutableList<T> list, T one) {
        return ImmutableList.<T>builder().addAll(list).add(one).build();
    }

    /** What is found where this stands in the way. */
    private static FindingCode code(Obstacle obstacle) {
        return switch (obstacle) {
            case DOWNWARD -> ROUTE_GOES_DOWN;
            case SYSTEM -> ROUTE_TO_GROUP_WITHOUT_SYSTEM;
            case CONTACT_TIER -> ROUTE_PASSES_CONTACT_TIER;
            case TIER_BETWEEN -> ROUTE_SKIPS_TIER;
            case ENTRANCE -> ROUTE_BESIDE_ENTRANCE;
            case NOT_DECLARED -> ROUTE_NOT_DECLARED;
        };
    }

    /** A hand-over along a way, and the rule that asks for it. */
    private final class Step {
        private final ImmutableList<SupportGroup> groups;
        private final ImmutableList<Integer> taken;
        private final int rule;
        private final SupportGroup from;
        private final SupportGroup to;

        Step(ImmutableList<SupportGroup> groups, ImmutableList<Integer> taken, int rule, SupportGroup to) {
            this.groups = groups;
            this.taken = taken;
            this.rule = rule;
            this.from = groups.get(groups.size() - 1);
            this.to = to;
        }

        /** Those of these cases that are not refused on the way. */
        CaseSet arriving(CaseSet cases) {
            CaseSet left = cases;
            for (Obstacle obstacle : Obstacle.values()) {
                left = allowed(left, subject.handOvers().free(obstacle, from, to), code(obstacle));
            }
            return left;
        }

        private CaseSet allowed(CaseSet before, CaseSet allowed, FindingCode why) {
            CaseSet stopped = before.minus(allowed);
            if (stopped.some()) {
                refused.add(new Refused(groups, taken, rule, stopped, why));
            }
            return before.and(allowed);
        }
    }
}
