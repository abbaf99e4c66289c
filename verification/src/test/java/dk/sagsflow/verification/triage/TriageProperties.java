package dk.sagsflow.verification.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.RuleReason;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Counterexample;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The compiled rules answer as their list does, and the reasons agree with the answer. */
class TriageProperties {
    private static final Instant MONDAY = Instant.parse("2007-08-06T00:00:00Z");
    private static final AttributeId SEVERITY = AttributeId.of("severity");
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(ZoneOffset.UTC)
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();
    private static final SupportOrganisation ORGANISATION = SupportOrganisation.builder()
            .name("Two tiers")
            .addTiers(Tier.of("1st", "Centre"), Tier.of("2nd", "BIT"))
            .contactTier(TierId.of("1st"))
            .addGroups(SupportGroup.of("centre", "Centre", "1st"), SupportGroup.of("bit", "BIT", "2nd"))
            .build();

    private static Arbitrary<String> values(CaseField field) {
        return switch (field) {
            case KIND -> names(CaseKind.values());
            case CAUSE -> names(Cause.values());
            case IMPACT -> names(Impact.values());
            case URGENCY -> names(Urgency.values());
            case PRIORITY -> names(Priority.values());
            case CUSTOMER_KIND -> names(CustomerKind.values());
            case TIER -> Arbitraries.of("1st", "2nd", "3rd");
            case GROUP -> Arbitraries.of("centre", "bit", "kmd");
            case SYSTEM, CATEGORY, UNIT -> Arbitraries.of("a", "b", "c", "d");
        };
    }

    private static Arbitrary<String> names(Enum<?>[] constants) {
        return Arbitraries.of(Arrays.stream(constants).map(Enum::name).toList());
    }

    private static Arbitrary<Condition> leaves() {
        Arbitrary<Condition> fields = Arbitraries.of(CaseField.values())
                .flatMap(field -> values(field)
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(some -> new Condition.Is(field, ImmutableSet.copyOf(some))));
        return Arbitraries.frequencyOf(
                Tuple.of(6, fields),
                Tuple.of(
                        1,
                        Arbitraries.of("A", "B").map(word -> Condition.has(SEVERITY, new AttributeValue.Choice(word)))),
                Tuple.of(1, Arbitraries.of("kode", "log ind").map(word -> Condition.mentions(word))));
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<Condition> either = Arbitraries.oneOf(leaves(), leaves().map(Condition::negate));
        return Arbitraries.oneOf(
                Arbitraries.just(Condition.always()),
                either,
                Combinators.combine(either, either).as(Condition::and),
                Combinators.combine(either, either).as(Condition::or),
                Combinators.combine(either, either, either)
                        .as((a, b, c) -> a.and(b).and(c)),
                Combinators.combine(either, either, either)
                        .as((a, b, c) -> a.and(b.or(c).negate())));
    }

    @Provide
    Arbitrary<ImmutableList<TriageRule>> rules() {
        Arbitrary<Optional<CalendarState>> states = Arbitraries.of(true, false)
                .map(open -> new CalendarState("office", OFFICE, open))
                .optional(0.3);
        return Combinators.combine(conditions(), states)
                .as((when, during) -> new TriageRule("rule", when, during, GroupId.of("bit")))
                .list()
                .ofMaxSize(150)
                .map(TriageProperties::named);
    }

    private static ImmutableList<TriageRule> named(List<TriageRule> rules) {
        ImmutableList.Builder<TriageRule> named = ImmutableList.builder();
        for (int i = 0; i < rules.size(); i++) {
            named.add(new TriageRule(
                    "rule " + i,
                    rules.get(i).when(),
                    rules.get(i).during(),
                    rules.get(i).to()));
        }
        return named.build();
    }

    @Provide
    Arbitrary<SupportCase> cases() {
        Arbitrary<ImmutableMap<CaseField, String>> fields = Combinators.combine(
                        values(CaseField.KIND),
                        values(CaseField.CAUSE),
                        values(CaseField.CUSTOMER_KIND),
                        values(CaseField.SYSTEM).optional(),
                        values(CaseField.CATEGORY).optional(),
                        values(CaseField.UNIT).optional(),
                        Combinators.combine(
                                        values(CaseField.IMPACT), values(CaseField.URGENCY), values(CaseField.PRIORITY))
                                .as((impact, urgency, priority) -> List.of(impact, urgency, priority))
                                .optional())
                .as((kind, cause, customer, system, category, unit, judgement) -> {
                    ImmutableMap.Builder<CaseField, String> all = ImmutableMap.builder();
                    all.put(CaseField.KIND, kind).put(CaseField.CAUSE, cause).put(CaseField.CUSTOMER_KIND, customer);
                    system.ifPresent(value -> all.put(CaseField.SYSTEM, value));
                    category.ifPresent(value -> all.put(CaseField.CATEGORY, value));
                    unit.ifPresent(value -> all.put(CaseField.UNIT, value));
                    judgement.ifPresent(values -> all.put(CaseField.IMPACT, values.get(0))
                            .put(CaseField.URGENCY, values.get(1))
                            .put(CaseField.PRIORITY, values.get(2)));
                    return all.buildOrThrow();
                });
        Arbitrary<ImmutableMap<AttributeId, AttributeValue>> attributes = Arbitraries.of("A", "B", "C")
                .optional()
                .map(word -> word.<ImmutableMap<AttributeId, AttributeValue>>map(
                                value -> ImmutableMap.of(SEVERITY, new AttributeValue.Choice(value)))
                        .orElseGet(ImmutableMap::of));
        Arbitrary<ImmutableSet<String>> words =
                Arbitraries.of("kode", "log ind", "log").set().map(ImmutableSet::copyOf);
        Arbitrary<ImmutableList<GroupId>> ways = Arbitraries.of(
                ImmutableList.of(GroupId.of("centre")), ImmutableList.of(GroupId.of("centre"), GroupId.of("bit")));
        return Combinators.combine(fields, attributes, words, ways)
                .as((values, own, mentioned, way) -> new Counterexample(
                                values, own, mentioned, way, Optional.empty(), Optional.empty())
                        .replayedIn(ORGANISATION));
    }

    @Property(tries = 500)
    void the_index_gives_the_first_match_of_the_list(
            @ForAll("rules") ImmutableList<TriageRule> rules,
            @ForAll("cases") SupportCase current,
            @ForAll @IntRange(max = 167) int hour) {
        Instant at = MONDAY.plus(Duration.ofHours(hour));
        Optional<TriageRule> first =
                rules.stream().filter(rule -> rule.matches(current, at)).findFirst();
        Triage triage = new Triage(rules);

        assertThat(triage.propose(current, at)).isEqualTo(first);
        assertThat(triage.decide(current, at).rule()).isEqualTo(first);
    }

    @Property(tries = 200)
    void the_reasons_are_those_of_the_list(
            @ForAll("rules") ImmutableList<TriageRule> rules,
            @ForAll("cases") SupportCase current,
            @ForAll @IntRange(max = 167) int hour) {
        Instant at = MONDAY.plus(Duration.ofHours(hour));
        TriageDecision decision = new Triage(rules).decide(current, at);
        ImmutableList<RuleReason> reasons = decision.reasons();

        assertThat(reasons).extracting(RuleReason::rule).isEqualTo(rules.subList(0, reasons.size()));
        assertThat(reasons.stream()
                        .filter(RuleReason::matched)
                        .map(RuleReason::rule)
                        .findFirst())
                .isEqualTo(decision.rule());
        for (RuleReason reason : reasons) {
            assertThat(reason.observations().isEmpty()).isEqualTo(reason.matched() && asksNothing(reason.rule()));
            // A negated group of conditions fails because all of them hold, so that each is said to be unwanted.
            assertThat(reason.observations())
                    .allMatch(observation -> (observation.holds() == observation.wanted()) == reason.matched());
        }
    }

    private static boolean asksNothing(TriageRule rule) {
        return rule.when().equals(Condition.always()) && rule.during().isEmpty();
    }
}
