package dk.sagsflow.verification.subject;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.Priority;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.space.CaseSpace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which target holds for which cases: {@link Agreements#select} for all cases at once. Not thread-safe. */
public final class Selection {
    private final CaseSpace space;
    private final ImmutableListMultimap<Measured, Candidate> candidates;
    private final Map<Asked, Chosen> known = new HashMap<>();

    /** A target, and where it stands: the agreement's index and the target's in it. */
    public record Candidate(int agreementIndex, int targetIndex, Agreement agreement, Target target, CaseSet valid) {
        public int specificity() {
            boolean narrow =
                    agreement.provider() instanceof Party.OfGroup || agreement.consumer() instanceof Party.Customers;
            return (narrow ? 1000 : 0) + target.appliesTo().specificity();
        }

        /** Which cases the target is for, with the priority that they have for the agreement. */
        public Condition appliesTo() {
            return OwnPriorities.of(agreement, target.appliesTo());
        }

        /** The cases of this priority, as the agreement sees them. */
        public Condition priority(Priority priority) {
            return OwnPriorities.of(agreement, Condition.is(CaseField.PRIORITY, priority.name()));
        }

        public Place place() {
            return Place.agreements("/agreements/" + agreementIndex + "/targets/" + targetIndex);
        }

        public String words() {
            return "target " + target.id() + " of agreement " + agreement.id();
        }
    }

    /** Clocks of which each case has one of a kind. */
    private record Measured(Measure measure, Span span) {}

    private record Asked(Measured measured, SupportGroup at, Optional<SupportGroup> consumer) {}

    /**
     * What is selected for a clock.
     *
     * @param at who works on the case
     * @param applying each candidate that applies to some case, in order of precedence, with all of those cases
     * @param selected the same with the cases that it is selected for, which may be none
     * @param left the cases for which nothing is selected
     */
    public record Chosen(SupportGroup at, ImmutableList<Part> applying, ImmutableList<Part> selected, CaseSet left) {
        /** One of these cases, where it is selected for. */
        public Counterexample example(CaseSet cases) {
            return cases.example().after(ImmutableList.of(at.id()));
        }
    }

    /** A target and some cases. */
    public record Part(Candidate candidate, CaseSet cases) {}

    Selection(Agreements agreements, CaseSpace space) {
        this.space = space;
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < agreements.all().size(); i++) {
            Agreement agreement = agreements.all().get(i);
            CaseSet valid = valid(agreements, agreement);
            for (int j = 0; j < agreement.targets().size(); j++) {
                all.add(new Candidate(i, j, agreement, agreement.targets().get(j), valid));
            }
        }
        // The sort is stable, as that of the agreements.
        all.sort(Comparator.comparingInt(Candidate::specificity).reversed());
        ImmutableListMultimap.Builder<Measured, Candidate> byMeasure = ImmutableListMultimap.builder();
        all.forEach(candidate -> byMeasure.put(
                new Measured(candidate.target().measure(), candidate.target().span()), candidate));
        this.candidates = byMeasure.build();
    }

    private CaseSet valid(Agreements agreements, Agreement agreement) {
        Optional<Instant> replaced = agreements.all().stream()
                .filter(other -> other.id().equals(agreement.id()))
                .map(Agreement::validFrom)
                .filter(agreement.validFrom()::isBefore)
                .min(Comparator.naturalOrder());
        return space.registered(time -> !time.isBefore(agreement.validFrom())
                && replaced.map(time::isBefore).orElse(true));
    }

    /** Every target of every agreement. */
    public ImmutableList<Candidate> candidates() {
        return candidates.values().stream()
                .sorted(Comparator.comparingInt(Candidate::agreementIndex).thenComparingInt(Candidate::targetIndex))
                .collect(ImmutableList.toImmutableList());
    }

    /** The spans that targets of this measure name, and that of all that it covers. */
    public ImmutableSet<Span> spans(Measure measure) {
        return Stream.concat(
                        Stream.of(Span.whole()),
                        candidates.keySet().stream()
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
        return known.computeIfAbsent(new Asked(new Measured(measure, span), at, consumer), this::choose);
    }

    /**
     * Cases for which nothing is selected that holds from where the measure begins to where it ends. What ends a first
     * response is for the agreement to say.
     */
    public CaseSet unlimited(Measure measure, SupportGroup at, Optional<SupportGroup> consumer) {
        CaseSet left = space.all();
        for (Span span : spans(measure)) {
            if (span.startedBy().isEmpty() && (span.stoppedBy().isEmpty() || measure == Measure.FIRST_RESPONSE)) {
                left = left.and(chosen(measure, span, at, consumer).left());
            }
        }
        return left;
    }

    private Chosen choose(Asked asked) {
        ImmutableList.Builder<Part> applying = ImmutableList.builder();
        ImmutableList.Builder<Part> selected = ImmutableList.builder();
        CaseSet left = space.all();
        for (Candidate candidate : candidates.get(asked.measured())) {
            CaseSet cases = concerned(candidate, asked)
                    .and(candidate.valid())
                    .and(space.where(candidate.appliesTo(), asked.at()));
            if (cases.some()) {
                applying.add(new Part(candidate, cases));
                selected.add(new Part(candidate, left.and(cases)));
                left = left.minus(cases);
            }
        }
        return new Chosen(asked.at(), applying.build(), selected.build(), left);
    }

    private CaseSet concerned(Candidate candidate, Asked asked) {
        Agreement agreement = candidate.agreement();
        if (asked.measured().measure().concernsCustomer()) {
            return customers(agreement.consumer());
        }
        boolean theirs = is(agreement.provider(), asked.at())
                && asked.consumer()
                        .map(group -> is(agreement.consumer(), group))
                        .orElse(true);
        return theirs ? space.all() : space.none();
    }

    private CaseSet customers(Party consumer) {
        if (consumer instanceof Party.Customers customers) {
            return space.where(
                    Condition.is(CaseField.CUSTOMER_KIND, customers.kind().name()));
        }
        return consumer instanceof Party.EveryCustomer ? space.all() : space.none();
    }

    public static boolean is(Party party, SupportGroup group) {
        return (party instanceof Party.OfTier tier && tier.tier().equals(group.tier()))
                || (party instanceof Party.OfGroup named && named.group().equals(group.id()));
    }
}
