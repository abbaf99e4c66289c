package dk.sagsflow.verification.subject;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.verification.space.CaseSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which cases may be handed over from one group to another: what the desk decides, for all cases at once. Not thread-safe. */
public final class HandOverSets {
    private final Subject subject;
    private Optional<ImmutableSet<SupportGroup>> reached = Optional.empty();

    HandOverSets(Subject subject) {
        this.subject = subject;
    }

    /** The cases that may be handed over, whichever groups have had them. */
    public CaseSet allowed(SupportGroup from, SupportGroup to) {
        return inShape(from, to, direct(from, to)).and(declared(from, to));
    }

    /** What a declared way alone allows: all ways together allow what each of them does. */
    public CaseSet along(HandOverWay way, SupportGroup from, SupportGroup to) {
        CaseSet led = led(way, from, to);
        return led.none()
                ? led
                : inShape(from, to, business(from, to).or(direct(way, from, to)))
                        .and(led);
    }

    private CaseSet inShape(SupportGroup from, SupportGroup to, CaseSet direct) {
        int rise = rise(from, to);
        if (from.equals(to) || rise < 0 || beside(from, to)) {
            return subject.space().none();
        }
        CaseSet supported = subject.handedTo(to);
        return rise > 1 ? supported.and(direct) : supported;
    }

    public int rise(SupportGroup from, SupportGroup to) {
        return subject.rank(to) - subject.rank(from);
    }

    /** Whether the way comes into a tier by another group than its entrance. */
    public boolean beside(SupportGroup from, SupportGroup to) {
        return rise(from, to) > 0 && !subject.entrances(to.tier()).contains(to);
    }

    public boolean passesContactTier(SupportGroup from, SupportGroup to) {
        return subject.rank(from) < subject.contactRank() && subject.rank(to) > subject.contactRank();
    }

    /** The cases that may pass tiers. */
    public CaseSet direct(SupportGroup from, SupportGroup to) {
        return ways().map(way -> direct(way, from, to)).reduce(business(from, to), CaseSet::or);
    }

    private CaseSet business(SupportGroup from, SupportGroup to) {
        return to.kind() == GroupKind.BUSINESS_SPECIALISTS && subject.rank(from) == subject.contactRank()
                ? subject.space().where(Subject.BUSINESS)
                : subject.space().none();
    }

    private CaseSet direct(HandOverWay way, SupportGroup from, SupportGroup to) {
        return way.direct() && !passesContactTier(from, to)
                ? led(way, from, to)
                : subject.space().none();
    }

    /** The cases for which a way is declared, all of them if none need be. */
    public CaseSet declared(SupportGroup from, SupportGroup to) {
        return subject.model().routing().handOvers().isEmpty()
                ? subject.space().all()
                : ways().map(way -> led(way, from, to)).reduce(subject.space().none(), CaseSet::or);
    }

    public boolean joins(HandOverWay way, SupportGroup from, SupportGroup to) {
        return way.joins(Subject.station(from), Subject.station(to));
    }

    private CaseSet led(HandOverWay way, SupportGroup from, SupportGroup to) {
        return joins(way, from, to)
                ? subject.space().where(way.when(), from)
                : subject.space().none();
    }

    private Stream<HandOverWay> ways() {
        return subject.model().routing().handOvers().stream().flatMap(graph -> graph.ways().stream());
    }

    /**
     * The cases that can go from here to a tier farther from the customer, at once or by way of other groups of the tier:
     * whatever is gone round in a circle can leave before.
     */
    public CaseSet leaving(SupportGroup from) {
        List<SupportGroup> tier = subject.organisation().groupsAt(from.tier()).toList();
        Map<SupportGroup, CaseSet> leaving = new HashMap<>();
        tier.forEach(group -> leaving.put(group, upward(group)));
        boolean more = true;
        while (more) {
            more = false;
            for (SupportGroup group : tier) {
                CaseSet before = requireNonNull(leaving.get(group));
                CaseSet after = tier.stream()
                        .map(aside -> allowed(group, aside).and(requireNonNull(leaving.get(aside))))
                        .reduce(before, CaseSet::or);
                leaving.put(group, after);
                more |= !after.equals(before);
            }
        }
        return requireNonNull(leaving.get(from));
    }

    private CaseSet upward(SupportGroup from) {
        return subject.organisation().groups().stream()
                .filter(to -> rise(from, to) > 0)
                .map(to -> allowed(from, to))
                .reduce(subject.space().none(), CaseSet::or);
    }

    /**
     * The cases that come from one group of a tier to another, at once or by way of other groups of the tier, if those that
     * the first can have lie there.
     */
    public CaseSet brought(SupportGroup first, SupportGroup to) {
        List<SupportGroup> tier = subject.organisation().groupsAt(first.tier()).toList();
        Map<SupportGroup, CaseSet> there = new HashMap<>();
        there.put(first, subject.handedTo(first));
        Deque<SupportGroup> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            SupportGroup from = next.remove();
            for (SupportGroup aside : tier) {
                CaseSet before = there.getOrDefault(aside, subject.space().none());
                CaseSet after = before.or(requireNonNull(there.get(from)).and(allowed(from, aside)));
                if (!after.equals(before)) {
                    there.put(aside, after);
                    next.add(aside);
                }
            }
        }
        return there.getOrDefault(to, subject.space().none());
    }

    /** Where people can bring a case, whatever the rules of triage say. */
    public ImmutableSet<SupportGroup> reached() {
        if (reached.isEmpty()) {
            reached = Optional.of(walked());
        }
        return reached.get();
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
