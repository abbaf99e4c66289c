package dk.sagsflow.verification.subject;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.RankedTarget;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.space.CaseSpace;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which target holds for which cases: {@link Agreements#select} for all cases at once. Not thread-safe. */
public final class Selection {
    /** Of these the clock is that of a group which the case came to, wherever it is now. */
    private static final ImmutableSet<Measure> OF_EARLIER =
            Sets.immutableEnumSet(Measure.ANSWER, Measure.CUMULATIVE_RESIDENCE);

    private final CaseSpace space;
    private final ImmutableListMultimap<Measured, Part> offered;
    private final Map<Asked, Chosen> known = new HashMap<>();
    private final Map<Promised, ImmutableList<Part>> promised = new HashMap<>();
    private final ImmutableList<SupportGroup> providing;
    private final ImmutableList<SupportGroup> consuming;
    private final ImmutableList<PlacedTarget> targets;
    private final ImmutableSet<Measure> byWhoHasIt;
    private final Map<Measure, ImmutableSet<Span>> spans = new EnumMap<>(Measure.class);

    /** Clocks of which each case has one of a kind. */
    private record Measured(Measure measure, Span span) {}

    /** Whose promises are asked for. */
    private record Promised(Measured measured, SupportGroup at) {}

    private record Asked(Measured measured, SupportGroup at, Optional<SupportGroup> consumer, SupportGroup here) {}

    /**
     * What is selected for a clock.
     *
     * @param at who works on the case
     * @param applying each target that applies to some case, in order of precedence, with all of those cases
     * @param selected the same with the cases that it is selected for, which may be none
     * @param left the cases for which nothing is selected
     */
    public record Chosen(SupportGroup at, ImmutableList<Part> applying, ImmutableList<Part> selected, CaseSet left) {
        /** One of these cases, where it is selected for. */
        public Counterexample example(CaseSet cases) {
            return cases.example().after(ImmutableList.of(at.id()));
        }

        /** The cases that a target is selected for. */
        public CaseSet of(PlacedTarget placed) {
            return selected.stream()
                    .filter(part -> part.placed().equals(placed))
                    .map(Part::cases)
                    .reduce(left.minus(left), CaseSet::or);
        }
    }

    /** A target and some cases. */
    public record Part(PlacedTarget placed, CaseSet cases) {}

    Selection(Agreements agreements, ImmutableList<SupportGroup> groups, CaseSpace space) {
        this.space = space;
        this.providing = unlike(groups, providers(agreements));
        this.consuming = unlike(groups, named(agreements.all().stream().map(Agreement::consumer)));
        ImmutableListMultimap.Builder<Measured, Part> byMeasure = ImmutableListMultimap.builder();
        for (RankedTarget ranked : agreements.ranked()) {
            byMeasure.put(
                    new Measured(ranked.target().measure(), ranked.target().span()),
                    new Part(PlacedTarget.of(ranked, agreements.all()), offered(ranked)));
        }
        this.offered = byMeasure.build();
        this.targets = offered.values().stream()
                .map(Part::placed)
                .sorted(Comparator.comparingInt(PlacedTarget::agreementIndex)
                        .thenComparingInt(PlacedTarget::targetIndex))
                .collect(ImmutableList.toImmutableList());
        this.byWhoHasIt = targets.stream()
                .map(PlacedTarget::target)
                .filter(target -> OF_EARLIER.contains(target.measure()))
                .filter(target -> target.appliesTo().asks(CaseField.GROUP)
                        || target.appliesTo().asks(CaseField.TIER))
                .map(Target::measure)
                .collect(Sets.toImmutableEnumSet());
    }

    /** Of groups of a tier that are not named the first two: one has cases from the other. */
    private static ImmutableList<SupportGroup> unlike(ImmutableList<SupportGroup> groups, Set<String> named) {
        Multiset<TierId> told = HashMultiset.create();
        return groups.stream()
                .filter(group -> named.contains(group.id().value()) || told.add(group.tier(), 1) < 2)
                .collect(ImmutableList.toImmutableList());
    }

    private static Set<String> named(Stream<Party> parties) {
        return parties.filter(Party.OfGroup.class::isInstance)
                .map(party -> ((Party.OfGroup) party).group().value())
                .collect(Collectors.toSet());
    }

    private static Set<String> providers(Agreements agreements) {
        Set<String> named = named(agreements.all().stream().map(Agreement::provider));
        agreements.ranked().stream()
                .flatMap(ranked -> ranked.appliesTo().leaves().stream())
                .filter(leaf -> leaf instanceof Condition.Is is && is.field() == CaseField.GROUP)
                .forEach(leaf -> named.addAll(((Condition.Is) leaf).values()));
        return named;
    }

    /** Groups of every sort that agreements tell apart by where a case is. */
    public ImmutableList<SupportGroup> providing() {
        return providing;
    }

    /** Groups of every sort that agreements tell apart by who handed a case over. */
    public ImmutableList<SupportGroup> consuming() {
        return consuming;
    }

    /** The cases that it may hold for by their customers and when they are registered. */
    private CaseSet offered(RankedTarget ranked) {
        return ranked.customers().stream()
                .map(kind -> space.where(Condition.is(CaseField.CUSTOMER_KIND, kind.name())))
                .reduce(space.none(), CaseSet::or)
                .and(space.registered(ranked::validFor));
    }

    /** Every target of every agreement. */
    public ImmutableList<PlacedTarget> targets() {
        return targets;
    }

    /** The spans that targets of this measure name, and that of all that it covers. */
    public ImmutableSet<Span> spans(Measure measure) {
        return spans.computeIfAbsent(measure, this::named);
    }

    private ImmutableSet<Span> named(Measure measure) {
        return Stream.concat(
                        Stream.of(Span.whole()),
                        offered.keySet().stream()
                                .filter(measured -> measured.measure() == measure)
                                .map(Measured::span))
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * What is selected for cases that a group has.
     *
     * @param at who works on the case, and whose clock it is if it is one of a group
     * @param consumer who handed the case over, for {@link Measure#ANSWER}; empty otherwise
     */
    public Chosen chosen(Measure measure, Span span, SupportGroup at, Optional<SupportGroup> consumer) {
        return known.computeIfAbsent(new Asked(new Measured(measure, span), at, consumer, at), this::choose);
    }

    /**
     * Cases for which nothing is selected that holds from where the measure begins to where it ends. What ends a first
     * response is for the agreement to say.
     */
    public CaseSet unlimited(Measure measure, SupportGroup at, Optional<SupportGroup> consumer) {
        return unlimited(measure, at, consumer, at);
    }

    /**
     * Cases without a limit for all visits to a tier while a group there has them: the clock is that of the group which they
     * came to first, and conditions ask for the group that has them.
     */
    public CaseSet unlimitedByTier(SupportGroup first, SupportGroup here) {
        return unlimited(Measure.CUMULATIVE_RESIDENCE, first, Optional.empty(), here);
    }

    /**
     * What is selected for cases that another group has than the one whose clock it is.
     *
     * @param whose the group whose clock it is
     * @param consumer who handed the case over to it, for {@link Measure#ANSWER}; empty otherwise
     * @param here who works on the case
     */
    public Chosen chosen(
            Measure measure, Span span, SupportGroup whose, Optional<SupportGroup> consumer, SupportGroup here) {
        return known.computeIfAbsent(new Asked(new Measured(measure, span), whose, consumer, here), this::choose);
    }

    /** Whether a clock of a group that has had a case goes by who has it now: some target of the measure asks for that. */
    public boolean goesByWhoHasIt(Measure measure) {
        return byWhoHasIt.contains(measure);
    }

    /** What a group has promised for all visits to its tier. */
    public ImmutableList<PlacedTarget> promisedByTier(SupportGroup first) {
        return offered.entries().stream()
                .filter(offer -> offer.getKey().measure() == Measure.CUMULATIVE_RESIDENCE)
                .map(Map.Entry::getValue)
                .map(Part::placed)
                .filter(placed -> placed.ranked().promisedBy(Optional.of(Subject.station(first)), Optional.empty()))
                .collect(ImmutableList.toImmutableList());
    }

    private CaseSet unlimited(Measure measure, SupportGroup at, Optional<SupportGroup> consumer, SupportGroup here) {
        CaseSet left = space.all();
        for (Span span : spans(measure)) {
            if (span.startedBy().isEmpty() && (span.stoppedBy().isEmpty() || measure == Measure.FIRST_RESPONSE)) {
                Asked asked = new Asked(new Measured(measure, span), at, consumer, here);
                left = left.and(known.computeIfAbsent(asked, this::choose).left());
            }
        }
        return left;
    }

    private Chosen choose(Asked asked) {
        ImmutableList.Builder<Part> applying = ImmutableList.builder();
        ImmutableList.Builder<Part> selected = ImmutableList.builder();
        CaseSet left = space.all();
        Optional<Station> consumer = asked.consumer().map(Subject::station);
        for (Part part : promised.computeIfAbsent(new Promised(asked.measured(), asked.at()), this::promised)) {
            CaseSet cases = applying(part, Subject.station(asked.at()), consumer, asked.here());
            if (cases.some()) {
                applying.add(new Part(part.placed(), cases));
                selected.add(new Part(part.placed(), left.and(cases)));
                left = left.minus(cases);
            }
        }
        return new Chosen(asked.here(), applying.build(), selected.build(), left);
    }

    /** What may hold for clocks of this group, whoever handed the case over: of many suppliers each has a contract of its own. */
    private ImmutableList<Part> promised(Promised whose) {
        Optional<Station> at = Optional.of(Subject.station(whose.at()));
        return offered.get(whose.measured()).stream()
                .filter(part -> part.placed().ranked().promisedBy(at, Optional.empty()))
                .collect(ImmutableList.toImmutableList());
    }

    private CaseSet applying(Part part, Station at, Optional<Station> consumer, SupportGroup here) {
        RankedTarget ranked = part.placed().ranked();
        return ranked.promisedBy(Optional.of(at), consumer)
                ? part.cases().and(space.where(ranked.appliesTo(), here))
                : space.none();
    }
}
