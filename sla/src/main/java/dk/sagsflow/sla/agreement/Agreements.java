package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.style.PlainJson;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All agreements of an organisation, every version. Which target holds for a clock is a total order: of those that
 * measure the same over the same span and apply, an agreement with a group goes before one with a tier, one with customers of a kind before one with every
 * customer, then the target that asks for more fields, then the one listed first. Immutable.
 */
public final class Agreements {
    private final ImmutableList<Agreement> all;
    private final ImmutableList<RankedTarget> ranked;
    private final ImmutableMap<Measure, ImmutableListMultimap<Span, RankedTarget>> byMeasure;
    private final ImmutableSet<Measure> measured;
    private final ImmutableMap<Measure, ImmutableSet<Span>> spans;
    private final ImmutableSet<Span> spansThatPause;
    private final ImmutableSet<EventKind> namedBySpans;
    private final ImmutableSet<CaseField> fieldsAsked;
    private final ImmutableSet<AttributeId> attributesAsked;

    /** The target that holds for a clock, in the version of the agreement that it is of. Immutable. */
    public static final class Selected {
        private final Agreement agreement;
        private final Target target;
        private final Condition appliesTo;

        /** This target of this agreement. */
        public Selected(Agreement agreement, Target target) {
            this.agreement = requireNonNull(agreement, "agreement");
            this.target = requireNonNull(target, "target");
            this.appliesTo = agreement.asked(target.appliesTo());
        }

        /** The version of the agreement that the target is of. */
        public Agreement agreement() {
            return agreement;
        }

        /** The target. */
        public Target target() {
            return target;
        }

        /** Which cases the target is for, with the priority that they have for the agreement. */
        public Condition appliesTo() {
            return appliesTo;
        }

        /** The first of these whose target applies to the case as it stands. */
        public static Optional<Selected> first(ImmutableList<Selected> candidates, SupportCase current) {
            // Asked for each stretch of each clock, so without an iterator.
            for (int i = 0; i < candidates.size(); i++) {
                if (candidates.get(i).applies(current)) {
                    return Optional.of(candidates.get(i));
                }
            }
            return Optional.empty();
        }

        /** Whether the target is for the case as it stands, with the priority that it has for the agreement. */
        public boolean applies(SupportCase current) {
            return appliesTo.holds(current);
        }

        private boolean asksOwnPriority() {
            return agreement.priorityMatrix().isPresent() && target.appliesTo().asks(CaseField.PRIORITY);
        }

        /** Why it was selected, in words. */
        public String reason() {
            return agreement.name() + ", version " + agreement.version() + ", between "
                    + agreement.provider().describe() + " and "
                    + agreement.consumer().describe() + ": target "
                    + target.id() + ", which holds for " + target.appliesTo().describe()
                    + (asksOwnPriority() ? ", by the priority matrix of the agreement" : "");
        }

        @JsonValue
        private Object plainJson() {
            throw PlainJson.refused(Selected.class, "ClockJson says which target a clock is of");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Selected selected
                    && agreement.equals(selected.agreement)
                    && target.equals(selected.target);
        }

        @Override
        public int hashCode() {
            return Objects.hash(agreement, target);
        }

        @Override
        public String toString() {
            return target.id() + " of " + agreement.id() + ", version " + agreement.version();
        }
    }

    private Agreements(ImmutableList<Agreement> all) {
        this.all = all;
        this.ranked = RankedTarget.inOrder(all);
        this.byMeasure = ranked.stream()
                .collect(Maps.toImmutableEnumMap(
                        placed -> placed.target().measure(),
                        placed -> ImmutableListMultimap.of(placed.target().span(), placed),
                        Agreements::both));
        this.measured = Sets.immutableEnumSet(byMeasure.keySet());
        this.spans = Maps.immutableEnumMap(Maps.transformValues(byMeasure, ImmutableListMultimap::keySet));
        this.spansThatPause = spans.values().stream()
                .flatMap(ImmutableSet::stream)
                .filter(span -> !span.pausedBetween().isEmpty())
                .collect(ImmutableSet.toImmutableSet());
        this.namedBySpans = Sets.immutableEnumSet(Arrays.stream(EventKind.values())
                .filter(kind -> ranked.stream()
                        .anyMatch(placed -> placed.target().span().names(kind)))
                .toList());
        ImmutableSet<Condition> leaves = ranked.stream()
                .flatMap(placed -> placed.target().appliesTo().leaves().stream())
                .collect(ImmutableSet.toImmutableSet());
        this.fieldsAsked = fieldsAsked(leaves);
        this.attributesAsked = attributesAsked(leaves);
    }

    private static ImmutableSet<AttributeId> attributesAsked(ImmutableSet<Condition> leaves) {
        return leaves.stream()
                .filter(Condition.Has.class::isInstance)
                .map(leaf -> ((Condition.Has) leaf).attribute())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Impact and urgency stand for a priority as well, since agreements may judge by a matrix of their own. */
    private static ImmutableSet<CaseField> fieldsAsked(ImmutableSet<Condition> leaves) {
        EnumSet<CaseField> asked = EnumSet.noneOf(CaseField.class);
        for (Condition leaf : leaves) {
            if (leaf instanceof Condition.Is is) {
                asked.add(is.field());
            }
        }
        if (asked.contains(CaseField.PRIORITY)) {
            asked.add(CaseField.IMPACT);
            asked.add(CaseField.URGENCY);
        }
        return Sets.immutableEnumSet(asked);
    }

    private static ImmutableListMultimap<Span, RankedTarget> both(
            ImmutableListMultimap<Span, RankedTarget> one, ImmutableListMultimap<Span, RankedTarget> other) {
        return ImmutableListMultimap.<Span, RankedTarget>builder()
                .putAll(one)
                .putAll(other)
                .build();
    }

    /**
     * These agreements, in order of precedence.
     *
     * @throws IllegalArgumentException if two versions of one agreement begin at one time, or are called alike
     */
    public static Agreements of(Iterable<Agreement> agreements) {
        ImmutableList<Agreement> all = ImmutableList.copyOf(agreements);
        Set<List<Object>> seen = new HashSet<>();
        for (Agreement agreement : all) {
            checkArgument(
                    seen.add(List.of(agreement.id(), agreement.validFrom())),
                    "agreement %s has two versions valid from %s",
                    agreement.id(),
                    agreement.validFrom());
            checkArgument(
                    seen.add(List.of(agreement.id(), agreement.version())),
                    "agreement %s has two versions called %s",
                    agreement.id(),
                    agreement.version());
        }
        return new Agreements(all);
    }

    /** No agreements: nothing is promised. */
    public static Agreements none() {
        return of(ImmutableList.of());
    }

    /** Every target of every agreement, those first that go before others. */
    public ImmutableList<RankedTarget> ranked() {
        return ranked;
    }

    /** All agreements, in order of precedence. */
    public ImmutableList<Agreement> all() {
        return all;
    }

    /**
     * Whether targets tell two states of one case apart. If not, whatever holds for a clock in the one holds in the other.
     */
    public boolean tellApart(SupportCase one, SupportCase other) {
        for (CaseField field : fieldsAsked) {
            if (!field.of(one).equals(field.of(other))) {
                return true;
            }
        }
        for (AttributeId attribute : attributesAsked) {
            if (!one.attribute(attribute).equals(other.attribute(attribute))) {
                return true;
            }
        }
        return false;
    }

    /** Whether any target measures this. */
    public boolean measure(Measure measure) {
        return measured.contains(measure);
    }

    /** The spans that targets of this measure name: there is a clock for each. */
    public ImmutableSet<Span> spans(Measure measure) {
        ImmutableSet<Span> named = spans.get(measure);
        return named == null ? ImmutableSet.of() : named;
    }

    /** The spans, of any measure, that let clocks stand between events. */
    public ImmutableSet<Span> spansThatPause() {
        return spansThatPause;
    }

    /** Whether the span of any target names events of this kind. */
    public boolean namedBySpans(EventKind kind) {
        return namedBySpans.contains(kind);
    }

    /**
     * The target that holds for a clock of a case that counts all that it measures.
     *
     * @param measure what the clock measures
     * @param station where the case lies, or whose clock it is; for a clock of the customer, the contact tier's
     * @param consumer who handed the case over, for {@link Measure#ANSWER}; empty otherwise
     * @param current the case as it stands
     */
    public Optional<Selected> select(
            Measure measure, Optional<Station> station, Optional<Station> consumer, SupportCase current) {
        return select(measure, Span.whole(), station, consumer, current);
    }

    /**
     * The target that holds for a clock of a case.
     *
     * @param measure what the clock measures
     * @param span which part of it the clock counts
     * @param station where the case lies, or whose clock it is; for a clock of the customer, the contact tier's
     * @param consumer who handed the case over, for {@link Measure#ANSWER}; empty otherwise
     * @param current the case as it stands
     */
    public Optional<Selected> select(
            Measure measure, Span span, Optional<Station> station, Optional<Station> consumer, SupportCase current) {
        return Selected.first(candidates(measure, span, station, consumer, current), current);
    }

    /**
     * The targets that may hold for a clock of a case, whatever becomes of its fields, in order: of these, the first that
     * applies to the case is the one that {@link #select} gives.
     *
     * @param measure what the clock measures
     * @param span which part of it the clock counts
     * @param station where the case lies, or whose clock it is; for a clock of the customer, the contact tier's
     * @param consumer who handed the case over, for {@link Measure#ANSWER}; empty otherwise
     * @param current the case at any time of its life
     */
    public ImmutableList<Selected> candidates(
            Measure measure, Span span, Optional<Station> station, Optional<Station> consumer, SupportCase current) {
        ImmutableListMultimap<Span, RankedTarget> bySpan = byMeasure.get(measure);
        if (bySpan == null) {
            return ImmutableList.of();
        }
        // Asked for every clock of every case that somebody changes, and most often there is one, or none.
        ImmutableList<RankedTarget> listed = bySpan.get(span);
        ImmutableList<Selected> candidates = ImmutableList.of();
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).mayHold(station, consumer, current)) {
                Selected more = listed.get(i).selected();
                candidates = candidates.isEmpty() ? ImmutableList.of(more) : and(candidates, more);
            }
        }
        return candidates;
    }

    private static ImmutableList<Selected> and(ImmutableList<Selected> some, Selected more) {
        return ImmutableList.<Selected>builderWithExpectedSize(some.size() + 1)
                .addAll(some)
                .add(more)
                .build();
    }

    /**
     * Pairs of targets of which, for some case, only the listed order says which holds; none if selection is clear.
     *
     * @param organisation whose agreements these are: it says which group works at which tier
     */
    public ImmutableList<String> ties(SupportOrganisation organisation) {
        Ties ties = new Ties(organisation);
        return byMeasure.values().stream()
                .flatMap(bySpan -> bySpan.keySet().stream().map(bySpan::get))
                .flatMap(ties::among)
                .collect(ImmutableList.toImmutableList());
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Agreements.class, "they are agreements.json, which ModelFolder reads");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Agreements agreements && all.equals(agreements.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return "Agreements" + all;
    }
}
