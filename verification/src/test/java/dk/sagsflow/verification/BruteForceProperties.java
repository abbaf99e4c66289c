package dk.sagsflow.verification;

import static dk.sagsflow.verification.FiveGroups.ORGANISATION;
import static dk.sagsflow.verification.FiveGroups.badRoutes;
import static dk.sagsflow.verification.FiveGroups.code;
import static dk.sagsflow.verification.FiveGroups.places;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is found without looking at single cases is what is found by looking at every one of them. */
class BruteForceProperties {
    private static final Instant NOW = Instant.parse("2007-09-01T00:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final List<ImmutableMap<CaseField, String>> CASES = cases();
    private static final Span PAUSED = Span.builder()
            .addPausedBetween(new Span.Break(ImmutableSet.of(EventKind.ASSIGNED), ImmutableSet.of(EventKind.ACCEPTED)))
            .build();

    private static List<ImmutableMap<CaseField, String>> cases() {
        List<ImmutableMap<CaseField, String>> cases = new ArrayList<>();
        for (CaseKind kind : CaseKind.values()) {
            for (Cause cause : Cause.values()) {
                for (String system : List.of("", "amanda", "jobnet")) {
                    for (String category : List.of("", "login", "print")) {
                        for (ImmutableMap<CaseField, String> judgement : judgements()) {
                            ImmutableMap.Builder<CaseField, String> fields = ImmutableMap.builder();
                            fields.put(CaseField.KIND, kind.name()).put(CaseField.CAUSE, cause.name());
                            fields.put(CaseField.CUSTOMER_KIND, "CITIZEN").putAll(judgement);
                            put(fields, CaseField.SYSTEM, system);
                            put(fields, CaseField.CATEGORY, category);
                            cases.add(fields.buildOrThrow());
                        }
                    }
                }
            }
        }
        return cases;
    }

    private static void put(ImmutableMap.Builder<CaseField, String> fields, CaseField field, String value) {
        if (!value.isEmpty()) {
            fields.put(field, value);
        }
    }

    private static List<ImmutableMap<CaseField, String>> judgements() {
        List<ImmutableMap<CaseField, String>> judgements = new ArrayList<>();
        judgements.add(ImmutableMap.of());
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                judgements.add(ImmutableMap.of(
                        CaseField.IMPACT,
                        impact.name(),
                        CaseField.URGENCY,
                        urgency.name(),
                        CaseField.PRIORITY,
                        ORGANISATION.priorityMatrix().priority(impact, urgency).name()));
            }
        }
        return judgements;
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<Condition> leaf = Arbitraries.oneOf(
                is(CaseField.KIND, "INCIDENT", "QUESTION", "SERVICE_REQUEST"),
                is(CaseField.CAUSE, "UNKNOWN", "BUSINESS", "SYSTEM"),
                is(CaseField.SYSTEM, "amanda", "jobnet"),
                is(CaseField.PRIORITY, "P1", "P2", "P4"),
                is(CaseField.IMPACT, "LOW", "MAJOR"),
                is(CaseField.CATEGORY, "login"),
                is(CaseField.TIER, "own", "1st", "2nd"),
                is(CaseField.GROUP, "centre", "phone", "bit"));
        return FiveGroups.combined(leaf);
    }

    private static Arbitrary<Condition> is(CaseField field, String... values) {
        return Arbitraries.of(values)
                .set()
                .ofMinSize(1)
                .map(some -> new Condition.Is(field, ImmutableSet.copyOf(some)));
    }

    @Provide
    Arbitrary<List<TriageRule>> rules() {
        Arbitrary<GroupId> groups = Arbitraries.of(ORGANISATION.groupIds());
        return Combinators.combine(conditions(), groups)
                .as((when, to) -> new TriageRule("rule", when, to))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Agreement>> agreements() {
        Arbitrary<Party> providers = Arbitraries.of(
                new Party.OfTier(TierId.of("1st")),
                new Party.OfTier(TierId.of("2nd")),
                new Party.OfGroup(GroupId.of("phone")),
                new Party.OfGroup(GroupId.of("law")));
        Arbitrary<Target> targets = Combinators.combine(
                        conditions(),
                        Arbitraries.of(Measure.RESIDENCE, Measure.CUMULATIVE_RESIDENCE),
                        Arbitraries.of(Span.whole(), Span.whole(), PAUSED, Span.from(EventKind.ACCEPTED)))
                .as((appliesTo, measure, span) -> Target.builder()
                        .id("target")
                        .measure(measure)
                        .span(span)
                        .appliesTo(appliesTo)
                        .budget(Budget.of(Duration.ofHours(8)))
                        .calendar(ServiceCalendar.always())
                        .build());
        return Combinators.combine(providers, targets, matrices())
                .as((provider, target, matrix) -> Agreement.builder()
                        .id("agreement")
                        .name("Agreement")
                        .kind(AgreementKind.OLA)
                        .provider(provider)
                        .consumer(new Party.OfTier(TierId.of("own")))
                        .priorityMatrix(matrix)
                        .addTarget(target)
                        .build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> list.get(i).withId("agreement-" + i))
                        .toList());
    }

    /** None, or one that gives some priorities to any impact and urgency. */
    private static Arbitrary<Optional<PriorityMatrix>> matrices() {
        return Arbitraries.of(Priority.P1, Priority.P2, Priority.P4)
                .list()
                .ofSize(Impact.values().length * Urgency.values().length)
                .map(BruteForceProperties::matrix)
                .optional(0.6);
    }

    private static PriorityMatrix matrix(List<Priority> priorities) {
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        int next = 0;
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                cells.put(impact, urgency, priorities.get(next++));
            }
        }
        return new PriorityMatrix(cells.build());
    }

    @Property(tries = 20)
    void routes(@ForAll("rules") List<TriageRule> rules) {
        Triage triage = new Triage(ImmutableList.copyOf(rules));
        ByHand byHand = new ByHand(triage);
        CASES.forEach(byHand::follow);
        List<Finding> findings = ModelVerification.of(
                        SupportModel.of(ORGANISATION).withRouting(Routing.of(triage)), FROM)
                .findings();

        assertThat(places(findings, FindingCode.RULE_NEVER_HOLDS)).isEqualTo(byHand.neverHolding());
        assertThat(places(findings, FindingCode.RULE_SHADOWED, FindingCode.RULE_REPEATED))
                .isEqualTo(byHand.shadowed());
        assertThat(places(findings, FindingCode.CASES_STAY)).isEqualTo(byHand.staying);
        assertThat(places(findings, FindingCode.UNPLACED_STAYS).isEmpty()).isEqualTo(!byHand.unplaced);
        assertThat(badRoutes(findings)).isEqualTo(byHand.refused);
    }

    @Property(tries = 20)
    void limits(@ForAll("agreements") List<Agreement> list) {
        Agreements agreements = Agreements.of(list);
        Set<String> unlimited = new HashSet<>();
        Set<Integer> selected = new HashSet<>();
        Set<Integer> holding = new HashSet<>();
        Set<String> ties = new HashSet<>();
        for (ImmutableMap<CaseField, String> fields : CASES) {
            for (int i = 0; i < ORGANISATION.groups().size(); i++) {
                SupportGroup group = ORGANISATION.groups().get(i);
                SupportCase there = there(fields, List.of(group.id()));
                Optional<Station> station = there.working();
                for (SupportGroup whose : ofTheTier(group)) {
                    for (Agreements.Selected selection : found(agreements, whose, group, there)) {
                        int index = list.indexOf(selection.agreement());
                        selected.add(index);
                        ties.addAll(targets(list, j -> j > index && equally(list, index, j, whose, there)));
                    }
                }
                boolean possible = there.system().map(group::supports).orElse(true);
                boolean limited = limited(agreements, Measure.RESIDENCE, station, there)
                        || limited(agreements, Measure.CUMULATIVE_RESIDENCE, door(group), there);
                if (possible && !limited) {
                    unlimited.add("/groups/" + i);
                }
                for (int j = 0; j < list.size(); j++) {
                    if (applies(list.get(j), there)) {
                        holding.add(j);
                    }
                }
            }
        }
        List<Finding> findings = ModelVerification.of(
                        SupportModel.of(ORGANISATION).withAgreements(agreements), FROM)
                .findings();

        assertThat(places(findings, FindingCode.NO_LIMIT)).isEqualTo(unlimited);
        assertThat(places(findings, FindingCode.TARGET_NEVER_HOLDS))
                .isEqualTo(targets(list, j -> !holding.contains(j)));
        assertThat(places(findings, FindingCode.TARGET_SHADOWED, FindingCode.TARGET_WITHOUT_CLOCK))
                .isEqualTo(targets(list, j -> holding.contains(j) && !selected.contains(j)));
        assertThat(places(findings, FindingCode.TARGETS_TIE)).isEqualTo(ties);
    }

    /** The clock of all visits may be that of another group of the tier, to which the case came before. */
    private static List<Agreements.Selected> found(
            Agreements agreements, SupportGroup whose, SupportGroup here, SupportCase there) {
        Optional<Station> station = Optional.of(new Station(whose.id(), whose.tier()));
        return Stream.of(Measure.RESIDENCE, Measure.CUMULATIVE_RESIDENCE)
                .filter(measure -> measure == Measure.CUMULATIVE_RESIDENCE || whose.equals(here))
                .flatMap(measure -> agreements.spans(measure).stream()
                        .flatMap(span -> agreements.select(measure, span, station, Optional.empty(), there).stream()))
                .toList();
    }

    private static List<SupportGroup> ofTheTier(SupportGroup group) {
        return ORGANISATION.groupsAt(group.tier()).toList();
    }

    private static boolean limited(Agreements agreements, Measure measure, Optional<Station> whose, SupportCase there) {
        return agreements.spans(measure).stream()
                .filter(span -> span.startedBy().isEmpty())
                .anyMatch(span -> agreements
                        .select(measure, span, whose, Optional.empty(), there)
                        .isPresent());
    }

    /** Whose clock that of all visits is: of the entrance of the tier, or of the only group there. */
    private static Optional<Station> door(SupportGroup group) {
        return ORGANISATION
                .tier(group.tier())
                .map(tier -> new Station(tier.entrance().orElse(group.id()), group.tier()));
    }

    /** Whether two targets hold for a case alike, so that only their order decides. */
    private static boolean equally(List<Agreement> list, int one, int other, SupportGroup group, SupportCase there) {
        Target first = list.get(one).targets().get(0);
        Target second = list.get(other).targets().get(0);
        return first.measure() == second.measure()
                && first.span().equals(second.span())
                && specificity(list.get(one)) == specificity(list.get(other))
                && promises(list.get(other), group)
                && applies(list.get(other), there);
    }

    /** Whether the only target holds, told by hand: with the priority that the matrix gives in place of the case's own. */
    private static boolean applies(Agreement agreement, SupportCase there) {
        boolean judged =
                agreement.priorityMatrix().isPresent() && there.impact().isPresent();
        SupportCase asSeen = judged
                ? there.withPriority(agreement
                        .priorityMatrix()
                        .orElseThrow()
                        .priority(there.impact().orElseThrow(), there.urgency().orElseThrow()))
                : there;
        return agreement.targets().get(0).appliesTo().holds(asSeen);
    }

    private static int specificity(Agreement agreement) {
        int ofTarget = agreement.targets().get(0).appliesTo().specificity();
        return agreement.provider() instanceof Party.OfGroup ? ofTarget + 1000 : ofTarget;
    }

    private static boolean promises(Agreement agreement, SupportGroup group) {
        return agreement.provider().equals(new Party.OfGroup(group.id()))
                || agreement.provider().equals(new Party.OfTier(group.tier()));
    }

    /** Follows single cases through triage and the decisions that people meet. */
    private static final class ByHand {
        private final Triage triage;
        private final CaseDecisions decisions =
                new CaseDecisions(ORGANISATION, Directory.of(ImmutableList.of(), ImmutableList.of()));
        private final Set<String> staying = new HashSet<>();
        private final Set<String> refused = new HashSet<>();
        private final Set<Integer> holding = new HashSet<>();
        private final Set<Integer> first = new HashSet<>();
        private boolean unplaced;

        ByHand(Triage triage) {
            this.triage = triage;
        }

        void follow(ImmutableMap<CaseField, String> fields) {
            for (SupportGroup group : ORGANISATION.groups()) {
                SupportCase there = there(fields, List.of(group.id()));
                first(there).ifPresent(first::add);
                for (int i = 0; i < triage.rules().size(); i++) {
                    if (triage.rules().get(i).matches(there, NOW)) {
                        holding.add(i);
                    }
                }
            }
            follow(fields, List.of(GroupId.of("own")));
            follow(fields, List.of(GroupId.of("centre")));
        }

        private void follow(ImmutableMap<CaseField, String> fields, List<GroupId> way) {
            SupportCase there = there(fields, way);
            Optional<Integer> rule = first(there);
            if (rule.isEmpty()) {
                stay(there, way);
                return;
            }
            GroupId to = triage.rules().get(rule.get()).to();
            var outcome = decisions.decide(
                    there,
                    new CaseCommand.HandOver(to, "triage"),
                    Act.of(Actor.supporter("nobody", "Nobody", "any"), NOW));
            if (outcome instanceof Outcome.Refused<?> no) {
                refused.add("/rules/" + rule.get() + " " + code(no.refusal()));
                return;
            }
            List<GroupId> longer = new ArrayList<>(way);
            longer.add(to);
            follow(fields, longer);
        }

        private Optional<Integer> first(SupportCase there) {
            return triage.propose(there, NOW).map(proposed -> triage.rules().indexOf(proposed));
        }

        private void stay(SupportCase there, List<GroupId> way) {
            GroupId last = way.get(way.size() - 1);
            int index = ORGANISATION.groupIds().asList().indexOf(last);
            if (!last.equals(GroupId.of("law"))) {
                staying.add("/groups/" + index);
            }
            unplaced |= unplacedOnTheWayBack(there);
        }

        private boolean unplacedOnTheWayBack(SupportCase there) {
            SupportCase answered = there;
            while (answered.working().isPresent()) {
                var outcome = decisions.decide(
                        answered,
                        new CaseCommand.Answer("answer"),
                        Act.of(Actor.supporter("nobody", "Nobody", "any"), NOW));
                if (outcome instanceof Outcome.Refused<?> no) {
                    return no.refusal() instanceof Refusal.CauseUnplaced;
                }
                for (CaseEvent event : outcome.orElseThrow()) {
                    answered = answered.after(event);
                }
            }
            return false;
        }

        Set<String> neverHolding() {
            return rules(i -> !holding.contains(i));
        }

        Set<String> shadowed() {
            return rules(i -> holding.contains(i) && !first.contains(i));
        }

        private Set<String> rules(IntPredicate wanted) {
            return IntStream.range(0, triage.rules().size())
                    .filter(wanted)
                    .mapToObj(i -> "/rules/" + i)
                    .collect(Collectors.toSet());
        }
    }

    private static SupportCase there(ImmutableMap<CaseField, String> fields, List<GroupId> way) {
        return new Counterexample(
                        fields,
                        ImmutableMap.of(),
                        ImmutableSet.of(),
                        ImmutableList.copyOf(way),
                        Optional.of(NOW),
                        Optional.empty())
                .replayedIn(ORGANISATION);
    }

    private static Set<String> targets(List<Agreement> list, IntPredicate wanted) {
        return IntStream.range(0, list.size())
                .filter(wanted)
                .mapToObj(i -> "/agreements/" + i + "/targets/0")
                .collect(Collectors.toSet());
    }
}
