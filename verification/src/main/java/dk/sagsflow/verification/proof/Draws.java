package dk.sagsflow.verification.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.RankedTarget;
import dk.sagsflow.verification.finding.Counterexample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases drawn by chance, with what the conditions of a model and of a law tell apart, at minutes of a year. Not thread-safe. */
final class Draws {
    private static final long MINUTES = Duration.ofDays(366).toMinutes();

    private final Random random;
    private final SupportOrganisation organisation;
    private final ImmutableSet<Condition> leaves;
    private final Instant first;

    Draws(SupportModel model, Condition also, LocalDate from, Random random) {
        this.random = random;
        this.organisation = model.organisation();
        this.first = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.leaves = Stream.of(
                        Stream.of(also),
                        model.triage().rules().stream().map(TriageRule::when),
                        model.routing().followUps().stream().map(FollowUpRule::when),
                        model.routing().handOvers().stream()
                                .flatMap(graph -> graph.ways().stream())
                                .map(HandOverWay::when),
                        model.agreements().ranked().stream().map(RankedTarget::appliesTo))
                .flatMap(conditions -> conditions)
                .flatMap(condition -> condition.leaves().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    Counterexample next() {
        ImmutableMap.Builder<CaseField, String> values = ImmutableMap.builder();
        values.put(CaseField.KIND, any(CaseKind.values()));
        values.put(CaseField.CAUSE, any(Cause.values()));
        values.put(CaseField.CUSTOMER_KIND, any(CustomerKind.values()));
        orNone(organisation.systemIds().stream().map(system -> system.value()).toList())
                .ifPresent(system -> values.put(CaseField.SYSTEM, system));
        orNone(named(CaseField.CATEGORY)).ifPresent(category -> values.put(CaseField.CATEGORY, category));
        orNone(named(CaseField.UNIT)).ifPresent(unit -> values.put(CaseField.UNIT, unit));
        if (random.nextBoolean()) {
            judge(values);
        }
        Instant start = first.plus(Duration.ofMinutes(random.nextLong(MINUTES)));
        return new Counterexample(
                values.buildOrThrow(), attributes(), words(), ImmutableList.of(), Optional.of(start), Optional.empty());
    }

    private void judge(ImmutableMap.Builder<CaseField, String> values) {
        Impact impact = Impact.valueOf(any(Impact.values()));
        Urgency urgency = Urgency.valueOf(any(Urgency.values()));
        values.put(CaseField.IMPACT, impact.name())
                .put(CaseField.URGENCY, urgency.name())
                .put(
                        CaseField.PRIORITY,
                        organisation.priorityMatrix().priority(impact, urgency).name());
    }

    private String any(Enum<?>[] constants) {
        return constants[random.nextInt(constants.length)].name();
    }

    private <T> Optional<T> orNone(List<T> values) {
        int chosen = random.nextInt(values.size() + 1);
        return chosen == values.size() ? Optional.empty() : Optional.of(values.get(chosen));
    }

    private List<String> named(CaseField field) {
        return leaves.stream()
                .filter(leaf -> leaf instanceof Condition.Is is && is.field() == field)
                .flatMap(leaf -> ((Condition.Is) leaf).values().stream())
                .distinct()
                .toList();
    }

    private ImmutableMap<AttributeId, AttributeValue> attributes() {
        ImmutableMap.Builder<AttributeId, AttributeValue> attributes = ImmutableMap.builder();
        for (AttributeDefinition attribute : organisation.attributes()) {
            List<AttributeValue> asked = leaves.stream()
                    .filter(leaf ->
                            leaf instanceof Condition.Has has && has.attribute().equals(attribute.id()))
                    .flatMap(leaf -> ((Condition.Has) leaf).values().stream())
                    .distinct()
                    .toList();
            orNone(asked).ifPresent(value -> attributes.put(attribute.id(), value));
        }
        return attributes.buildOrThrow();
    }

    private ImmutableSet<String> words() {
        return leaves.stream()
                .filter(Condition.Mentions.class::isInstance)
                .flatMap(leaf -> ((Condition.Mentions) leaf).words().words().stream())
                .filter(word -> random.nextBoolean())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Cases that are simpler than one, the simplest first: with less in them, or at a rounder time. */
    List<Counterexample> simpler(Counterexample shown) {
        List<Counterexample> simpler = new ArrayList<>();
        for (CaseField field : List.of(CaseField.SYSTEM, CaseField.CATEGORY, CaseField.UNIT)) {
            if (shown.value(field).isPresent()) {
                simpler.add(with(shown, without(shown, field)));
            }
        }
        if (shown.value(CaseField.PRIORITY).isPresent()) {
            simpler.add(with(shown, without(shown, CaseField.IMPACT, CaseField.URGENCY, CaseField.PRIORITY)));
        }
        plain(shown, CaseField.KIND, CaseKind.INCIDENT, simpler);
        plain(shown, CaseField.CAUSE, Cause.UNKNOWN, simpler);
        plain(shown, CaseField.CUSTOMER_KIND, CustomerKind.CITIZEN, simpler);
        if (!shown.attributes().isEmpty() || !shown.words().isEmpty()) {
            simpler.add(new Counterexample(
                    shown.values(), ImmutableMap.of(), ImmutableSet.of(), shown.way(), shown.at(), shown.decided()));
        }
        earlier(shown.at().orElse(first)).forEach(start -> simpler.add(shown.startingAt(start)));
        return simpler;
    }

    private static void plain(Counterexample shown, CaseField field, Enum<?> value, List<Counterexample> simpler) {
        if (!shown.value(field).equals(Optional.of(value.name()))) {
            ImmutableMap.Builder<CaseField, String> values = ImmutableMap.builder();
            simpler.add(with(
                    shown,
                    values.putAll(without(shown, field))
                            .put(field, value.name())
                            .buildOrThrow()));
        }
    }

    private static ImmutableMap<CaseField, String> without(Counterexample shown, CaseField... fields) {
        return shown.values().entrySet().stream()
                .filter(entry -> !Arrays.asList(fields).contains(entry.getKey()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(entry -> entry.getKey(), entry -> entry.getValue()), ImmutableMap::copyOf));
    }

    private static Counterexample with(Counterexample shown, ImmutableMap<CaseField, String> values) {
        return new Counterexample(values, shown.attributes(), shown.words(), shown.way(), shown.at(), shown.decided());
    }

    /** The beginning of the year, half the way to it, the day before, and the day and the hour of the start. */
    private Stream<Instant> earlier(Instant start) {
        long days = Duration.between(first, start).toDays();
        Instant midnight = first.plus(Duration.ofDays(days));
        Instant hour =
                midnight.plus(Duration.ofHours(Duration.between(midnight, start).toHours()));
        return Stream.of(
                        first,
                        start.minus(Duration.ofDays(days)),
                        start.minus(Duration.ofDays(days / 2)),
                        start.minus(Duration.ofDays(1)),
                        midnight,
                        hour)
                .filter(time -> time.isBefore(start) && !time.isBefore(first));
    }
}
