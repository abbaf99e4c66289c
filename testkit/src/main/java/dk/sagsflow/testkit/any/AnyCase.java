package dk.sagsflow.testkit.any;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.RankedTarget;
import dk.sagsflow.testkit.policy.GivenPhase;
import dk.sagsflow.testkit.policy.PolicyTesting;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What properties about a model draw, beside {@link OfModel} for models that are built in code: {@code @ForAll("cases")} with a
 * provider of one line. Needs jqwik, which tests of examples alone do without.
 */
public final class AnyCase {
    private AnyCase() {}

    /**
     * Any case that can come in: of every kind, cause, customer and system, judged or not, with each category, unit, word and
     * attribute that rules, ways or agreements tell apart, or none of them, and at any minute of the year.
     */
    public static Arbitrary<GivenPhase> of(SubjectModel subject, int year) {
        List<Arbitrary<Consumer<GivenPhase>>> parts = new ArrayList<>();
        parts.add(starts(subject, year).map(start -> given -> given.at(start)));
        parts.add(oneOf(List.of(CaseKind.values()), (given, kind) -> given.kind(kind)));
        parts.add(oneOf(List.of(Cause.values()), (given, cause) -> given.cause(cause)));
        parts.add(oneOf(List.of(CustomerKind.values()), (given, kind) -> given.from(kind)));
        parts.add(orNone(List.of(Priority.values()), (given, priority) -> given.priority(priority)));
        parts.add(orNone(systems(subject), (given, system) -> given.system(system)));
        parts.add(orNone(asked(subject, is(CaseField.CATEGORY)), (given, category) -> given.category(category)));
        parts.add(orNone(asked(subject, is(CaseField.UNIT)), (given, unit) -> given.ofUnit(unit)));
        parts.add(orNone(asked(subject, AnyCase::words), (given, word) -> given.about(word)));
        subject.model().organisation().attributes().forEach(attribute -> parts.add(attribute(subject, attribute)));
        return Combinators.combine(parts).as(steps -> {
            GivenPhase given = PolicyTesting.given(subject, Instant.EPOCH);
            steps.forEach(step -> step.accept(given));
            return given;
        });
    }

    /** Any minute of a year in the zone of the model: openings, closings, holidays and changes of the clock among them. */
    public static Arbitrary<Instant> starts(SubjectModel subject, int year) {
        ZoneId zone = Values.zoneOf(subject.model());
        Instant first = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
        long minutes = Duration.between(first, end).toMinutes();
        return Arbitraries.longs().between(0, minutes - 1).map(minute -> first.plus(Duration.ofMinutes(minute)));
    }

    /** Says something of a case. */
    private interface Telling<T> {
        GivenPhase tell(GivenPhase given, T value);
    }

    private static <T> Arbitrary<Consumer<GivenPhase>> oneOf(List<T> values, Telling<T> telling) {
        return Arbitraries.of(values).map(value -> given -> {
            var unused = telling.tell(given, value);
        });
    }

    private static <T> Arbitrary<Consumer<GivenPhase>> orNone(List<T> values, Telling<T> telling) {
        Consumer<GivenPhase> nothing = given -> {};
        return values.isEmpty()
                ? Arbitraries.just(nothing)
                : Arbitraries.oneOf(Arbitraries.just(nothing), oneOf(values, telling));
    }

    private static List<String> systems(SubjectModel subject) {
        return subject.model().organisation().systemIds().stream()
                .map(system -> system.value())
                .toList();
    }

    private static Arbitrary<Consumer<GivenPhase>> attribute(SubjectModel subject, AttributeDefinition attribute) {
        List<String> values = switch (attribute.type()) {
            case CHOICE -> attribute.choices().asList();
            case YES_NO -> List.of("yes", "no");
            default -> asked(subject, leaf -> values(attribute, leaf));
        };
        return orNone(values, (given, value) -> given.attribute(attribute.id().value(), value));
    }

    private static Stream<String> values(AttributeDefinition attribute, Condition leaf) {
        return leaf instanceof Condition.Has has && has.attribute().equals(attribute.id())
                ? has.values().stream().map(AttributeValue::describe)
                : Stream.of();
    }

    private static Function<Condition, Stream<String>> is(CaseField field) {
        return leaf -> leaf instanceof Condition.Is is && is.field() == field ? is.values().stream() : Stream.of();
    }

    private static Stream<String> words(Condition leaf) {
        return leaf instanceof Condition.Mentions mentions ? mentions.words().words().stream() : Stream.of();
    }

    /** What conditions of the model ask for. */
    private static ImmutableList<String> asked(SubjectModel subject, Function<Condition, Stream<String>> words) {
        Routing routing = subject.model().routing();
        return Stream.of(
                        routing.triage().rules().stream().map(TriageRule::when),
                        routing.handOvers().stream()
                                .flatMap(ways -> ways.ways().stream())
                                .map(HandOverWay::when),
                        routing.followUps().stream().map(FollowUpRule::when),
                        routing.assignments().stream()
                                .flatMap(rule -> rule.competences().stream())
                                .map(CompetenceRule::when),
                        subject.model().agreements().ranked().stream().map(RankedTarget::appliesTo))
                .flatMap(conditions -> conditions)
                .flatMap(condition -> condition.leaves().stream())
                .flatMap(words)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }
}
