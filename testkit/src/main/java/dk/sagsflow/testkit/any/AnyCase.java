package dk.sagsflow.testkit.any;

import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.routing.triage.TriageRule;
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
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What properties about a model draw: {@code @ForAll("cases")} with a provider of one line. Needs jqwik, which tests of
 * examples alone do without.
 */
public final class AnyCase {
    private AnyCase() {}

    /**
     * Any case that can come in: of every kind, cause, customer and system, judged or not, with each category that rules
     * or agreements tell apart, and at any minute of the year.
     */
    public static Arbitrary<GivenPhase> of(SubjectModel subject, int year) {
        return Combinators.combine(
                        Arbitraries.of(CaseKind.class),
                        Arbitraries.of(Cause.class),
                        Arbitraries.of(CustomerKind.class),
                        Arbitraries.of(systems(subject)),
                        Arbitraries.of(Priority.class).optional(),
                        starts(subject, year))
                .as((kind, cause, customer, system, priority, start) -> {
                    GivenPhase given = PolicyTesting.given(subject, start).kind(kind).cause(cause).from(customer);
                    system.ifPresent(given::system);
                    priority.ifPresent(given::priority);
                    return given;
                })
                .flatMap(given -> Arbitraries.of(categories(subject)).map(category -> {
                    category.ifPresent(given::category);
                    return given;
                }));
    }

    /** Any minute of a year in the zone of the model: openings, closings, holidays and changes of the clock among them. */
    public static Arbitrary<Instant> starts(SubjectModel subject, int year) {
        ZoneId zone = Values.zoneOf(subject.model());
        Instant first = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        long minutes = Duration.between(first, LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant())
                .toMinutes();
        return Arbitraries.longs().between(0, minutes - 1).map(minute -> first.plus(Duration.ofMinutes(minute)));
    }

    private static List<Optional<String>> systems(SubjectModel subject) {
        List<Optional<String>> systems = new ArrayList<>();
        systems.add(Optional.empty());
        subject.model().organisation().systems().forEach(system -> systems.add(
                Optional.of(system.id().value())));
        return systems;
    }

    private static List<Optional<String>> categories(SubjectModel subject) {
        List<Optional<String>> categories = new ArrayList<>();
        categories.add(Optional.empty());
        Stream.concat(
                        subject.model().triage().rules().stream().map(TriageRule::when),
                        subject.model().agreements().all().stream()
                                .flatMap(agreement -> agreement.targets().stream())
                                .map(dk.sagsflow.sla.agreement.Target::appliesTo))
                .flatMap(condition -> condition.leaves().stream())
                .flatMap(AnyCase::categoriesIn)
                .distinct()
                .forEach(category -> categories.add(Optional.of(category)));
        return categories;
    }

    private static Stream<String> categoriesIn(Condition leaf) {
        return leaf instanceof Condition.Is is && is.field() == CaseField.CATEGORY ? is.values().stream() : Stream.of();
    }
}
