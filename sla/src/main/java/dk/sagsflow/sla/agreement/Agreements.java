package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Priority;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All agreements of an organisation, every version. Which target holds for a clock is a total order: of those that
 * measure the same over the same span and apply, an agreement with a group goes before one with a tier, one with customers of a kind before one with every
 * customer, then the target that asks for more fields, then the one listed first. Immutable.
 */
public final class Agreements {
    private final ImmutableList<Agreement> all;
    private final ImmutableMap<Measure, ImmutableListMultimap<Span, Candidate>> byMeasure;
    private final ImmutableSet<Measure> measured;
    private final ImmutableSet<CaseField> fieldsAsked;
    private final ImmutableSet<AttributeId> attributesAsked;

    /** A target, in its agreement, at its place in the order of all. */
    private record Candidate(Selected selected, Optional<Instant> replacedFrom) {
        Agreement agreement() {
            return selected.agreement();
        }

        Target target() {
            return selected.target();
        }

        int specificity() {
            boolean narrow = agreement().provider() instanceof Party.OfGroup
                    || agreement().consumer() instanceof Party.Customers;
            return (narrow ? 1000 : 0) + target().appliesTo().specificity();
        }
    }

    /**
     * The target that holds for a clock.
     *
     * @param agreement the version of the agreement that it is of
     * @param target the target
     */
    public record Selected(Agreement agreement, Target target) {
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
            return target.appliesTo().holds(agreement.priorityMatrix().isEmpty() ? current : judged(current));
        }

        private boolean asksOwnPriority() {
            return agreement.priorityMatrix().isPresent() && target.appliesTo().asks(CaseField.PRIORITY);
        }

        private SupportCase judged(SupportCase current) {
            Optional<Priority> priority = agreement.priorityOf(current);
            return priority.equals(current.priority()) || !asksOwnPriority() ? current : current.withPriority(priority);
        }

        /** Why it was selected, in words. */
        public String reason() {
            return agreement.name() + ", version " + agreement.version() + ", between "
                    + agreement.provider().describe() + " and "
                    + agreement.consumer().describe() + ": target "
                    + target.id() + ", which holds for " + target.appliesTo().describe()
                    + (asksOwnPriority() ? ", by the priority matrix of the agreement" : "");
        }
    }

    private Agreements(ImmutableList<Agreement> all) {
        this.all = all;
        List<Candidate> sorted = new ArrayList<>();
        for (Agreement agreement : all) {
            for (Target target : agreement.targets()) {
                sorted.add(new Candidate(new Selected(agreement, target), replacedFrom(all, agreement)));
            }
        }
        // The sort is stable, so targets that ask for as much stay in listed order.
        sorted.sort(Comparator.comparingInt(Candidate::specificity).reversed());
        this.byMeasure = sorted.stream()
                .collect(Maps.toImmutableEnumMap(
                        candidate -> candidate.target().measure(),
                        candidate -> ImmutableListMultimap.of(candidate.target().span(), candidate),
                        Agreements::both));
        this.measured = Sets.immutableEnumSet(byMeasure.keySet());
        ImmutableSet<Condition> leaves = sorted.stream()
                .flatMap(candidate -> candidate.target().appliesTo().leaves().stream())
                .collect(ImmutableSet.toImmutableSet());
        this.fieldsAsked = fieldsAsked(leaves);
        this.attributesAsked = leaves.stream()
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

    private static ImmutableListMultimap<Span, Candidate> both(
            ImmutableListMultimap<Span, Candidate> one, ImmutableListMultimap<Span, Candidate> other) {
        return ImmutableListMultimap.<Span, Candidate>builder()
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
        ImmutableListMultimap<Span, Candidate> bySpan = byMeasure.get(measure);
        return bySpan == null ? ImmutableSet.of() : bySpan.keySet();
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
        ImmutableListMultimap<Span, Candidate> bySpan = byMeasure.get(measure);
        if (bySpan == null) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Selected> candidates = ImmutableList.builder();
        for (Candidate candidate : bySpan.get(span)) {
            if (concerns(candidate.agreement(), measure, station, consumer, current.customerKind())
                    && valid(candidate, current.registeredAt())) {
                candidates.add(candidate.selected());
            }
        }
        return candidates.build();
    }

    /**
     * Pairs of targets of which, for some case, only the listed order says which holds; none if selection is clear.
     *
     * @param organisation whose agreements these are: it says which group works at which tier
     */
    public ImmutableList<String> ties(SupportOrganisation organisation) {
        ImmutableList.Builder<String> ties = ImmutableList.builder();
        for (ImmutableListMultimap<Span, Candidate> bySpan : byMeasure.values()) {
            for (Span span : bySpan.keySet()) {
                addTies(bySpan.get(span), organisation, ties);
            }
        }
        return ties.build();
    }

    private static void addTies(
            ImmutableList<Candidate> candidates, SupportOrganisation organisation, ImmutableList.Builder<String> ties) {
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = i + 1; j < candidates.size(); j++) {
                if (tie(candidates.get(i), candidates.get(j), organisation)) {
                    ties.add(words(candidates.get(i)) + " goes before " + words(candidates.get(j))
                            + " only because it is listed first");
                }
            }
        }
    }

    private static boolean tie(Candidate one, Candidate other, SupportOrganisation organisation) {
        return one.specificity() == other.specificity()
                && concernTheSame(one.target().measure(), one.agreement(), other.agreement(), organisation)
                && !one.agreement().validFrom().isAfter(other.replacedFrom().orElse(Instant.MAX))
                && !other.agreement().validFrom().isAfter(one.replacedFrom().orElse(Instant.MAX))
                && !(one.agreement().id().equals(other.agreement().id())
                        && !one.agreement().version().equals(other.agreement().version()))
                && !Exclusion.between(one.target().appliesTo(), other.target().appliesTo(), alike(one, other));
    }

    /** Whether a case has one priority for both. */
    private static boolean alike(Candidate one, Candidate other) {
        return one.agreement().priorityMatrix().equals(other.agreement().priorityMatrix());
    }

    /** Whether both parties matter depends on the measure, see {@link #concerns}. */
    private static boolean concernTheSame(
            Measure measure, Agreement one, Agreement other, SupportOrganisation organisation) {
        boolean provider = mayBeOne(one.provider(), other.provider(), organisation);
        boolean consumer = mayBeOne(one.consumer(), other.consumer(), organisation);
        if (measure.concernsCustomer()) {
            return consumer;
        }
        return measure == Measure.ANSWER ? provider && consumer : provider;
    }

    private static boolean mayBeOne(Party one, Party other, SupportOrganisation organisation) {
        return one.equals(other)
                || (customers(one) && customers(other) && (everybody(one) || everybody(other)))
                || worksAt(one, other, organisation)
                || worksAt(other, one, organisation);
    }

    private static boolean worksAt(Party one, Party other, SupportOrganisation organisation) {
        return one instanceof Party.OfGroup group
                && other instanceof Party.OfTier tier
                && organisation.group(group.group()).map(SupportGroup::tier).equals(Optional.of(tier.tier()));
    }

    private static boolean customers(Party party) {
        return everybody(party) || party instanceof Party.Customers;
    }

    private static boolean everybody(Party party) {
        return party instanceof Party.EveryCustomer;
    }

    private static String words(Candidate candidate) {
        return "target " + candidate.target().id() + " of agreement "
                + candidate.agreement().id();
    }

    private static boolean valid(Candidate candidate, Instant registeredAt) {
        return !registeredAt.isBefore(candidate.agreement().validFrom())
                && (candidate.replacedFrom().isEmpty()
                        || registeredAt.isBefore(candidate.replacedFrom().get()));
    }

    private static Optional<Instant> replacedFrom(ImmutableList<Agreement> all, Agreement agreement) {
        return all.stream()
                .filter(other -> other.id().equals(agreement.id()))
                .map(Agreement::validFrom)
                .filter(from -> from.isAfter(agreement.validFrom()))
                .min(Comparator.naturalOrder());
    }

    private static boolean concerns(
            Agreement agreement,
            Measure measure,
            Optional<Station> station,
            Optional<Station> consumer,
            CustomerKind customerKind) {
        if (measure.concernsCustomer()) {
            return servesCustomer(agreement.consumer(), customerKind);
        }
        return station.isPresent()
                && is(agreement.provider(), station.get())
                && (consumer.isEmpty() || is(agreement.consumer(), consumer.get()));
    }

    private static boolean servesCustomer(Party consumer, CustomerKind kind) {
        return consumer instanceof Party.EveryCustomer
                || (consumer instanceof Party.Customers customers && customers.kind() == kind);
    }

    private static boolean is(Party party, Station station) {
        return (party instanceof Party.OfTier tier && tier.tier().equals(station.tier()))
                || (party instanceof Party.OfGroup group && group.group().equals(station.group()));
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
