package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.AGREEMENT_EMPTY;
import static dk.sagsflow.verification.finding.FindingCode.CONSUMER_IGNORED;
import static dk.sagsflow.verification.finding.FindingCode.LIMIT_BEGINS_LATER;
import static dk.sagsflow.verification.finding.FindingCode.MATRIX_WITHOUT_EFFECT;
import static dk.sagsflow.verification.finding.FindingCode.NOTHING_PROMISED;
import static dk.sagsflow.verification.finding.FindingCode.NO_AGREEMENT_BETWEEN_TIERS;
import static dk.sagsflow.verification.finding.FindingCode.NO_ANSWER_LIMIT;
import static dk.sagsflow.verification.finding.FindingCode.NO_FIRST_RESPONSE;
import static dk.sagsflow.verification.finding.FindingCode.NO_LIMIT;
import static dk.sagsflow.verification.finding.FindingCode.NO_RESOLUTION;
import static dk.sagsflow.verification.finding.FindingCode.TARGETS_TIE;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_NEVER_HOLDS;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_SHADOWED;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_WITHOUT_CLOCK;
import static dk.sagsflow.verification.finding.FindingCode.URGENT_HAS_MORE_TIME;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Selection.Chosen;
import dk.sagsflow.verification.subject.Selection.Part;
import dk.sagsflow.verification.subject.Subject;
import dk.sagsflow.verification.subject.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Agreements: whether every case has its limits, and which targets ever hold. */
final class AgreementArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        if (subject.model().agreements().all().isEmpty()) {
            findings.add(NOTHING_PROMISED, Place.agreements("/agreements"), "the model has no agreements");
            return;
        }
        tiers(subject, findings);
        limits(subject, findings);
        answers(subject, findings);
        customers(subject, findings);
        targets(subject, findings);
        agreements(subject, findings);
        for (Chosen chosen : everything(subject)) {
            urgency(subject, chosen, findings);
        }
    }

    private static void tiers(Subject subject, Findings findings) {
        ImmutableList<ImmutableList<Agreement>> inForce = subject.agreementsInForce();
        for (int i = 1; i < subject.organisation().tiers().size(); i++) {
            TierId lower = subject.organisation().tiers().get(i - 1).id();
            TierId higher = subject.organisation().tiers().get(i).id();
            if (populated(subject, lower)
                    && populated(subject, higher)
                    && !inForce.stream().allMatch(agreements -> agreed(subject, agreements, higher, lower))) {
                noAgreement(subject, higher, lower, findings);
            }
        }
    }

    private static void noAgreement(Subject subject, TierId higher, TierId lower, Findings findings) {
        boolean atTimes = agreed(subject, subject.model().agreements().all(), higher, lower);
        findings.add(
                NO_AGREEMENT_BETWEEN_TIERS,
                Place.organisation("/tiers/" + subject.rank(higher)),
                "there is no agreement between tier %s and tier %s%s",
                higher,
                lower,
                atTimes ? " that holds for every case from " + subject.from() + " on" : "");
    }

    private static boolean populated(Subject subject, TierId tier) {
        return subject.organisation().groupsAt(tier).findAny().isPresent();
    }

    private static boolean agreed(
            Subject subject, ImmutableList<Agreement> agreements, TierId provider, TierId consumer) {
        return agreements.stream()
                .anyMatch(agreement ->
                        at(subject, agreement.provider(), provider) && at(subject, agreement.consumer(), consumer));
    }

    private static boolean at(Subject subject, Party party, TierId tier) {
        return subject.organisation().groupsAt(tier).anyMatch(group -> party.includes(Subject.station(group)));
    }

    private static void limits(Subject subject, Findings findings) {
        Map<TierId, ImmutableList<SupportGroup>> doors = new HashMap<>();
        for (SupportGroup group : subject.organisation().groups()) {
            ImmutableList<SupportGroup> unlike =
                    doors.computeIfAbsent(group.tier(), tier -> unlikeDoors(subject, tier));
            limit(subject, group, withoutLimit(subject, group, unlike), findings);
        }
    }

    private static void limit(Subject subject, SupportGroup group, CaseSet missing, Findings findings) {
        CaseSet now = missing.and(subject.inForce());
        if (now.some()) {
            String words = "%,d kinds of case have no limit at %s";
            findings.add(NO_LIMIT, subject.place(group), shown(subject, group, now), words, now.count(), group.id());
        } else if (missing.some()) {
            String early = "cases that are registered early have no limit at %s";
            findings.add(LIMIT_BEGINS_LATER, subject.place(group), missing.exampleAt(group), early, group.id());
        }
    }

    /** One of these at the group, after the group that it came to this tier by if that makes the difference. */
    private static Counterexample shown(Subject subject, SupportGroup group, CaseSet cases) {
        for (SupportGroup door : subject.entrances(group.tier())) {
            CaseSet led = cases.and(unlimitedFrom(subject, door, group));
            if (led.some()) {
                return door.equals(group) ? led.exampleAt(group) : led.exampleAfter(List.of(door, group));
            }
        }
        return cases.exampleAt(group);
    }

    private static CaseSet unlimitedFrom(Subject subject, SupportGroup door, SupportGroup group) {
        return subject.selection()
                .unlimitedByTier(door, group)
                .and(subject.handOvers().brought(door, group));
    }

    private static CaseSet withoutLimit(Subject subject, SupportGroup group, List<SupportGroup> unlikeDoors) {
        return subject.handedTo(group)
                .and(subject.selection().unlimited(Measure.RESIDENCE, group, Optional.empty()))
                .and(withoutLimitOfTheTier(subject, group, unlikeDoors));
    }

    /** Groups by which cases come to a tier, one of those that have promised the same for all visits to it. */
    private static ImmutableList<SupportGroup> unlikeDoors(Subject subject, TierId tier) {
        Map<List<PlacedTarget>, SupportGroup> unlike = new LinkedHashMap<>();
        for (SupportGroup door : subject.entrances(tier)) {
            unlike.putIfAbsent(subject.selection().promisedByTier(door), door);
        }
        return ImmutableList.copyOf(unlike.values());
    }

    /** The clock of all visits to a tier is that of the group there which a case came to first. */
    private static CaseSet withoutLimitOfTheTier(Subject subject, SupportGroup group, List<SupportGroup> unlikeDoors) {
        Set<CaseSet> missing = new HashSet<>();
        for (SupportGroup door : unlikeDoors) {
            missing.add(subject.selection().unlimitedByTier(door, group));
        }
        return missing.size() == 1
                ? missing.iterator().next()
                : subject.entrances(group.tier()).stream()
                        .map(door -> unlimitedFrom(subject, door, group))
                        .reduce(subject.space().none(), CaseSet::or);
    }

    private static void answers(Subject subject, Findings findings) {
        Set<List<SupportGroup>> told = new HashSet<>();
        for (Ways.Way way :
                Iterables.concat(subject.ways().all(), subject.ways().afterLimits())) {
            way.before().ifPresent(from -> {
                CaseSet missing = way.cases()
                        .and(subject.inForce())
                        .and(subject.selection().unlimited(Measure.ANSWER, way.last(), Optional.of(from)));
                if (missing.some() && told.add(ImmutableList.of(from, way.last()))) {
                    Counterexample shown = missing.exampleAfter(way.groups());
                    String words = "nothing says by when %s answers %s";
                    findings.add(
                            NO_ANSWER_LIMIT,
                            subject.place(way.last()),
                            shown,
                            words,
                            way.last().id(),
                            from.id());
                }
            });
        }
    }

    /** The conditions of a customers' target may ask for the group as well, so each group is asked for. */
    private static void customers(Subject subject, Findings findings) {
        customers(subject, findings, NO_FIRST_RESPONSE, "the first response", Measure.FIRST_RESPONSE);
        customers(subject, findings, NO_RESOLUTION, "their answer", Measure.RESOLUTION, Measure.CLOSURE);
    }

    private static void customers(
            Subject subject, Findings findings, FindingCode code, String what, Measure... measures) {
        for (SupportGroup group : subject.organisation().groups()) {
            CaseSet missing = Arrays.stream(measures)
                    .map(measure -> subject.selection().unlimited(measure, group, Optional.empty()))
                    .reduce(subject.handedTo(group).and(subject.inForce()), CaseSet::and);
            if (missing.some()) {
                Place place = Place.agreements("/agreements");
                String words = "%,d kinds of case have no limit for %s while they are at %s";
                findings.add(code, place, missing.exampleAt(group), words, missing.count(), what, group.id());
                return;
            }
        }
    }

    /** What is selected for every clock that there can be. */
    private static List<Chosen> everything(Subject subject) {
        List<Chosen> all = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (Span span : subject.selection().spans(measure)) {
                for (SupportGroup group : subject.selection().providing()) {
                    for (SupportGroup here : having(subject, measure, group)) {
                        consumers(subject, measure, group)
                                .map(consumer -> subject.selection().chosen(measure, span, group, consumer, here))
                                .forEach(all::add);
                    }
                }
            }
        }
        return all;
    }

    /** Who may have a case while the clock is that of a group: it matters if targets ask for it. */
    private static List<SupportGroup> having(Subject subject, Measure measure, SupportGroup whose) {
        if (!subject.selection().goesByWhoHasIt(measure)) {
            return List.of(whose);
        }
        return subject.organisation().groups().stream()
                .filter(here -> measure == Measure.ANSWER
                        ? subject.rank(here) >= subject.rank(whose)
                        : here.tier().equals(whose.tier()))
                .toList();
    }

    private static Stream<Optional<SupportGroup>> consumers(Subject subject, Measure measure, SupportGroup group) {
        return measure == Measure.ANSWER
                ? subject.selection().consuming().stream()
                        .filter(from -> !from.equals(group) && subject.rank(from) <= subject.rank(group))
                        .map(Optional::of)
                : Stream.of(Optional.empty());
    }

    private static void targets(Subject subject, Findings findings) {
        Map<PlacedTarget, Counterexample> applying = new HashMap<>();
        Set<PlacedTarget> selected = new HashSet<>();
        Set<List<PlacedTarget>> ties = new LinkedHashSet<>();
        for (Chosen chosen : everything(subject)) {
            chosen.applying().forEach(part -> applying.putIfAbsent(part.placed(), chosen.example(part.cases())));
            chosen.selected().stream().filter(part -> part.cases().some()).forEach(part -> selected.add(part.placed()));
            ties(chosen, ties, findings);
        }
        for (PlacedTarget placed : subject.selection().targets()) {
            if (selected.contains(placed)) {
                consumer(placed, findings);
            } else {
                idle(subject, placed, Optional.ofNullable(applying.get(placed)), findings);
            }
        }
    }

    /** Why a target never holds. */
    private static void idle(
            Subject subject, PlacedTarget placed, Optional<Counterexample> applying, Findings findings) {
        Target target = placed.target();
        if (never(subject, placed)) {
            String words = "no case can be one with %s";
            findings.add(
                    TARGET_NEVER_HOLDS,
                    placed.place(),
                    words,
                    target.appliesTo().describe());
        } else if (applying.isPresent()) {
            String words = "%s never holds: others go before it";
            findings.add(TARGET_SHADOWED, placed.place(), applying.get(), words, placed.words());
        } else {
            String provider = placed.agreement().provider().describe();
            String consumer = placed.agreement().consumer().describe();
            String words = "there is no clock of %s between %s and %s, or none for these cases";
            findings.add(TARGET_WITHOUT_CLOCK, placed.place(), words, target.measure(), provider, consumer);
        }
    }

    private static boolean never(Subject subject, PlacedTarget placed) {
        return subject.selection().providing().stream()
                .allMatch(group -> subject.space()
                        .where(placed.ranked().appliesTo(), group)
                        .none());
    }

    private static void consumer(PlacedTarget placed, Findings findings) {
        if (!placed.target().measure().concernsCustomer()
                && placed.agreement().consumer() instanceof Party.Customers customers) {
            findings.add(
                    CONSUMER_IGNORED,
                    placed.place(),
                    "%s holds for the cases of all customers, not of kind %s alone",
                    placed.words(),
                    customers.kind());
        }
    }

    private static void ties(Chosen chosen, Set<List<PlacedTarget>> told, Findings findings) {
        for (int i = 0; i < chosen.selected().size(); i++) {
            Part first = chosen.selected().get(i);
            for (Part second :
                    chosen.applying().subList(i + 1, chosen.applying().size())) {
                CaseSet both = first.cases().and(second.cases());
                List<PlacedTarget> pair = ImmutableList.of(first.placed(), second.placed());
                if (alike(first, second) && both.some() && told.add(pair)) {
                    String words = "%s goes before %s only because it is listed first";
                    String before = first.placed().words();
                    String after = second.placed().words();
                    findings.add(TARGETS_TIE, second.placed().place(), chosen.example(both), words, before, after);
                }
            }
        }
    }

    private static boolean alike(Part one, Part other) {
        return one.placed().ranked().specificity() == other.placed().ranked().specificity();
    }

    private static void agreements(Subject subject, Findings findings) {
        for (int i = 0; i < subject.model().agreements().all().size(); i++) {
            Agreement agreement = subject.model().agreements().all().get(i);
            if (idleMatrix(subject, agreement)) {
                findings.add(
                        MATRIX_WITHOUT_EFFECT,
                        Place.agreements("/agreements/" + i + "/priorities"),
                        "the priority matrix of agreement %s changes nothing",
                        agreement.id());
            }
            if (agreement.targets().isEmpty()) {
                findings.add(AGREEMENT_EMPTY, Place.agreement(i), "agreement %s has no targets", agreement.id());
            }
        }
    }

    private static boolean idleMatrix(Subject subject, Agreement agreement) {
        return agreement.priorityMatrix().isPresent()
                && (agreement
                                .priorityMatrix()
                                .get()
                                .equals(subject.organisation().priorityMatrix())
                        || agreement.targets().stream()
                                .noneMatch(target -> target.appliesTo().asks(CaseField.PRIORITY)));
    }

    /** Compares each target for a priority with those for the same cases with a lower one, by the same matrix. */
    private static void urgency(Subject subject, Chosen chosen, Findings findings) {
        List<Part> parts =
                chosen.selected().stream().filter(part -> part.cases().some()).toList();
        for (Part more : parts) {
            for (Part less : parts) {
                if (judgedAlike(more.placed(), less.placed()) && longer(more.placed(), less.placed())) {
                    String words = "%s allows more time than %s does for a lower priority";
                    String one = more.placed().words();
                    String other = less.placed().words();
                    Place place = more.placed().place();
                    urgency(subject, more, less)
                            .map(chosen::example)
                            .ifPresent(shown -> findings.add(URGENT_HAS_MORE_TIME, place, shown, words, one, other));
                }
            }
        }
    }

    private static boolean judgedAlike(PlacedTarget one, PlacedTarget other) {
        return one.agreement().priorityMatrix().equals(other.agreement().priorityMatrix());
    }

    private static boolean longer(PlacedTarget one, PlacedTarget other) {
        return one.target().calendar().equals(other.target().calendar())
                && one.target().budget() instanceof Budget.ServiceTime more
                && other.target().budget() instanceof Budget.ServiceTime less
                && more.amount().compareTo(less.amount()) > 0;
    }

    private static Optional<CaseSet> urgency(Subject subject, Part more, Part less) {
        CaseSet lower = subject.space().none();
        Priority[] priorities = Priority.values();
        for (int i = priorities.length - 1; i >= 0; i--) {
            CaseSet these = subject.space().where(more.placed().priority(priorities[i]));
            CaseSet urgent = more.cases().and(these);
            CaseSet same =
                    subject.space().whatever(CaseField.PRIORITY, less.cases().and(lower));
            if (urgent.meets(same)) {
                return Optional.of(urgent.and(same));
            }
            lower = lower.or(these);
        }
        return Optional.empty();
    }
}
