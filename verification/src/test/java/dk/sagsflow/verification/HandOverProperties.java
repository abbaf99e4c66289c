package dk.sagsflow.verification;

import static dk.sagsflow.verification.FiveGroups.badRoutes;
import static dk.sagsflow.verification.FiveGroups.code;
import static dk.sagsflow.verification.FiveGroups.places;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.decision.HandOverWays;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is found without looking at single cases is what is found by looking at every one of them: with attributes, words of
 * which one holds another, rules for times, and declared ways.
 */
class HandOverProperties {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final Instant NOW = Instant.parse("2007-09-03T06:00:00Z");
    private static final AttributeId SEVERITY = AttributeId.of("severity");
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(COPENHAGEN)
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();
    private static final ServiceCalendar LONG = ServiceCalendar.in(COPENHAGEN)
            .open(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "06:00", "22:00")
            .build();
    private static final SupportOrganisation ORGANISATION =
            FiveGroups.ORGANISATION.withAttributes(AttributeDefinition.builder()
                    .id(SEVERITY)
                    .name("Severity")
                    .type(AttributeType.CHOICE)
                    .addChoices("A", "B", "C")
                    .build());
    private static final List<Counterexample> CASES = cases();
    private static final List<Instant> MOMENTS = moments();

    /** Every combination of what the conditions below can tell apart. */
    private static List<Counterexample> cases() {
        List<Counterexample> cases = new ArrayList<>();
        for (String kind : List.of("INCIDENT", "QUESTION", "SERVICE_REQUEST")) {
            for (String cause : List.of("UNKNOWN", "BUSINESS", "SYSTEM", "USER_ERROR")) {
                for (String system : List.of("", "amanda", "jobnet")) {
                    for (String severity : List.of("", "A", "B")) {
                        for (List<String> words : texts()) {
                            cases.add(story(kind, cause, system, severity, words));
                        }
                    }
                }
            }
        }
        return cases;
    }

    private static List<List<String>> texts() {
        return List.of(List.of(), List.of("log"), List.of("ind"), List.of("log", "ind"), List.of("log ind"));
    }

    private static Counterexample story(String kind, String cause, String system, String severity, List<String> words) {
        ImmutableMap.Builder<CaseField, String> fields = ImmutableMap.builder();
        fields.put(CaseField.KIND, kind).put(CaseField.CAUSE, cause).put(CaseField.CUSTOMER_KIND, "CITIZEN");
        if (!system.isEmpty()) {
            fields.put(CaseField.SYSTEM, system);
        }
        ImmutableMap<AttributeId, AttributeValue> attributes =
                severity.isEmpty() ? ImmutableMap.of() : ImmutableMap.of(SEVERITY, new AttributeValue.Choice(severity));
        return new Counterexample(
                fields.buildOrThrow(),
                attributes,
                ImmutableSet.copyOf(words),
                ImmutableList.of(),
                Optional.of(NOW),
                Optional.empty());
    }

    /** One time for each combination of open calendars that some hour of two weeks has. */
    private static List<Instant> moments() {
        Map<List<Boolean>, Instant> moments = new LinkedHashMap<>();
        for (int hour = 0; hour < 24 * 14; hour++) {
            Instant time = NOW.plus(Duration.ofHours(hour));
            moments.putIfAbsent(List.of(OFFICE.openAt(time), LONG.openAt(time)), time);
        }
        return List.copyOf(moments.values());
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<Condition> leaf = Arbitraries.oneOf(
                Arbitraries.of("INCIDENT", "QUESTION").map(kind -> Condition.is(CaseField.KIND, kind)),
                Arbitraries.of("UNKNOWN", "BUSINESS", "SYSTEM").map(cause -> Condition.is(CaseField.CAUSE, cause)),
                Arbitraries.of("amanda", "jobnet").map(system -> Condition.is(CaseField.SYSTEM, system)),
                Arbitraries.of("own", "1st", "2nd").map(tier -> Condition.is(CaseField.TIER, tier)),
                Arbitraries.of("A", "B").map(word -> Condition.has(SEVERITY, new AttributeValue.Choice(word))),
                Arbitraries.just(Condition.has(AttributeId.of("undeclared"), new AttributeValue.YesNo(true))),
                Arbitraries.of(
                        Condition.mentions("log"),
                        Condition.mentions("Ind"),
                        Condition.mentions("LOG  IND"),
                        Condition.mentions("log ind", "log")));
        return FiveGroups.combined(leaf);
    }

    @Provide
    Arbitrary<List<TriageRule>> rules() {
        Arbitrary<Optional<CalendarState>> states = Arbitraries.of(
                        new CalendarState("office", OFFICE, true),
                        new CalendarState("office", OFFICE, false),
                        new CalendarState("long", LONG, true),
                        new CalendarState("long", LONG, false))
                .optional();
        return Combinators.combine(conditions(), states, Arbitraries.of(ORGANISATION.groupIds()))
                .as((when, during, to) -> new TriageRule("rule", when, during, to))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<Optional<HandOverGraph>> graphs() {
        Arbitrary<HandOverEnd> ends = Arbitraries.of(
                HandOverEnd.tier("own"),
                HandOverEnd.tier("1st"),
                HandOverEnd.tier("2nd"),
                HandOverEnd.tier("3rd"),
                HandOverEnd.group("centre"),
                HandOverEnd.group("phone"),
                HandOverEnd.group("bit"));
        Arbitrary<Condition> conditions = Arbitraries.oneOf(Arbitraries.just(Condition.always()), conditions());
        return Combinators.combine(ends, ends, conditions, Arbitraries.of(true, false))
                .as((from, to, when, direct) -> new HandOverWay("way", from, to, when, direct))
                .list()
                .ofMaxSize(5)
                .map(ways -> IntStream.range(0, ways.size())
                        .mapToObj(i -> new HandOverWay(
                                "way " + i,
                                ways.get(i).from(),
                                ways.get(i).to(),
                                ways.get(i).when(),
                                ways.get(i).direct()))
                        .collect(ImmutableList.toImmutableList()))
                .map(HandOverGraph::new)
                .optional();
    }

    @Property(tries = 12)
    void routes(@ForAll("rules") List<TriageRule> rules, @ForAll("graphs") Optional<HandOverGraph> graph) {
        Triage triage = new Triage(ImmutableList.copyOf(rules));
        Routing routing = Routing.of(triage).withHandOvers(graph);
        ByHand byHand = new ByHand(triage, routing.ways());
        CASES.forEach(byHand::follow);
        List<Finding> findings = ModelVerification.of(
                        SupportModel.of(ORGANISATION).withRouting(routing), FROM)
                .findings();

        assertThat(places(findings, FindingCode.RULE_NEVER_HOLDS)).isEqualTo(rules(rules, byHand.holding, false));
        Set<Integer> shadowed = new HashSet<>(byHand.holding);
        shadowed.removeAll(byHand.first);
        assertThat(places(findings, FindingCode.RULE_SHADOWED, FindingCode.RULE_REPEATED))
                .isEqualTo(rules(rules, shadowed, true));
        assertThat(places(findings, FindingCode.CASES_STAY)).isEqualTo(byHand.staying);
        assertThat(places(findings, FindingCode.UNPLACED_STAYS)).hasSize(byHand.unplaced ? 1 : 0);
        assertThat(badRoutes(findings)).isEqualTo(byHand.refused);
    }

    @Property(tries = 12)
    void ways(@ForAll("graphs") Optional<HandOverGraph> graph) {
        List<HandOverWay> ways = graph.map(HandOverGraph::ways).orElse(ImmutableList.of());
        Routing routing = Routing.byHand().withHandOvers(graph);
        List<Finding> findings = ModelVerification.of(
                        SupportModel.of(ORGANISATION).withRouting(routing), FROM)
                .findings();
        Set<Step> allowed = allowed(routing.ways());
        Set<GroupId> reached = reached(allowed);

        Set<String> taken = IntStream.range(0, ways.size())
                .filter(i -> allowed(new HandOverGraph(ImmutableList.of(ways.get(i)))).stream()
                        .anyMatch(step -> reached.contains(step.from())))
                .mapToObj(i -> "/handOvers/" + i)
                .collect(Collectors.toSet());
        assertThat(places(findings, FindingCode.WAY_NEVER_TAKEN, FindingCode.DIRECT_PAST_CONTACT_TIER))
                .isEqualTo(untaken(ways, taken));

        Set<String> repeated = places(findings, FindingCode.WAY_REPEATED);
        HandOverGraph without = new HandOverGraph(IntStream.range(0, ways.size())
                .filter(i -> !repeated.contains("/handOvers/" + i))
                .mapToObj(ways::get)
                .collect(ImmutableList.toImmutableList()));
        if (graph.isPresent()) {
            assertThat(allowed(without)).isEqualTo(allowed);
        }
        assertThat(places(findings, FindingCode.GROUP_UNREACHABLE))
                .isEqualTo(ORGANISATION.groupIds().stream()
                        .filter(group -> !reached.contains(group))
                        .map(group ->
                                "/groups/" + ORGANISATION.groupIds().asList().indexOf(group))
                        .collect(Collectors.toSet()));
        boolean stuck = IntStream.range(0, CASES.size())
                .filter(i -> unplaced(CASES.get(i)))
                .anyMatch(i -> !leaves(i, GroupId.of("centre"), allowed, new HashSet<>()));
        assertThat(places(findings, FindingCode.UNPLACED_STUCK)).hasSize(stuck ? 1 : 0);
    }

    /** Whether the case comes beyond the tier where it is, if need be by way of groups there that have not had it. */
    private static boolean leaves(int story, GroupId at, Set<Step> allowed, Set<GroupId> had) {
        had.add(at);
        return allowed.stream()
                .filter(step -> step.story() == story && step.from().equals(at))
                .map(Step::to)
                .anyMatch(to -> !tier(to).equals(tier(at))
                        || (!had.contains(to) && leaves(story, to, allowed, new HashSet<>(had))));
    }

    private static TierId tier(GroupId group) {
        return ORGANISATION.group(group).orElseThrow().tier();
    }

    private static Set<String> untaken(List<HandOverWay> ways, Set<String> taken) {
        return IntStream.range(0, ways.size())
                .mapToObj(i -> "/handOvers/" + i)
                .filter(place -> !taken.contains(place))
                .collect(Collectors.toSet());
    }

    private static boolean unplaced(Counterexample shown) {
        return shown.value(CaseField.KIND).equals(Optional.of("INCIDENT"))
                && shown.value(CaseField.CAUSE).equals(Optional.of("UNKNOWN"));
    }

    /** A hand-over of one of the cases. */
    private record Step(int story, GroupId from, GroupId to) {}

    /** Each hand-over that the desk would accept. */
    private static Set<Step> allowed(HandOverWays ways) {
        CaseDecisions decisions = decisions(ways);
        Set<Step> allowed = new HashSet<>();
        for (int i = 0; i < CASES.size(); i++) {
            for (GroupId from : ORGANISATION.groupIds()) {
                SupportCase there = CASES.get(i).after(List.of(from)).replayedIn(ORGANISATION);
                for (GroupId to : ORGANISATION.groupIds()) {
                    if (handOver(decisions, there, to).wasAccepted()) {
                        allowed.add(new Step(i, from, to));
                    }
                }
            }
        }
        return allowed;
    }

    private static Set<GroupId> reached(Set<Step> allowed) {
        Set<GroupId> reached = new HashSet<>();
        Deque<GroupId> next = new ArrayDeque<>(List.of(GroupId.of("own"), GroupId.of("centre")));
        while (!next.isEmpty()) {
            GroupId group = next.remove();
            if (reached.add(group)) {
                allowed.stream()
                        .filter(step -> step.from().equals(group))
                        .map(Step::to)
                        .distinct()
                        .forEach(next::add);
            }
        }
        return reached;
    }

    private static CaseDecisions decisions(HandOverWays ways) {
        return new CaseDecisions(ORGANISATION, Directory.of(ImmutableList.of(), ImmutableList.of()), ways);
    }

    private static Outcome<ImmutableList<CaseEvent>> handOver(CaseDecisions decisions, SupportCase there, GroupId to) {
        return decisions.decide(
                there, new CaseCommand.HandOver(to, "triage"), Act.of(Actor.supporter("nobody", "Nobody", "any"), NOW));
    }

    private static Set<String> rules(List<TriageRule> rules, Set<Integer> numbers, boolean in) {
        return IntStream.range(0, rules.size())
                .filter(i -> numbers.contains(i) == in)
                .mapToObj(i -> "/rules/" + i)
                .collect(Collectors.toSet());
    }

    /** Follows single cases through triage, asked at every time, and the decisions that people meet. */
    private static final class ByHand {
        private final Triage triage;
        private final CaseDecisions decisions;
        private final Set<String> staying = new HashSet<>();
        private final Set<String> refused = new HashSet<>();
        private final Set<Integer> holding = new HashSet<>();
        private final Set<Integer> first = new HashSet<>();
        private boolean unplaced;

        ByHand(Triage triage, HandOverWays ways) {
            this.triage = triage;
            this.decisions = decisions(ways);
        }

        void follow(Counterexample shown) {
            for (GroupId group : ORGANISATION.groupIds()) {
                SupportCase there = shown.after(List.of(group)).replayedIn(ORGANISATION);
                for (Instant moment : MOMENTS) {
                    first(there, moment).ifPresent(first::add);
                    for (int i = 0; i < triage.rules().size(); i++) {
                        if (triage.rules().get(i).matches(there, moment)) {
                            holding.add(i);
                        }
                    }
                }
            }
            follow(shown, List.of(GroupId.of("own")));
            follow(shown, List.of(GroupId.of("centre")));
        }

        private void follow(Counterexample shown, List<GroupId> way) {
            SupportCase there = shown.after(way).replayedIn(ORGANISATION);
            Set<Optional<Integer>> rules =
                    MOMENTS.stream().map(moment -> first(there, moment)).collect(Collectors.toSet());
            for (Optional<Integer> rule : rules) {
                if (rule.isEmpty()) {
                    stay(there, way);
                } else {
                    step(shown, way, there, rule.get());
                }
            }
        }

        private void step(Counterexample shown, List<GroupId> way, SupportCase there, int rule) {
            GroupId to = triage.rules().get(rule).to();
            if (handOver(decisions, there, to) instanceof Outcome.Refused<?> no) {
                refused.add("/rules/" + rule + " " + code(no.refusal()));
            } else {
                follow(shown, Stream.concat(way.stream(), Stream.of(to)).toList());
            }
        }

        /** By the list, not by the index. */
        private Optional<Integer> first(SupportCase there, Instant moment) {
            return IntStream.range(0, triage.rules().size())
                    .filter(i -> triage.rules().get(i).matches(there, moment))
                    .boxed()
                    .findFirst();
        }

        private void stay(SupportCase there, List<GroupId> way) {
            GroupId last = way.get(way.size() - 1);
            if (!last.equals(GroupId.of("law"))) {
                staying.add("/groups/" + ORGANISATION.groupIds().asList().indexOf(last));
            }
            unplaced |= decisions.decide(
                                    there,
                                    new CaseCommand.Answer("answer"),
                                    Act.of(Actor.supporter("nobody", "Nobody", "any"), NOW))
                            instanceof Outcome.Refused<?> no
                    && no.refusal() instanceof Refusal.CauseUnplaced;
        }
    }
}
