package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.ANSWER_NEEDS_CONTACT;
import static dk.sagsflow.verification.finding.FindingCode.CASES_STAY;
import static dk.sagsflow.verification.finding.FindingCode.GROUP_ONLY_BY_HAND;
import static dk.sagsflow.verification.finding.FindingCode.GROUP_UNREACHABLE;
import static dk.sagsflow.verification.finding.FindingCode.NO_TRIAGE;
import static dk.sagsflow.verification.finding.FindingCode.TIER_WITHOUT_GROUP;
import static dk.sagsflow.verification.finding.FindingCode.UNPLACED_STAYS;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import dk.sagsflow.verification.subject.Ways;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Triage: where cases go, and whether they may. */
final class RouteArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        if (subject.model().triage().rules().isEmpty()) {
            findings.add(NO_TRIAGE, Place.routing("/rules"), "triage has no rules");
        } else {
            new RuleOrder(subject, findings).verify();
            refused(subject, findings);
            staying(subject, findings);
            undocumented(subject, findings);
        }
        groups(subject, findings);
    }

    private static void refused(Subject subject, Findings findings) {
        for (int i = 0; i < subject.model().triage().rules().size(); i++) {
            TriageRule rule = subject.model().triage().rules().get(i);
            Set<FindingCode> told = EnumSet.noneOf(FindingCode.class);
            for (Ways.Refused refused : subject.ways().refused()) {
                if (refused.rule() == i && told.add(refused.why())) {
                    findings.add(
                            refused.why(),
                            Place.rule(i),
                            refused.example(),
                            "rule \"%s\" leads cases from %s to %s, which is refused",
                            rule.name(),
                            way(refused.groups()),
                            rule.to());
                }
            }
        }
    }

    private static String way(ImmutableList<SupportGroup> groups) {
        return groups.stream().map(group -> group.id().value()).collect(Collectors.joining(" by "));
    }

    private static void staying(Subject subject, Findings findings) {
        CaseSet unplaced =
                subject.space().where(Subject.INCIDENT).and(subject.space().where(Subject.UNPLACED));
        for (SupportGroup group : subject.organisation().groups()) {
            CaseSet staying = subject.space().none();
            for (Ways.Way way : subject.ways().all()) {
                staying = way.last().equals(group) ? staying.or(way.staying()) : staying;
            }
            kept(subject, group, unplaced)
                    .ifPresent(way -> findings.add(
                            UNPLACED_STAYS,
                            Place.routing("/rules"),
                            way.staying().and(unplaced).example().after(ids(way.groups())),
                            "no rule leads incidents of unknown cause away from %s, which may not answer them",
                            group.id()));
            if (staying.some()
                    && subject.rank(group) < subject.organisation().tiers().size() - 1) {
                findings.add(
                        CASES_STAY,
                        subject.place(group),
                        at(staying, group),
                        "%,d kinds of case stay at %s: no rule leads them farther",
                        staying.and(subject.inForce()).count(),
                        group.id());
            }
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

    private static ImmutableList<GroupId> ids(ImmutableList<SupportGroup> groups) {
        return groups.stream().map(SupportGroup::id).collect(ImmutableList.toImmutableList());
    }

    private static Counterexample at(CaseSet cases, SupportGroup group) {
        return cases.exampleAt(group);
    }

    private static void undocumented(Subject subject, Findings findings) {
        Set<SupportGroup> told = new LinkedHashSet<>();
        for (Ways.Way way : subject.ways().all()) {
            int size = way.groups().size();
            if (size > 1
                    && way.last().kind() == GroupKind.SUPPLIER
                    && way.groups().get(size - 2).kind() == GroupKind.BUSINESS_SPECIALISTS
                    && told.add(way.last())) {
                findings.add(
                        ANSWER_NEEDS_CONTACT,
                        subject.place(way.last()),
                        way.cases().example().after(ids(way.groups())),
                        "the answer of %s to %s is refused until the contact is documented",
                        way.last().id(),
                        way.groups().get(size - 2).id());
            }
        }
    }

    private static void groups(Subject subject, Findings findings) {
        Set<SupportGroup> led =
                subject.ways().all().stream().map(Ways.Way::last).collect(Collectors.toSet());
        Set<SupportGroup> byHand = subject.handOvers().reached();
        for (SupportGroup group : subject.organisation().groups()) {
            if (!byHand.contains(group)) {
                findings.add(
                        GROUP_UNREACHABLE,
                        subject.place(group),
                        "no case can come to %s: no hand-over to it is allowed",
                        group.id());
            } else if (!led.contains(group)
                    && subject.rank(group) > subject.contactRank()
                    && !subject.model().triage().rules().isEmpty()) {
                findings.add(GROUP_ONLY_BY_HAND, subject.place(group), "no rule leads a case to %s", group.id());
            }
        }
        for (Tier tier : subject.organisation().tiers()) {
            if (subject.organisation().groupsAt(tier.id()).findAny().isEmpty()) {
                findings.add(
                        TIER_WITHOUT_GROUP,
                        Place.organisation(
                                "/tiers/" + subject.organisation().tiers().indexOf(tier)),
                        "tier %s has no group",
                        tier.id());
            }
        }
    }
}
