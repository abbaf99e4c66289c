package dk.sagsflow.verification.subject;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.decision.HandOverRule.Obstacle;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.space.CaseSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people bring cases from group to group, hand-over after hand-over, whatever the rules of triage say; and what these say
 * where they are asked after that. Not thread-safe.
 */
final class HandWays {
    private final Subject subject;
    private final Map<Optional<SupportGroup>, ImmutableList<Brought>> brought = new HashMap<>();

    HandWays(Subject subject) {
        this.subject = subject;
    }

    /**
     * Cases that come to a group.
     *
     * @param groups that have had them, the last one has them
     */
    record Brought(ImmutableList<SupportGroup> groups, CaseSet cases) {
        SupportGroup last() {
            return groups.get(groups.size() - 1);
        }

        Brought on(SupportGroup to, CaseSet arriving) {
            return new Brought(
                    ImmutableList.<SupportGroup>builder().addAll(groups).add(to).build(), arriving);
        }
    }

    /** For each case one of the shortest ways to each group where it can be brought. */
    ImmutableList<Brought> all() {
        return without(Optional.empty());
    }

    /** The cases that can be brought to a group though another has not had them. */
    private CaseSet around(SupportGroup avoided, SupportGroup to) {
        return without(Optional.of(avoided)).stream()
                .filter(there -> there.last().equals(to))
                .map(Brought::cases)
                .reduce(subject.space().none(), CaseSet::or);
    }

    private ImmutableList<Brought> without(Optional<SupportGroup> avoided) {
        ImmutableList<Brought> known = brought.get(avoided);
        if (known == null) {
            known = new Walk(avoided).all();
            brought.put(avoided, known);
        }
        return known;
    }

    /** From group to group, each case only once to each. */
    private final class Walk {
        private final Map<SupportGroup, CaseSet> awaited = new HashMap<>();
        private final Deque<Brought> next = new ArrayDeque<>();

        Walk(Optional<SupportGroup> avoided) {
            subject.organisation().groups().stream()
                    .filter(group -> avoided.filter(group::equals).isEmpty())
                    .forEach(group -> awaited.put(group, subject.handedTo(group)));
            for (SupportGroup entrance : subject.registering()) {
                if (awaited.remove(entrance) != null) {
                    next.add(new Brought(
                            ImmutableList.of(entrance), subject.space().all()));
                }
            }
        }

        ImmutableList<Brought> all() {
            ImmutableList.Builder<Brought> all = ImmutableList.builder();
            while (!next.isEmpty()) {
                Brought here = next.remove();
                all.add(here);
                ImmutableSet.copyOf(awaited.keySet()).forEach(to -> onward(here, to));
            }
            return all.build();
        }

        private void onward(Brought here, SupportGroup to) {
            CaseSet left = awaited.getOrDefault(to, subject.space().none());
            CaseSet going = left.and(here.cases());
            CaseSet arriving =
                    going.none() ? going : going.and(subject.handOvers().allowed(here.last(), to));
            if (arriving.some()) {
                next.add(here.on(to, arriving));
                awaited.put(to, left.minus(arriving));
                awaited.remove(to, subject.space().none());
            }
        }
    }

    /** Rules that are refused where people brought cases, whichever way they did. */
    ImmutableList<Ways.Refused> refused() {
        List<Ways.Refused> refused = new ArrayList<>();
        all().stream()
                .filter(there -> there.groups().size() > 1)
                .forEach(there -> new ByRules(there, refused).follow());
        return ImmutableList.copyOf(refused);
    }

    /** Where rules lead cases that people brought to a group, each case only once to each. */
    private final class ByRules {
        private final Brought start;
        private final List<Ways.Refused> refused;
        private final Map<SupportGroup, CaseSet> seen = new HashMap<>();
        private final Deque<Brought> next = new ArrayDeque<>();

        ByRules(Brought start, List<Ways.Refused> refused) {
            this.start = start;
            this.refused = refused;
            next.add(start);
        }

        void follow() {
            ImmutableList<TriageRule> rules = subject.model().triage().rules();
            while (!next.isEmpty()) {
                Brought here = next.remove();
                CaseSet left = here.cases();
                for (int rule = 0; rule < rules.size() && left.some(); rule++) {
                    CaseSet holds = subject.matching(rules.get(rule), here.last());
                    CaseSet leading = left.and(holds);
                    left = left.minus(holds);
                    if (leading.some()) {
                        step(here, rule, leading);
                    }
                }
            }
        }

        private void step(Brought here, int rule, CaseSet cases) {
            Optional<SupportGroup> to = subject.organisation()
                    .group(subject.model().triage().rules().get(rule).to());
            if (to.isEmpty()) {
                refuse(here, rule, cases, FindingCode.RULE_TO_UNKNOWN_GROUP);
                return;
            }
            boolean had = here.groups().contains(to.get());
            CaseSet back = had ? cases.minus(others(to.get())) : subject.space().none();
            refuse(here, rule, back, FindingCode.ROUTE_LOOPS);
            CaseSet arriving = allowed(here, rule, to.get(), cases.minus(back));
            if (!had) {
                arrive(here, to.get(), subject.space().atAnyTime(arriving));
            }
        }

        /** Cases that people can bring to where this starts though a group that they usually come by has not had them. */
        private CaseSet others(SupportGroup to) {
            boolean before = start.groups().contains(to) && !start.last().equals(to);
            return before ? around(to, start.last()) : subject.space().none();
        }

        private CaseSet allowed(Brought here, int rule, SupportGroup to, CaseSet cases) {
            CaseSet left = cases;
            for (Obstacle obstacle : Obstacle.values()) {
                CaseSet free = subject.handOvers().free(obstacle, here.last(), to);
                refuse(here, rule, left.minus(free), Ways.code(obstacle));
                left = left.and(free);
            }
            return left;
        }

        private void refuse(Brought here, int rule, CaseSet cases, FindingCode why) {
            if (cases.some()) {
                refused.add(new Ways.Refused(here.groups(), ImmutableList.of(), rule, cases, why));
            }
        }

        private void arrive(Brought here, SupportGroup to, CaseSet cases) {
            CaseSet before = seen.getOrDefault(to, subject.space().none());
            CaseSet fresh = cases.minus(before);
            if (fresh.some()) {
                seen.put(to, before.or(cases));
                next.add(here.on(to, fresh));
            }
        }
    }
}
