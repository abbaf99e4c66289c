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
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import dk.sagsflow.core.decision.HandOverRule.Obstacle;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.space.TooLargeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every way that triage leads a case, from each group where one can come in: rules are asked again wherever the case
 * arrives, and each hand-over is one that the responsibility chain allows, or it is refused. Not thread-safe.
 */
public final class Ways {
    /** More than a model has whose rules were written by people. */
    private static final int MOST = 50_000;

    private final Subject subject;
    private final Walk byRules = new Walk();
    private final Map<Arrived, CaseSet> walked = new HashMap<>();
    private final Map<SupportGroup, ImmutableList<PlacedTarget>> sending = new HashMap<>();
    private final HandWays handWays;
    private Optional<Walk> afterLimits = Optional.empty();

    /** What of the way to a group decides how it goes on: which groups have had the case, not in which order. */
    private record Arrived(SupportGroup last, Optional<SupportGroup> before, ImmutableSet<SupportGroup> groups) {}

    /**
     * The groups that have had a case, the last one has it.
     *
     * @param groups in order, at least one
     * @param cases which cases
     * @param staying those that no rule leads farther
     * @param sent whether a limit sent them to the last group, and no rule did
     */
    public record Way(ImmutableList<SupportGroup> groups, CaseSet cases, CaseSet staying, boolean sent) {
        public SupportGroup last() {
            return groups.get(groups.size() - 1);
        }

        /** The group that handed the case to the last one; empty if it came from a customer. */
        public Optional<SupportGroup> before() {
            return groups.size() == 1 ? Optional.empty() : Optional.of(groups.get(groups.size() - 2));
        }

        /** The first of its groups that works at a tier. */
        public SupportGroup firstAt(TierId tier) {
            return groups.stream()
                    .filter(group -> group.tier().equals(tier))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * A rule that leads cases where the chain does not let them go.
     *
     * @param groups that have had the case, the last one has it
     * @param rules that have led it so far; {@link #LIMIT} where a limit sent it on
     * @param rule that is refused
     */
    public record Refused(
            ImmutableList<SupportGroup> groups,
            ImmutableList<Integer> rules,
            int rule,
            CaseSet cases,
            FindingCode why) {
        /** Stands for a rule where a limit sent the case on. */
        public static final int LIMIT = -1;

        public Counterexample example() {
            return cases.exampleAfter(groups);
        }
    }

    Ways(Subject subject) {
        this.subject = subject;
        this.handWays = new HandWays(subject);
        for (SupportGroup entrance : subject.registering()) {
            byRules.on(
                    ImmutableList.of(entrance),
                    ImmutableList.of(),
                    subject.space().all());
        }
    }

    /** Those on which rules alone lead. */
    public ImmutableList<Way> all() {
        return ImmutableList.copyOf(byRules.ways);
    }

    public ImmutableList<Refused> refused() {
        return ImmutableList.copyOf(byRules.refused);
    }

    /** The others: a case that is not led on in time is sent on by a limit, and rules are asked again where it arrives. */
    public ImmutableList<Way> afterLimits() {
        return ImmutableList.copyOf(limits().ways);
    }

    public ImmutableList<Refused> refusedAfterLimits() {
        return ImmutableList.copyOf(limits().refused);
    }

    /** Rules that are refused where people brought cases by hand, in however many hand-overs, whichever way they did. */
    public ImmutableList<Refused> refusedByHand() {
        return handWays.refused();
    }

    /**
     * People bring cases from a group of each sort to one of each sort: along the ways of fewest hand-overs, and from yet another
     * group, to which an answer is promised too. To those that neither rules nor limits lead to, from each of their ways as well.
     */
    public ImmutableList<Way> byHand() {
        ImmutableListMultimap<SupportGroup, Way> led =
                Multimaps.index(Iterables.concat(byRules.ways, limits().ways), Way::last);
        ImmutableSet<SupportGroup> reached = subject.handOvers().reached();
        Stream<Way> onward = reached.stream()
                .filter(to -> !led.containsKey(to))
                .flatMap(to -> subject.selection().consuming().stream()
                        .filter(from -> !from.equals(to) && reached.contains(from))
                        .flatMap(from -> brought(led.get(from), from, to)));
        return Stream.concat(onward, broughtTwice())
                .filter(way -> way.cases().some())
                .collect(ImmutableList.toImmutableList());
    }

    /** Onward from each way that ends there; how cases came there by hand is open. */
    private Stream<Way> brought(ImmutableList<Way> before, SupportGroup from, SupportGroup to) {
        CaseSet allowed = subject.handOvers().allowed(from, to);
        if (allowed.none()) {
            return Stream.of();
        }
        return before.isEmpty()
                ? Stream.of(new Way(ImmutableList.of(from, to), allowed, allowed, false))
                : before.stream()
                        .map(way -> new Way(with(way.groups(), to), way.cases().and(allowed), allowed, false));
    }

    private Stream<Way> broughtTwice() {
        List<HandWays.Brought> once = handWays.all().stream()
                .filter(there -> subject.selection().consuming().contains(there.last()))
                .toList();
        Stream<HandWays.Brought> twice = Stream.concat(
                once.stream(),
                once.stream()
                        .flatMap(there ->
                                subject.selection().consuming().stream().flatMap(to -> onward(there, to))));
        return twice.flatMap(there -> subject.selection().providing().stream().flatMap(to -> onward(there, to)))
                .map(there -> new Way(there.groups(), there.cases(), there.cases(), false));
    }

    private Stream<HandWays.Brought> onward(HandWays.Brought there, SupportGroup to) {
        if (there.groups().contains(to)) {
            return Stream.of();
        }
        CaseSet cases = there.cases().and(subject.handOvers().allowed(there.last(), to));
        return cases.some() ? Stream.of(there.on(to, cases)) : Stream.of();
    }

    private Walk limits() {
        Walk known = afterLimits.orElseGet(() -> {
            Walk walk = new Walk();
            byRules.ways.forEach(walk::send);
            for (int i = 0; i < walk.ways.size(); i++) {
                walk.send(walk.ways.get(i));
            }
            return walk;
        });
        afterLimits = Optional.of(known);
        return known;
    }

    /** The cases that a limit of this group sends on to the next tier, if they lie there for so long. */
    private CaseSet sentOn(Way way) {
        return sending.computeIfAbsent(way.last(), this::sending).stream()
                .map(placed -> under(placed, way))
                .reduce(subject.space().none(), CaseSet::or)
                .and(way.cases());
    }

    private ImmutableList<PlacedTarget> sending(SupportGroup group) {
        return subject.selection().targets().stream()
                .filter(placed -> placed.agreement().provider().includes(Subject.station(group)))
                .filter(placed -> placed.target().thresholds().stream()
                        .flatMap(threshold -> threshold.actions().stream())
                        .anyMatch(ThresholdAction.EscalateFunctionally.class::isInstance))
                .collect(ImmutableList.toImmutableList());
    }

    private CaseSet under(PlacedTarget placed, Way way) {
        Measure measure = placed.target().measure();
        SupportGroup whose =
                measure == Measure.CUMULATIVE_RESIDENCE ? way.firstAt(way.last().tier()) : way.last();
        Optional<SupportGroup> consumer = measure == Measure.ANSWER ? way.before() : Optional.empty();
        return measure == Measure.ANSWER && consumer.isEmpty()
                ? subject.space().none()
                : subject.selection()
                        .chosen(measure, placed.target().span(), whose, consumer, way.last())
                        .of(placed);
    }

    /** Ways, and where they are refused. */
    private final class Walk {
        private final List<Way> ways = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        /** Which rules led along each way. */
        private final IdentityHashMap<Way, ImmutableList<Integer>> led = new IdentityHashMap<>();

        /** As the desk decides: the first door of the next tier that takes a case gets it. */
        void send(Way way) {
            CaseSet left = sentOn(way);
            for (NextTier.Door door : subject.nextTier().doors(Subject.station(way.last()))) {
                CaseSet taken = left.and(subject.space().where(door.takes(), way.last()));
                left = left.minus(taken);
                if (taken.some()) {
                    ImmutableList<Integer> before = Optional.ofNullable(byRules.led.get(way))
                            .or(() -> Optional.ofNullable(led.get(way)))
                            .orElseThrow();
                    arrive(
                            with(way.groups(), door.group()),
                            with(before, Refused.LIMIT),
                            subject.space().atAnyTime(taken));
                }
            }
        }

        /** Follows those of these cases that have not come by here, from the same group and after the same ones. */
        private void arrive(ImmutableList<SupportGroup> groups, ImmutableList<Integer> taken, CaseSet cases) {
            Arrived arrived = new Arrived(
                    groups.get(groups.size() - 1),
                    Optional.of(groups.get(groups.size() - 2)),
                    ImmutableSet.copyOf(groups));
            CaseSet before = walked.getOrDefault(arrived, subject.space().none());
            CaseSet fresh = cases.minus(before);
            if (fresh.some()) {
                walked.put(arrived, before.or(cases));
                on(groups, taken, fresh);
            }
        }

        void on(ImmutableList<SupportGroup> groups, ImmutableList<Integer> taken, CaseSet cases) {
            if (ways.size() >= MOST) {
                throw new TooLargeException(String.format(
                        Locale.ROOT, "the rules of triage lead cases on more than %,d ways from group to group", MOST));
            }
            SupportGroup at = groups.get(groups.size() - 1);
            int place = ways.size();
            CaseSet left = cases;
            ImmutableList<TriageRule> rules = subject.model().triage().rules();
            for (int i = 0; i < rules.size() && left.some(); i++) {
                CaseSet holds = subject.matching(rules.get(i), at);
                CaseSet leading = left.and(holds);
                left = left.minus(holds);
                if (leading.some()) {
                    step(groups, taken, i, leading);
                }
            }
            boolean sent = !taken.isEmpty() && taken.get(taken.size() - 1) == Refused.LIMIT;
            Way way = new Way(groups, cases, left, sent);
            ways.add(place, way);
            led.put(way, taken);
        }

        /** Asks what the chain asks of a hand-over, in its order. */
        private void step(ImmutableList<SupportGroup> groups, ImmutableList<Integer> taken, int rule, CaseSet cases) {
            GroupId id = subject.model().triage().rules().get(rule).to();
            Optional<SupportGroup> known = subject.organisation().group(id);
            if (known.isEmpty() || groups.contains(known.get())) {
                refused.add(
                        new Refused(groups, taken, rule, cases, known.isEmpty() ? RULE_TO_UNKNOWN_GROUP : ROUTE_LOOPS));
                return;
            }
            CaseSet arriving = new Step(groups, taken, rule, known.get(), refused).arriving(cases);
            if (arriving.some()) {
                // Where it arrives, triage is asked at another time.
                arrive(
                        with(groups, known.get()),
                        with(taken, rule),
                        subject.space().atAnyTime(arriving));
            }
        }
    }

    private static <T> ImmutableList<T> with(ImmutableList<T> list, T one) {
        return ImmutableList.<T>builder().addAll(list).add(one).build();
    }

    /** What is found where this stands in the way. */
    static FindingCode code(Obstacle obstacle) {
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
        private final List<Refused> refused;

        Step(
                ImmutableList<SupportGroup> groups,
                ImmutableList<Integer> taken,
                int rule,
                SupportGroup to,
                List<Refused> refused) {
            this.refused = refused;
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
