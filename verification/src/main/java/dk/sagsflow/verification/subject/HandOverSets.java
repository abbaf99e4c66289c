package dk.sagsflow.verification.subject;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Table;
import dk.sagsflow.core.decision.HandOverRule;
import dk.sagsflow.core.decision.HandOverRule.Obstacle;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.verification.space.CaseSet;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cases may be handed over from one group to another, for all cases at once, by the conditions that the desk asks of one.
 * Not thread-safe.
 */
public final class HandOverSets {
    private final Subject subject;
    private Optional<ImmutableSet<SupportGroup>> reached = Optional.empty();
    private final HandOverRule rule;
    private final Map<SupportGroup, ImmutableSet<SupportGroup>> first = new HashMap<>();
    private final Table<SupportGroup, SupportGroup, CaseSet> allowed = HashBasedTable.create();

    HandOverSets(Subject subject) {
        this.subject = subject;
        this.rule = new HandOverRule(
                subject.organisation(), subject.model().routing().ways());
    }

    /** The cases that may be handed over, whichever groups have had them. */
    public CaseSet allowed(SupportGroup from, SupportGroup to) {
        CaseSet known = allowed.get(from, to);
        if (known == null) {
            known = allowed(rule, from, to);
            allowed.put(from, to, known);
        }
        return known;
    }

    /** What a declared way alone allows: all ways together allow what each of them does. */
    public CaseSet along(HandOverWay way, SupportGroup from, SupportGroup to) {
        return joins(way, from, to)
                ? allowed(new HandOverRule(subject.organisation(), new HandOverGraph(ImmutableList.of(way))), from, to)
                : subject.space().none();
    }

    private CaseSet allowed(HandOverRule asked, SupportGroup from, SupportGroup to) {
        return from.equals(to)
                ? subject.space().none()
                : Arrays.stream(Obstacle.values())
                        .map(obstacle -> free(asked, obstacle, from, to))
                        .reduce(subject.space().all(), CaseSet::and);
    }

    /** The cases in whose way this does not stand. */
    public CaseSet free(Obstacle obstacle, SupportGroup from, SupportGroup to) {
        return free(rule, obstacle, from, to);
    }

    private CaseSet free(HandOverRule asked, Obstacle obstacle, SupportGroup from, SupportGroup to) {
        return subject.space().where(asked.free(obstacle, Subject.station(from), to), from);
    }

    /** How many tiers a hand-over goes up; negative if it goes down. */
    public int rise(SupportGroup from, SupportGroup to) {
        return rule.rise(Subject.station(from), to);
    }

    /** Whether a way begins and ends at these groups. */
    public boolean joins(HandOverWay way, SupportGroup from, SupportGroup to) {
        return way.joins(Subject.station(from), Subject.station(to));
    }

    /**
     * The cases that can go from here to a tier farther from the customer, at once or by way of other groups of the tier:
     * whatever is gone round in a circle can leave before.
     */
    public CaseSet leaving(SupportGroup from) {
        List<SupportGroup> tier = subject.organisation().groupsAt(from.tier()).toList();
        Map<SupportGroup, CaseSet> leaving = new HashMap<>();
        tier.forEach(group -> leaving.put(group, upward(group)));
        Map<SupportGroup, CaseSet> before;
        do {
            before = Map.copyOf(leaving);
            tier.forEach(group -> leaving.put(group, throughOthers(group, leaving)));
        } while (!before.equals(leaving));
        return requireNonNull(leaving.get(from));
    }

    /** What leaves a group at once, or by way of others of its tier. */
    private CaseSet throughOthers(SupportGroup group, Map<SupportGroup, CaseSet> leaving) {
        return leaving.keySet().stream()
                .map(aside -> allowed(group, aside).and(requireNonNull(leaving.get(aside))))
                .reduce(requireNonNull(leaving.get(group)), CaseSet::or);
    }

    private CaseSet upward(SupportGroup from) {
        return subject.organisation().groups().stream()
                .filter(to -> rise(from, to) > 0)
                .map(to -> allowed(from, to))
                .reduce(subject.space().none(), CaseSet::or);
    }

    /**
     * The cases that a group of a tier can have which came to the tier by another one, at once or by way of more groups there:
     * on their way they may become other cases.
     */
    public CaseSet brought(SupportGroup first, SupportGroup to) {
        return first(to).contains(first)
                ? subject.handedTo(to)
                : subject.space().none();
    }

    /**
     * The groups by which cases come to a tier and on to this group of it: on their way they may become other cases. The group
     * alone if nothing is promised for all visits to a tier: then it does not matter.
     */
    public ImmutableSet<SupportGroup> first(SupportGroup at) {
        if (!subject.model().agreements().measure(Measure.CUMULATIVE_RESIDENCE)) {
            return ImmutableSet.of(at);
        }
        ImmutableSet<SupportGroup> known = first.get(at);
        if (known == null) {
            Set<SupportGroup> leading = leading(at);
            known = subject.entrances(at.tier()).stream()
                    .filter(leading::contains)
                    .collect(ImmutableSet.toImmutableSet());
            first.put(at, known);
        }
        return known;
    }

    /** The groups of its tier from which cases come to this one, itself among them. */
    private Set<SupportGroup> leading(SupportGroup at) {
        Set<SupportGroup> left =
                subject.organisation().groupsAt(at.tier()).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<SupportGroup> leading = new LinkedHashSet<>(List.of(at));
        left.remove(at);
        Deque<SupportGroup> next = new ArrayDeque<>(leading);
        while (!next.isEmpty()) {
            SupportGroup to = next.remove();
            left.removeIf(from -> allowed(from, to).some() && leading.add(from) && next.add(from));
        }
        return leading;
    }

    /** Where people can bring a case, whatever the rules of triage say. */
    public ImmutableSet<SupportGroup> reached() {
        ImmutableSet<SupportGroup> groups = reached.orElseGet(this::walked);
        reached = Optional.of(groups);
        return groups;
    }

    private ImmutableSet<SupportGroup> walked() {
        Set<SupportGroup> left = new LinkedHashSet<>(subject.organisation().groups());
        Deque<SupportGroup> next = new ArrayDeque<>(subject.registering());
        next.forEach(left::remove);
        ImmutableSet.Builder<SupportGroup> walked = ImmutableSet.builder();
        while (!next.isEmpty()) {
            SupportGroup from = next.remove();
            walked.add(from);
            left.removeIf(to -> allowed(from, to).some() && next.add(to));
        }
        return walked.build();
    }
}
