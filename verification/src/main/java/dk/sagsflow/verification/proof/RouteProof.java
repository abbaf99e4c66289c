package dk.sagsflow.verification.proof;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Laws that say where cases come, for all cases at once. */
record RouteProof(Subject subject, Law law) {
    Proof passes(Sentence.Passes passes) {
        return passes.before()
                .map(place -> passesBefore(passes.group(), place))
                .orElseGet(() -> passesByRule(passes.group()));
    }

    private Proof passesByRule(GroupId group) {
        Stream<Proof> left = subject.ways().all().stream().flatMap(way -> resting(way.groups(), way.staying(), group));
        Stream<Proof> refused =
                subject.ways().refused().stream().flatMap(one -> resting(one.groups(), one.cases(), group));
        return Stream.concat(left, refused)
                .findFirst()
                .orElseGet(() -> kept(subject.ways().all().stream()
                        .anyMatch(way -> way.cases().meets(asked(way.last())))));
    }

    private static Proof kept(boolean about) {
        return about ? new Proof.Kept() : new Proof.AboutNothing();
    }

    private CaseSet asked(SupportGroup at) {
        return subject.space().where(law.when(), at);
    }

    /** The cases that triage leaves where it has led them, if they have not been at the group. */
    private Stream<Proof> resting(ImmutableList<SupportGroup> groups, CaseSet cases, GroupId group) {
        SupportGroup last = groups.get(groups.size() - 1);
        CaseSet left = cases.and(asked(last));
        boolean passed = groups.stream().anyMatch(one -> one.id().equals(group));
        return passed || left.none()
                ? Stream.of()
                : Stream.of(new Proof.Broken(
                        left.exampleAfter(groups),
                        "triage leaves it at " + last.id() + ", by way of " + names(groups) + " and not of " + group));
    }

    private static String names(List<SupportGroup> groups) {
        return groups.stream().map(group -> group.id().value()).collect(Collectors.joining(", "));
    }

    private Proof passesBefore(GroupId group, HandOverEnd place) {
        Map<SupportGroup, ImmutableList<SupportGroup>> ways = around(group);
        for (Map.Entry<SupportGroup, ImmutableList<SupportGroup>> way : ways.entrySet()) {
            for (SupportGroup to : at(place).toList()) {
                CaseSet beside = to.id().equals(group)
                        ? subject.space().none()
                        : coming(way.getKey(), to).and(asked(way.getKey()));
                if (beside.some()) {
                    return new Proof.Broken(
                            beside.exampleAfter(List.of(way.getKey(), to)),
                            "it can come to " + to.id() + " by way of " + names(way.getValue()) + " and not of "
                                    + group);
                }
            }
        }
        return kept(subject.handOvers().reached().stream()
                .anyMatch(from -> asked(from).meets(subject.handedTo(from))));
    }

    private Stream<SupportGroup> at(HandOverEnd place) {
        return subject.organisation().groups().stream().filter(to -> place.includes(Subject.station(to)));
    }

    /** Those that come from a group to another, or are registered there, if it is the same. */
    private CaseSet coming(SupportGroup from, SupportGroup to) {
        return from.equals(to)
                ? subject.registering().contains(to)
                        ? subject.handedTo(to)
                        : subject.space().none()
                : subject.handOvers().allowed(from, to);
    }

    /** The groups that some case can come to without this one, and how: on its way it may become another case. */
    private Map<SupportGroup, ImmutableList<SupportGroup>> around(GroupId group) {
        Map<SupportGroup, ImmutableList<SupportGroup>> ways = new LinkedHashMap<>();
        Deque<SupportGroup> next = new ArrayDeque<>();
        for (SupportGroup entrance : subject.registering()) {
            if (!entrance.id().equals(group)) {
                ways.put(entrance, ImmutableList.of(entrance));
                next.add(entrance);
            }
        }
        while (!next.isEmpty()) {
            SupportGroup from = next.remove();
            for (SupportGroup to : subject.organisation().groups()) {
                if (!to.id().equals(group)
                        && !ways.containsKey(to)
                        && subject.handOvers().allowed(from, to).some()) {
                    ways.put(to, longer(ways.getOrDefault(from, ImmutableList.of()), to));
                    next.add(to);
                }
            }
        }
        return ways;
    }

    private static ImmutableList<SupportGroup> longer(ImmutableList<SupportGroup> way, SupportGroup to) {
        return ImmutableList.<SupportGroup>builder().addAll(way).add(to).build();
    }

    Proof onlyThese(Sentence.OnlyThese only) {
        boolean about = false;
        for (SupportGroup to : at(only.at()).toList()) {
            for (SupportGroup from : subject.handOvers().reached()) {
                CaseSet coming = coming(from, to);
                about |= coming.some();
                CaseSet others = coming.minus(asked(from));
                if (others.some()) {
                    return from.equals(to)
                            ? new Proof.Broken(others.exampleAt(to), "it can be registered at " + to.id())
                            : new Proof.Broken(
                                    others.exampleAfter(List.of(from, to)),
                                    "it can come from " + from.id() + " to " + to.id());
                }
            }
        }
        return kept(about);
    }
}
