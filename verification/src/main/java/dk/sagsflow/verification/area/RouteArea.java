package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.ANSWER_NEEDS_CONTACT;
import static dk.sagsflow.verification.finding.FindingCode.CASES_STAY;
import static dk.sagsflow.verification.finding.FindingCode.GROUP_ONLY_BY_HAND;
import static dk.sagsflow.verification.finding.FindingCode.GROUP_UNREACHABLE;
import static dk.sagsflow.verification.finding.FindingCode.NO_TRIAGE;
import static dk.sagsflow.verification.finding.FindingCode.TIER_WITHOUT_GROUP;
import static dk.sagsflow.verification.finding.FindingCode.UNPLACED_STAYS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import dk.sagsflow.verification.subject.Ways;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Triage: where cases go, and whether they may. */
final class RouteArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        if (subject.model().triage().rules().isEmpty()) {
            findings.add(NO_TRIAGE, Place.routing("/rules"), "triage has no rules");
        } else {
            new RuleOrder(subject, findings).verify();
            refused(subject, findings);
            refusedByHand(subject, findings);
            staying(subject, findings);
            undocumented(subject, findings);
        }
        groups(subject, findings);
    }

    private static void refused(Subject subject, Findings findings) {
        for (int i = 0; i < subject.model().triage().rules().size(); i++) {
            TriageRule rule = subject.model().triage().rules().get(i);
            Set<FindingCode> told = EnumSet.noneOf(FindingCode.class);
            for (Ways.Refused refused :
                    Iterables.concat(subject.ways().refused(), subject.ways().refusedAfterLimits())) {
                if (refused.rule() == i && told.add(refused.why())) {
                    if (refused.why() == FindingCode.ROUTE_LOOPS) {
                        circle(subject, refused, findings);
                        continue;
                    }
                    String words = "rule \"%s\" leads cases from %s to %s, which is refused";
                    String from = way(refused.groups());
                    findings.add(refused.why(), Place.rule(i), refused.example(), words, rule.name(), from, rule.to());
                }
            }
        }
    }

    /** Rules that nothing was said of yet: where they alone lead, they may lead on. */
    private static void refusedByHand(Subject subject, Findings findings) {
        Set<Integer> told = Stream.concat(
                        subject.ways().refused().stream(), subject.ways().refusedAfterLimits().stream())
                .map(Ways.Refused::rule)
                .collect(Collectors.toCollection(HashSet::new));
        for (Ways.Refused refused : subject.ways().refusedByHand()) {
            if (told.add(refused.rule())) {
                TriageRule rule = subject.model().triage().rules().get(refused.rule());
                findings.add(
                        FindingCode.REFUSED_BY_HAND,
                        Place.rule(refused.rule()),
                        refused.example(),
                        "rule \"%s\" leads cases that come from %s to %s, which is refused (%s)",
                        rule.name(),
                        way(refused.groups()),
                        rule.to(),
                        refused.why().id());
            }
        }
    }

    /** A circle, told from where it begins: each of its rules could be the one that is wrong. */
    private static void circle(Subject subject, Ways.Refused refused, Findings findings) {
        ImmutableList<TriageRule> rules = subject.model().triage().rules();
        TriageRule last = rules.get(refused.rule());
        ImmutableList<SupportGroup> groups = refused.groups();
        int begin = 0;
        while (!groups.get(begin).id().equals(last.to())) {
            begin++;
        }
        String names = Stream.concat(
                        refused.rules().subList(begin, groups.size() - 1).stream(), Stream.of(refused.rule()))
                .map(rule -> rule == Ways.Refused.LIMIT
                        ? "a limit"
                        : "\"" + rules.get(rule).name() + "\"")
                .collect(Collectors.joining(", then "));
        String circle = way(groups.subList(begin, groups.size())) + " back to " + last.to();
        String words = "cases go round in a circle from %s: %s; the last step is refused";
        findings.add(refused.why(), Place.rule(refused.rule()), refused.example(), words, circle, names);
    }

    private static String way(ImmutableList<SupportGroup> groups) {
        return groups.stream().map(group -> group.id().value()).collect(Collectors.joining(" by "));
    }

    private static void staying(Subject subject, Findings findings) {
        CaseSet unplaced =
                subject.space().where(Subject.INCIDENT).and(subject.space().where(Subject.UNPLACED));
        for (SupportGroup group : subject.organisation().groups()) {
            kept(subject, group, unplaced)
                    .ifPresent(way -> findings.add(
                            UNPLACED_STAYS,
                            Place.routing("/rules"),
                            way.staying().and(unplaced).exampleAfter(way.groups()),
                            "no rule leads incidents of unknown cause away from %s, which may not answer them",
                            group.id()));
            staying(subject, group, findings);
        }
    }

    private static void staying(Subject subject, SupportGroup group, Findings findings) {
        CaseSet staying = subject.ways().all().stream()
                .filter(way -> way.last().equals(group))
                .map(Ways.Way::staying)
                .reduce(subject.space().none(), CaseSet::or);
        if (staying.some()
                && subject.rank(group) < subject.organisation().tiers().size() - 1) {
            String words = "%,d kinds of case stay at %s: no rule leads them farther";
            BigInteger kinds = staying.and(subject.inForce()).count();
            findings.add(CASES_STAY, subject.place(group), staying.exampleAt(group), words, kinds, group.id());
        }
    }

    /** A way on which such cases go aside at the contact tier at most, and come to stay at this group. */
    private static Optional<Ways.Way> kept(Subject subject, SupportGroup group, CaseSet unplaced) {
        return subject.ways().all().stream()
                .filter(way -> way.last().equals(group))
                .filter(way -> way.groups().stream().allMatch(at -> subject.rank(at) == subject.contactRank()))
                .filter(way -> way.staying().meets(unplaced))
                .findFirst();
    }

    private static void undocumented(Subject subject, Findings findings) {
        Set<SupportGroup> told = new LinkedHashSet<>();
        for (Ways.Way way :
                Iterables.concat(subject.ways().all(), subject.ways().afterLimits())) {
            SupportGroup last = way.last();
            way.before()
                    .filter(from -> from.kind() == GroupKind.BUSINESS_SPECIALISTS)
                    .filter(from -> last.kind() == GroupKind.SUPPLIER && told.add(last))
                    .ifPresent(from -> findings.add(
                            ANSWER_NEEDS_CONTACT,
                            subject.place(last),
                            way.cases().exampleAfter(way.groups()),
                            "the answer of %s to %s is refused until the contact is documented",
                            last.id(),
                            from.id()));
        }
    }

    private static void groups(Subject subject, Findings findings) {
        Set<SupportGroup> led =
                subject.ways().all().stream().map(Ways.Way::last).collect(Collectors.toSet());
        Set<SupportGroup> byHand = subject.handOvers().reached();
        boolean rules = !subject.model().triage().rules().isEmpty();
        for (SupportGroup group : subject.organisation().groups()) {
            Place place = subject.place(group);
            if (!byHand.contains(group)) {
                String words = "no case can come to %s: no hand-over to it is allowed";
                findings.add(GROUP_UNREACHABLE, place, words, group.id());
            } else if (rules && !led.contains(group) && subject.rank(group) > subject.contactRank()) {
                findings.add(GROUP_ONLY_BY_HAND, place, "no rule leads a case to %s", group.id());
            }
        }
        tiers(subject, findings);
    }

    private static void tiers(Subject subject, Findings findings) {
        ImmutableList<Tier> tiers = subject.organisation().tiers();
        for (Tier tier : tiers) {
            if (subject.organisation().groupsAt(tier.id()).findAny().isEmpty()) {
                Place place = Place.organisation("/tiers/" + tiers.indexOf(tier));
                findings.add(TIER_WITHOUT_GROUP, place, "tier %s has no group", tier.id());
            }
        }
    }
}
