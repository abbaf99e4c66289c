package dk.sagsflow.verification.simulation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.sla.evaluation.Evaluation;
import java.time.Duration;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.immutables.value.Value;

/**
 * What became of simulated cases and of those who worked on them. Reports of parts merge to that of the whole, in any order
 * and grouping: those of several seeds, or of several organisations that do not share groups. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface SimulationReport extends WithSimulationReport {
    /** How many examples are kept of cases without an answer. */
    int EXAMPLES = 5;

    /** How much time was simulated, all parts together. */
    Duration simulated();

    /** How many cases came in. */
    long registered();

    /** How many of them were answered, or referred to somebody outside. */
    long answered();

    /** What each group had to do. */
    @Value.NaturalOrder
    ImmutableSortedMap<GroupId, Workload> groups();

    /** How often each target was met and exceeded. */
    Evaluation evaluation();

    /** What came of the thresholds of each target. */
    @Value.NaturalOrder
    ImmutableSortedMap<Evaluation.TargetKey, EscalationTally> escalations();

    /** How many customers have no answer at the end, by why. */
    @Value.NaturalOrder
    ImmutableSortedMap<Waiting, Unanswered> unanswered();

    /** What the desk refused of what people tried, in words, and how often. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, Long> refusals();

    /** How many mails were sent of each kind. */
    @Value.NaturalOrder
    ImmutableSortedMap<Notification.Kind, Long> mails();

    /**
     * Cases without an answer.
     *
     * @param cases how many
     * @param examples the first of them by number, at most {@link #EXAMPLES}
     */
    record Unanswered(long cases, ImmutableSortedSet<CaseNumber> examples) {
        static Unanswered of(CaseNumber number) {
            return new Unanswered(1, ImmutableSortedSet.of(number));
        }

        /** Both together. */
        public Unanswered plus(Unanswered other) {
            return new Unanswered(
                    cases + other.cases,
                    ImmutableSortedSet.<CaseNumber>naturalOrder()
                            .addAll(examples)
                            .addAll(other.examples)
                            .build()
                            .stream()
                            .limit(EXAMPLES)
                            .collect(ImmutableSortedSet.toImmutableSortedSet(CaseNumber::compareTo)));
        }
    }

    /** The report of no simulation at all. */
    static SimulationReport none() {
        return builder()
                .simulated(Duration.ZERO)
                .registered(0)
                .answered(0)
                .evaluation(Evaluation.none())
                .build();
    }

    /** Both together. */
    default SimulationReport merge(SimulationReport other) {
        return builder()
                .simulated(simulated().plus(other.simulated()))
                .registered(registered() + other.registered())
                .answered(answered() + other.answered())
                .putAllGroups(merged(groups(), other.groups(), Workload::plus))
                .evaluation(evaluation().merge(other.evaluation()))
                .putAllEscalations(merged(escalations(), other.escalations(), EscalationTally::plus))
                .putAllUnanswered(merged(unanswered(), other.unanswered(), Unanswered::plus))
                .putAllRefusals(merged(refusals(), other.refusals(), Long::sum))
                .putAllMails(merged(mails(), other.mails(), Long::sum))
                .build();
    }

    private static <K extends Comparable<K>, V> Map<K, V> merged(
            Map<K, V> one, Map<K, V> other, BinaryOperator<V> both) {
        Map<K, V> merged = Maps.newHashMap(one);
        other.forEach((key, value) -> merged.merge(key, value, both));
        return merged;
    }

    /** What this group had to do. */
    default Workload group(GroupId group) {
        return groups().getOrDefault(group, Workload.none());
    }

    /** What each tier had to do, in order of tiers: that of its groups together. */
    default ImmutableMap<TierId, Workload> tiers(SupportOrganisation organisation) {
        return organisation.tiers().stream()
                .collect(ImmutableMap.toImmutableMap(
                        tier -> tier.id(),
                        tier -> organisation
                                .groupsAt(tier.id())
                                .map(group -> group(group.id()))
                                .reduce(Workload.none(), Workload::plus)));
    }

    /** How many cases lay there at the same time, on average. */
    default double averageInProgress(Workload workload) {
        return simulated().isZero()
                ? 0
                : workload.present().toSeconds() / (double) simulated().toSeconds();
    }

    /** A builder; all but the maps is required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(SimulationReport.class, "write what you need of it");
    }

    /** Builds reports. Not thread-safe. */
    final class Builder extends ImmutableSimulationReport.Builder {
        Builder() {}
    }
}
